from __future__ import annotations

import json
from datetime import date
from typing import Any

from carrywell.app.engine import open_engine
from carrywell.app.plan_weeks import plan_weeks, weeks_as_json
from carrywell.model.case import Case
from carrywell.model.wishes import Wishes
from tests.lib.cases import all_no, also, pregnant

ENGINE = open_engine()
PELVIS = all_no(pregnant(30, sites=["pelvis_back", "pubic_bone"], worse_with=["turning_in_bed"], better_with=["rest"]))


def told(case: Case, weeks: int = 1, start: date | None = None, **wished: Any) -> dict[str, Any]:
    wishes = Wishes.model_validate(wished)
    found = weeks_as_json(ENGINE, ENGINE.voice(), plan_weeks(ENGINE, case, wishes, weeks, "interviewed"), wishes, start)
    assert json.loads(json.dumps(found)) == found
    return found


def test_the_keys_of_a_week() -> None:
    (week,) = told(PELVIS)["weeks"]
    assert list(week) == [
        "week", "from", "weeks_pregnant", "stage", "goals", "exercise_days", "exercises", "moving", "no_moving_because",
        "sleep", "home", "relief", "partner", "limits", "days", "not_for_you", "last_week",
    ]  # fmt: skip


def test_every_item_says_why_and_what_would_replace_it_and_on_what_ground() -> None:
    (week,) = told(PELVIS)["weeks"]
    items = [*week["exercises"], week["moving"], *week["sleep"], *week["home"], *week["partner"]]
    assert len(items) > 8
    for item in items:
        assert item["why"].endswith(".")
        assert "instead" in item
        assert item["strength"]
        assert "sources" in item


def test_dates_follow_from_the_day_it_begins() -> None:
    weeks = told(PELVIS, 2, date(2026, 11, 23))["weeks"]
    assert [week["from"] for week in weeks] == ["2026-11-23", "2026-11-30"]


def test_the_days_name_what_stands_on_them() -> None:
    (week,) = told(PELVIS, things=["pool"], active_minutes_a_week=150)["weeks"]
    moving = {day["day"]: day["moving"] for day in week["days"] if day["moving"]}
    assert list(moving) == week["moving"]["days"]
    assert {day for day, name in moving.items() if name == "aqua"} == set(week["moving"]["in_water"])
    assert all(day["minutes"] >= 0 for day in week["days"])


def test_what_is_left_out_says_why_in_words() -> None:
    (week,) = told(also(PELVIS, ask_first_history="yes"))["weeks"]
    walk = next(left for left in week["not_for_you"] if left["id"] == "walk")
    assert walk["ask_first"] is True
    assert walk["because"][0].startswith("Something in your history")
    assert (week["moving"], week["no_moving_because"]) == (
        None,
        "No walking plan for now. See below what stands against it.",
    )


def test_where_care_comes_first_that_is_said_in_place_of_weeks() -> None:
    found = told(also(PELVIS, fever="yes"))
    assert found["weeks"] == []
    assert found["waits_because"].startswith("Have this looked at first.")
    assert told(PELVIS)["waits_because"] is None


def test_a_quiet_week_says_so() -> None:
    found = told(also(PELVIS, bone_risk="yes", severe_pain="yes"))
    if found["care"]["level"] == "within_2_days":
        assert found["waits_because"].startswith("Until you have been seen")
        (week,) = found["weeks"]
        assert {left["because"][0] for left in week["not_for_you"]} == {
            "First be seen. Until then, only rest and position."
        }
