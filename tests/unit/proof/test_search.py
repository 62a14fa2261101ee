"""A counterexample says as little as it can, in plain numbers."""

from __future__ import annotations

import z3

from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.cases import case_file
from carrywell.proof.logic import FALSE, either, exactly
from carrywell.proof.search import possible, smallest
from carrywell.proof.woman import Woman
from tests.lib.small_knowledge import finding, knowledge

SMALL: Knowledge = knowledge(
    *(finding(name) for name in ("fever", "vomiting", "chest_pain")),
    finding("blood_pressure_upper", kind="context", asks_for="number", lowest=60, highest=260),
)


def found(*conditions: z3.BoolRef, woman: Woman) -> dict[str, object]:
    model = smallest([woman], *conditions)
    assert model is not None
    return case_file(woman, model)


def test_only_what_is_needed_is_said() -> None:
    woman = Woman(SMALL, Stage.THIRD_TRIMESTER)
    fever, vomiting, chest = (woman.replies[name] for name in ("fever", "vomiting", "chest_pain"))
    two_ways = either(z3.And(fever.yes, vomiting.yes), chest.unsure)
    assert found(two_ways, woman=woman) == {"about": {"weeks_pregnant": 36}, "answers": {"chest_pain": "unsure"}}


def test_weeks_are_plain_where_they_may_be() -> None:
    woman = Woman(SMALL, Stage.SECOND_TRIMESTER)
    assert found(woman.weeks < exactly(14.95), woman=woman) == {"about": {"weeks_pregnant": 14}}
    between = z3.And(woman.weeks > 20, woman.weeks < 21)
    assert found(between, woman=woman) == {"about": {"weeks_pregnant": 20.5}}


def test_a_number_that_is_given_is_plain() -> None:
    woman = Woman(SMALL, Stage.THIRD_TRIMESTER)
    pressure = woman.replies["blood_pressure_upper"].number
    assert pressure is not None
    case = found(pressure.given, pressure.value > exactly(159.25), woman=woman)
    said = case["answers"]
    assert isinstance(said, dict)
    assert isinstance(said["blood_pressure_upper"], int)
    assert said["blood_pressure_upper"] >= 160


def test_two_women_are_made_small_together() -> None:
    less, more = Woman(SMALL, Stage.THIRD_TRIMESTER, "less"), Woman(SMALL, Stage.THIRD_TRIMESTER, "more")
    model = smallest([less, more], less.weeks == more.weeks, more.replies["fever"].yes)
    assert model is not None
    assert case_file(less, model) == {"about": {"weeks_pregnant": 36}}
    assert case_file(more, model) == {"about": {"weeks_pregnant": 36}, "answers": {"fever": "yes"}}


def test_nothing_is_found_where_there_is_nothing() -> None:
    woman = Woman(SMALL, Stage.THIRD_TRIMESTER)
    assert smallest([woman], FALSE) is None
    assert possible(woman.well_formed(), woman.weeks < 28) is None
