from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.exercise import Exercise
from carrywell.model.step import Step
from carrywell.model.timer import Phase
from carrywell.report.timer import READY_S, TURN_OVER_S, clock_phases, exercise_phases, massage_phases

EXERCISES = open_engine().knowledge.exercises
TIMED = [one for one in EXERCISES.values() if one.group != "class"]


def phases(name: str) -> tuple[Phase, ...]:
    return exercise_phases(EXERCISES[name], EXERCISES[name].dose)


def test_a_hold_follows_each_move() -> None:
    assert phases("cat_cow")[:3] == (Phase("ready", READY_S), Phase("move", 3, 1, 1), Phase("hold", 3, 1, 1))
    assert [phase.count for phase in phases("cat_cow") if phase.word == "hold"] == [1, 2, 3]


def test_without_a_hold_there_are_only_moves() -> None:
    assert {phase.word for phase in phases("hip_hinge")} == {"ready", "move"}


def test_sides_take_turns_where_she_does_not_lie() -> None:
    words = [phase.word for phase in phases("bird_dog")]
    assert words[1:5] == ["move", "hold", "other_side", "hold"]
    assert "turn_over" not in words


def test_lying_on_the_side_all_of_one_side_comes_first() -> None:
    words = [phase.word for phase in phases("side_leg_lift")]
    assert words.count("turn_over") == 1
    assert "other_side" not in words
    before, after = words[1 : words.index("turn_over")], words[words.index("turn_over") + 1 :]
    assert before == after
    assert before.count("rest") == 1, "between two sets on one side"
    assert next(phase.seconds for phase in phases("side_leg_lift") if phase.word == "turn_over") == TURN_OVER_S


def test_rest_stands_between_sets_only() -> None:
    told = phases("tra")
    assert [phase.set for phase in told if phase.word == "rest"] == [2, 3]
    assert {phase.seconds for phase in told if phase.word == "rest"} == {20}
    assert max(phase.set for phase in told) == EXERCISES["tra"].dose.sets


def test_at_the_upper_end_it_counts_more() -> None:
    dose = EXERCISES["clam"].dose
    fewer, more = exercise_phases(EXERCISES["clam"], dose), exercise_phases(EXERCISES["clam"], dose, most=True)
    assert [max(phase.count for phase in told) for told in (fewer, more)] == [5, 10]


@pytest.mark.parametrize("exercise", TIMED, ids=lambda one: one.id)
def test_what_the_timer_takes_is_what_the_plan_adds_up(exercise: Exercise) -> None:
    """Getting ready, turning over and the rest before another side are the timer's own."""
    own = {"ready", "turn_over"}
    counted = sum(phase.seconds for phase in exercise_phases(exercise, exercise.dose) if phase.word not in own)
    sides = 2 if exercise.dose.each_side and exercise.positions == ("lying_side",) else 1
    rest = (sides - 1) * (exercise.dose.sets - 1) * exercise.dose.rest_s
    assert counted - rest == pytest.approx(exercise.dose.minutes_taken() * 60)


def test_by_the_clock_it_is_one_spell() -> None:
    assert phases("walk") == clock_phases(15) == (Phase("ready", READY_S), Phase("go", 900))


def test_a_class_has_a_teacher_and_no_timer() -> None:
    assert phases("yoga_class") == ()


def test_the_massage_takes_its_fifteen_minutes_step_by_step() -> None:
    advice = open_engine().knowledge.advice["mass_steps"]
    told = massage_phases(advice.steps)
    assert [phase.count for phase in told] == [1, 2, 3, 4, 5, 6, 7]
    assert sum(phase.seconds for phase in told) == (advice.minutes or 0) * 60


def test_steps_without_a_time_are_not_counted() -> None:
    timed = Step.model_validate({"says": "Stroke.", "seconds": 60})
    assert massage_phases((timed, Step.model_validate({"says": "Rest."}))) == ()
    assert massage_phases(()) == ()
