from __future__ import annotations

from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.plan_weeks import plan_weeks
from carrywell.decide.weekly import as_planned
from carrywell.model.case import Case
from carrywell.model.weekly import WeekPlan
from carrywell.model.wishes import Wishes
from tests.lib.cases import all_no, also, postpartum, pregnant

ENGINE = open_engine()
LUMBAR = all_no(pregnant(20, sites=["low_back"], worse_with=["bending"], better_with=["rest"], history=["desk_work"]))
PELVIS = all_no(pregnant(30, sites=["pelvis_back"], worse_with=["turning_in_bed", "stairs"], better_with=["rest"]))


def week(case: Case, **wished: Any) -> WeekPlan:
    return plan_weeks(ENGINE, case, Wishes.model_validate(wished), 1, "interviewed").weeks[0]


def part(found: WeekPlan, name: str) -> list[str]:
    return [one.advice.id for filled in found.parts if filled.part.id == name for one in filled.chosen]


class TestGoals:
    def test_three_at_most_and_the_one_that_most_of_her_answers_speak_for_first(self) -> None:
        assert [goal.id for goal in week(PELVIS).goals] == ["goal_night", "goal_walk_pelvis", "goal_move"]

    def test_only_where_something_in_the_week_leads_there(self) -> None:
        helped = {name for goal in week(LUMBAR).goals for name in goal.helped_by}
        assert helped & {one.exercise.id for one in week(LUMBAR).exercises}


class TestMoving:
    def test_walking_from_the_first_step_of_the_ladder(self) -> None:
        activity = week(LUMBAR).activity
        assert activity is not None
        assert (activity.exercise.id, activity.per_day.weekly, activity.spells) == ("walk", 45, 1)
        assert activity.ladder.id == "pregnant"

    def test_with_a_sore_pelvis_in_spells_of_ten_minutes(self) -> None:
        done = {"days": 3, "minutes_a_day": 15}
        activity = week(PELVIS, last_week={"activity": done}).activity
        assert activity is not None
        assert (activity.per_day.minutes, activity.spells) == (20, 2)

    def test_a_pool_takes_some_of_the_days_once_it_is_worth_the_way(self) -> None:
        short = week(LUMBAR, things=["pool"]).activity
        longer = week(LUMBAR, things=["pool"], active_minutes_a_week=60).activity
        most = week(LUMBAR, things=["pool"], active_minutes_a_week=150).activity
        assert short is not None
        assert longer is not None
        assert most is not None
        assert [len(one.swapped) for one in (short, longer, most)] == [0, 1, 2]
        assert most.on(most.swapped[0][0]).id == "aqua"
        assert most.on(next(day for day in most.days if day not in dict(most.swapped))).id == "walk"

    def test_what_she_likes_better_takes_its_place_within_its_own_dose(self) -> None:
        water = week(LUMBAR, things=["pool"], likes=["aqua"], active_minutes_a_week=150).activity
        bike = week(LUMBAR, things=["bike"], dislikes=["walk"], active_minutes_a_week=250).activity
        assert water is not None
        assert bike is not None
        assert (water.exercise.id, water.per_day.days, water.swapped) == ("aqua", 2, ())
        assert (bike.exercise.id, bike.per_day.minutes) == ("bike", 30)

    def test_where_she_likes_none_or_may_do_none_that_is_said(self) -> None:
        found = week(LUMBAR, dislikes=["walk"])
        assert (found.activity, found.no_minutes) == (None, "no_minutes_disliked")
        found = week(also(LUMBAR, ask_first_history="yes"))
        assert (found.activity, found.no_minutes) == (None, "no_minutes_closed")

    def test_after_a_flare_it_begins_a_third_lower(self) -> None:
        activity = week(also(LUMBAR, worse_after_last_time="yes")).activity
        assert activity is not None
        assert (activity.ladder.id, activity.per_day.minutes, activity.change) == ("strong_pain", 5, "cut")

    def test_little_time_shortens_it_and_says_so(self) -> None:
        activity = week(LUMBAR, minutes_a_day=12).activity
        assert activity is not None
        assert activity.per_day.minutes < 15
        assert activity.change == "time"


class TestOneChangeAtATime:
    def test_each_part_takes_what_fits_her_best_and_names_the_next_best(self) -> None:
        (home,) = [filled for filled in week(LUMBAR).parts if filled.part.id == "home"]
        (one,) = home.chosen
        assert one.instead is not None
        assert one.instead.id != one.advice.id

    def test_work_is_spoken_of_only_where_she_named_some(self) -> None:
        assert part(week(LUMBAR), "work") == ["sit_breaks"]
        assert part(week(PELVIS), "work") == []

    def test_the_limits_stand_there_only_in_a_week_with_something_to_do(self) -> None:
        assert part(week(LUMBAR), "limits") == ["ex_stop"]

    def test_home_has_something_else_next_week(self) -> None:
        first = week(LUMBAR)
        then = week(LUMBAR, last_week=as_planned(first, None).model_dump())
        assert part(first, "home") != part(then, "home")
        assert part(first, "sleep") == part(then, "sleep")

    def test_what_she_dislikes_is_left_out(self) -> None:
        (first,) = part(week(LUMBAR), "home")
        assert part(week(LUMBAR, dislikes=[first]), "home") not in ([], [first])

    def test_no_baby_is_spoken_of_where_none_is_with_her(self) -> None:
        said = {"sites": ["low_back"], "worse_with": ["getting_up"], "better_with": ["rest"]}
        lost = week(all_no(postpartum(9, ended="loss", **said)))
        chosen = [one.advice for filled in lost.parts for one in filled.chosen]
        assert chosen
        assert [advice.id for advice in chosen if advice.topic == "baby_care"] == []
        assert part(lost, "partner")[0] == "loss_partner"

    def test_of_several_facts_in_a_condition_the_one_that_is_so_is_named(self) -> None:
        child = all_no(pregnant(20, sites=["low_back"], worse_with=[], better_with=[], day={"shopping_bags": 1}))
        found = {one.advice.id: one.because for filled in week(child).parts for one in filled.chosen}
        assert found["partner_chores"] == ("day:shopping_bags",)


@pytest.mark.parametrize("case", [LUMBAR, PELVIS])
def test_a_week_that_went_as_planned_is_what_the_next_one_builds_on(case: Case) -> None:
    first = week(case)
    done = as_planned(first, None)
    assert done.activity is not None
    assert first.activity is not None
    assert done.activity.days * done.activity.minutes_a_day == first.activity.per_day.weekly
    assert set(done.exercises) == {one.exercise.id for one in first.exercises}
    assert part(first, "home")[0] in as_planned(week(case, last_week=done.model_dump()), done).tried


def test_the_days_add_up() -> None:
    found = week(LUMBAR)
    assert {"mon", "wed", "fri"} <= set(found.exercise_days)
    assert "thu" not in found.exercise_days
    assert found.activity is not None
    daily = sum(one.minutes_a_day for one in found.exercises if len(one.days) == 7)
    assert found.minutes_on("thu") == pytest.approx(daily + found.activity.per_day.minutes)
    assert found.minutes_on("mon") > daily
