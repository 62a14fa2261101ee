"""What rules may say about the person: facts that follow from `about`, and the numbers that a `compare` may look at.

Weeks, babies and age are compared in `kb/facts/person/`; only what is no number stands here, each a function from
`About` to a three-valued truth, named `is:<name>` in the knowledge base. The stages (`is:third_trimester`) follow from
`kb/stages/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carrywell.model.case import About, Case
from carrywell.model.pain_numbers import PAIN_NUMBER_KEYS
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth

PersonFact = Callable[[About], Truth]

PERSON_NUMBERS = ("weeks_pregnant", "weeks_postpartum", "age_years", "babies", "births_before")


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


PERSON_FACTS: Mapping[str, PersonFact] = {
    "is:pregnant": lambda about: Truth.of(about.pregnant),
    "is:postpartum": lambda about: Truth.of(not about.pregnant),
    "is:caesarean": _caesarean,
    "is:vaginal_birth": _vaginal_birth,
    "is:after_loss": lambda about: Truth.of(about.ended == "loss"),
    "is:baby_with_me": _baby_with_me,
}

STAGE_FACTS: Mapping[str, Stage] = {f"is:{stage.value}": stage for stage in Stage}


def person_number(about: About, name: str) -> float | None:
    """One baby where she did not say how many; the weeks of the other clock are None."""
    value = getattr(about, name)
    return 1 if value is None and name == "babies" else value


def told_in_numbers(case: Case) -> Mapping[str, float | None]:
    """What she said of herself and of her pain in numbers, by the names that a `compare` uses."""
    of_the_person = {name: person_number(case.about, name) for name in PERSON_NUMBERS}
    return of_the_person | {name: getattr(case.pain, key) for name, key in PAIN_NUMBER_KEYS.items()}


def without_number(name: str) -> Truth:
    """What a comparison counts as where the number is not there.

    Weeks of the other clock: surely not. An age that she did not give settles nothing that is asked, so it is no.
    """
    return Truth.UNKNOWN if name == "births_before" else Truth.FALSE
