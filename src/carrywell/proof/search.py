"""Looks for a case that breaks a property, and for the smallest one: the fewest things said, then plain numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

import z3

from carrywell.proof.logic import exactly, negated
from carrywell.proof.woman import Woman

_MOST_MILLISECONDS = 10_000  # for one step of making a counterexample smaller; proofs themselves are not cut short
_NEAR = 10  # how far from a number that breaks the property a plainer one is looked for


class Undecided(RuntimeError):
    """z3 gave up: neither proved nor broken. Not seen; conditions are linear and finite."""


def possible(*conditions: z3.BoolRef) -> z3.ModelRef | None:
    """A model of the conditions, or None where there is none. Undecided."""
    solver = z3.Solver()
    solver.add(*conditions)
    return _model(solver)


def smallest(women: Sequence[Woman], *conditions: z3.BoolRef) -> z3.ModelRef | None:
    """The model in which the women say least, with plain numbers; None where no case breaks the property."""
    solver = z3.Solver()
    solver.add(*(woman.well_formed() for woman in women), *conditions)
    if (model := _model(solver)) is None:
        return None
    things = [thing for woman in women for thing in woman.things_said()]
    model = _saying_least(solver, things, model)
    for woman in women:
        model = _plain_numbers(solver, woman, model)
    return model


def _saying_least(solver: z3.Solver, things: list[z3.BoolRef], model: z3.ModelRef) -> z3.ModelRef:
    """First drop what is not needed, thing by thing; then ask for fewer, until there is no such case."""
    solver.push()
    for thing in [thing for thing in things if z3.is_true(model.eval(thing, model_completion=True))]:
        if z3.is_false(model.eval(thing, model_completion=True)):
            continue
        model = _with(solver, negated(thing), model)
    solver.pop()
    said = _count(things, model)
    solver.set("timeout", _MOST_MILLISECONDS)
    while said:
        solver.push()
        solver.add(z3.PbLe([(thing, 1) for thing in things], said - 1))
        found = solver.check()
        fewer = solver.model() if found == z3.sat else None
        solver.pop()
        if fewer is None:
            break
        model, said = fewer, _count(things, fewer)
    solver.set("timeout", 0xFFFFFFFF)
    solver.add(*(thing if z3.is_true(model.eval(thing, model_completion=True)) else negated(thing) for thing in things))
    return model


def _count(things: list[z3.BoolRef], model: z3.ModelRef) -> int:
    return sum(z3.is_true(model.eval(thing, model_completion=True)) for thing in things)


def _with(solver: z3.Solver, condition: z3.BoolRef, model: z3.ModelRef) -> z3.ModelRef:
    """Adds the condition where a model still exists, and gives that model; else leaves all as it is."""
    if solver.check(condition) != z3.sat:
        return model
    found = solver.model()
    solver.add(condition)
    return found


def _plain_numbers(solver: z3.Solver, woman: Woman, model: z3.ModelRef) -> z3.ModelRef:
    """Her weeks near the middle of the stage, and every number that she gives near the one that was found."""
    first, last, _ = woman.week_range
    model = _first_that_fits(solver, woman.weeks, _plain(first, last, (first + last) / 2), model)
    for measured in woman.measured():
        if z3.is_true(model.eval(measured.given, model_completion=True)):
            found = number_in(model, measured.value)
            numbers = _plain(found - _NEAR, found + _NEAR, found)
            model = _first_that_fits(solver, measured.value, numbers, model)
    return model


def number_in(model: z3.ModelRef, value: z3.ArithRef) -> float:
    """A whole number as int."""
    found = model.eval(value, model_completion=True)
    number = Fraction(found.as_long()) if z3.is_int_value(found) else found.as_fraction()
    return int(number) if number.denominator == 1 else float(number)


def _first_that_fits(
    solver: z3.Solver, value: z3.ArithRef, numbers: Iterator[float], model: z3.ModelRef
) -> z3.ModelRef:
    for number in numbers:
        if solver.check(value == exactly(number)) == z3.sat:
            found = solver.model()
            solver.add(value == exactly(number))
            return found
    return model


def _plain(low: float, high: float, near: float) -> Iterator[float]:
    """Whole numbers, then tenths beside each whole one: 13.9 is plainer than 6999/500."""
    whole = sorted(range(ceil(low), floor(high) + 1), key=lambda number: abs(number - near))
    yield from whole
    yield from (number + part for number in whole for part in (0.5, 0.9, 0.1) if number + part <= high)


def _model(solver: z3.Solver) -> z3.ModelRef | None:
    found = solver.check()
    if found == z3.unknown:
        raise Undecided(solver.reason_unknown())
    return solver.model() if found == z3.sat else None
