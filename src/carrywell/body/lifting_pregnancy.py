"""Provisional limits for lifting at work in a healthy pregnancy.

Sources: Waters and others 2014 (Human Factors) and MacDonald and others 2013 (AJOG) for no lift from below mid-shin and
none overhead; the four weights as a secondary page repeats them for the zone closest to the body. The published chart
has more zones, and a class of repeated lifting for at most an hour a day; those numbers were not found: none is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from carrywell.body.lifting import Lift, recommended_weight
from carrywell.body.lifting_tables import METRIC

FROM_WEEK = 20.0  # the second half: the weights fall
_INFREQUENT_TO = 0.2  # lifts a minute: the manual says to write 0.2 for less than once in five minutes
_KG_PER_LB = 0.45359237

# Pounds, zone closest to the body: before and from week 20.
_INFREQUENT_LB = (36.0, 26.0)
_REPEATED_OVER_AN_HOUR_LB = (18.0, 13.0)
# The reach at which the equation itself comes to 36 and 26 lb (14 and 20 in): derived, the chart's own zones not found.
_CLOSEST_REACH_CM = (36.0, 51.0)
# Assumptions, on the side of giving no number: where shin, waist and head of a woman of middle height are.
_MID_SHIN_CM = 25.0
_WAIST_CM = (60.0, 110.0)
_OVERHEAD_CM = 160.0

Why = Literal["below_mid_shin", "overhead", "zone_not_found", "repeated_hour_not_found", "equation_gives_less", "chart"]


@dataclass(frozen=True, slots=True)
class PregnancyLimit:
    """`limit_kg` is None where the limits, as far as they were found, give no value; `why` says which case it is."""

    limit_kg: float | None
    why: Why


def pregnancy_limit(lift: Lift, weeks_pregnant: float) -> PregnancyLimit:
    """The limit for a lift in centimetres. Never above what the equation gives for anybody. ValueError for inches."""
    if lift.units is not METRIC:
        raise ValueError("the limit in pregnancy is worked out in centimetres and kilograms")
    heights = [lift.height] if lift.height_at_origin is None else [lift.height, lift.height_at_origin]
    if min(heights) < _MID_SHIN_CM:
        return PregnancyLimit(0.0, "below_mid_shin")
    if max(heights) > _OVERHEAD_CM:
        return PregnancyLimit(0.0, "overhead")
    later = weeks_pregnant >= FROM_WEEK
    at_waist = all(_WAIST_CM[0] <= height <= _WAIST_CM[1] for height in heights)
    if not at_waist or lift.reach > _CLOSEST_REACH_CM[later]:
        return PregnancyLimit(None, "zone_not_found")
    if lift.per_minute <= _INFREQUENT_TO:
        chart = _INFREQUENT_LB[later] * _KG_PER_LB
    elif lift.duration == "short":
        return PregnancyLimit(None, "repeated_hour_not_found")
    else:
        chart = _REPEATED_OVER_AN_HOUR_LB[later] * _KG_PER_LB
    recommended = recommended_weight(lift)
    return PregnancyLimit(recommended, "equation_gives_less") if recommended < chart else PregnancyLimit(chart, "chart")
