"""Reads a posture of one's own (docs/reference/posture-file.md) strictly: a fault names place, found and allowed."""

from __future__ import annotations

from pathlib import Path

from carrywell.knowledge.build import build
from carrywell.knowledge.data_file import read_data_text, read_text_file
from carrywell.model.posture_parts import PostureFile
from carrywell.model.told import told


def read_posture_file(path: Path) -> PostureFile:
    """Faulty when the posture is wrong; OSError when the file cannot be read."""
    content = read_text_file(path, told("wanted.posture"))
    return build(PostureFile, read_data_text(str(path), content))
