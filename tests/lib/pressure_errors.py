"""How far the model is from the measured disc pressures: level, shape and order apart; each row left out in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from carrywell.body.posture import Posture
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import MIDDLE, Unknowns
from tests.lib.measured_loads import pressures_measured
from tests.lib.postures_measured import MAN

# The one number that is chosen on the table: how far ahead of the spine the trunk's mass lies, beyond what is assumed.
TRIED_M = np.linspace(0.0, 0.03, 7)


def pressures(postures: Iterable[Posture], unknown: Unknowns = MIDDLE) -> np.ndarray:
    """MPa: a row for each posture."""
    return np.array([spine_load(posture, MAN, unknown=unknown).disc_pressure_mpa for posture in postures])


def measured(names: Iterable[str]) -> np.ndarray:
    return np.array([pressures_measured()[name] for name in names])


def left_out(postures: Mapping[str, Posture]) -> tuple[np.ndarray, tuple[float, ...]]:
    """Error of each row with the choice made on the others, and the choices."""
    errors = pressures(postures.values(), Unknowns(trunk_ahead_m=TRIED_M)) - measured(postures)[:, None]
    chosen = [int(np.delete(errors**2, row, axis=0).mean(axis=0).argmin()) for row in range(len(errors))]
    return errors[np.arange(len(errors)), chosen], tuple(float(TRIED_M[at]) for at in chosen)


def best_choice(postures: Mapping[str, Posture]) -> float:
    errors = pressures(postures.values(), Unknowns(trunk_ahead_m=TRIED_M)) - measured(postures)[:, None]
    return float(TRIED_M[np.square(errors).mean(axis=0).argmin()])


def root_mean_square(errors: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(errors))))


def rank_correlation(one: np.ndarray, other: np.ndarray) -> float:
    """Spearman's; equal values share their rank."""
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: np.ndarray) -> np.ndarray:
    return np.array([np.sum(values < one) + (np.sum(values == one) - 1) / 2 for one in values])


def turned_round(model: np.ndarray, found: np.ndarray) -> list[tuple[int, int]]:
    """Pairs of rows whose order the model has the other way round."""
    rows = range(len(model))
    return [(a, b) for a in rows for b in rows if found[a] < found[b] and model[a] > model[b]]
