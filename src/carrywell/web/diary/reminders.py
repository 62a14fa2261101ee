"""Her reminders by mail: when the next one is due, and what she chose.

A reminder is claimed by moving its next moment on, in one statement that only one of several machines can win; then it
is sent. So it goes out at most once: where a machine dies in between, this one is left out, and the next one comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, get_args

from django.core.signing import BadSignature, Signer

from carrywell.web.diary.models import Woman

Rhythm = Literal["daily", "weekly", "due"]
RHYTHMS: tuple[Rhythm, ...] = get_args(Rhythm)
HOURS, WEEKDAYS = range(24), range(7)
AGAIN_AFTER = timedelta(days=7)  # where the questions stay due: once, and then each week, as her calendar shows it
_SIGNED = Signer(salt="carrywell.web.diary.reminders", sep=".")  # mail programs may end a link at a colon


@dataclass(frozen=True, slots=True)
class Choice:
    """`due`: only on a day on which the danger questions are due again. `weekday`: of the weekly one, Monday is 0."""

    rhythm: Rhythm
    hour: int
    weekday: int = 0


def choose(woman: Woman, choice: Choice, language: str, at: datetime) -> None:
    _keep(
        woman,
        remind=choice.rhythm,
        remind_hour=choice.hour,
        remind_weekday=choice.weekday,
        remind_language=language,
        remind_next=next_moment(choice, at),
    )


def stop(woman: Woman) -> None:
    """Nothing of the choice stays."""
    _keep(woman, remind="", remind_hour=None, remind_weekday=None, remind_language="", remind_next=None)


def _keep(woman: Woman, **columns: object) -> None:
    for name, value in columns.items():
        setattr(woman, name, value)
    woman.save(update_fields=list(columns))


def chosen(woman: Woman) -> Choice | None:
    if woman.remind not in RHYTHMS or woman.remind_hour is None:
        return None
    return Choice(woman.remind, woman.remind_hour, woman.remind_weekday or 0)


def next_moment(choice: Choice, after: datetime) -> datetime:
    """The first full hour of hers later than `after`; what was missed before it is left out."""
    moment = datetime.combine(after.date(), time(choice.hour))
    if choice.rhythm == "weekly":
        moment += timedelta(days=(choice.weekday - moment.weekday()) % 7)
    step = timedelta(days=7 if choice.rhythm == "weekly" else 1)
    return moment if moment > after else moment + step


def is_time(due: date | None, last_check: date | None, reminded: date | None, today: date) -> bool:
    """Whether a reminder of questions that are due goes out today: once after her last check, then each week."""
    if due is None or due > today:
        return False
    since_check = reminded is not None and (last_check is None or reminded > last_check)
    return not since_check or today - (reminded or today) >= AGAIN_AFTER


def claim(woman: Woman, following: datetime) -> bool:
    """True for one machine alone, however many ask at once."""
    waits = Woman.objects.filter(pk=woman.pk, remind=woman.remind, remind_next=woman.remind_next)
    return waits.update(remind_next=following) == 1


def put_back(woman: Woman, following: datetime) -> None:
    """It was not sent: the next run tries again, unless she has chosen otherwise meanwhile."""
    waits = Woman.objects.filter(pk=woman.pk, remind=woman.remind, remind_next=following)
    waits.update(remind_next=woman.remind_next)


def key_to_stop(woman: Woman) -> str:
    """Good for as long as the diary is there, and for nothing else."""
    return _SIGNED.sign(woman.pk)


def woman_who_stops(key: str) -> Woman | None:
    """None for a key that this site did not sign, and for a diary that is gone."""
    try:
        return Woman.objects.filter(pk=int(_SIGNED.unsign(key))).first()
    except (BadSignature, ValueError):
        return None
