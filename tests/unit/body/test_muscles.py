from __future__ import annotations

import numpy as np
import pytest

from carrywell.body.muscles import NAMES, RESIDUAL_NM, Muscles, muscles, share

ONE = np.asarray(1.0)
FLOOR = np.asarray(0.02)


@pytest.fixture
def hers() -> Muscles:
    return muscles(np.asarray(1.65), np.asarray(62.0), np.asarray(False), ONE, ONE, ONE)


def _moments(count: int) -> np.ndarray:
    """Moments she can balance: bending, side and twist."""
    return np.random.default_rng(3).uniform([-12, -90, -8], [12, 15, 8], size=(count, 3))


def test_the_forces_balance_the_moment(hers: Muscles) -> None:
    wanted = _moments(200)
    found = share(wanted, hers, FLOOR)
    again = np.einsum("nm,mi->ni", found.forces_n, hers.arms_m)
    assert np.abs(again - wanted).max() < RESIDUAL_NM
    assert not found.beyond_strength.any()


def test_no_muscle_pushes_or_passes_its_strength(hers: Muscles) -> None:
    efforts = share(_moments(200), hers, FLOOR).forces_n / hers.strengths_n
    assert efforts.min() >= 0.02 - 1e-12
    assert efforts.max() <= 1 + 1e-12


def test_no_other_balance_costs_less(hers: Muscles) -> None:
    """Moves in directions that keep the balance and stay between floor and strength: the cost never falls."""
    wanted = _moments(20)
    found = share(wanted, hers, FLOOR).forces_n
    keeps_balance = np.linalg.svd(hers.arms_m.T)[2][3:]
    chance = np.random.default_rng(5)
    for forces in found:
        cost = np.sum((forces / hers.strengths_n) ** 2)
        tried = 0
        for _ in range(2000):
            other = forces + chance.normal(0, 2, len(keeps_balance)) @ keeps_balance
            effort = other / hers.strengths_n
            if effort.min() < 0.02 or effort.max() > 1:
                continue
            tried += 1
            assert np.sum(effort**2) >= cost - 1e-9
        assert tried > 0 or np.any(np.isclose(forces / hers.strengths_n, 0.02))


def test_a_mirrored_moment_has_mirrored_forces(hers: Muscles) -> None:
    left, right = np.array([6.0, -40.0, 4.0]), np.array([-6.0, -40.0, -4.0])
    forces, mirrored = share(left, hers, FLOOR).forces_n, share(right, hers, FLOOR).forces_n
    swapped = [at ^ 1 for at in range(len(NAMES))]  # left and right stand side by side
    assert forces == pytest.approx(mirrored[swapped], abs=1e-6)


def test_more_than_strength_is_reported_and_not_hidden(hers: Muscles) -> None:
    found = share(np.array([0.0, -600.0, 0.0]), hers, FLOOR)
    assert found.beyond_strength
    assert found.residual_nm > 100


def test_many_at_once_are_the_same_as_one_by_one(hers: Muscles) -> None:
    wanted = _moments(5000)  # more than are worked out together
    together = share(wanted, hers, FLOOR).forces_n
    for at in (0, 4095, 4096, 4999):
        assert together[at] == pytest.approx(share(wanted[at], hers, FLOOR).forces_n)
