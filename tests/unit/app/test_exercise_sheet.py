from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.exercise_sheet import STOP_SIGNS, by_group, exercise_sheet
from carrywell.model.rules import names_in

KNOWLEDGE = open_engine().knowledge


@pytest.mark.parametrize("name", KNOWLEDGE.exercises)
def test_a_sheet_holds_all_that_speaks_against_the_exercise_and_when_to_stop(name: str) -> None:
    sheet, exercise = exercise_sheet(KNOWLEDGE, name), KNOWLEDGE.exercises[name]
    assert set(sheet.against) == {fact for when in exercise.not_when for fact in names_in(when)}
    assert [gate.id for gate in sheet.gates] == list(exercise.gates)
    pregnant = {stage.pregnant for stage in exercise.stages}
    assert {advice.id for advice in sheet.stop} == {STOP_SIGNS[one] for one in pregnant}


@pytest.mark.parametrize("name", KNOWLEDGE.exercises)
def test_the_body_that_is_drawn_may_do_it(name: str) -> None:
    drawn, exercise = exercise_sheet(KNOWLEDGE, name).drawn, KNOWLEDGE.exercises[name]
    poses = [KNOWLEDGE.poses[pose] for pose in (exercise.start_pose, exercise.end_pose)]
    assert all(pose.suits(drawn.weeks_pregnant) for pose in poses)
    assert KNOWLEDGE.stage_of(drawn) in exercise.stages


def test_the_stop_signs_are_a_limit_and_never_left_out() -> None:
    assert {KNOWLEDGE.advice[name].kind for name in STOP_SIGNS.values()} == {"limit"}


def test_all_are_listed_once_those_that_help_most_first() -> None:
    listed = [one for some in by_group(KNOWLEDGE).values() for one in some]
    assert sorted(one.id for one in listed) == sorted(KNOWLEDGE.exercises)
    for some in by_group(KNOWLEDGE).values():
        assert [one.rank for one in some] == sorted((one.rank for one in some), reverse=True)


def test_others_of_its_kind_are_named_and_not_itself() -> None:
    others = exercise_sheet(KNOWLEDGE, "clam").others
    assert {one.group for one in others} == {"strength"}
    assert "clam" not in {one.id for one in others}


def test_what_there_is_not_is_said() -> None:
    with pytest.raises(KeyError):
        exercise_sheet(KNOWLEDGE, "somersault")
