"""Dose over a day: damage of lifts (LiFFT) and squared force times time. A description, never a limit for her.

LiFFT: Gallagher and others 2017 (Appl Ergon 63:142-150); its constants as three public re-implementations have
them, not checked against the paper. It was fitted to paid lifting jobs, not to mothers.
Squared force: the Mainz-Dortmund idea, the whole force counted, without a threshold, as the re-analysis of the German
Spine Study found (DGUV 2012).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

_G = 9.81  # m/s2, as the re-implementations have it
_PER_NM, _AT_REST, _CYCLES = 0.038, 0.32, 1_902_416.0
_INTERCEPT, _PER_DECADE = 1.72, 1.03


@dataclass(frozen=True, slots=True)
class RepeatedLift:
    """A load at its greatest horizontal distance from the low back, so many times a day."""

    load_kg: float
    distance_m: float
    repetitions: float

    def __post_init__(self) -> None:
        if not all(math.isfinite(value) and value >= 0 for value in (self.load_kg, self.distance_m, self.repetitions)):
            raise ValueError("load, distance and repetitions: allowed are numbers from 0")


def lifft_damage(lift: RepeatedLift) -> float:
    """Damage of one kind of lift in a day: repetitions x exp(0.038 M + 0.32) / 1902416, M the load's moment in N m."""
    moment_nm = lift.load_kg * _G * lift.distance_m
    return lift.repetitions * math.exp(_PER_NM * moment_nm + _AT_REST) / _CYCLES


def lifft_probability(damage: float) -> float:
    """Probability that a job with this daily damage was one with many back injuries; 0 for no damage.

    ValueError for a damage below 0.
    """
    if damage < 0:
        raise ValueError(f"damage: found {damage:g}; allowed: a number from 0")
    return 0.0 if damage == 0 else 1 / (1 + math.exp(-(_INTERCEPT + _PER_DECADE * math.log10(damage))))


def squared_force_dose_kn2h(spells: Sequence[tuple[float, float]]) -> float:
    """Sum of force squared x time over spells (compression in N, hours), in kN2 h. ValueError for hours below 0."""
    if any(hours < 0 for _, hours in spells):
        raise ValueError("hours: allowed are numbers from 0")
    return sum((force_n / 1000) ** 2 * hours for force_n, hours in spells)
