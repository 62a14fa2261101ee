"""A calendar feed: the day on which to look again, and nothing else. It says neither why, nor that she is pregnant.

A phone's calendar reads it by an address that only she has. Of the key in it the site keeps a digest, so nobody who
reads the database can open it.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from carrywell.model.text import Voice
from carrywell.web.diary.models import Woman
from carrywell.web.diary.store import note_access

WEEKS_AHEAD = 8  # a calendar that is not read again for long still reminds her each week
_PRODUCT = "-//carrywell//days//EN"


def digest_of(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def open_feed(woman: Woman, at: datetime) -> str:
    """The key, which is shown once; an earlier address ends with it."""
    key = secrets.token_urlsafe(32)
    _keep(woman, digest_of(key), at)
    return key


def close_feed(woman: Woman, at: datetime) -> None:
    _keep(woman, "", at)


def _keep(woman: Woman, digest: str, at: datetime) -> None:
    woman.calendar_digest = digest
    woman.save(update_fields=["calendar_digest"])
    note_access(woman, "calendar", at)


def woman_with(key: str) -> Woman | None:
    return Woman.objects.filter(calendar_digest=digest_of(key)).first() if key else None


def days_to_look(due: date, today: date) -> Iterator[date]:
    """The day on which the questions are due, or today where that is past; then every week."""
    first = max(due, today)
    yield from (first + timedelta(weeks=week) for week in range(WEEKS_AHEAD))


def feed(due: date, today: date, voice: Voice) -> bytes:
    """As iCalendar (RFC 5545). ModuleNotFoundError without the extra `calendar`."""
    from icalendar import Calendar, Event

    whole = Calendar()
    for name, value in (("version", "2.0"), ("prodid", _PRODUCT), ("refresh-interval;value=duration", "P1D")):
        whole.add(name, value)
    for day in days_to_look(due, today):
        event = Event()
        event.add("uid", f"{day:%Y%m%d}-look@carrywell.invalid")
        event.add("dtstamp", datetime.combine(today, time(), UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", voice.phrase("diary_calendar.event"))
        event.add("transp", "TRANSPARENT")
        whole.add_component(event)
    written: bytes = whole.to_ical()
    return written
