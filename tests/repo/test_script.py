"""The committed script is its parts in the order of `make assets`, small, and keeps nothing beyond the tab."""

from __future__ import annotations

import re

import pytest

from tests.lib.tree import ROOT

_WEB = ROOT / "src" / "carrywell" / "web"
_COMMITTED = _WEB / "static" / "carrywell" / "carrywell.js"
_MOST_BYTES = 15_000


def _parts() -> list[str]:
    """The parts that the Makefile joins."""
    recipe = re.search(r"cat ((?:\w+\.js )+)>", (ROOT / "Makefile").read_text(encoding="utf-8"))
    assert recipe, "make assets joins the script no more"
    return recipe[1].split()


def test_the_script_is_its_parts_joined() -> None:
    joined = b"".join((_WEB / "assets" / part).read_bytes() for part in _parts())
    assert joined == _COMMITTED.read_bytes(), "run `make assets` and commit the script"


def test_the_script_is_small() -> None:
    assert len(_COMMITTED.read_bytes()) < _MOST_BYTES


@pytest.mark.parametrize(
    "word", ["localStorage", "indexedDB", "document.cookie", "eval(", "innerHTML", "http:", "https:"]
)
def test_the_script_keeps_nothing_beyond_the_tab_and_asks_nobody_else(word: str) -> None:
    assert word not in _COMMITTED.read_text(encoding="utf-8")
