"""The committed script of the check without a network is its parts joined, and neither sends nor writes markup."""

from __future__ import annotations

import re

import pytest

from carrywell.app.engine import open_engine
from carrywell.report.offline_bundle import WORDS
from tests.lib.tree import ROOT

_ASSETS = ROOT / "src" / "carrywell" / "web" / "assets"
_STATIC = ROOT / "src" / "carrywell" / "web" / "static" / "carrywell"
_OFFLINE = _ASSETS / "offline"


def _parts() -> list[str]:
    listed = re.search(r"^OFFLINE := (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert listed, "make assets joins the script no more"
    return listed[1].split()


def test_the_script_is_its_parts_joined() -> None:
    sources = [_ASSETS / "decide.js", *(_OFFLINE / f"{name}.js" for name in _parts())]
    joined = b"".join(source.read_bytes() for source in sources)
    assert joined == (_STATIC / "offline.js").read_bytes(), "run `make assets` and commit the script"


def test_no_part_is_left_out() -> None:
    assert {path.stem for path in _OFFLINE.glob("*.js")} == {*_parts(), "sw", "install"}


@pytest.mark.parametrize("name", ["sw", "phone", "install"])
def test_what_is_served_alone_is_the_same(name: str) -> None:
    assert (_OFFLINE / f"{name}.js").read_bytes() == (_STATIC / f"{name}.js").read_bytes(), "run `make assets`"


@pytest.mark.parametrize(
    "word", ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "XMLHttpRequest", "sendBeacon", "http:", "https:"]
)
def test_the_script_writes_no_markup_and_asks_nobody_else(word: str) -> None:
    assert word not in (_STATIC / "offline.js").read_text(encoding="utf-8")


def test_the_only_thing_it_fetches_is_the_bundle() -> None:
    fetched = re.findall(r"fetch\(([^)]*)\)", (_STATIC / "offline.js").read_text(encoding="utf-8"))
    assert fetched == ["place.dataset.bundle"]


def test_only_the_plan_that_she_keeps_outlives_the_tab() -> None:
    keeping = [name for name in _parts() if "localStorage" in (_OFFLINE / f"{name}.js").read_text(encoding="utf-8")]
    assert keeping == ["phone"]


def test_every_sentence_that_it_asks_for_is_in_the_bundle() -> None:
    """Of ids that are put together, the beginning."""
    text = (_STATIC / "offline.js").read_text(encoding="utf-8")
    asked = set(re.findall(r"\b(?:t|counted)\(\s*[\"`]([a-z_]+\.[\w.]*)", text))
    assert len(asked) > 40
    phrases = [key for key in open_engine().knowledge.phrases if key.startswith(WORDS)]
    assert [name for name in sorted(asked) if not any(key.startswith(name) for key in phrases)] == []
