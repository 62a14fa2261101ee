"""b, on rules that can be seen as a whole: what counts as saying more, and what lowers."""

from __future__ import annotations

import pytest
import z3

from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.cases import value_in, values_of
from carrywell.proof.context import CAUTIOUS, COUNTS_AS_NO, ProofContext, Silence
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.properties.never_lowers import prove, says_more
from carrywell.proof.woman import Woman
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import combination, finding, knowledge

THIRD = Stage.THIRD_TRIMESTER
PRESSURE = finding("blood_pressure_upper", kind="context", asks_for="number", lowest=60, highest=260)
SMALL: Knowledge = knowledge(finding("fever", "same_day_maternity"), finding("low_mood_2w", intimate=True), PRESSURE)


def lowered(small: Knowledge) -> list[Counterexample]:
    return list(prove(ProofContext(small, (THIRD,))))


def is_more(less: Case, more: Case, silence: Silence = COUNTS_AS_NO) -> bool:
    one, other = Woman(SMALL, THIRD, "less"), Woman(SMALL, THIRD, "more")
    compared = z3.simplify(z3.substitute(says_more(one, other, silence), *values_of(one, less)))
    return value_in(compared, values_of(other, more))


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"fever": "no"}, {"fever": "unsure"}),
        ({"fever": "unsure"}, {"fever": "yes"}),
        ({}, {"fever": "yes"}),
        ({"low_mood_2w": "rather_not_say"}, {"low_mood_2w": "yes"}),
        ({"sites": ["flank"]}, {"sites": ["flank", "chest"]}),
        ({"onset": "gradual"}, {"onset": "sudden"}),
        ({"course": "steady"}, {"course": "worse_over_days"}),
        ({"blood_pressure_upper": 139}, {"blood_pressure_upper": 140}),
        ({"now": 3}, {"now": 4}),
        ({}, {"now": 0}),
        ({}, {"started_weeks_ago": 3}),
        ({"worse_with": []}, {"worse_with": ["walking"]}),
        ({}, {"history": ["scoliosis"]}),
    ],
)
def test_says_more(less: dict[str, object], more: dict[str, object]) -> None:
    assert is_more(pregnant(30, **less), pregnant(30, **more))
    assert not is_more(pregnant(30, **more), pregnant(30, **less))
    assert not is_more(pregnant(30, **less), pregnant(31, **more))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"course": "comes_and_goes"}, {"course": "worse_over_days"}),  # another pain, not more of it
        ({"started_weeks_ago": 1}, {"started_weeks_ago": 5}),
        ({"fever": "no"}, {}),
    ],
)
def test_neither_says_more(one: dict[str, object], other: dict[str, object]) -> None:
    assert not is_more(pregnant(30, **one), pregnant(30, **other))
    assert not is_more(pregnant(30, **other), pregnant(30, **one))


def test_with_silence_as_open_a_number_that_settles_is_no_addition() -> None:
    assert is_more(pregnant(30), pregnant(30, now=0), COUNTS_AS_NO)
    assert not is_more(pregnant(30), pregnant(30, now=0), CAUTIOUS)


def test_rules_that_only_raise_are_proved() -> None:
    rule = combination(
        "pressure", {"compare": {"number": "blood_pressure_upper", "is": ">=", "limit": 160}}, "emergency_now"
    )
    assert lowered(knowledge(finding("fever", "same_day_maternity"), PRESSURE, rule)) == []


def test_a_benign_answer_that_lowers_is_told_with_both_cases() -> None:
    rule = combination("flank_on_the_map", {"all": ["site:flank", {"not": "fever"}]}, "within_2_days")
    found = lowered(knowledge(finding("fever", kind="pattern"), rule))
    assert {one.levels for one in found} == {("within_2_days", "routine")}
    less, more = found[0].cases
    assert less["pain"] == more["pain"] == {"sites": ["flank"]}
    assert "fever" not in less.get("answers", {})
    assert more["answers"]["fever"] in ("unsure", "yes")


def test_a_rule_that_a_higher_reading_loses_is_told() -> None:
    rule = combination(
        "pressure", {"compare": {"number": "blood_pressure_upper", "is": "<=", "limit": 100}}, "within_2_days"
    )
    found = lowered(knowledge(PRESSURE, rule))
    assert {one.levels for one in found} == {("within_2_days", "routine")}


def test_from_routine_to_self_care_is_left_to_another_property() -> None:
    assert lowered(SMALL) == []  # the pattern question, answered yes, takes that step
