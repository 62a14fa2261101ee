"""The key `sequence`: stable keys, and a sentence for every part."""

from __future__ import annotations

from typing import Any

import pytest

from carrywell.app.check_case import check_sequence
from carrywell.app.engine import open_engine
from carrywell.model.case import Case
from carrywell.report.sequence import SequenceReport
from tests.lib.cases import postpartum, pregnant


def report(*cases: Case) -> dict[str, Any]:
    engine = open_engine()
    return SequenceReport(engine.knowledge, engine.voice()).of(check_sequence(engine, cases, "no"))


def says(part: list[dict[str, Any]]) -> list[str]:
    return [entry["says"] for entry in part]


BEFORE = pregnant(
    20, asked_on="2026-11-01", sites=["low_back"], side="left", now=3, worst_week=4, course="steady", fever="yes",
    worse_with=["stairs"], better_with=["rest", "heat"], day={"mopping": 30}, vomiting="yes",
)  # fmt: skip
WORSE = pregnant(
    20.4, asked_on="2026-11-04", sites=["low_back", "lower_leg"], side="both", now=7, worst_week=8,
    course="worse_over_days", fever="no", worse_with=["stairs", "walking"], better_with=["rest"], day={}, vomiting="no",
)  # fmt: skip
BETTER = pregnant(
    20.4, asked_on="2026-11-04", sites=[], side="left", now=1, worst_week=3, course="better_over_weeks",
    worse_with=[], vomiting="no",
)  # fmt: skip


def test_the_keys_that_programs_rely_on() -> None:
    assert list(report(BEFORE, WORSE)) == [
        "levels", "new", "pain_stronger", "worse", "better", "derived", "kept", "ask_again_in_hours",
    ]  # fmt: skip


def test_what_is_worse_is_told_in_words() -> None:
    worse = report(BEFORE, WORSE)["worse"]
    assert [(part["what"], part.get("id")) for part in worse if part["what"] != "over_time"] == [
        ("pain_now", None), ("pain_worst_week", None), ("site", "lower_leg"), ("side", None), ("course", None),
        ("worse_with", "walking"), ("better_with", "heat"), ("task", "mopping"),
    ]  # fmt: skip
    assert (worse[0]["before"], worse[0]["now"], worse[0]["says"]) == (3, 7, "The pain is stronger, 7 after 3.")
    assert "It also hurts here: Lower leg." in says(worse)
    assert all("{" not in sentence for sentence in says(worse))


def test_what_is_better_is_told_in_words() -> None:
    better = report(BEFORE, BETTER)["better"]
    assert [(part["what"], part.get("id")) for part in better] == [
        ("pain_now", None), ("pain_worst_week", None), ("site", "low_back"), ("course", None), ("worse_with", "stairs"),
        ("finding", "vomiting"),
    ]  # fmt: skip
    assert all(sentence and "{" not in sentence for sentence in says(better))
    assert report(pregnant(20, side="both"), pregnant(21, side="left"))["better"][0]["before"] == "both"


def test_what_is_derived_names_the_finding_and_why() -> None:
    derived = {part["because"]: part for part in report(BEFORE, WORSE)["derived"]}
    assert derived["getting_worse_fast"] == {
        "finding": "getting_worse_fast",
        "answer": "yes",
        "because": "getting_worse_fast",
        "says": "Within days your pain went up from 3 to 7 out of 10.",
        "basis": "design",
        "sources": ["LOTHIAN_RED", "SIJ_SEPTIC_2009"],
    }
    assert derived["leg_marked"]["says"] == "The pain has reached your leg: Lower leg."
    assert (derived["both_legs_marked"]["finding"], derived["both_legs_marked"]["answer"]) == (
        "leg_pain_both",
        "unsure",
    )


def test_what_only_makes_the_program_ask_sooner_is_among_the_worse() -> None:
    found = report(pregnant(20, now=3), pregnant(20.4, now=5))
    assert [(part["what"], part["id"]) for part in found["worse"] if "id" in part] == [("over_time", "stronger")]
    assert (found["derived"], found["ask_again_in_hours"]) == ([], 24)


def test_a_new_sign_is_told_in_her_own_words() -> None:
    me = open_engine().knowledge.findings["fever"].me.english
    assert f"This is new: {me}" in says(report(pregnant(20), pregnant(21, fever="yes"))["worse"])


@pytest.mark.parametrize("dated", [True, False])
def test_a_sign_that_outlasts_her_no_says_since_when_and_why(dated: bool) -> None:
    days = ("2026-11-01", "2026-11-04") if dated else (None, None)
    (kept,) = report(
        pregnant(20, fever="yes", asked_on=days[0]) if dated else pregnant(20, fever="yes"),
        pregnant(20.4, fever="no", asked_on=days[1]) if dated else pregnant(20.4, fever="no"),
    )["kept"]
    assert (kept["finding"], kept["told_on"], kept["because"], kept["days"]) == ("fever", days[0], "infection", 7)
    assert open_engine().knowledge.findings["fever"].me.english in kept["says"]


def test_the_time_to_ask_again_is_that_of_the_result() -> None:
    engine = open_engine()
    course = check_sequence(engine, (postpartum(20, now=5), postpartum(23, now=5)), "no")
    found = SequenceReport(engine.knowledge, engine.voice()).of(course)
    assert found["ask_again_in_hours"] == course.now.follow_up.in_hours == 72
