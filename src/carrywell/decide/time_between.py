"""How much time lies between two moments of one woman, from their dates or from the weeks that she said."""

from __future__ import annotations

from carrywell.model.case import Case

DAYS_IN_A_WEEK = 7
_ROUNDED = 6  # decimals: 21.4 - 20.4 weeks are one week, whatever the binary fractions say


def weeks_between(first: Case, latest: Case) -> float | None:
    """Weeks, or None where the two count on different clocks and a date is missing."""
    if first.asked_on and latest.asked_on:
        return (latest.asked_on - first.asked_on).days / DAYS_IN_A_WEEK
    if first.about.weeks_pregnant is not None and latest.about.weeks_pregnant is not None:
        return round(latest.about.weeks_pregnant - first.about.weeks_pregnant, _ROUNDED)
    if first.about.weeks_postpartum is not None and latest.about.weeks_postpartum is not None:
        return round(latest.about.weeks_postpartum - first.about.weeks_postpartum, _ROUNDED)
    return None


def days_between(first: Case, latest: Case) -> float:
    """Days that surely lie between. From a moment in pregnancy to one after it: those since its end, at the least."""
    weeks = weeks_between(first, latest)
    if weeks is None:
        weeks = latest.about.weeks_postpartum or 0.0
    return round(weeks * DAYS_IN_A_WEEK, _ROUNDED)
