"""The plan of a week, at its edges: what it hands on to the next week, and what it says beside the plan itself."""

from __future__ import annotations

from carrywell.app.plan_weeks import plan_weeks
from carrywell.decide.weekly import as_planned
from carrywell.model.exercise import BY_THE_CLOCK
from carrywell.model.wishes import DAYS, Wishes
from tests.lib.cases import all_no, also, pregnant
from tests.unit.decide.test_weekly import ENGINE, LUMBAR, PELVIS, part, week

PLAIN = all_no(pregnant(24, sites=["low_back"], worse_with=[], better_with=["rest"]))


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


def test_what_went_fine_is_handed_on_at_its_upper_end() -> None:
    first = week(LUMBAR)
    later = week(LUMBAR, last_week={"exercises": {one.exercise.id: {} for one in first.exercises}})
    assert [name for name, one in as_planned(later, None).exercises.items() if one.most] == [
        one.exercise.id for one in later.exercises if one.most
    ]
    assert any(one.most for one in later.exercises)


def test_a_week_of_walking_alone_still_says_where_to_stop() -> None:
    exercises = [name for name, one in ENGINE.knowledge.exercises.items() if one.group not in BY_THE_CLOCK]
    walking = week(LUMBAR, dislikes=exercises)
    assert (walking.exercises, part(walking, "limits")) == ((), ["ex_stop"])


def test_a_quiet_week_has_its_nights_and_no_limits_and_says_why_nobody_walks() -> None:
    quiet = week(also(PLAIN, leg_pain_one="yes", leg_numb_tingling="yes"))
    assert (quiet.activity, quiet.no_minutes) == (None, "no_minutes_level")
    assert part(quiet, "sleep")
    assert part(quiet, "limits") == []
    assert "goal_move" not in {goal.id for goal in quiet.goals}, "nothing in this week leads there"


def test_what_speaks_for_the_walk_is_told() -> None:
    activity = week(LUMBAR).activity
    assert activity is not None
    assert activity.because == ("class:lumbar", "is:lumbar_pain", "history:desk_work")


def test_she_walks_on_days_without_exercises_where_she_named_those() -> None:
    activity = week(LUMBAR, days=["tue", "sat"]).activity
    assert activity is not None
    assert activity.days == ("mon", "thu", "sun")


def test_who_walks_an_hour_a_day_already_goes_on_with_it() -> None:
    """The dose of the exercise is where a beginner ends, and no limit for a walk."""
    activity = week(LUMBAR, active_minutes_a_week=300).activity
    assert activity is not None
    assert (activity.per_day.days, activity.per_day.minutes) == (5, 60)


def test_on_four_days_two_are_in_the_water_with_a_day_between() -> None:
    activity = week(LUMBAR, things=["pool"], active_minutes_a_week=120).activity
    assert activity is not None
    assert activity.days == ("tue", "thu", "sat", "sun")
    assert [day for day, _ in activity.swapped] == ["tue", "sat"]


def test_in_place_of_a_walk_water_comes_before_the_bike() -> None:
    activity = week(LUMBAR, things=["pool", "bike"], dislikes=["walk"]).activity
    assert activity is not None
    assert (activity.exercise.id, [one.id for one in activity.instead]) == ("aqua", ["bike"])


def test_advice_that_she_likes_comes_before_what_fits_her_as_well() -> None:
    assert part(week(LUMBAR), "sleep") == ["slp_pillow_knees", "slp_pillow_bump"]
    assert part(week(LUMBAR, likes=["slp_turn"]), "sleep") == ["slp_turn", "slp_pillow_knees"]


def test_a_strong_pain_is_named_where_it_speaks_for_an_entry() -> None:
    """A number is true of nobody by itself; the condition that compares it holds all the same."""
    strong = all_no(pregnant(20, sites=["low_back"], worst_week=8, worse_with=[], better_with=[]))
    others = ["partner_chores", "chore_swap", "mass_partner", "partner_believe", "partner_child"]
    found = week(strong, likes=["partner_go_along"], dislikes=others)
    because = {one.advice.id: one.because for filled in found.parts for one in filled.chosen}
    assert because["partner_go_along"] == ("pain_worst_week",)


def test_no_day_of_a_later_week_is_longer_than_she_said() -> None:
    hip = all_no(
        pregnant(16, sites=["hip_outer"], worse_with=["one_leg_standing", "sitting_long"], better_with=["rest"])
    )
    weeks = plan_weeks(ENGINE, hip, Wishes(minutes_a_day=10), 2, "interviewed").weeks
    assert {one.change for one in weeks[1].exercises} >= {"time"}
    assert max(weeks[1].minutes_on(day) for day in DAYS) <= 10


def test_where_a_day_has_no_room_for_more_she_walks_on_one_more_day() -> None:
    found = week(LUMBAR, minutes_a_day=20, last_week={"activity": {"days": 3, "minutes_a_day": 15}})
    assert found.activity is not None
    assert (found.activity.per_day.days, found.activity.per_day.minutes, found.activity.change) == (4, 15, "oftener")


def test_she_walks_where_a_day_has_room_beside_the_exercises() -> None:
    found = week(LUMBAR, minutes_a_day=15)
    assert found.activity is not None
    assert found.activity.days == ("tue", "thu", "sat")
    assert max(found.minutes_on(day) for day in DAYS) <= 15
