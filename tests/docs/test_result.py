"""docs/reference/result.md names every key that a result can have, and none that it cannot."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from carrywell.app.check_case import Unanswered, check_case
from carrywell.app.engine import Engine, open_engine
from carrywell.knowledge.case_file import read_case_text
from carrywell.report.as_json import TOPICS, JsonReport
from tests.docs.console import run
from tests.docs.documents import read
from tests.docs.pages.examples import example_files, result_of
from tests.docs.tables import names
from tests.lib.tree import ROOT

_PAGE = ROOT / "docs" / "reference" / "result.md"
_ONE_ROW = {
    "trace.case.": "trace.case",
    "trace.moments[]": "trace.moments[]",
    "trace.items.": "trace.items.<item>",
    "private[].answers.": "private[].answers.<finding>",
}
# Two checks, between which something got worse, something better, and a sign was denied again.
_OVER_TIME = (
    "<(echo '{about: {weeks_pregnant: 30}, pain: {sites: [low_back], now: 3, worst_week: 6}, answers: {fever: yes}}')",
    "<(echo '{about: {weeks_pregnant: 30.5}, pain: {sites: [foot], now: 7, worst_week: 5}, answers: {fever: no}}')",
)
_LITTLE_SAID = "about: {weeks_pregnant: 30}\nanswers: {self_harm_thoughts: yes}"


def _keys(value: Any, at: str = "") -> Iterator[str]:
    """`care.because[].with[]`: the path of every value, whatever stands between."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from _keys(inside, f"{at}.{key}" if at else key)
    elif isinstance(value, list):
        yield f"{at}[]"
        for inside in value:
            yield from (key for key in _keys(inside, f"{at}[]") if key != f"{at}[]")
    else:
        yield at


def _in_words_of_the_page(key: str) -> str:
    """Topics share one row; so does today, whose entries are those of a topic. A case file has a page of its own."""
    for whole, row in _ONE_ROW.items():
        if key.startswith(whole):
            return row
    for topic in TOPICS:
        if key.startswith(f"plan.{topic}["):
            return key.replace(topic, "<topic>", 1)
    return key.replace("plan.today", "plan.<topic>", 1) if key.startswith("plan.today[].") else key


def _printed(command: str) -> Any:
    return json.loads(run(command))


@pytest.fixture(scope="module")
def found() -> set[str]:
    engine = open_engine()
    results = [result_of(path, engine) for path in example_files()]
    results += [_little_said(engine, "cautious"), _little_said(engine, "interviewed")]
    disc, saddle = "examples/disc-with-leg-signs.yaml", "examples/numb-saddle-after-birth.yaml"
    results += [
        _printed(f"carrywell check --interview {saddle} --json"),
        _printed(f"carrywell check {disc} {saddle} --json"),
        _printed(f"carrywell check {' '.join(_OVER_TIME)} --json"),
    ]
    return {_in_words_of_the_page(key) for result in results for key in _keys(result)}


def _little_said(engine: Engine, unanswered: Unanswered) -> Any:
    case = read_case_text("page.yaml", _LITTLE_SAID, engine.knowledge)
    report = JsonReport(engine.knowledge, engine.voice())
    return report.of(check_case(engine, case, unanswered), unanswered, private=True)


def test_every_key_of_a_result_is_explained(found: set[str]) -> None:
    assert sorted(found - set(names(read(_PAGE)))) == []


def test_no_key_is_explained_that_a_result_does_not_have(found: set[str]) -> None:
    assert sorted(set(names(read(_PAGE))) - found) == []
