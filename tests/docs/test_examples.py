"""The examples: their page is up to date, their files are read, and each woman is told what her story asks for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel, Speed
from carrywell.report.as_json import Json
from tests.docs.pages.examples import example_files, result_of, story_of, written
from tests.lib.published_cases import SHARED
from tests.lib.tree import ROOT

# Written from the stories, not from what the program says: how soon, and the first door where it matters.
_EXPECTED = {
    "cramps-and-sciatica": ((Speed.WEEKS, Speed.WEEKS), "midwife_or_gp"),
    "disc-with-leg-signs": ((Speed.WEEKS, Speed.TWO_DAYS), "midwife_or_gp"),
    "early-pregnancy-bleeding": ((Speed.TODAY, Speed.TODAY), "early_pregnancy_unit"),
    "epidural-long-ago": ((Speed.SELF_CARE, Speed.WEEKS), None),
    "five-months-standing-and-sitting": ((Speed.SELF_CARE, Speed.WEEKS), None),
    "mother-feeding-bent-over": ((Speed.SELF_CARE, Speed.WEEKS), None),
    "numb-saddle-after-birth": ((Speed.NOW, Speed.NOW), "hospital_spine"),
    "ordinary-ache-after-birth": ((Speed.SELF_CARE, Speed.WEEKS), None),
    "sacroiliac-pain": ((Speed.SELF_CARE, Speed.WEEKS), None),
    "severe-pain-and-ill": ((Speed.TODAY, Speed.NOW), None),
    "week-23-after-mopping": ((Speed.SELF_CARE, Speed.WEEKS), None),
}
_CLASSES = {
    "disc-with-leg-signs": "radicular",
    "five-months-standing-and-sitting": "lumbar",
    "sacroiliac-pain": "pgp_posterior",
    "week-23-after-mopping": "lumbar",
}
_LONGEST_SHARED_RUN = 6  # words


def _result(name: str) -> Json:
    return result_of(ROOT / "examples" / f"{name}.yaml", open_engine())


def test_the_page_of_examples_is_what_would_be_written_now() -> None:
    for path, text in written(open_engine()).items():
        assert (ROOT / path).read_text(encoding="utf-8") == text, "run make reference"


def test_every_example_is_judged_here() -> None:
    assert [path.stem for path in example_files()] == sorted(_EXPECTED)


@pytest.mark.parametrize("name", _EXPECTED)
def test_she_is_told_how_soon_and_where_to(name: str) -> None:
    (least, most), door = _EXPECTED[name]
    care = _result(name)["care"]
    assert least <= CareLevel(care["level"]).speed <= most
    if door is not None:
        assert care["doors"][0] == door


@pytest.mark.parametrize("name", _CLASSES)
def test_her_pattern_is_recognised(name: str) -> None:
    assert _result(name)["pain_class"]["likely"] == _CLASSES[name]


@pytest.mark.parametrize("name", _EXPECTED)
def test_there_is_something_for_today_unless_she_must_be_seen(name: str) -> None:
    found = _result(name)
    must_be_seen = CareLevel(found["care"]["level"]).is_today
    assert bool(found["plan"]["today"]) is not must_be_seen


@pytest.mark.parametrize("path", example_files(), ids=lambda path: path.stem)
def test_the_file_begins_with_who_she_is(path: Path) -> None:
    assert len(story_of(path)) > 80


@pytest.mark.parametrize("path", example_files(), ids=lambda path: path.stem)
def test_her_story_is_told_in_our_own_words(path: Path) -> None:
    articles = sorted((SHARED / "articles").glob("*.txt"))
    if not articles:
        pytest.skip(f"the articles are not at {SHARED}, so nothing to compare with")
    told = {run for article in articles for run in _runs(article.read_text(encoding="utf-8"))}
    assert [run for run in _runs(story_of(path)) if run in told] == []


def _runs(text: str) -> list[str]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return [" ".join(words[at : at + _LONGEST_SHARED_RUN]) for at in range(len(words) - _LONGEST_SHARED_RUN + 1)]
