from __future__ import annotations

import pytest

from carrywell.body.dose import RepeatedLift, lifft_damage, lifft_probability, squared_force_dose_kn2h


def test_damage_adds_up_over_lifts() -> None:
    once = lifft_damage(RepeatedLift(11, 0.35, 1))
    assert lifft_damage(RepeatedLift(11, 0.35, 40)) == pytest.approx(40 * once)


def test_closer_or_lighter_does_less_damage() -> None:
    base = lifft_damage(RepeatedLift(11, 0.35, 40))
    assert lifft_damage(RepeatedLift(11, 0.25, 40)) < base
    assert lifft_damage(RepeatedLift(9, 0.35, 40)) < base


def test_no_damage_no_probability() -> None:
    assert lifft_probability(0) == 0
    with pytest.raises(ValueError, match="from 0"):
        lifft_probability(-1)


@pytest.mark.parametrize("numbers", [(-1, 0.3, 2), (5, float("nan"), 2), (5, 0.3, -2)])
def test_an_impossible_lift(numbers: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="from 0"):
        RepeatedLift(*numbers)


def test_twice_the_force_is_four_times_the_dose() -> None:
    assert squared_force_dose_kn2h([(1000, 2)]) == 2
    assert squared_force_dose_kn2h([(2000, 2), (1000, 1)]) == 9
    with pytest.raises(ValueError, match="hours"):
        squared_force_dose_kn2h([(1000, -1)])
