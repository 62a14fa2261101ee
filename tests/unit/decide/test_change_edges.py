"""What changed, at its edges: either side, a task of one minute, a task that was none."""

from __future__ import annotations

import pytest

from carrywell.decide.change import change
from carrywell.model.case import Case
from carrywell.model.course import Change, Difference
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import knowledge

NOTHING: tuple[Difference, ...] = ()


def between(earlier: Case, latest: Case) -> Change:
    return change(earlier, latest, latest, knowledge())


@pytest.mark.parametrize("side", ["left", "right"])
def test_either_side_may_become_both_and_both_either_side(side: str) -> None:
    one, both = pregnant(20, side=side), pregnant(21, side="both")
    assert between(one, both).worse == (Difference("side", None, side, "both"),)
    assert between(both, one).better == (Difference("side", None, "both", side),)


def test_a_side_that_stays_is_no_change() -> None:
    for side in ("left", "right", "both", "middle"):
        found = between(pregnant(20, side=side), pregnant(21, side=side))
        assert (found.worse, found.better) == (NOTHING, NOTHING), side


def test_from_the_middle_to_both_sides_is_told_as_neither_better_nor_worse() -> None:
    found = between(pregnant(20, side="middle"), pregnant(21, side="both"))
    assert (found.worse, found.better) == (NOTHING, NOTHING)


@pytest.mark.parametrize(("before", "now", "named"), [(1, 0, True), (1, 1, False), (0, 0, False), (10, 5, True)])
def test_a_task_is_named_when_it_is_done_half_as_long_and_was_done_at_all(before: int, now: int, named: bool) -> None:
    found = between(pregnant(20, day={"mopping": before}), pregnant(21, day={"mopping": now}))
    assert found.worse == ((Difference("task", "mopping", before, now),) if named else ())
