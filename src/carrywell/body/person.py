"""People as arrays, and how much each part of them weighs. The parts always add up to the whole weight.

Every field broadcasts: one value for everyone, or an array of people (and of draws of what is uncertain).
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

from carrywell.body import person_constants as of
from carrywell.model.told import WrongValue

Floats = NDArray[np.float64]

# What may be left of her own weight at least, without belly and breasts: below it the numbers are no body's.
_LEAST_SHARE = 0.6


class ImpossibleBody(WrongValue):
    """Height, weight or weeks that do not make a body; says why."""


@dataclass(frozen=True)
class People:
    """`weight_kg` and `weight_before_kg` are NaN where they are not known; weeks are NaN where they do not apply."""

    height_m: ArrayLike = np.nan
    weight_kg: ArrayLike = np.nan
    weight_before_kg: ArrayLike = np.nan
    weeks_pregnant: ArrayLike = np.nan
    weeks_postpartum: ArrayLike = np.nan
    babies: ArrayLike = 1
    feeding: ArrayLike = True
    after_loss: ArrayLike = False
    male: ArrayLike = False
    belly_scale: ArrayLike = 1.0  # of the belly's mass; uncertain, 1 in the middle


@dataclass(frozen=True)
class BodyMasses:
    """Kilograms; `parts` holds both sides of a limb together. `belly` and `breasts` are parts of their own."""

    height_m: Floats
    weight_kg: Floats
    before_kg: Floats
    parts: dict[str, Floats] = field(default_factory=dict)


def masses(people: People) -> BodyMasses:
    """How her weight is spread. ImpossibleBody where a part would weigh next to nothing."""
    height = _known(people.height_m, _by_sex(people, of.DEFAULT_HEIGHT_M))
    before, now = _weights(people, height)
    belly, breasts = _belly(people), _breasts(people)
    parts = _split(people, before)
    rest = now - before - belly - breasts
    lost = 1 + np.minimum(rest, 0.0) / before
    if np.any(lost < _LEAST_SHARE):
        raise ImpossibleBody("wrong.weight_too_low")
    for name in parts:
        parts[name] = parts[name] * lost + of.GAIN_SHARES.get(name, 0.0) * np.maximum(rest, 0.0)
    parts |= {"belly": belly, "breasts": breasts}
    spread = np.broadcast_arrays(height, now, before, *parts.values())
    return BodyMasses(spread[0], spread[1], spread[2], dict(zip(parts, spread[3:], strict=True)))


def expected_gain_kg(bmi: ArrayLike, weeks: ArrayLike, babies: ArrayLike = 1) -> Floats:
    """Gain by a week of pregnancy: the middle of IOM 2009; from two babies on, the twins of Hutcheon 2018."""
    index, week = np.asarray(bmi, float), np.asarray(weeks, float)
    kind = np.digitize(index, of.BMI_CLASSES)
    early = np.clip(week / of.FIRST_TRIMESTER_WEEKS, 0, 1) * of.FIRST_TRIMESTER_GAIN_KG
    one = early + np.maximum(week - of.FIRST_TRIMESTER_WEEKS, 0) * np.asarray(of.WEEKLY_GAIN_KG)[kind]
    at_20, at_37 = np.moveaxis(np.asarray(of.TWIN_GAIN_KG)[kind], -1, 0)
    first, last = of.TWIN_WEEKS
    later = at_20 + (at_37 - at_20) * (week - first) / (last - first)
    middle = of.FIRST_TRIMESTER_GAIN_KG + (at_20 - of.FIRST_TRIMESTER_GAIN_KG) * (
        (week - of.FIRST_TRIMESTER_WEEKS) / (first - of.FIRST_TRIMESTER_WEEKS)
    )
    twins = np.where(week >= first, later, np.where(week > of.FIRST_TRIMESTER_WEEKS, middle, early))
    return np.where(np.asarray(babies) >= 2, twins, one)


def belly_mass_kg(weeks: ArrayLike, babies: ArrayLike = 1) -> Floats:
    """Fetus, placenta, fluid and womb by a week of pregnancy."""
    week = np.asarray(weeks, float)
    small = of.BELLY_AT_WEEK_15_KG * np.clip(week / of.BELLY_FROM_WEEK, 0, 1) ** 2
    one = small + of.BELLY_KG_A_WEEK * np.maximum(week - of.BELLY_FROM_WEEK, 0)
    return np.asarray(one * (1 + of.BELLY_PER_FURTHER_BABY * (np.asarray(babies, float) - 1)))


def _known(value: ArrayLike, otherwise: Floats) -> Floats:
    given = np.asarray(value, float)
    return np.where(np.isnan(given), otherwise, given)


def _by_sex(people: People, table: dict[str, float]) -> Floats:
    return np.where(np.asarray(people.male, bool), table["male"], table["female"])


def _weights(people: People, height: Floats) -> tuple[Floats, Floats]:
    """Before the pregnancy and now; what was not given follows from the other one and the usual gain."""
    given_before, given_now = np.asarray(people.weight_before_kg, float), np.asarray(people.weight_kg, float)
    usual = of.DEFAULT_BMI * height**2
    # The class of body mass index needs the weight before; from the weight now it is close enough after one step.
    guess = _known(given_before, _known(given_now, usual))
    before = _known(given_before, _known(given_now - _gain(people, guess / height**2), usual))
    now = _known(given_now, before + _gain(people, before / height**2))
    if np.any(before <= 0) or np.any(now <= 0):
        raise ImpossibleBody("wrong.no_weight_left")
    return before, now


def _gain(people: People, bmi: Floats) -> Floats:
    """What she weighs more than before: in pregnancy, and what stays after it. 0 for a man and after a loss."""
    pregnant, after = np.asarray(people.weeks_pregnant, float), np.asarray(people.weeks_postpartum, float)
    in_pregnancy = expected_gain_kg(bmi, np.nan_to_num(pregnant), people.babies)
    at_term = expected_gain_kg(bmi, of.TERM_WEEKS, people.babies)
    stays = np.maximum(at_term - of.LEAVES_AT_BIRTH_KG, 0) * of.STAYS_AT_BIRTH_SHARE
    later = stays * np.exp(-np.nan_to_num(after) / of.STAYS_SHRINKS_IN_WEEKS) + _womb(people) + _breasts(people)
    since = np.where(np.asarray(people.after_loss, bool), 0.0, later)
    return np.where(~np.isnan(pregnant), in_pregnancy, np.where(~np.isnan(after), since, 0.0))


def _womb(people: People) -> Floats:
    after = np.asarray(people.weeks_postpartum, float)
    born = ~np.isnan(after) & ~np.asarray(people.after_loss, bool)
    return np.where(born, of.WOMB_AFTER_BIRTH_KG * np.exp(-np.nan_to_num(after) / of.WOMB_SHRINKS_IN_WEEKS), 0.0)


def _belly(people: People) -> Floats:
    pregnant = np.asarray(people.weeks_pregnant, float)
    growing = belly_mass_kg(np.nan_to_num(pregnant), people.babies)
    return np.asarray(np.where(np.isnan(pregnant), _womb(people), growing) * np.asarray(people.belly_scale, float))


def _breasts(people: People) -> Floats:
    pregnant, after = np.asarray(people.weeks_pregnant, float), np.asarray(people.weeks_postpartum, float)
    before = of.BREASTS_AT_WEEK_40_KG * np.clip(np.nan_to_num(pregnant) / of.TERM_WEEKS, 0, 1)
    shrunk = np.exp(-np.nan_to_num(after) / of.BREASTS_SHRINK_IN_WEEKS)
    since = of.BREASTS_FEEDING_KG * np.where(np.asarray(people.feeding, bool), 1.0, shrunk)
    since = np.where(np.isnan(after) | np.asarray(people.after_loss, bool), 0.0, since)
    return np.where(np.isnan(pregnant), since, before)


def _split(people: People, before: Floats) -> dict[str, Floats]:
    """The weight before the pregnancy by de Leva's fractions, made to add up to 1; the lower trunk cut at the discs."""
    fractions = {}
    totals = {
        sex: sum(v * (2 if k in of.PAIRED else 1) for k, v in t.items()) for sex, t in of.SEGMENT_FRACTIONS.items()
    }
    for name in of.SEGMENT_FRACTIONS["female"]:
        by_sex = {sex: table[name] / totals[sex] for sex, table in of.SEGMENT_FRACTIONS.items()}
        fractions[name] = _by_sex(people, by_sex) * (2 if name in of.PAIRED else 1)
    lower = fractions.pop("lower_trunk")
    fractions["abdomen_low"] = lower * of.LOWER_TRUNK_ABOVE_L4L5
    fractions["l5_slice"] = np.full_like(lower, of.L5_SLICE)
    fractions["pelvis"] = lower - fractions["abdomen_low"] - fractions["l5_slice"]
    return {name: fraction * before for name, fraction in fractions.items()}
