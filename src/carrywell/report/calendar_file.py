"""The weeks of a plan as a calendar file (iCalendar, RFC 5545): a whole-day entry for each day with something on it.

Nothing in it says that she is pregnant or what hurts: calendars are shared. No clock is read: the stamp that the
standard asks for is the day the plan begins. Escapes and folded lines are icalendar's work (extra `calendar`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Voice
from carrywell.model.weekly import WeekPlan
from carrywell.model.wishes import DAYS, Day
from carrywell.report.week_words import WeekSpeaker

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//carrywell//plan//EN"


def calendar(weeks: tuple[WeekPlan, ...], start: date, knowledge: Knowledge, voice: Voice) -> str:
    """`start`: the first day of the first week. Lines end in CR LF, as the standard says. ModuleNotFoundError without
    the extra.
    """
    from icalendar import Calendar  # here, since it takes longer to load than a plan takes to make

    speak, whole = WeekSpeaker(knowledge, voice), Calendar()
    for name, value in (("version", "2.0"), ("prodid", _PRODUCT), ("calscale", "GREGORIAN")):
        whole.add(name, value)
    for at, week in enumerate(weeks):
        for day in _dates(start + timedelta(weeks=at)):
            for kind, summary, description in _entries(week, DAYS[day.weekday()], speak):
                whole.add_component(_event(f"{day:%Y%m%d}-{kind}", day, start, summary, description))
    written: bytes = whole.to_ical()
    return written.decode()


def _dates(first: date) -> Iterator[date]:
    yield from (first + timedelta(days=after) for after in range(7))


def _entries(week: WeekPlan, day: Day, speak: WeekSpeaker) -> Iterator[tuple[str, str, str]]:
    """Kind, summary and description of what stands on a day."""
    exercises = [one for one in week.exercises if day in one.days]
    if exercises:
        told = (speak.voice.labelled(speak.voice(one.exercise.name), speak.dose(one)) for one in exercises)
        yield "exercises", speak.voice.phrase("week.calendar.exercise"), "\n".join(told)
    if week.activity is not None and day in week.activity.days:
        exercise, minutes = week.activity.on(day), week.activity.per_day.minutes
        summary = speak.voice.phrase("week.calendar.moving", name=speak.voice(exercise.name), minutes=minutes)
        yield "moving", summary, speak.voice(exercise.stop)


def _event(uid: str, day: date, start: date, summary: str, description: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@carrywell.invalid")
    event.add("dtstamp", datetime.combine(start, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", description)
    event.add("transp", "TRANSPARENT")
    return event
