"""How long and how thick she is, and how her belly grows.

Lengths of the segments: de Leva 1996 (J Biomech 29:1223-1230), women of 173.5 cm, as the evidence on the body gives
them, scaled to 165 cm. There they stand as "from memory, check before use": good enough for a picture, and used for
nothing else. Girths are drawn by eye for a woman of middle build and claim nothing.

Growth of the belly: the lower trunk gains 0.29 kg a week from week 15 (Jensen 1996, J Biomech 29:251-256, 15 women).
That mass, spread as half an ellipsoid over the front of the trunk, is how far the belly stands out. What comes before
week 15 and after birth is drawn by eye: under the navel on the first day, all but gone in about a year.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, pi

from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS, LONGEST_PREGNANCY_WEEKS

STATURE_CM = 165.0
_SCALE = STATURE_CM / 173.5

THIGH_CM = 36.85 * _SCALE
SHANK_CM = 43.23 * _SCALE
FOOT_CM = 22.83 * _SCALE
UPPER_ARM_CM = 27.51 * _SCALE
FOREARM_CM = 26.43 * _SCALE
TO_KNUCKLES_CM = 7.8 * _SCALE
HIP_TO_THROAT_CM = 52.93 * _SCALE
ANKLE_CM = 7.0  # of the ankle above the sole
HIP_HEIGHT_CM = THIGH_CM + SHANK_CM + ANKLE_CM

# By eye, at 165 cm.
HIP_HALF_CM = 8.3  # from the middle to the hip joint
SHOULDER_HALF_CM = 15.2
SHOULDER_UP_CM = 45.0  # from the hips, upright
PALM_CM = 7.0  # from the wrist to the middle of the palm

_GAIN_KG_A_WEEK = 0.29
_GAIN_FROM_WEEK = 15.0
_EARLY_KG = 0.45  # at week 15, from nothing at week 6
_EARLY_FROM_WEEK = 6.0
_AFTER_BIRTH_KG = 2.6
_LASTING_KG = 0.25
_SETTLES_IN_WEEKS = 4.0


@dataclass(frozen=True, slots=True)
class Body:
    """Her weeks: exactly one of the two clocks. ValueError otherwise, or where a number is out of range."""

    weeks_pregnant: float | None = None
    weeks_postpartum: float | None = None

    def __post_init__(self) -> None:
        if (self.weeks_pregnant is None) == (self.weeks_postpartum is None):
            raise ValueError("a body has weeks_pregnant or weeks_postpartum: exactly one of the two")
        for name, weeks, most in (
            ("weeks_pregnant", self.weeks_pregnant, LONGEST_PREGNANCY_WEEKS),
            ("weeks_postpartum", self.weeks_postpartum, LONGEST_POSTPARTUM_WEEKS),
        ):
            if weeks is not None and not 0 <= weeks <= most:
                raise ValueError(f"{name}: found {weeks:g}; allowed: 0 to {most:g}")


@dataclass(frozen=True, slots=True)
class Belly:
    """How far it stands out beyond a flat one, and where on the trunk, in cm above the hips."""

    out_cm: float
    bottom_cm: float
    top_cm: float


def belly(body: Body) -> Belly:
    kg = belly_mass_kg(body)
    grown = min(kg / 7.0, 1.15)  # 1 near the end of a pregnancy
    top = 21.0 + 12.0 * min(grown, 1.0) ** 0.8
    bottom = 1.5
    half = (top - bottom) / 200  # metres
    broad = 0.105 + 0.04 * grown
    out = kg / 1000 / (2 / 3 * pi * half * broad) * 100
    return Belly(out, bottom, top)


def belly_mass_kg(body: Body) -> float:
    """Beyond the flat belly: womb, child, waters, and what stays for a while."""
    if body.weeks_pregnant is not None:
        week = body.weeks_pregnant
        early = _EARLY_KG * min(max(week - _EARLY_FROM_WEEK, 0) / (_GAIN_FROM_WEEK - _EARLY_FROM_WEEK), 1)
        return early + _GAIN_KG_A_WEEK * max(week - _GAIN_FROM_WEEK, 0)
    assert body.weeks_postpartum is not None  # checked by Body
    return _LASTING_KG + (_AFTER_BIRTH_KG - _LASTING_KG) * exp(-body.weeks_postpartum / _SETTLES_IN_WEEKS)
