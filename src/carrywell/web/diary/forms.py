"""What the forms of the diary send, read strictly: the values, or the errors beside their fields."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from datetime import date, timedelta

from django.http import QueryDict

from carrywell.decide.measures import MEASURES, ItemsError, total
from carrywell.model.case import SITES
from carrywell.web.diary.models import LONGEST_LINE, MOST_ACTIVITIES
from carrywell.web.diary.store import DaySaid, ScoreSaid, WeekSaid
from carrywell.web.forms.errors import FieldError

STRONGEST = 10
LONGEST_NUMBER = 20  # characters: Python refuses to read thousands of digits, and nobody means them
_NO_TEXT = ("Cc", "Cs")  # Unicode: control, and half of a pair
DAYS_BACK = 60  # further back memory is no diary
LONGEST_ACTIVITY = 60  # characters
HELPED = ("yes", "some", "no", "not_done")
TOO_MUCH = ("fine", "hard", "worse")
ENTERED = tuple(name for name in MEASURES if name != "pain_now")  # what she may enter a score of


def read_day_named(typed: str, today: date) -> date | None:
    """A day of the last weeks, as 2026-11-25; None for anything else."""
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if first_day(today) <= day <= today else None


def first_day(today: date) -> date:
    return today - timedelta(days=DAYS_BACK)


def read_day(post: QueryDict, advice: Collection[str]) -> tuple[DaySaid, list[FieldError]]:
    """`advice`: every id that there is."""
    errors: list[FieldError] = []
    now = _scale(post, "pain_now", errors)
    worst = _scale(post, "pain_worst", errors)
    chosen, did = set(post.getlist("sites")), set(post.getlist("did"))
    sites = tuple(site for site in SITES if site in chosen)
    line = _line(post, "line", errors)
    if len(line) > LONGEST_LINE:
        errors.append(FieldError("line", "diary_day.error.line", {"most": LONGEST_LINE}))
    said = DaySaid(now, worst, sites, tuple(sorted(did.intersection(advice))), line)
    if not errors and said == DaySaid():
        errors.append(FieldError("pain_now", "diary_day.error.empty"))
    return said, errors


def _scale(post: QueryDict, name: str, errors: list[FieldError]) -> int | None:
    typed = post.get(name, "").strip()
    if not typed:
        return None
    if len(typed) <= LONGEST_NUMBER and typed.isascii() and typed.isdigit() and int(typed) <= STRONGEST:
        return int(typed)
    errors.append(FieldError(name, "diary_day.error.scale"))
    return None


def _line(post: QueryDict, name: str, errors: list[FieldError]) -> str:
    """Her words in one line. Signs that no keyboard types are refused: a database may not hold them."""
    line = " ".join(post.get(name, "").split())
    if any(unicodedata.category(sign) in _NO_TEXT for sign in line):
        errors.append(FieldError(name, "diary_day.error.control"))
    return line


def read_week(post: QueryDict) -> tuple[WeekSaid, list[FieldError]]:
    errors: list[FieldError] = []
    activities = []
    for number in range(1, MOST_ACTIVITIES + 1):
        name = _line(post, f"activity-{number}", errors)
        score = _scale(post, f"score-{number}", errors)
        if len(name) > LONGEST_ACTIVITY:
            errors.append(FieldError(f"activity-{number}", "diary_week.activities.long", {"most": LONGEST_ACTIVITY}))
        elif name:
            activities.append((name, score))
        elif score is not None:
            errors.append(FieldError(f"activity-{number}", "diary_week.activities.error"))
    helped = post.get("helped", "") if post.get("helped") in HELPED else ""
    too_much = post.get("too_much", "") if post.get("too_much") in TOO_MUCH else ""
    return WeekSaid(tuple(activities), helped, too_much), errors


def read_score(post: QueryDict) -> tuple[ScoreSaid | None, list[FieldError]]:
    measure = MEASURES.get(post.get("instrument", ""))
    if measure is None or measure.id not in ENTERED:
        return None, [FieldError("instrument", "diary_week.scores.error.which")]
    typed, listed = post.get("total", "").strip(), post.get("items", "").strip()
    if bool(typed) == bool(listed):
        return None, [FieldError("total", f"diary_week.scores.error.{'both' if typed else 'missing'}")]
    if typed:
        number = _number(typed)
        if number is None or not measure.lowest <= number <= measure.highest:
            allowed = {"low": f"{measure.lowest:g}", "high": f"{measure.highest:g}"}
            return None, [FieldError("total", "diary_week.scores.error.total", allowed)]
        return ScoreSaid(measure.id, number), []
    numbers = [_number(part) for part in listed.replace(";", " ").replace(",", " ").split()]
    items = [number for number in numbers if number is not None]
    try:
        if len(items) != len(numbers):
            raise ItemsError(measure.id)
        return ScoreSaid(measure.id, total(measure, items), tuple(items)), []
    except ItemsError:
        allowed = {"count": f"{measure.items}", "most": f"{measure.most}"}
        return None, [FieldError("items", "diary_week.scores.error.items", allowed)]


def _number(typed: str) -> float | None:
    if len(typed) > LONGEST_NUMBER or "_" in typed:  # Python would read 1_0 as 10
        return None
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None
