"""The condition tree in which every rule of the knowledge base is written.

A condition speaks about *named facts* only: a finding (`fever`), a stage or person fact (`is:weeks_ge_20`), something
said about the pain (`site:flank`, `worse_with:stairs`), her history (`history:scoliosis`) or her day (`day:mopping`).
What needs more than all / any / not / at least / compare is a fact with a name of its own, in Python or in `kb/facts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

Comparison = Literal[">=", ">", "<=", "<"]


@dataclass(frozen=True, slots=True)
class Fact:
    name: str


@dataclass(frozen=True, slots=True)
class Not:
    part: When


@dataclass(frozen=True, slots=True)
class All:
    """`names` and `others`: the same parts once more, plain facts apart, so that one question to a set settles them."""

    parts: tuple[When, ...]
    names: frozenset[str] = field(init=False, repr=False, compare=False)
    others: tuple[When, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _set_facts_apart(self)


@dataclass(frozen=True, slots=True)
class Any:
    """`names` and `others`: as in `All`."""

    parts: tuple[When, ...]
    names: frozenset[str] = field(init=False, repr=False, compare=False)
    others: tuple[When, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _set_facts_apart(self)


@dataclass(frozen=True, slots=True)
class AtLeast:
    count: int
    parts: tuple[When, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """A number that was asked for (`blood_pressure_upper`) against a limit. An unanswered number is unknown."""

    number: str
    is_: Comparison
    limit: float


When = Fact | Not | All | Any | AtLeast | Compare


def _set_facts_apart(condition: All | Any) -> None:
    """Once, while the condition is built, which is why the frozen fields are set from beneath."""
    names = frozenset(part.name for part in condition.parts if isinstance(part, Fact))
    object.__setattr__(condition, "names", names)
    object.__setattr__(condition, "others", tuple(part for part in condition.parts if not isinstance(part, Fact)))


ALWAYS = All(())


def names_in(condition: When) -> Iterator[str]:
    """Every fact and number that a condition looks at, in reading order, repeats included."""
    match condition:
        case Fact(name):
            yield name
        case Compare(number, _, _):
            yield number
        case Not(part):
            yield from names_in(part)
        case _:
            for part in condition.parts:
                yield from names_in(part)


def rests_on(condition: When, named: Mapping[str, When], above: frozenset[str] = frozenset()) -> frozenset[str]:
    """The facts that a condition rests on, those in `named` replaced by what they are made of.

    A named fact that rests on itself (`above`) is a fault of its own, and is not gone round for ever here.
    """
    found: set[str] = set()
    for name in names_in(condition):
        made_of = named.get(name)
        if made_of is None:
            found.add(name)
        elif name not in above:
            found |= rests_on(made_of, named, above | {name})
    return frozenset(found)
