from __future__ import annotations

from itertools import product

import polars as pl
import pytest

from carrywell.batch.circuit import FALSE, TRUE, Circuit, Formula

ROWS = list(product([False, True], repeat=3))
FRAME = pl.DataFrame(ROWS, schema=["a", "b", "c"], orient="row")


def leaves(circuit: Circuit) -> list[Formula]:
    return [circuit.leaf(name, pl.col(name)) for name in FRAME.columns]


def run(circuit: Circuit, **wanted: Formula) -> pl.DataFrame:
    frame = FRAME
    for step in circuit.steps(wanted):
        frame = frame.with_columns(step)
    return frame.select(list(wanted))


def test_every_shape_says_what_it_says_in_python() -> None:
    circuit = Circuit()
    a, b, c = leaves(circuit)
    found = run(
        circuit,
        both=circuit.both(a, b, c),
        either=circuit.either(a, b, c),
        negated=circuit.negated(a),
        two=circuit.at_least(2, [a, b, c]),
        mixed=circuit.either(circuit.both(a, circuit.negated(b)), circuit.both(circuit.negated(a), c)),
    )
    assert found["both"].to_list() == [all(row) for row in ROWS]
    assert found["either"].to_list() == [any(row) for row in ROWS]
    assert found["negated"].to_list() == [not a for a, _, _ in ROWS]
    assert found["two"].to_list() == [sum(row) >= 2 for row in ROWS]
    assert found["mixed"].to_list() == [(a and not b) or (not a and c) for a, b, c in ROWS]


def test_constants_are_taken_out() -> None:
    circuit = Circuit()
    a, b, _ = leaves(circuit)
    assert circuit.both(a, TRUE) == a
    assert circuit.both(a, FALSE) == FALSE
    assert circuit.either(a, FALSE) == a
    assert circuit.either(a, TRUE) == TRUE
    assert (circuit.both(), circuit.either()) == (TRUE, FALSE)
    assert (circuit.negated(TRUE), circuit.negated(circuit.negated(a))) == (FALSE, a)
    assert circuit.at_least(2, [a, TRUE, b]) == circuit.either(a, b)
    assert circuit.at_least(2, [a, FALSE, b]) == circuit.both(a, b)
    assert (circuit.at_least(3, [a, b]), circuit.at_least(1, [a, TRUE])) == (FALSE, TRUE)


def test_constants_are_columns_as_well() -> None:
    circuit = Circuit()
    found = run(circuit, never=FALSE, always=TRUE)
    assert found["never"].to_list() == [False] * len(ROWS)
    assert found["always"].to_list() == [True] * len(ROWS)


def test_equal_formulas_are_one() -> None:
    circuit = Circuit()
    a, b, c = leaves(circuit)
    assert circuit.both(a, b) == circuit.both(b, a, b)
    assert circuit.either(circuit.both(a, b), c) == circuit.either(c, circuit.both(b, a))


@pytest.mark.parametrize("times", [1, 2])
def test_what_several_share_is_worked_out_once(times: int) -> None:
    """Used once it stands inside what uses it, used twice it becomes a column."""
    circuit = Circuit()
    a, b, c = leaves(circuit)
    shared = circuit.both(a, b)
    wanted = {f"use {at}": circuit.either(shared, other) for at, other in enumerate([c, circuit.negated(c)][:times])}
    *before, last = circuit.steps(wanted)
    columns = [expression.meta.output_name() for step in before for expression in step]
    assert (f"#{shared}" in columns) == (times == 2)
    assert [expression.meta.output_name() for expression in last] == list(wanted)
