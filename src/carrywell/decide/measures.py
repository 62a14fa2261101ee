"""Scores of published questionnaires: their range, how single answers add up, and from which change on it counts.

The questionnaires belong to others, and their questions are not here. Each limit has its sentence with its source in
`kb/prognosis`, under the name in `ground`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Turn = Literal["better", "worse", "same"]


@dataclass(frozen=True, slots=True)
class Measure:
    """A scale from `lowest` to `highest`, in points. `change`: points from which a change counts as real.

    `items`, `most`: how many questions there are and the highest score of each; `percent`: the sum is given as a share
    of the most that the answered ones can reach, 0 to 100. `least_items`: so many have to be answered.
    """

    id: str
    lowest: float
    highest: float
    change: float
    ground: str
    items: int = 0
    most: int = 0
    percent: bool = False
    least_items: int = 0
    more_is_worse: bool = True


MEASURES: Mapping[str, Measure] = {
    measure.id: measure
    for measure in (
        Measure("pain_now", 0, 10, 2, "change_pain_score"),
        Measure("pgq", 0, 100, 25, "function_score", items=25, most=3, percent=True, least_items=25),
        Measure("pgq_symptoms", 0, 100, 20, "function_score", items=5, most=3, percent=True, least_items=5),
        Measure("rmdq", 0, 24, 5, "change_roland", items=24, most=1, least_items=24),
        # One of its ten sections may stay open, and is then left out of the most that can be reached.
        Measure("odi", 0, 100, 10, "change_oswestry", items=10, most=5, percent=True, least_items=9),
    )
}


class ItemsError(ValueError):
    """The single scores are not as many, or not in the range, that the questionnaire has."""


def total(measure: Measure, items: Sequence[float]) -> float:
    """The score from the single answers. ItemsError where they do not fit the questionnaire."""
    if not measure.items or not measure.least_items <= len(items) <= measure.items:
        raise ItemsError(f"{measure.id}: {len(items)} numbers")
    if any(not 0 <= item <= measure.most or item != int(item) for item in items):
        raise ItemsError(f"{measure.id}: a number out of range")
    summed = sum(items)
    return round(100 * summed / (measure.most * len(items)), 1) if measure.percent else summed


def turn(measure: Measure, before: float, now: float) -> Turn:
    """Whether the change from one score to a later one counts, and which way it goes."""
    if abs(now - before) < measure.change:
        return "same"
    return "worse" if (now > before) == measure.more_is_worse else "better"
