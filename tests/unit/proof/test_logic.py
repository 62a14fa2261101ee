"""The pairs of booleans follow the truth tables of `model.truth`, value by value."""

from __future__ import annotations

from itertools import product

import pytest
import z3

from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.truth import Truth, all_of, any_of, at_least
from carrywell.proof.logic import FALSE, KLEENE, TRUE, Kleene, Number, both, either, exactly, holds, negated

NAMES = ("a", "b", "c")
PARTS = tuple(Fact(name) for name in NAMES)
EVERY_WAY = list(product(Truth, repeat=3))


def no_number(name: str) -> Number:
    raise AssertionError(f"{name} is no number of this test")


def read(when: When, values: tuple[Truth, ...]) -> Truth:
    """The z3 reading of a condition whose facts have these values."""
    facts = {name: KLEENE[value] for name, value in zip(NAMES, values, strict=True)}
    return truth_of(holds(when, facts.__getitem__, no_number))


def truth_of(found: Kleene) -> Truth:
    surely, possibly = (z3.is_true(z3.simplify(part)) for part in (found.surely, found.possibly))
    assert possibly or not surely
    return Truth(surely + possibly)


@pytest.mark.parametrize("values", EVERY_WAY)
def test_all_any_not_and_at_least(values: tuple[Truth, ...]) -> None:
    assert read(All(PARTS), values) is all_of(values)
    assert read(Any(PARTS), values) is any_of(values)
    assert read(Not(PARTS[0]), values) is values[0].negated()
    for count in (1, 2, 3):
        assert read(AtLeast(count, PARTS), values) is at_least(count, values)


@pytest.mark.parametrize("values", EVERY_WAY)
def test_nested(values: tuple[Truth, ...]) -> None:
    a, b, c = values
    when = All((Not(Any(PARTS[:2])), AtLeast(1, (PARTS[2], Not(PARTS[0])))))
    assert read(when, values) is all_of([any_of([a, b]).negated(), at_least(1, [c, a.negated()])])


@pytest.mark.parametrize(("is_", "holding"), [(">=", (2, 3)), (">", (3,)), ("<=", (1, 2)), ("<", (1,))])
def test_a_number_is_compared_with_the_limit(is_: str, holding: tuple[int, ...]) -> None:
    when = Compare("weeks", is_, 2)  # type: ignore[arg-type]
    for value in (1, 2, 3):
        number = Number(TRUE, exactly(value), KLEENE[Truth.UNKNOWN])
        found = holds(when, dict[str, Kleene]().__getitem__, lambda name, number=number: number)
        assert truth_of(found) is Truth.of(value in holding)


@pytest.mark.parametrize("missing", Truth)
def test_a_missing_number_counts_as_it_is_told_to(missing: Truth) -> None:
    number = Number(FALSE, exactly(9), KLEENE[missing])
    found = holds(Compare("weeks", ">=", 2), dict[str, Kleene]().__getitem__, lambda name: number)
    assert truth_of(found) is missing


def test_a_limit_is_taken_without_rounding() -> None:
    assert z3.is_true(z3.simplify(exactly(0.1) != z3.Q(1, 10)))  # a float, as the program compares it
    assert z3.is_true(z3.simplify(exactly(2.5) == z3.Q(5, 2)))


def test_constants_are_taken_out_so_that_they_can_be_told() -> None:
    a = z3.Bool("a")
    assert both(TRUE, a) is a
    assert both(a, FALSE) is FALSE
    assert either(FALSE, a) is a
    assert either(a, TRUE) is TRUE
    assert negated(TRUE) is FALSE
    assert both() is TRUE
    assert either() is FALSE
