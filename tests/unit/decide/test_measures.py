"""Scores of questionnaires: how they add up, and from which change on it counts."""

from __future__ import annotations

import re

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.measures import MEASURES, ItemsError, total, turn


@pytest.mark.parametrize(
    ("measure", "items", "score"),
    [
        ("rmdq", [1] * 11 + [0] * 13, 11),
        ("odi", [5] * 10, 100),
        ("odi", [1, 2, 3, 4, 5, 0, 0, 0, 0], 33.3),  # one section left open: out of 45
        ("pgq", [3] * 25, 100),
        ("pgq", [1] * 25, 33.3),
        ("pgq_symptoms", [0, 1, 2, 3, 0], 40),
    ],
)
def test_single_answers_add_up_to_the_score(measure: str, items: list[float], score: float) -> None:
    assert total(MEASURES[measure], items) == score


@pytest.mark.parametrize(
    ("measure", "items"),
    [("rmdq", [1] * 23), ("rmdq", [2] + [0] * 23), ("odi", [1] * 8), ("odi", [6] + [0] * 9), ("odi", [0.5] * 10),
     ("pgq", [1] * 24), ("pgq_symptoms", [-1, 0, 0, 0, 0]), ("pain_now", [])],
)  # fmt: skip
def test_answers_that_do_not_fit_are_refused(measure: str, items: list[float]) -> None:
    with pytest.raises(ItemsError):
        total(MEASURES[measure], items)


@pytest.mark.parametrize(
    ("measure", "before", "now", "turned"),
    [("pain_now", 6, 4, "better"), ("pain_now", 6, 5, "same"), ("pain_now", 4, 6, "worse"), ("rmdq", 12, 8, "same"),
     ("rmdq", 12, 7, "better"), ("odi", 30, 40, "worse"), ("odi", 30, 39, "same"), ("pgq", 60, 36, "same"),
     ("pgq", 60, 35, "better"), ("pgq_symptoms", 40, 60, "worse")],
)  # fmt: skip
def test_only_a_change_from_the_limit_on_counts(measure: str, before: float, now: float, turned: str) -> None:
    assert turn(MEASURES[measure], before, now) == turned


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
def test_each_limit_is_the_one_that_its_source_gives(measure: object) -> None:
    """The number in the code stands in the sentence of the knowledge base, and that names a source."""
    ground = open_engine().knowledge.prognosis[measure.ground]  # type: ignore[attr-defined]
    assert f"{measure.change:g}" in re.findall(r"\d+", ground.says.english)  # type: ignore[attr-defined]
    assert ground.basis == "sourced"
    assert ground.sources
