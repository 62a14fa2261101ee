"""What is not known of a woman and her posture: a middle and a range for each, and draws spread evenly over the ranges.

No chance is involved: the draws are the same each time (a Kronecker sequence), so a result can be repeated.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike

from carrywell.body.person import Floats

DRAWS = 500

# (low, middle, high). Ranges are assumptions unless a source is named.
RANGES: dict[str, tuple[float, float, float]] = {
    "trunk_ahead_m": (-0.010, 0.0, 0.015),  # the one middle chosen on the table of measured pressures
    "co_contraction": (0.015, 0.02, 0.03),  # share of strength
    "back_arm": (0.93, 1.0, 1.15),  # factor
    "abdominal_pressure": (0.5, 1.0, 1.5),  # factor; its rise with effort in pregnancy is not measured
    "strength": (0.8, 1.0, 1.2),  # factor
    "passive": (0.7, 1.0, 1.3),  # factor
    "disc_area": (0.85, 1.0, 1.15),  # factor; for the pressure only
    "belly_mass": (0.8, 1.0, 1.2),  # factor
    "belly_ahead": (0.83, 1.0, 1.17),  # factor of 12 cm at week 40: 10 to 14 cm
    "belly_on_pelvis": (0.0, 0.2, 0.4),  # share of the belly that rests on the pelvis, below the cut
    "lean_back": (0.0, 0.6, 0.95),  # share of the lean that would keep her body's centre where it was without a belly
    "lordosis_deg": (-3.0, 0.0, 6.0),  # the studies contradict each other
    "pelvis_deg": (-4.0, 0.0, 4.0),
    "lumbar_deg": (-4.0, 0.0, 4.0),
    "arm_deg": (-6.0, 0.0, 6.0),
}


@dataclass(frozen=True)
class Unknowns:
    """One value, or an array of draws, for each."""

    trunk_ahead_m: ArrayLike = RANGES["trunk_ahead_m"][1]
    co_contraction: ArrayLike = RANGES["co_contraction"][1]
    back_arm: ArrayLike = RANGES["back_arm"][1]
    abdominal_pressure: ArrayLike = RANGES["abdominal_pressure"][1]
    strength: ArrayLike = RANGES["strength"][1]
    passive: ArrayLike = RANGES["passive"][1]
    disc_area: ArrayLike = RANGES["disc_area"][1]
    belly_mass: ArrayLike = RANGES["belly_mass"][1]
    belly_ahead: ArrayLike = RANGES["belly_ahead"][1]
    belly_on_pelvis: ArrayLike = RANGES["belly_on_pelvis"][1]
    lean_back: ArrayLike = RANGES["lean_back"][1]
    lordosis_deg: ArrayLike = RANGES["lordosis_deg"][1]
    pelvis_deg: ArrayLike = RANGES["pelvis_deg"][1]
    lumbar_deg: ArrayLike = RANGES["lumbar_deg"][1]
    arm_deg: ArrayLike = RANGES["arm_deg"][1]


NAMES = tuple(each.name for each in fields(Unknowns))
MIDDLE = Unknowns()


def drawn(count: int = DRAWS) -> Unknowns:
    """`count` draws of each, independent of one another, half of them below the middle and half above."""
    even = _spread(count, len(NAMES))
    return Unknowns(**{name: _between(even[:, at], *RANGES[name]) for at, name in enumerate(NAMES)})


def _spread(count: int, kinds: int) -> Floats:
    """Kronecker sequence: steps of powers of the root of x^(d+1) = x + 1 (Roberts 2018), evenly in the unit cube."""
    root = 2.0
    for _ in range(50):
        root = (1 + root) ** (1 / (kinds + 1))
    steps = root ** -np.arange(1.0, kinds + 1)
    return np.asarray((0.5 + np.arange(1, count + 1)[:, None] * steps) % 1.0)


def _between(even: Floats, low: float, middle: float, high: float) -> Floats:
    below, above = low + (middle - low) * 2 * even, middle + (high - middle) * (2 * even - 1)
    return np.where(even < 0.5, below, above)
