"""The committed script is its parts in the order of `make assets`, small, and keeps nothing beyond the tab; so are the
scripts that only some pages load.
"""

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


def _copied() -> list[str]:
    """The scripts that the Makefile copies: each is loaded only by the pages that need it (assets/extra.js)."""
    return re.findall(r"cp src/carrywell/web/assets/(\w+\.js)", (ROOT / "Makefile").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", _copied())
def test_a_script_of_some_pages_is_its_asset(name: str) -> None:
    same = (_WEB / "assets" / name).read_bytes() == (_COMMITTED.parent / name).read_bytes()
    assert same, "run `make assets` and commit the script"


def test_the_script_is_small() -> None:
    assert len(_COMMITTED.read_bytes()) < _MOST_BYTES


@pytest.mark.parametrize("name", _copied())
def test_a_page_loads_little_script_in_all(name: str) -> None:
    both = (_COMMITTED, _COMMITTED.parent / name)
    assert sum(len(script.read_bytes()) for script in both) < _MOST_BYTES


@pytest.mark.parametrize("name", ["carrywell.js", *_copied()])
@pytest.mark.parametrize(
    "word", ["localStorage", "indexedDB", "document.cookie", "eval(", "innerHTML", "http:", "https:"]
)
def test_a_script_keeps_nothing_beyond_the_tab_and_asks_nobody_else(name: str, word: str) -> None:
    assert word not in (_COMMITTED.parent / name).read_text(encoding="utf-8")
