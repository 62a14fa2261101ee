"""The dose of a day: squared force on the disc times time, over the tasks it holds, and each way to make it less.

Dose, not limit: it orders tasks, and says nothing of harm. A minute counts with the square of its force (`body.dose`).
What lies beyond an unbroken spell counts `LONG_SPELL_EXTRA` more: tired muscles hold worse, but nobody has measured by
how much, so this is an assumption of ours; a break ends the spell.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from carrywell.body.dose import RepeatedLift, squared_force_dose_kn2h
from carrywell.body.kinematics import skeleton
from carrywell.body.net_load import load_place
from carrywell.body.person import People, masses
from carrywell.body.posture import Posture
from carrywell.model.told import WrongValue

LONG_SPELL_EXTRA = 0.25
BREAK_MINUTES = 5.0
LEAST_HANDED_MINUTES = 10.0  # nobody comes for less, unless it is the whole task
MOST_MINUTES = 24 * 60.0


class ImpossibleDay(WrongValue):
    """Minutes that make no day; says what was found and what is allowed."""


@dataclass(frozen=True, slots=True)
class Way:
    """`force_n`: compression while she does it; `at_ease_n`: in the rest of the task's minutes."""

    id: str
    force_n: float
    at_ease_n: float
    share_in_posture: float = 1.0

    @property
    def kn2(self) -> float:
        """Mean squared force in kN2."""
        share = self.share_in_posture
        return squared_force_dose_kn2h([(self.force_n, share), (self.at_ease_n, 1 - share)])


@dataclass(frozen=True, slots=True)
class DayTask:
    """`pieces`: how many of equal length it falls into, minutes or times. The first way is how she does it now."""

    id: str
    minutes: float
    pieces: int
    ways: tuple[Way, ...]
    can_be_handed_over: bool = False

    def __post_init__(self) -> None:
        if not (math.isfinite(self.minutes) and self.minutes > 0 and self.pieces > 0 and self.ways):
            raise ImpossibleDay("wrong.no_minutes", name=self.id, found=f"{self.minutes:g}")

    @property
    def piece_minutes(self) -> float:
        return self.minutes / self.pieces

    @property
    def least_handed(self) -> int:
        """Pieces: those of `LEAST_HANDED_MINUTES`, or all."""
        return min(self.pieces, math.ceil(LEAST_HANDED_MINUTES / self.piece_minutes - 1e-9))

    def most_breaks(self, spell_minutes: float) -> int:
        """Breaks that can still end a spell too long."""
        return max(0, math.ceil(self.minutes / spell_minutes - 1e-9) - 1)


@dataclass(frozen=True, slots=True)
class Doing:
    """How a task is done: `way` (its place in the ways), pieces handed over, breaks in what is left."""

    way: int = 0
    handed: int = 0
    breaks: int = 0


@dataclass(frozen=True, slots=True)
class Help:
    """What there is: a helper's minutes, minutes for breaks, tasks that may be done another way."""

    minutes: float = 0.0
    rest_minutes: float = 0.0
    changes: int = 0
    spell_minutes: float = 30.0

    def __post_init__(self) -> None:
        for name in ("minutes", "rest_minutes", "changes"):
            found = getattr(self, name)
            if not (math.isfinite(found) and 0 <= found <= MOST_MINUTES):
                raise ImpossibleDay("wrong.between", name=name, found=f"{found:g}", low=0, high=f"{MOST_MINUTES:g}")


def weighted_hours(task: DayTask, doing: Doing, spell_minutes: float) -> float:
    """Hours of a task that she does herself; what lies beyond unbroken spells counts more."""
    minutes = (task.pieces - doing.handed) * task.piece_minutes
    beyond = max(0.0, minutes - spell_minutes * (1 + doing.breaks))
    return (minutes + LONG_SPELL_EXTRA * beyond) / 60


def dose_kn2h(task: DayTask, doing: Doing, spell_minutes: float) -> float:
    """Of one task over the day, in kN2 h."""
    return task.ways[doing.way].kn2 * weighted_hours(task, doing, spell_minutes)


def day_dose_kn2h(tasks: Sequence[DayTask], doing: Mapping[str, Doing], spell_minutes: float) -> float:
    """What is not in `doing` is done as now."""
    return sum(dose_kn2h(task, doing.get(task.id, Doing()), spell_minutes) for task in tasks)


def keeps_to(help_: Help, tasks: Sequence[DayTask], doing: Mapping[str, Doing]) -> bool:
    """Whether this takes no more help than there is, and every task is done."""
    done = [(task, doing.get(task.id, Doing())) for task in tasks]
    handed = sum(each.handed * task.piece_minutes for task, each in done)
    return (
        all(_possible(task, each) for task, each in done)
        and handed <= help_.minutes + 1e-9
        and sum(each.breaks for _, each in done) * BREAK_MINUTES <= help_.rest_minutes + 1e-9
        and sum(each.way > 0 for _, each in done) <= help_.changes
    )


def _possible(task: DayTask, doing: Doing) -> bool:
    if doing.handed and not (task.can_be_handed_over and task.least_handed <= doing.handed <= task.pieces):
        return False
    return 0 <= doing.way < len(task.ways) and doing.breaks >= 0


def as_lift(posture: Posture, people: People, times: float) -> RepeatedLift | None:
    """What is held in a posture as lifts so many times a day, its distance from L5/S1; None where nothing is held."""
    held_kg = sum(float(np.asarray(load.kg)) for load in posture.loads)
    if not held_kg:
        return None
    body = skeleton(posture.angles, masses(people).height_m, "L5/S1")
    moments = (float(np.asarray(load.kg)) * float(load_place(load.at, body)[..., 0]) for load in posture.loads)
    return RepeatedLift(held_kg, max(sum(moments) / held_kg, 0.0), times)
