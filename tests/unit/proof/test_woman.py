"""A symbolic woman can be every case that a file can be, and no other."""

from __future__ import annotations

import pytest
import z3

from carrywell.app.engine import open_engine
from carrywell.model.case import Case
from carrywell.model.stage import Stage
from carrywell.proof.cases import value_in, values_of
from carrywell.proof.woman import Woman, week_range
from tests.lib.cases import AT_EACH_STAGE
from tests.lib.small_knowledge import finding, knowledge

SHIPPED = open_engine().knowledge


def can_be(woman: Woman, *conditions: z3.BoolRef) -> bool:
    solver = z3.Solver()
    solver.add(woman.well_formed(), *conditions)
    return bool(solver.check() == z3.sat)


@pytest.mark.parametrize("her", AT_EACH_STAGE, ids=lambda her: SHIPPED.stage_of(her.about).value)
def test_every_stage_has_its_cases(her: Case) -> None:
    woman = Woman(SHIPPED, SHIPPED.stage_of(her.about))
    assert value_in(woman.well_formed(), values_of(woman, her))


@pytest.mark.parametrize(
    ("stage", "first", "last", "last_belongs"),
    [
        (Stage.FIRST_TRIMESTER, 0, 14, False),
        (Stage.THIRD_TRIMESTER, 28, 45, True),
        (Stage.POSTPARTUM_12M_36M, 52, 156, True),
    ],
)
def test_weeks_lie_in_the_stage(stage: Stage, first: float, last: float, last_belongs: bool) -> None:
    woman = Woman(SHIPPED, stage)
    assert week_range(SHIPPED, stage) == (first, last, last_belongs)
    assert can_be(woman, woman.weeks == first)
    assert can_be(woman, woman.weeks == last) is last_belongs
    assert not can_be(woman, woman.weeks < first)


def test_one_question_has_one_answer() -> None:
    woman = Woman(knowledge(finding("fever")), Stage.THIRD_TRIMESTER)
    reply = woman.replies["fever"]
    assert not can_be(woman, reply.yes, reply.no)
    assert can_be(woman, z3.Not(reply.said))


def test_only_an_intimate_question_can_be_kept_back() -> None:
    woman = Woman(knowledge(finding("fever"), finding("low_mood_2w", intimate=True)), Stage.THIRD_TRIMESTER)
    assert can_be(woman, woman.replies["low_mood_2w"].rather_not)
    assert not can_be(woman, woman.replies["fever"].rather_not)


def test_a_number_lies_in_its_range() -> None:
    number = finding("blood_pressure_upper", kind="context", asks_for="number", lowest=60, highest=260)
    woman = Woman(knowledge(number), Stage.THIRD_TRIMESTER)
    reply = woman.replies["blood_pressure_upper"].number
    assert reply is not None
    assert can_be(woman, reply.given, reply.value == 60)
    assert not can_be(woman, reply.given, reply.value == 261)


def test_a_baby_is_not_with_her_after_a_loss() -> None:
    woman = Woman(knowledge(), Stage.POSTPARTUM_0_6W)
    ended, baby = woman.person_choices["ended"], woman.person_choices["baby_with_me"]
    assert can_be(woman, ended["birth"], baby["yes"])
    assert not can_be(woman, ended["loss"], baby["yes"])


def test_a_marked_list_was_answered() -> None:
    woman = Woman(knowledge(), Stage.THIRD_TRIMESTER)
    worse = woman.lists["worse_with"]
    assert not can_be(woman, worse.marks["walking"], z3.Not(worse.answered))
    assert can_be(woman, worse.answered, *(z3.Not(mark) for mark in worse.marks.values()))
