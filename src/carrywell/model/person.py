"""Facts about the person that follow from `about`: her week, the kind of birth, one baby or more.

Each is a function from `About` to a three-valued truth, and is named `is:<function name>` in the knowledge base.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carrywell.model.case import About
from carrywell.model.stage import EARLY_POSTPARTUM_UNTIL_WEEKS, Stage
from carrywell.model.truth import Truth

PersonFact = Callable[[About], Truth]


def _pregnant_from(weeks: float) -> PersonFact:
    return lambda about: Truth.of(about.weeks_pregnant is not None and about.weeks_pregnant >= weeks)


def _pregnant_before(weeks: float) -> PersonFact:
    return lambda about: Truth.of(about.weeks_pregnant is not None and about.weeks_pregnant < weeks)


def _postpartum_before(weeks: float) -> PersonFact:
    return lambda about: Truth.of(about.weeks_postpartum is not None and about.weeks_postpartum < weeks)


def _postpartum_from(weeks: float) -> PersonFact:
    return lambda about: Truth.of(about.weeks_postpartum is not None and about.weeks_postpartum >= weeks)


def _stage(stage: Stage) -> PersonFact:
    return lambda about: Truth.of(about.stage is stage)


def _babies_at_least(count: int) -> PersonFact:
    return lambda about: Truth.of((about.babies or 1) >= count)


def _weeks_10_to_20(about: About) -> Truth:
    return Truth.of(about.weeks_pregnant is not None and 10.0 <= about.weeks_pregnant <= 20.0)


def _caesarean(about: About) -> Truth:
    """After a loss only a caesarean that she named: nobody is asked to think of one."""
    if about.pregnant or about.birth == "vaginal" or (about.ended == "loss" and about.birth is None):
        return Truth.FALSE
    return Truth.TRUE if about.birth == "caesarean" else Truth.UNKNOWN


def _vaginal_birth(about: About) -> Truth:
    if about.pregnant or about.birth == "caesarean":
        return Truth.FALSE
    return Truth.TRUE if about.birth == "vaginal" else Truth.UNKNOWN


def _baby_with_me(about: About) -> Truth:
    """Only a clear yes counts: where it was not said, she is not shown babies."""
    return Truth.of(about.baby_with_me == "yes")


def _first_pregnancy(about: About) -> Truth:
    return Truth.UNKNOWN if about.births_before is None else Truth.of(about.births_before == 0)


def _under_18(about: About) -> Truth:
    return Truth.of(about.age_years is not None and about.age_years < 18)


PERSON_FACTS: Mapping[str, PersonFact] = {
    "is:pregnant": lambda about: Truth.of(about.pregnant),
    "is:postpartum": lambda about: Truth.of(not about.pregnant),
    **{f"is:{stage.value}": _stage(stage) for stage in Stage},
    "is:weeks_lt_16": _pregnant_before(16.0),
    "is:weeks_lt_20": _pregnant_before(20.0),
    "is:weeks_lt_37": _pregnant_before(37.0),
    "is:weeks_ge_12": _pregnant_from(12.0),
    "is:weeks_ge_20": _pregnant_from(20.0),
    "is:weeks_ge_23": _pregnant_from(23.0),
    "is:weeks_ge_24": _pregnant_from(24.0),
    "is:weeks_ge_26": _pregnant_from(26.0),
    "is:weeks_ge_28": _pregnant_from(28.0),
    "is:weeks_ge_37": _pregnant_from(37.0),
    "is:weeks_10_to_20": _weeks_10_to_20,
    "is:postpartum_0_2w": lambda about: Truth.of(about.weeks_postpartum is not None and about.weeks_postpartum <= 2.0),
    "is:postpartum_lt_6w": _postpartum_before(EARLY_POSTPARTUM_UNTIL_WEEKS),
    "is:postpartum_lt_12w": _postpartum_before(12.0),
    "is:postpartum_ge_12w": _postpartum_from(12.0),
    "is:postpartum_ge_26w": _postpartum_from(26.0),
    "is:postpartum_0_12m": lambda about: Truth.of(
        about.weeks_postpartum is not None and about.weeks_postpartum <= 52.0
    ),
    "is:caesarean": _caesarean,
    "is:vaginal_birth": _vaginal_birth,
    "is:after_loss": lambda about: Truth.of(about.ended == "loss"),
    "is:baby_with_me": _baby_with_me,
    "is:twins_or_more": _babies_at_least(2),
    "is:three_or_more": _babies_at_least(3),
    "is:under_18": _under_18,
    "is:first_pregnancy": _first_pregnancy,
}
