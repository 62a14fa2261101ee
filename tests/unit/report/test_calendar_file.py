from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from carrywell.app.engine import open_engine
from carrywell.app.plan_weeks import plan_weeks
from carrywell.model.wishes import Wishes
from carrywell.report.calendar_file import calendar
from tests.lib.cases import all_no, pregnant

ENGINE = open_engine()
CALM = all_no(pregnant(20, sites=["low_back"], worse_with=["bending"], better_with=["rest"]))
WEEKS = plan_weeks(ENGINE, CALM, Wishes(things=("pool",), active_minutes_a_week=150), 2, "interviewed").weeks
FRIDAY = date(2026, 11, 20)
TEXT = calendar(WEEKS, FRIDAY, ENGINE.knowledge, ENGINE.voice())
UNFOLDED = TEXT.replace("\r\n ", "")


def events() -> list[dict[str, str]]:
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT\r\n", UNFOLDED, re.DOTALL)
    return [dict(line.split(":", 1) for line in event.splitlines()) for event in found]


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    assert TEXT.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert TEXT.endswith("END:VCALENDAR\r\n")
    assert "\n" not in TEXT.replace("\r\n", "")
    assert max(len(line.encode()) for line in TEXT.split("\r\n")) <= 75


def test_every_day_with_something_on_it_has_its_entries() -> None:
    days = [event["DTSTART;VALUE=DATE"] for event in events() if event["SUMMARY"] == "Exercises"]
    assert len(days) == 14
    assert (days[0], days[-1]) == ("20261120", "20261203")
    assert {event["DTEND;VALUE=DATE"] for event in events() if event["DTSTART;VALUE=DATE"] == "20261130"} == {
        "20261201"
    }


def test_moving_stands_on_its_days_in_water_where_that_is_planned() -> None:
    activity = WEEKS[0].activity
    assert activity is not None
    moving = {
        date.fromisoformat(event["DTSTART;VALUE=DATE"]): event["SUMMARY"]
        for event in events()
        if "minutes" in event["SUMMARY"]
    }
    first = {day: says for day, says in moving.items() if (day - FRIDAY).days < 7}
    assert {f"{day:%a}".lower() for day in first} == set(activity.days)
    assert sum("water" in says for says in first.values()) == len(activity.swapped) == 2


def test_each_entry_is_its_own_and_the_stamp_is_no_clock() -> None:
    assert len({event["UID"] for event in events()}) == len(events())
    assert {event["DTSTAMP"] for event in events()} == {"20261120T000000Z"}


def test_a_shared_calendar_does_not_tell_that_she_is_pregnant() -> None:
    said = " ".join(event["SUMMARY"] for event in events())
    assert not re.search(r"pregnan|birth|bump|pain|back", said, re.IGNORECASE)


def test_commas_and_breaks_are_marked() -> None:
    told = next(event["DESCRIPTION"] for event in events() if event["SUMMARY"] == "Exercises")
    assert re.search(r"\\,", told)
    assert r"\n" in told
    assert not re.search(r"(?<!\\)[,;]", told)


def test_a_day_without_exercises_has_no_entry_for_them() -> None:
    walking = replace(WEEKS[0], exercises=())
    text = calendar((walking,), FRIDAY, ENGINE.knowledge, ENGINE.voice())
    assert walking.activity is not None
    assert text.count("BEGIN:VEVENT") == len(walking.activity.days)
    assert "SUMMARY:Exercises" not in text
