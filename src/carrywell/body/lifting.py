"""The revised NIOSH lifting equation: RWL = LC x HM x VM x DM x AM x FM x CM, and LI = load / RWL.

Source: Waters, Putz-Anderson and Garg, DHHS (NIOSH) publication 94-110, revised 9/2021, sections 1.1 to 1.4.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from carrywell.body.lifting_tables import (
    COUPLING,
    DISTANCE_CONSTANT,
    LEAST_FREQUENCY,
    METRIC,
    MOST_ASYMMETRY_DEG,
    PER_DEGREE,
    PRINTED_OTHERWISE,
    Coupling,
    Duration,
    Units,
    frequency_rows,
)
from carrywell.model.told import WrongValue

MULTIPLIERS = ("HM", "VM", "DM", "AM", "FM", "CM")
_FURTHEST = {"H": 300.0, "V": 300.0, "D": 300.0, "V_origin": 300.0, "A": 180.0, "F": 60.0}
# What the equation was not made for (manual, section 1.2): the ids of the reasons in kb/words/lift.yaml.
OUTSIDE = (
    "one_handed", "seated", "kneeling", "unstable", "carrying", "pushing_pulling", "restricted_space", "over_8_hours",
    "shovel_or_barrow", "fast", "slippery_floor", "hot_or_cold",
)  # fmt: skip


class ImpossibleLift(WrongValue):
    """A variable of the lift is out of range; says which, what was found and what is allowed."""


@dataclass(frozen=True, slots=True)
class Lift:
    """One lift at the point that is judged. Lengths in `units.length`; angle in degrees; lifts a minute.

    `height_at_origin` is needed where the lift is judged at its destination: the manual takes FM from the height of the
    hands at the origin (section 1.3.5), and CM from the height at the point that is judged (example 4).
    """

    reach: float
    height: float
    distance: float
    asymmetry_deg: float = 0.0
    per_minute: float = 0.2
    duration: Duration = "short"
    coupling: Coupling = "good"
    height_at_origin: float | None = None
    units: Units = METRIC

    def __post_init__(self) -> None:
        """ImpossibleLift when a number cannot be one of a lift."""
        named = {"H": self.reach, "V": self.height, "D": self.distance, "A": self.asymmetry_deg, "F": self.per_minute}
        if self.height_at_origin is not None:
            named["V_origin"] = self.height_at_origin
        for name, value in named.items():
            if not (math.isfinite(value) and 0 <= value <= _FURTHEST[name]):
                raise ImpossibleLift(
                    "wrong.number_between", name=name, found=f"{value:g}", low=0, high=f"{_FURTHEST[name]:g}"
                )


def multipliers(lift: Lift) -> dict[str, float]:
    """HM, VM, DM, AM, FM and CM at full precision; 0 where the equation allows no lift."""
    units = lift.units
    origin = lift.height if lift.height_at_origin is None else lift.height_at_origin
    reach, distance = max(lift.reach, units.best_reach), max(lift.distance, units.least_distance)
    return {
        "HM": units.best_reach / reach if reach <= units.most_reach else 0.0,
        "VM": 1 - units.per_height * abs(lift.height - units.best_height) if lift.height <= units.most_height else 0.0,
        "DM": DISTANCE_CONSTANT + units.per_distance / distance if distance <= units.most_distance else 0.0,
        "AM": 1 - PER_DEGREE * lift.asymmetry_deg if lift.asymmetry_deg <= MOST_ASYMMETRY_DEG else 0.0,
        "FM": frequency_multiplier(lift.per_minute, lift.duration, origin >= units.high_from),
        "CM": COUPLING[lift.coupling][lift.height >= units.high_from],
    }


def frequency_multiplier(per_minute: float, duration: Duration, high: bool) -> float:
    """FM, between the rows of table 5 by a straight line (section 1.3); 0 above the last row that allows a lift."""
    rows = frequency_rows(duration, high)
    wanted = max(per_minute, LEAST_FREQUENCY)
    for (below, at_below), (above, at_above) in pairwise(rows):
        if below <= wanted <= above:
            return at_below + (at_above - at_below) * (wanted - below) / (above - below)
    return rows[0][1] if wanted == rows[0][0] else 0.0


def recommended_weight(lift: Lift) -> float:
    """RWL in `units.mass`, at full precision."""
    return lift.units.load_constant * math.prod(multipliers(lift).values())


def lifting_index(load: float, recommended: float) -> float | None:
    """LI; None where nothing may be lifted, since the manual gives no index there."""
    return load / recommended if recommended > 0 else None


@dataclass(frozen=True, slots=True)
class Worksheet:
    """As on the manual's worksheets: multipliers of two decimals, multiplied, limit and index of one."""

    multipliers: Mapping[str, float]
    recommended: float
    index: float | None


def worksheet(lift: Lift, load: float | None = None) -> Worksheet:
    """With the multipliers as tables 1 to 5 and 7 print them: repeats a result on paper to its digit."""
    found = multipliers(lift)
    measured = {"HM": max(lift.reach, lift.units.best_reach), "DM": max(lift.distance, lift.units.least_distance)}
    printed = {
        name: PRINTED_OTHERWISE.get((lift.units.length, name, measured.get(name, math.nan)), _rounded(value, 2))
        for name, value in found.items()
    }
    recommended = lift.units.load_constant * math.prod(printed.values())
    index = None if load is None else lifting_index(load, recommended)
    return Worksheet(printed, _rounded(recommended, 1), None if index is None else _rounded(index, 1))


def _rounded(value: float, places: int) -> float:
    """Half away from zero: the rows of the tables that end exactly in 5 are printed so."""
    exact = Decimal(repr(round(value, 10)))
    return float(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))
