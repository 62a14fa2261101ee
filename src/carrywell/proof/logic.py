"""The z3 reading of the one condition tree: three-valued truth as a pair of booleans, *surely* and *possibly*.

TRUE is both, FALSE is neither, UNKNOWN is possibly and not surely. The tables are those of `model.truth` (Kleene's
strong logic); tests/properties/test_readings_agree.py holds the two readings together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

import z3

from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.truth import Truth

TRUE = z3.BoolVal(True)  # the two constants; nothing else makes any, so that `is` tells them
FALSE = z3.BoolVal(False)


@dataclass(frozen=True, slots=True)
class Kleene:
    """A three-valued truth over all cases at once. `surely` implies `possibly`."""

    surely: z3.BoolRef
    possibly: z3.BoolRef

    @property
    def unknown(self) -> z3.BoolRef:
        return both(self.possibly, negated(self.surely))

    @property
    def surely_not(self) -> z3.BoolRef:
        return negated(self.possibly)


KLEENE = {
    Truth.TRUE: Kleene(TRUE, TRUE),
    Truth.UNKNOWN: Kleene(FALSE, TRUE),
    Truth.FALSE: Kleene(FALSE, FALSE),
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number that may be missing; `missing`: what a comparison counts as then."""

    present: z3.BoolRef
    value: z3.ArithRef
    missing: Kleene


def both(*parts: z3.BoolRef) -> z3.BoolRef:
    """*And*, with constants taken out at once: most parts of a rule are settled by the stage."""
    open_ones = [part for part in parts if part is not TRUE]
    if any(part is FALSE for part in open_ones):
        return FALSE
    return z3.And(open_ones) if len(open_ones) > 1 else (open_ones or [TRUE])[0]


def either(*parts: z3.BoolRef) -> z3.BoolRef:
    open_ones = [part for part in parts if part is not FALSE]
    if any(part is TRUE for part in open_ones):
        return TRUE
    return z3.Or(open_ones) if len(open_ones) > 1 else (open_ones or [FALSE])[0]


def negated(part: z3.BoolRef) -> z3.BoolRef:
    if part is TRUE:
        return FALSE
    return TRUE if part is FALSE else z3.Not(part)


def implied(if_: z3.BoolRef, then: z3.BoolRef) -> z3.BoolRef:
    return either(negated(if_), then)


def at_most_one(parts: Iterable[z3.BoolRef]) -> z3.BoolRef:
    open_ones = [part for part in parts if part is not FALSE]
    return z3.AtMost(*open_ones, 1) if len(open_ones) > 1 else TRUE


def at_least(count: int, parts: Iterable[z3.BoolRef]) -> z3.BoolRef:
    return z3.PbGe([(part, 1) for part in parts], count)


def exactly(value: float) -> z3.ArithRef:
    """A number of a case or a rule without rounding: a float is a fraction."""
    return z3.Q(*Fraction(value).as_integer_ratio())


def holds(when: When, fact: Callable[[str], Kleene], number: Callable[[str], Number]) -> Kleene:
    """A condition over every case: `fact` and `number` give its leaves."""
    match when:
        case Fact(name):
            return fact(name)
        case Not(part):
            inside = holds(part, fact, number)
            return Kleene(negated(inside.possibly), negated(inside.surely))
        case All(parts):
            inner = [holds(part, fact, number) for part in parts]
            return Kleene(both(*(part.surely for part in inner)), both(*(part.possibly for part in inner)))
        case Any(parts):
            inner = [holds(part, fact, number) for part in parts]
            return Kleene(either(*(part.surely for part in inner)), either(*(part.possibly for part in inner)))
        case AtLeast(count, parts):
            inner = [holds(part, fact, number) for part in parts]
            return Kleene(
                at_least(count, (part.surely for part in inner)), at_least(count, (part.possibly for part in inner))
            )
        case _:
            return _compared(when, number(when.number))


def _compared(when: Compare, number: Number) -> Kleene:
    limit = exactly(when.limit)
    match when.is_:
        case ">=":
            said = number.value >= limit
        case ">":
            said = number.value > limit
        case "<=":
            said = number.value <= limit
        case _:
            said = number.value < limit
    said, unsaid = both(number.present, said), negated(number.present)
    return Kleene(
        either(said, both(unsaid, number.missing.surely)), either(said, both(unsaid, number.missing.possibly))
    )
