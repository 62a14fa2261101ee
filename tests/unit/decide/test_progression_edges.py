"""From one week to the next, at its edges: the goal just reached, and all that a standing carries with it."""

from __future__ import annotations

from typing import Any

import pytest

from carrywell.decide.progression import Standing, minutes_for, next_minutes, next_standing
from carrywell.model.week_parts import Ladder
from carrywell.model.weekly import Minutes
from carrywell.model.wishes import ActivityDone, ExerciseDone
from tests.unit.model.test_exercise import exercise
from tests.unit.model.test_week_parts import FILE

LADDER = Ladder.model_validate(FILE)  # up to five days of half an hour
TWO_STEPS = ({"says": "Hold.", "hold_s": 5}, {"says": "With a band.", "needs": ["band"]})


@pytest.mark.parametrize(
    ("before", "change"), [(Minutes(5, 25), "longer"), (Minutes(4, 30), "oftener")], ids=["minutes", "days"]
)
def test_the_last_change_reaches_the_goal_itself(before: Minutes, change: str) -> None:
    assert next_minutes(before, "fine", LADDER) == (Minutes(5, 30), change)
    assert next_minutes(Minutes(5, 30), "fine", LADDER) == (Minutes(5, 30), "hold")


def test_after_a_week_told_the_day_still_needs_room_for_more() -> None:
    done = ActivityDone(days=3, minutes_a_day=15)
    assert minutes_for(LADDER, done, None, flared=False, room=17) == (Minutes(4, 15), "oftener")
    assert minutes_for(LADDER, done, None, flared=False) == (Minutes(3, 20), "longer")


@pytest.mark.parametrize(
    ("done", "standing"),
    [
        ({"step": 1, "most": True, "helped": "no", "weeks": 3}, Standing(1, True, 4, "no_help", dropped=True)),
        ({"step": 1, "most": True, "went": "not_done", "weeks": 2}, Standing(1, True, 3, "again")),
        ({"step": 1, "most": True, "went": "too_hard", "weeks": 2}, Standing(1, False, 3, "fewer")),
        ({"step": 1, "went": "too_hard", "weeks": 2}, Standing(0, False, 3, "down")),
        ({"went": "worse", "weeks": 2}, Standing(0, False, 3, "worse", dropped=True)),
        ({"went": "too_hard", "weeks": 2}, Standing(0, False, 3, "easier")),
        ({"weeks": 2}, Standing(0, True, 3, "more")),
        ({"most": True, "weeks": 2}, Standing(1, False, 3, "up")),
        ({"step": 1, "most": True, "weeks": 2}, Standing(1, True, 3, "hold")),
    ],
)
def test_whatever_becomes_of_an_exercise_its_weeks_are_counted(done: dict[str, Any], standing: Standing) -> None:
    assert next_standing(exercise(harder=TWO_STEPS), ExerciseDone(**done), frozenset()) == standing


def test_more_of_it_is_measured_by_the_step_that_she_is_at() -> None:
    """Not by a step that is still to come: there the count may be fixed already."""
    counted = exercise(
        dose={"repetitions": [5, 8], "days_a_week": [3, 3]}, harder=[{"says": "Do ten.", "repetitions": [10, 10]}]
    )
    timed = exercise(
        dose={"minutes": [5, 8], "days_a_week": [3, 3]}, harder=[{"says": "Stay for ten.", "minutes": [10, 10]}]
    )
    for one in (counted, timed):
        assert next_standing(one, ExerciseDone(), frozenset()) == Standing(0, True, 2, "more")
