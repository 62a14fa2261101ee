"""The facts of `model.person` as tables, so that a reading that runs elsewhere needs no Python.

A reading over columns, in a browser or in a form takes over what each fact answers for every way to be, and no line of
`model.person` is written a second time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal, get_args, get_origin

from pydantic import ValidationError

from carrywell.model.case import About
from carrywell.model.person import PERSON_FACTS, person_number, without_number
from carrywell.model.rules import Compare
from carrywell.model.truth import Truth

Chosen = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class PersonTable:
    """`pregnant`: what the fact is in pregnancy. `after`: what it is after it, for the values of the choices `by`."""

    pregnant: Truth
    by: tuple[str, ...]
    after: Mapping[Chosen, Truth]


def _literals(annotation: object) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((values for part in get_args(annotation) if (values := _literals(part))), ())


# What may be chosen about her, by field of `About`: `birth` is vaginal or caesarean.
PERSON_CHOICES: Mapping[str, tuple[str, ...]] = {
    name: values for name, field in About.model_fields.items() if (values := _literals(field.annotation))
}


@cache
def person_table(name: str) -> PersonTable:
    """KeyError for a name that is no person fact."""
    fact = PERSON_FACTS[name]
    every = {tuple(getattr(about, choice) for choice in PERSON_CHOICES): fact(about) for about in _after_it()}
    by = tuple(choice for at, choice in enumerate(PERSON_CHOICES) if _matters(at, every))
    places = [list(PERSON_CHOICES).index(choice) for choice in by]
    after = {tuple(chosen[place] for place in places): truth for chosen, truth in every.items()}
    return PersonTable(fact(About(weeks_pregnant=20)), by, after)


def usual_number(name: str) -> float | None:
    """What stands in for a number of the person that was not said: one baby; for all others nothing."""
    return person_number(About(weeks_postpartum=0) if name == "weeks_pregnant" else About(weeks_pregnant=0), name)


def compared_without(when: Compare) -> Truth:
    """What a comparison with a number of the person counts as where it was not said."""
    usual = usual_number(when.number)
    if usual is None:
        return without_number(when.number)
    return Truth.of(
        {">=": usual >= when.limit, ">": usual > when.limit, "<=": usual <= when.limit}.get(
            when.is_, usual < when.limit
        )
    )


def _after_it() -> Iterator[About]:
    """Every choice and silence that one case may hold. The weeks stand for any: what is a number is no person fact."""
    for values in product(*((None, *values) for values in PERSON_CHOICES.values())):
        try:
            yield About.model_validate({"weeks_postpartum": 20, **dict(zip(PERSON_CHOICES, values, strict=True))})
        except ValidationError:
            continue  # no case says both


def _matters(at: int, every: Mapping[Chosen, Truth]) -> bool:
    found: dict[Chosen, Truth] = {}
    return any(found.setdefault(chosen[:at] + chosen[at + 1 :], truth) is not truth for chosen, truth in every.items())
