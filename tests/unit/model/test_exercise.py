from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from carrywell.model.exercise import Dose, Exercise

FILE: dict[str, Any] = {
    "id": "rock", "name": "Rock", "group": "mobility", "benefit": "It loosens.", "begin": "Stand.", "steps": ["Rock."],
    "dose": {"repetitions": [5, 10], "days_a_week": [7, 7]}, "dose_basis": "design", "easier": "Less.",
    "stop": "Stop.", "start_pose": "standing", "end_pose": "walking", "positions": ["standing"], "stages": "all",
    "rank": 3, "acts": "exercise", "strength": "low", "basis": "design", "reviewed": "none yet",
}  # fmt: skip


def exercise(**more: Any) -> Exercise:
    return Exercise.model_validate({**FILE, **more})


def refused(**more: Any) -> str:
    with pytest.raises(ValidationError) as told:
        exercise(**more)
    return str(told.value)


class TestDose:
    def test_two_sets_of_both_sides_with_a_rest_between(self) -> None:
        dose = Dose(sets=2, repetitions=(5, 8), each_side=True, hold_s=3, rest_s=30, days_a_week=(3, 3))
        assert dose.minutes_taken() == pytest.approx((2 * 10 * 6 + 30) / 60)
        assert dose.minutes_taken(at_most=True) == pytest.approx((2 * 16 * 6 + 30) / 60)

    def test_by_the_clock(self) -> None:
        dose = Dose(minutes=(15, 30), days_a_week=(3, 5))
        assert (dose.minutes_taken(), dose.minutes_taken(at_most=True)) == (15, 30)

    @pytest.mark.parametrize(("dose", "told"), [
        ({"days_a_week": [3, 3]}, "repetitions, or minutes"),
        ({"repetitions": [5, 5], "minutes": [5, 5], "days_a_week": [3, 3]}, "not both"),
        ({"repetitions": [8, 5], "days_a_week": [3, 3]}, "[fewest, most]"),
        ({"repetitions": [0, 5], "days_a_week": [3, 3]}, "from 1 up"),
        ({"repetitions": [5, 5], "days_a_week": [3, 8]}, "7 days"),
    ])  # fmt: skip
    def test_that_makes_no_sense(self, dose: dict[str, Any], told: str) -> None:
        assert told in refused(dose=dose)


class TestStepsUp:
    LADDER = (
        {"says": "Hold for ten.", "hold_s": 10},
        {"says": "Two sets.", "sets": 2},
        {"says": "With a band.", "needs": ["band"]},
    )

    def test_each_step_keeps_what_it_does_not_change(self) -> None:
        one = exercise(harder=self.LADDER)
        doses = [one.dose_at(step) for step in range(4)]
        assert [(dose.hold_s, dose.sets) for dose in doses] == [(0, 1), (10, 1), (10, 2), (10, 2)]
        assert one.dose_at(9) == one.dose_at(3)
        assert {dose.repetitions for dose in doses} == {(5, 10)}

    def test_a_step_that_needs_what_she_has_not_is_the_end(self) -> None:
        one = exercise(harder=self.LADDER)
        assert (one.highest_step(frozenset()), one.highest_step(frozenset({"band"}))) == (2, 3)


def test_walking_is_done_by_the_clock() -> None:
    assert "by the clock" in refused(group="walking")


def test_what_is_done_on_the_back_says_so_to_the_contraindications() -> None:
    assert "lying_flat" in refused(positions=["lying_back"])
    assert exercise(positions=["lying_back"], involves=["lying_flat"]).on_back
    assert not exercise(positions=["lying_back", "lying_side"]).on_back
