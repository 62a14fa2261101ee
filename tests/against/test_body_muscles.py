"""The muscle sharing against a quadratic program (HiGHS), and another model's muscles where they are present."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from carrywell.body.muscles import muscles, share
from tests.lib.muscle_sharing_qp import shared_by_qp
from tests.lib.myotorso import FOLDER, OtherMuscles, muscles_at_l4_l5
from tests.lib.postures_measured import JUDGED

_ONE = np.asarray(1.0)
_HERS = muscles(np.asarray(1.65), np.asarray(62.0), np.asarray(False), _ONE, _ONE, _ONE)
_FLOOR = 0.02
needs_other = pytest.mark.skipif(
    not FOLDER, reason="CARRYWELL_MYO_SIM names no checkout of MyoHub/myo_sim (another model's muscles)"
)


def _moments(count: int) -> np.ndarray:
    chance = np.random.default_rng(20261125)
    return np.column_stack(
        [chance.uniform(-25, 25, count), chance.uniform(-130, 40, count), chance.uniform(-10, 10, count)]
    )


def test_a_solver_finds_the_same_forces() -> None:
    held = 0
    for moment in _moments(60):
        ours, solved = (
            share(moment, _HERS, np.asarray(_FLOOR)),
            shared_by_qp(moment, _HERS.arms_m, _HERS.strengths_n, _FLOOR),
        )
        if solved is None:
            continue
        held += 1
        assert not ours.beyond_strength
        assert np.abs(ours.forces_n - solved).max() < 1e-3
    assert held > 40


def test_beyond_strength_is_where_a_solver_finds_no_forces_either() -> None:
    beyond = [share(moment, _HERS, np.asarray(_FLOOR)).beyond_strength for moment in 2.5 * _moments(60)]
    solved = [shared_by_qp(moment, _HERS.arms_m, _HERS.strengths_n, _FLOOR) is None for moment in 2.5 * _moments(60)]
    assert beyond == solved
    assert 5 < sum(beyond) < 55


@needs_other
def test_another_models_muscles_pull_in_the_same_direction() -> None:
    others = muscles_at_l4_l5(Path(FOLDER))
    assert 0.03 < others.back_arm_m < 0.06
    belly = [arm[1] for name, arm in zip(others.names, others.arms_m, strict=True) if name.startswith("rect_abd")]
    assert min(belly) > 0.04
    assert (others.along < 0).all()
    assert _mirrored(others)


def _mirrored(others: OtherMuscles) -> bool:
    """All of them together turn her to no side."""
    side = others.strengths_n * others.arms_m[:, 0]
    return bool(abs(side.sum()) < 0.05 * np.abs(side).sum())


@needs_other
def test_another_models_muscles_put_the_postures_in_the_same_order() -> None:
    """The level is another: its back muscles pull nearer to the spine."""
    from tests.lib.other_muscles import compared

    others = muscles_at_l4_l5(Path(FOLDER))
    rows = [compared(posture, others) for posture in JUDGED.values()]
    assert np.argsort([row.ours for row in rows]).tolist() == np.argsort([row.others for row in rows]).tolist()
    assert all(1.0 < row.others / row.ours < 1.8 for row in rows)
