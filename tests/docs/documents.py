"""The project's documents: their headings, links and blocks of code."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.lib.tree import ROOT, project_files

_FENCED = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^()\s]+(?:\([^()]*\)[^()\s]*)?)\)")
_NOT_IN_ANCHOR = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Block:
    """`kind`: what stands behind the opening fence, for example `yaml case`."""

    kind: str
    text: str


def documents() -> list[Path]:
    return [path for path in project_files() if path.suffix == ".md"]


@cache
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def blocks(path: Path, kind: str) -> list[Block]:
    found = [Block(info.strip(), text) for info, text in _FENCED.findall(read(path))]
    return [block for block in found if block.kind == kind or block.kind.startswith(f"{kind} ")]


def links(path: Path) -> list[str]:
    return _LINK.findall(_FENCED.sub("", read(path)))


def anchors(path: Path) -> frozenset[str]:
    """The anchors that a web page of this document has: headings in small letters, with hyphens, a repeat numbered."""
    seen: Counter[str] = Counter()
    found = []
    for heading in _HEADING.findall(_FENCED.sub("", read(path))):
        anchor = _NOT_IN_ANCHOR.sub("", heading.strip().lower()).replace(" ", "-")
        found.append(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return frozenset(found)
