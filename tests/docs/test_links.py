"""Documents lead to each other: no link is dead, and no document is lost."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.documents import anchors, documents, links, shown
from tests.lib.tree import ROOT

_OUTSIDE = ("http://", "https://", "mailto:")


def _inside(path: Path) -> list[str]:
    return [link for link in links(path) if not link.startswith(_OUTSIDE)]


def _target(path: Path, link: str) -> Path:
    place = unquote(link.split("#")[0])
    return (path.parent / place).resolve() if place else path


@pytest.mark.parametrize("path", documents(), ids=shown)
def test_links_lead_somewhere(path: Path) -> None:
    assert [link for link in _inside(path) if not _target(path, link).exists()] == []


@pytest.mark.parametrize("path", documents(), ids=shown)
def test_links_to_a_heading_find_it(path: Path) -> None:
    lost = []
    for link in _inside(path):
        target, _, anchor = _target(path, link), *link.partition("#")[1:]
        if anchor and target.suffix == ".md" and target.exists() and anchor not in anchors(target):
            lost.append(link)
    assert lost == []


def test_every_document_can_be_reached_from_the_first_page() -> None:
    waiting, seen = [ROOT / "README.md"], set[Path]()
    while waiting:
        path = waiting.pop()
        if path in seen or path.suffix != ".md" or not path.exists():
            continue
        seen.add(path)
        waiting += [_target(path, link) for link in _inside(path)]
    ours = [path for path in documents() if not shown(path).startswith("tests/")]
    assert [shown(path) for path in ours if path not in seen] == []
