"""A load with its uncertainty: middle, low and high end from draws of all that is unknown, and what matters most.

The first number is the share of her own relaxed standing in the same week: it is surer than newtons, since much of what
is unknown of her is in both. In each draw both are worked out with the same unknowns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from carrywell.body.person import Floats, People
from carrywell.body.posture import STANDING, Posture
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import DRAWS, MIDDLE, NAMES, RANGES, Unknowns, drawn
from carrywell.model.posture_parts import Level

FIGURES = ("compression_n", "shear_n", "disc_pressure_mpa", "moment_nm", "relative_to_standing")
LOW_PERCENT, HIGH_PERCENT = 5, 95


@dataclass(frozen=True)
class Ranged:
    """`low` to `high` holds nine of ten draws, and the middle. `matters_most`: the unknown that moves the share most.

    `beyond_strength`: with the middle values, her muscles cannot hold the posture; the figures are then at least so
    large.
    """

    middle: Mapping[str, float]
    low: Mapping[str, float]
    high: Mapping[str, float]
    back_effort: float
    matters_most: str
    beyond_strength: bool


def load_with_range(
    posture: Posture,
    people: People,
    level: Level = "L4/L5",
    draws: int = DRAWS,
    times_standing: tuple[float, float, float] | None = None,
    range_deg: tuple[float, float, float] | None = None,
) -> Ranged:
    """Of one posture and one person.

    `times_standing` (low, middle, high) is a measured multiple of standing for what moves, in place of a posture: the
    model stands still, and would say too little. `range_deg`: half the width of the range of pelvis tilt, lumbar
    flexion and shoulder flexion in this task, in place of the usual.
    """
    unknown = drawn(draws)
    if times_standing is not None:
        posture = STANDING
    elif range_deg is not None:
        unknown = over_range(unknown, range_deg)
    middle, spread = _figures(posture, people, level, MIDDLE), _figures(posture, people, level, unknown)
    if times_standing is not None:
        low, most_likely, high = times_standing
        even = np.linspace(low, high, draws)[np.argsort(np.argsort(unknown.strength))]
        middle, spread = _multiplied(middle, most_likely), _multiplied(spread, even)
    ends = {name: np.percentile(spread[name], [LOW_PERCENT, HIGH_PERCENT]) for name in FIGURES}
    middles = {name: float(middle[name]) for name in FIGURES}
    return Ranged(
        middles,
        {name: min(float(ends[name][0]), middles[name]) for name in FIGURES},
        {name: max(float(ends[name][1]), middles[name]) for name in FIGURES},
        float(middle["back_effort"]),
        "times_standing" if times_standing is not None else _matters_most(unknown, spread["relative_to_standing"]),
        bool(middle["beyond_strength"]),
    )


def as_she_stands(unknown: Unknowns) -> Unknowns:
    """The draws for her own standing: there is no doubt about a posture that is what it is."""
    return replace(unknown, pelvis_deg=0.0, lumbar_deg=0.0, arm_deg=0.0)


def over_range(unknown: Unknowns, range_deg: tuple[float, float, float]) -> Unknowns:
    """The draws with pelvis tilt, lumbar flexion and shoulder flexion over half widths of their own, in degrees."""
    names = ("pelvis_deg", "lumbar_deg", "arm_deg")
    wider = {
        name: np.asarray(getattr(unknown, name)) * half / RANGES[name][2]
        for name, half in zip(names, range_deg, strict=True)
    }
    return replace(unknown, **wider)


def _figures(posture: Posture, people: People, level: Level, unknown: Unknowns) -> dict[str, Floats]:
    """Her standing is what it is, so the angles are unknown in the posture only; for standing itself the share is 1."""
    found = spine_load(posture, people, level, unknown)
    standing = found if posture == STANDING else spine_load(STANDING, people, level, as_she_stands(unknown))
    return {**vars(found), "relative_to_standing": found.compression_n / standing.compression_n}


def _multiplied(standing: dict[str, Floats], times: float | Floats) -> dict[str, Floats]:
    """Compression, pressure and the share; shear and moment of a movement are not known, so standing's are left."""
    return standing | {
        name: standing[name] * times for name in ("compression_n", "disc_pressure_mpa", "relative_to_standing")
    }


def _matters_most(unknown: Unknowns, share: Floats) -> str:
    """The unknown whose draws go along with the share most closely."""
    if np.ptp(share) == 0:
        return NAMES[0]
    together = {name: abs(np.corrcoef(np.asarray(getattr(unknown, name)), share)[0, 1]) for name in NAMES}
    return max(together, key=lambda name: together[name])
