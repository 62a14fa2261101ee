"""The tables of the revised NIOSH lifting equation (DHHS (NIOSH) 94-110, revised 9/2021; public domain).

The two systems of units are parallel definitions, not conversions: 51 lb is not 23 kg. A lift is worked out in
one of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Duration = Literal["short", "moderate", "long"]
Coupling = Literal["good", "fair", "poor"]


@dataclass(frozen=True, slots=True)
class Units:
    """Constants of the equation in one system; lengths and masses in the units that `length` and `mass` name."""

    length: str
    mass: str
    load_constant: float
    best_reach: float  # HM = best_reach / H; a smaller H counts as this
    most_reach: float  # HM is 0 beyond
    best_height: float
    per_height: float  # VM = 1 - per_height * |V - best_height|
    most_height: float  # VM is 0 above
    least_distance: float
    most_distance: float  # DM is 0 beyond
    per_distance: float  # DM = 0.82 + per_distance / D
    high_from: float  # the tables of FM and CM have one column below this height and one from it


METRIC = Units("cm", "kg", 23, 25, 63, 75, 0.003, 175, 25, 175, 4.5, 75)
US = Units("in", "lb", 51, 10, 25, 30, 0.0075, 70, 10, 70, 1.8, 30)

DISTANCE_CONSTANT = 0.82
PER_DEGREE = 0.0032  # AM = 1 - 0.0032 A
MOST_ASYMMETRY_DEG = 135  # AM is 0 beyond
LEAST_FREQUENCY = 0.2  # lifts a minute; fewer count as this

# Table 5. Lifts a minute, then FM below and from the height `high_from`, for short, moderate and long work.
_FREQUENCY_ROWS = (
    (0.2, 1.00, 1.00, 0.95, 0.95, 0.85, 0.85),
    (0.5, 0.97, 0.97, 0.92, 0.92, 0.81, 0.81),
    (1, 0.94, 0.94, 0.88, 0.88, 0.75, 0.75),
    (2, 0.91, 0.91, 0.84, 0.84, 0.65, 0.65),
    (3, 0.88, 0.88, 0.79, 0.79, 0.55, 0.55),
    (4, 0.84, 0.84, 0.72, 0.72, 0.45, 0.45),
    (5, 0.80, 0.80, 0.60, 0.60, 0.35, 0.35),
    (6, 0.75, 0.75, 0.50, 0.50, 0.27, 0.27),
    (7, 0.70, 0.70, 0.42, 0.42, 0.22, 0.22),
    (8, 0.60, 0.60, 0.35, 0.35, 0.18, 0.18),
    (9, 0.52, 0.52, 0.30, 0.30, 0.00, 0.15),
    (10, 0.45, 0.45, 0.26, 0.26, 0.00, 0.13),
    (11, 0.41, 0.41, 0.00, 0.23, 0.00, 0.00),
    (12, 0.37, 0.37, 0.00, 0.21, 0.00, 0.00),
    (13, 0.00, 0.34, 0.00, 0.00, 0.00, 0.00),
    (14, 0.00, 0.31, 0.00, 0.00, 0.00, 0.00),
    (15, 0.00, 0.28, 0.00, 0.00, 0.00, 0.00),
)
_COLUMN: dict[Duration, int] = {"short": 1, "moderate": 3, "long": 5}

# Table 7: below and from the height `high_from`.
COUPLING: dict[Coupling, tuple[float, float]] = {"good": (1.00, 1.00), "fair": (0.95, 1.00), "poor": (0.90, 0.90)}

# Cells of tables 1 and 3 that are printed otherwise than their formula rounds: (units, multiplier, value) -> printed.
PRINTED_OTHERWISE = {
    ("in", "HM", 22.0): 0.46,  # formula 0.4545
    ("in", "HM", 23.0): 0.44,  # formula 0.4348
    ("cm", "DM", 130.0): 0.86,  # formula 0.8546
}


def frequency_rows(duration: Duration, high: bool) -> list[tuple[float, float]]:
    """Lifts a minute and FM, as far as FM is above 0."""
    column = _COLUMN[duration] + high
    return [(row[0], row[column]) for row in _FREQUENCY_ROWS if row[column] > 0]
