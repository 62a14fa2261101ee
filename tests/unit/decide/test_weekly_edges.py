"""The plan of a week, at its edges: what it hands on to the next week, and what it says beside the plan itself."""

from __future__ import annotations

from carrywell.decide.weekly import as_planned
from tests.unit.decide.test_weekly import LUMBAR, PELVIS, week


def test_the_week_after_builds_on_how_far_each_exercise_is() -> None:
    first = week(LUMBAR)
    done = {one.exercise.id: {"step": 0, "most": True, "weeks": 3} for one in first.exercises}
    later = week(LUMBAR, last_week={"exercises": done})
    kept = as_planned(later, None).exercises
    assert {name: (one.step, one.most, one.weeks) for name, one in kept.items()} == {
        one.exercise.id: (one.step, one.most, one.weeks) for one in later.exercises
    }
    assert any(one.step > 0 for one in kept.values())
    assert any(one.weeks == 4 for one in kept.values())


def test_a_week_without_walking_hands_on_no_minutes() -> None:
    still = week(LUMBAR, dislikes=["walk"])
    assert (still.activity, still.no_minutes) == (None, "no_minutes_disliked")
    assert as_planned(still, None).activity is None


def test_it_says_whose_week_it_is_and_what_is_not_for_her_now() -> None:
    found = week(PELVIS)
    assert found.about == PELVIS.about
    assert "piriformis" in {left.exercise.id for left in found.left_out}


def test_another_way_to_move_is_named_where_she_has_the_things_for_it() -> None:
    plain, pool = week(LUMBAR).activity, week(LUMBAR, things=["pool"]).activity
    assert plain is not None
    assert pool is not None
    assert "aqua" not in {one.id for one in plain.instead}
    assert "aqua" in {one.id for one in pool.instead}


def test_the_days_that_she_named_are_those_of_the_exercises() -> None:
    days = {day for one in week(LUMBAR, days=["tue", "sat"]).exercises if len(one.days) < 6 for day in one.days}
    assert days <= {"tue", "sat"}
    assert days
