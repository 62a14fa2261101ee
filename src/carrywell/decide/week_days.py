"""Which days, within the time there is: exercises with a day between, walking where there is room."""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.model.exercise import Exercise
from carrywell.model.weekly import Minutes
from carrywell.model.wishes import DAYS, Day

SPREAD: tuple[Day, ...] = ("mon", "wed", "fri", "sun", "tue", "thu", "sat")
WALKING_FIRST: tuple[Day, ...] = ("tue", "thu", "sat", "sun", "mon", "wed", "fri")
EVERY_DAY_FROM = 6  # an exercise for most days is easiest remembered every day
SESSIONS = 3


def session_days(wished: tuple[Day, ...]) -> tuple[Day, ...]:
    """The days for what needs a rest between: hers where she named some, else Monday, Wednesday, Friday."""
    return _in_order(tuple(day for day in SPREAD if not wished or day in wished)[:SESSIONS])


def days_of(exercise: Exercise, sessions: tuple[Day, ...], wished: tuple[Day, ...]) -> tuple[Day, ...]:
    """The days of an exercise: the fewest that its dose asks for."""
    wanted = exercise.dose.days_a_week[0]
    if wanted >= EVERY_DAY_FROM:
        return DAYS
    if wanted <= len(sessions):
        return sessions[:wanted]
    more = [day for day in SPREAD if day not in sessions and (not wished or day in wished)]
    return _in_order((*sessions, *more[: wanted - len(sessions)]))


def room_for(
    wanted: Minutes, room: Mapping[Day, float], sessions: tuple[Day, ...]
) -> tuple[Minutes, tuple[Day, ...]] | None:
    """The minutes that fit, and their days: first those without a session. None where no day has room.

    `room`: minutes still free on each day.
    """
    fits = min(wanted.minutes, int(max(room.values()) // 5 * 5))
    if fits <= 0:
        return None
    free = [day for day in WALKING_FIRST if room[day] >= fits]
    chosen = sorted(free, key=lambda day: (day in sessions, WALKING_FIRST.index(day)))[: wanted.days]
    return Minutes(len(chosen), fits), _in_order(tuple(chosen))


def _in_order(days: tuple[Day, ...]) -> tuple[Day, ...]:
    return tuple(sorted(days, key=DAYS.index))
