"""A copy of the knowledge base in which somebody changed a line, to see who notices."""

from __future__ import annotations

import shutil
from pathlib import Path

from carrywell.knowledge.reader import KB


def changed_kb(folder: Path, file: str, old: str, new: str) -> Path:
    """The shipped knowledge base copied under `folder`, with one text in one file replaced.

    AssertionError if the text does not stand there exactly once, so that no change goes lost.
    """
    kb = Path(shutil.copytree(KB, folder / "kb"))
    (path,) = kb.rglob(file)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file} holds {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return kb
