"""Pregnant or after birth, and the weeks: counted by the program where she knows a date."""

from __future__ import annotations

from datetime import date

from django.http import QueryDict
from pydantic import ValidationError

from carrywell.model.case import About
from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS, LONGEST_PREGNANCY_WEEKS
from carrywell.web.forms.errors import FieldError

DAYS_IN_A_WEEK = 7
_ROUNDING_DAYS = 0.05  # weeks are kept to two decimals
DAYS_FROM_LAST_PERIOD_TO_DUE_DATE = 280  # 40 weeks, the usual count from the first day of the last period

AboutOrErrors = tuple[About | None, list[FieldError]]


def read_pregnant(post: QueryDict, today: date) -> AboutOrErrors:
    errors: list[FieldError] = []
    weeks = _weeks(post, "weeks_pregnant", LONGEST_PREGNANCY_WEEKS, errors)
    due = _date(post, "due", errors)
    if due is not None:
        counted = round((DAYS_FROM_LAST_PERIOD_TO_DUE_DATE - (due - today).days) / DAYS_IN_A_WEEK, 2)
        if not 0 <= counted <= LONGEST_PREGNANCY_WEEKS:
            errors.append(FieldError("due-day", "about.error.due_range"))
        weeks = _agreed("weeks_pregnant", weeks, counted, errors)
    if weeks is None and not errors:
        errors.append(FieldError("weeks_pregnant", "about.error.weeks_missing"))
    if errors:
        return None, errors
    babies = post.get("babies", "")
    given = {"babies": int(babies)} if babies in ("1", "2", "3") else {}
    return About(weeks_pregnant=weeks, **given), []


def read_after(post: QueryDict, today: date) -> AboutOrErrors:
    errors: list[FieldError] = []
    weeks = _weeks(post, "weeks_postpartum", LONGEST_POSTPARTUM_WEEKS, errors)
    born = _date(post, "ended_on", errors)
    if born is not None:
        counted = round((today - born).days / DAYS_IN_A_WEEK, 2)
        if not 0 <= counted <= LONGEST_POSTPARTUM_WEEKS:
            errors.append(FieldError("ended_on-day", "about.error.ended_range"))
        weeks = _agreed("weeks_postpartum", weeks, counted, errors)
    if weeks is None and not errors:
        errors.append(FieldError("weeks_postpartum", "about.error.ended_missing"))
    given = {name: post[name] for name in ("ended", "birth", "baby_with_me") if post.get(name)}
    if "ended" not in given:
        errors.append(FieldError("ended", "about.error.how_ended"))
    if errors:
        return None, errors
    if given["ended"] == "loss":
        given.pop("baby_with_me", None)
    try:
        return About(weeks_postpartum=weeks, **given), []
    except ValidationError:
        return None, [FieldError("ended", "about.error.how_ended")]


def _weeks(post: QueryDict, name: str, highest: float, errors: list[FieldError]) -> float | None:
    typed = post.get(name, "").strip().replace(",", ".")
    if not typed:
        return None
    weeks = _week_and_day(typed)
    if weeks is None or not 0 <= weeks <= highest:
        errors.append(FieldError(name, "about.error.weeks_range", {"highest": f"{highest:g}"}))
        return None
    return weeks


def _agreed(name: str, typed: float | None, counted: float, errors: list[FieldError]) -> float:
    """The weeks she typed, else those counted from the date. Whole weeks leave up to six days open."""
    if typed is not None and abs(typed - counted) >= 1 and not errors:
        errors.append(FieldError(name, "about.error.disagree"))
    return counted if typed is None else typed


def _week_and_day(typed: str) -> float | None:
    """`23`, `23.5`, or `23+4` as midwives write it (23 weeks and 4 days)."""
    whole, plus, days = typed.partition("+")
    try:
        if not plus:
            return float(typed)
        return round(int(whole) + int(days) / 7, 2) if 0 <= int(days) <= 6 else None
    except (ValueError, OverflowError):
        return None


def weeks_and_days(weeks: float) -> str:
    """Weeks as she would write them: 23.57 is `23+4` again, 23.5 stays 23.5."""
    days = (weeks - int(weeks)) * DAYS_IN_A_WEEK
    whole = round(days)
    if 1 <= whole < DAYS_IN_A_WEEK and abs(days - whole) < _ROUNDING_DAYS:
        return f"{int(weeks)}+{whole}"
    return f"{weeks:g}"


def _date(post: QueryDict, name: str, errors: list[FieldError]) -> date | None:
    typed = [post.get(f"{name}-{part}", "").strip() for part in ("day", "month", "year")]
    if not any(typed):
        return None
    try:
        day, month, year = (int(part) for part in typed)
        return date(year, month, day)
    except (ValueError, OverflowError):
        errors.append(FieldError(f"{name}-day", "about.error.date"))
        return None
