"""A copy of the knowledge base in which somebody changed a line, to see who notices."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from carrywell.knowledge.reader import KB


@dataclass(frozen=True)
class Edit:
    """One text in one file of the knowledge base, named without its folder, and what stands there instead."""

    file: str
    old: str
    new: str


def changed_kb(folder: Path, edits: Iterable[Edit]) -> Path:
    """The shipped knowledge base copied under `folder`, with the edits made.

    AssertionError if a text does not stand in its file exactly once, so that no change goes lost.
    """
    kb = Path(shutil.copytree(KB, folder / "kb", ignore=shutil.ignore_patterns("i18n")))
    for edit in edits:
        (path,) = kb.rglob(edit.file)
        text = path.read_text(encoding="utf-8")
        assert text.count(edit.old) == 1, f"{edit.file} holds {edit.old!r} {text.count(edit.old)} times"
        path.write_text(text.replace(edit.old, edit.new), encoding="utf-8")
    return kb
