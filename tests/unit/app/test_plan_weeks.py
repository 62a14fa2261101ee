from __future__ import annotations

from datetime import date

from carrywell.app.engine import open_engine
from carrywell.app.plan_weeks import plan_weeks, weeks_as_calendar, weeks_as_json
from carrywell.model.wishes import Wishes
from tests.lib.cases import all_no, also, postpartum, pregnant

ENGINE = open_engine()
CALM = all_no(pregnant(20, sites=["low_back"], worse_with=["bending"], better_with=["rest"]))


def test_each_week_is_planned_for_the_weeks_that_she_will_have_then() -> None:
    found = plan_weeks(ENGINE, all_no(pregnant(12, sites=["low_back"])), Wishes(), 6, "no")
    assert [week.about.weeks_pregnant for week in found.weeks] == [12, 13, 14, 15, 16, 17]
    closed = [{left.exercise.id for left in week.left_out} for week in found.weeks]
    assert ["bridge" in left for left in closed] == [False, False, False, False, True, True]


def test_a_later_week_builds_on_the_one_before() -> None:
    found = plan_weeks(ENGINE, CALM, Wishes(), 4, "interviewed")
    minutes = [week.activity.per_day.weekly for week in found.weeks if week.activity]
    assert minutes == [45, 60, 75, 90]


def test_nothing_is_planned_past_the_birth_or_three_years() -> None:
    late = all_no(pregnant(40.5, sites=["low_back"]))
    assert len(plan_weeks(ENGINE, late, Wishes(), 4, "interviewed").weeks) == 2
    old = all_no(postpartum(155, ended="loss", sites=["low_back"]))
    assert len(plan_weeks(ENGINE, old, Wishes(), 4, "interviewed").weeks) == 2
    past = all_no(pregnant(43, sites=["low_back"]))
    assert len(plan_weeks(ENGINE, past, Wishes(), 4, "interviewed").weeks) == 1, "this week at least"


def test_it_stops_where_a_new_stage_asks_what_exercise_needs_a_no_to() -> None:
    found = plan_weeks(ENGINE, all_no(postpartum(4, sites=["low_back"], ended="birth")), Wishes(), 4, "interviewed")
    assert {week.about.weeks_postpartum for week in found.weeks} <= {4, 5, 6, 7}
    early = plan_weeks(ENGINE, all_no(pregnant(12, sites=["low_back"])), Wishes(), 4, "cautious")
    assert (len(early.weeks), early.stops) == (2, "questions")


def test_care_comes_first() -> None:
    found = plan_weeks(ENGINE, also(CALM, fever="yes"), Wishes(), 4, "interviewed")
    assert (found.waits, found.is_quiet, found.weeks) == (True, False, ())
    quiet = plan_weeks(ENGINE, also(CALM, severe_pain="yes", getting_worse_fast="yes"), Wishes(), 1, "interviewed")
    assert quiet.waits or quiet.is_quiet


def test_each_week_carries_what_the_next_one_can_be_told() -> None:
    found = plan_weeks(ENGINE, CALM, Wishes(), 2, "interviewed")
    told = weeks_as_json(ENGINE, ENGINE.voice(), found, Wishes(), None)
    last = told["weeks"][0]["last_week"]
    again = plan_weeks(ENGINE, CALM, Wishes.model_validate({"last_week": last}), 1, "interviewed").weeks[0]
    assert again.activity == found.weeks[1].activity
    assert again.exercises == found.weeks[1].exercises


def test_the_calendar_begins_on_the_day_given() -> None:
    found = plan_weeks(ENGINE, CALM, Wishes(), 1, "interviewed")
    text = weeks_as_calendar(ENGINE, ENGINE.voice(), found, date(2026, 11, 23))
    assert "DTSTART;VALUE=DATE:20261123" in text
    assert "20261130T" not in text
