"""The tables stand in tests/spec/test_three_valued_logic.py; here is what lies behind them."""

from __future__ import annotations

import pytest

from carrywell.model.truth import Truth, all_of, any_of, at_least

NO, UNSURE, YES = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE


def test_what_is_known_is_yes_or_no() -> None:
    assert (Truth.of(True), Truth.of(False)) == (YES, NO)


@pytest.mark.parametrize("truth", Truth)
def test_denied_twice_is_the_same(truth: Truth) -> None:
    assert truth.negated().negated() is truth


@pytest.mark.parametrize("one", Truth)
@pytest.mark.parametrize("other", Truth)
def test_not_both_is_the_same_as_one_of_them_not(one: Truth, other: Truth) -> None:
    assert all_of([one, other]).negated() is any_of([one.negated(), other.negated()])


@pytest.mark.parametrize("one", Truth)
@pytest.mark.parametrize("other", Truth)
def test_at_least_one_is_any_and_at_least_every_is_all(one: Truth, other: Truth) -> None:
    assert at_least(1, [one, other]) is any_of([one, other])
    assert at_least(2, [one, other]) is all_of([one, other])


@pytest.mark.parametrize("settle", [all_of, any_of])
def test_an_open_part_that_closes_never_overturns_what_was_settled(settle: object) -> None:
    for rest in Truth:
        before = settle([UNSURE, rest])  # type: ignore[operator]
        if before is not UNSURE:
            assert {settle([NO, rest]), settle([YES, rest])} == {before}  # type: ignore[operator]


def test_parts_may_come_from_a_generator() -> None:
    assert at_least(2, (part for part in (YES, UNSURE, NO))) is UNSURE
