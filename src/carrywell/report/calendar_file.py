"""The weeks of a plan as a calendar file (iCalendar, RFC 5545): a whole-day entry for each day with something on it.

Nothing in it says that she is pregnant or what hurts: calendars are shared. No clock is read: the stamp that the
standard asks for is the day the plan begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Voice
from carrywell.model.weekly import WeekPlan
from carrywell.model.wishes import DAYS, Day
from carrywell.report.week_words import WeekSpeaker

_LONGEST_LINE = 75  # octets, without the line break (RFC 5545, section 3.1)
_PRODUCT = "-//carrywell//plan//EN"


def calendar(weeks: tuple[WeekPlan, ...], start: date, knowledge: Knowledge, voice: Voice) -> str:
    """`start`: the first day of the first week. Lines end in CR LF, as the standard says."""
    speak = WeekSpeaker(knowledge, voice)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN"]
    for at, week in enumerate(weeks):
        for day in _dates(start + timedelta(weeks=at)):
            for kind, summary, description in _entries(week, DAYS[day.weekday()], speak):
                lines += _event(f"{day:%Y%m%d}-{kind}", day, start, summary, description)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _dates(first: date) -> Iterator[date]:
    yield from (first + timedelta(days=after) for after in range(7))


def _entries(week: WeekPlan, day: Day, speak: WeekSpeaker) -> Iterator[tuple[str, str, str]]:
    """Kind, summary and description of what stands on a day."""
    exercises = [one for one in week.exercises if day in one.days]
    if exercises:
        told = (f"{speak.voice(one.exercise.name)}: {speak.dose(one)}" for one in exercises)
        yield "exercises", speak.voice.phrase("week.calendar.exercise"), "\n".join(told)
    if week.activity is not None and day in week.activity.days:
        exercise, minutes = week.activity.on(day), week.activity.per_day.minutes
        summary = speak.voice.phrase("week.calendar.moving", name=speak.voice(exercise.name), minutes=minutes)
        yield "moving", summary, speak.voice(exercise.stop)


def _event(uid: str, day: date, start: date, summary: str, description: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@carrywell.invalid",
        f"DTSTAMP:{start:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(description)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Parts of at most 75 octets; each after the first begins with a space. No character is cut in two."""
    part, room = "", _LONGEST_LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            yield part
            part, room = " ", _LONGEST_LINE - 1
        part, room = part + character, room - size
    yield part
