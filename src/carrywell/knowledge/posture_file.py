"""Reads a posture of one's own (docs/reference/posture-file.md) strictly: a fault names place, found and allowed."""

from __future__ import annotations

from pathlib import Path

from carrywell.knowledge.build import build
from carrywell.knowledge.case_file import must_be_json
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.yaml_text import read_yaml
from carrywell.model.posture_parts import PostureFile


def read_posture_file(path: Path) -> PostureFile:
    """Faulty when the posture is wrong; OSError when the file cannot be read."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise Faulty([Fault(str(path), 1, 1, "not UTF-8 text; allowed is a posture as YAML or JSON")]) from error
    if path.suffix == ".json":
        must_be_json(str(path), content)
        content = content.replace("\t", " ")  # as in a case file
    return build(PostureFile, read_yaml(str(path), content))
