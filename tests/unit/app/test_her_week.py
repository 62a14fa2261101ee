from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.her_week import as_it_went, exercise_for_her, her_week
from carrywell.app.plan_weeks import plan_weeks
from carrywell.decide.weekly import as_planned
from carrywell.model.case import Case
from carrywell.model.wishes import ActivityDone, LastWeek, Wishes
from tests.lib.cases import all_no, also, pregnant

ENGINE = open_engine()
CALM = all_no(pregnant(24, sites=["low_back"], worse_with=["lifting"], better_with=["rest"]))
WALKED = LastWeek(activity=ActivityDone(days=3, minutes_a_day=10))
URGENT = also(CALM, heavy_bleeding="yes")


def test_the_first_week_is_that_of_the_plan() -> None:
    (planned,) = plan_weeks(ENGINE, CALM, Wishes(), 1, "asked").weeks
    assert her_week(ENGINE, CALM, Wishes()).week == planned


def test_a_later_week_follows_from_the_one_before() -> None:
    first, second = plan_weeks(ENGINE, CALM, Wishes(), 2, "asked").weeks
    wishes = Wishes(last_week=as_planned(first, None))
    assert her_week(ENGINE, CALM, wishes, 1).week == second
    assert her_week(ENGINE, CALM, wishes, 1).about.weeks_pregnant == 25


def test_at_the_levels_of_today_there_is_no_week_and_nothing_to_exercise() -> None:
    hers = her_week(ENGINE, URGENT, Wishes())
    assert hers.waits
    assert hers.week is None
    assert {one.acts for one in hers.open.values()} <= {"position"}


def test_past_the_weeks_that_can_be_planned_it_stops() -> None:
    late = all_no(pregnant(41, sites=["low_back"]))
    assert her_week(ENGINE, late, Wishes(), 1).week is not None
    assert her_week(ENGINE, late, Wishes(), 2).stops == "end"


def test_this_week_at_least_is_planned() -> None:
    assert her_week(ENGINE, all_no(pregnant(43, sites=["low_back"])), Wishes()).week is not None


def test_new_questions_of_a_new_stage_come_before_its_exercises() -> None:
    early = pregnant(12, sites=["low_back"])
    told = all_no(early).answers
    scan = {name: answer for name, answer in told.items() if name != "weak_cervix"}
    hers = her_week(ENGINE, all_no(early).model_copy(update={"answers": scan}), Wishes(last_week=WALKED), 2)
    assert hers.stops == "questions"
    assert hers.week is None


def closed(case: Case) -> dict[str, bool]:
    hers = her_week(ENGINE, case, Wishes())
    return {name: exercise_for_her(hers, one).is_open for name, one in ENGINE.knowledge.exercises.items()}


def test_an_exercise_is_open_only_where_nothing_speaks_against_it() -> None:
    sore = all_no(pregnant(24, sites=["pubic_bone"], worse_with=["parting_legs"]))
    assert closed(CALM)["clam"]
    assert not closed(sore)["clam"]
    assert not closed(CALM)["bridge"], "on the back at 24 weeks"
    assert not closed(CALM)["curl_up"], "for half a year after a birth"


def test_in_place_of_an_exercise_stands_only_what_is_open() -> None:
    sore = all_no(pregnant(24, sites=["pubic_bone"], worse_with=["parting_legs"]))
    hers = her_week(ENGINE, sore, Wishes())
    for exercise in ENGINE.knowledge.exercises.values():
        assert {one.id for one in exercise_for_her(hers, exercise).instead} <= set(hers.open)


def test_what_closed_it_is_told_where_it_is_of_her_weeks() -> None:
    hers = her_week(ENGINE, CALM, Wishes())
    bridge = exercise_for_her(hers, ENGINE.knowledge.exercises["bridge"]).left_out
    assert bridge is not None
    assert "is:weeks_ge_16" in {reason.fact for reason in bridge.reasons}
    assert exercise_for_her(hers, ENGINE.knowledge.exercises["curl_up"]).left_out is None


def test_what_she_tells_of_the_week_is_kept_and_the_rest_stays_the_same() -> None:
    week = her_week(ENGINE, CALM, Wishes()).week
    assert week is not None
    assert week.activity is not None
    names = [one.exercise.id for one in week.exercises]
    told = as_it_went(week, None, {names[0]: "too_hard", week.activity.exercise.id: "worse"}, {names[0]: "yes"})
    assert (told.exercises[names[0]].went, told.exercises[names[0]].helped) == ("too_hard", "yes")
    assert (told.exercises[names[1]].went, told.exercises[names[1]].helped) == ("not_done", "unsure")
    assert told.activity is not None
    assert told.activity.went == "worse"
    assert told.activity.minutes_a_day == week.activity.per_day.minutes
    assert told.tried == as_planned(week, None).tried


@pytest.mark.parametrize(("went", "minutes"), [("fine", "more"), ("not_done", "same"), ("too_hard", "less")])
def test_the_next_week_follows_from_how_the_walking_went(went: str, minutes: str) -> None:
    week = her_week(ENGINE, CALM, Wishes()).week
    assert week is not None
    assert week.activity is not None
    done = as_it_went(week, None, {week.activity.exercise.id: went}, {})  # type: ignore[dict-item]
    then = her_week(ENGINE, CALM, Wishes(last_week=done), 1).week
    assert then is not None
    assert then.activity is not None
    before, after = week.activity.per_day.weekly, then.activity.per_day.weekly
    assert {"more": after > before, "same": after == before, "less": after < before}[minutes]
