"""What the sliders of a task ask for: read from an address or a form, clamped to what the task takes.

Nothing here is an error: a slider cannot be wrong, so a value out of range becomes the nearest that there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, isfinite

from carrywell.app.load import MOST_ASKED_KG
from carrywell.model.case import About
from carrywell.model.load_task import LoadTask, Span
from carrywell.model.posture_parts import PostureAbout

FIRST_WEEK, LAST_WEEK = 1, 42  # of both clocks; what comes later after a birth changes next to nothing
_USUAL_WEEK = {"pregnant": 24, "after": 6}
_LEAST_HIGHEST_KG = 5.0


@dataclass(frozen=True, slots=True)
class Slider:
    """`says`: the id of the phrase that says its value."""

    name: str
    least: float
    most: float
    step: float
    value: float
    says: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One setting of the sliders. None where the task has no such slider."""

    when: str  # pregnant | after
    weeks: float
    height_cm: float | None
    reach_cm: float | None
    load_kg: float | None

    def of_nobody(self) -> PostureAbout:
        """A woman of middle size in this week."""
        return PostureAbout(**{_CLOCK[self.when]: self.weeks})

    def of_her(self, about: About) -> About:
        clocks = dict.fromkeys(_CLOCK.values()) | {_CLOCK[self.when]: self.weeks}
        return about.model_copy(update=clocks)


_CLOCK = {"pregnant": "weeks_pregnant", "after": "weeks_postpartum"}


def read_asked(sent: Mapping[str, str], task: LoadTask, about: About | None, usually: str) -> Asked:
    """`usually`: pregnant or after, where neither she nor her case says which."""
    if about is not None:
        usually = "pregnant" if about.pregnant else "after"
    when = sent.get("when", usually)
    when = when if when in _CLOCK else usually
    hers = (about.weeks_pregnant if when == "pregnant" else about.weeks_postpartum) if about is not None else None
    weeks = _number(sent, "weeks", FIRST_WEEK, LAST_WEEK, 1, _USUAL_WEEK[when] if hers is None else hers)
    height = reach = load = None
    if task.works_at is not None:
        height = _within(sent, "height", task.works_at.height_cm)
        reach = _within(sent, "reach", task.works_at.reach_cm)
    if task.loads:
        least, most = load_ends_kg(task)
        load = _number(sent, "load", least, most, 0.5, held_kg(task))
    return Asked(when, weeks, height, reach, load)


def held_kg(task: LoadTask) -> float:
    return sum(load.kg for load in task.loads)


def load_ends_kg(task: LoadTask) -> tuple[float, float]:
    """From half a kilogram to twice what is usual, in whole kilograms."""
    return 0.5, min(max(_LEAST_HIGHEST_KG, ceil(2 * held_kg(task))), MOST_ASKED_KG)


def sliders(task: LoadTask, asked: Asked) -> list[Slider]:
    found = [Slider("weeks", FIRST_WEEK, LAST_WEEK, 1, asked.weeks, f"weeks_of.{asked.when}")]
    if task.works_at is not None and asked.height_cm is not None and asked.reach_cm is not None:
        low, _, high = task.works_at.height_cm
        found.append(Slider("height", low, high, 1, asked.height_cm, "cm"))
        low, _, high = task.works_at.reach_cm
        found.append(Slider("reach", low, high, 1, asked.reach_cm, "cm"))
    if asked.load_kg is not None:
        least, most = load_ends_kg(task)
        found.append(Slider("load", least, most, 0.5, asked.load_kg, "kg"))
    return found


def _within(sent: Mapping[str, str], name: str, span: Span) -> float:
    low, usual, high = span
    return _number(sent, name, low, high, 1, usual)


def _number(sent: Mapping[str, str], name: str, least: float, most: float, step: float, usual: float) -> float:
    """To the nearest step, counted from 0, so that few different settings are worked out."""
    try:
        value = float(sent.get(name, ""))
    except ValueError:
        value = usual
    value = value if isfinite(value) else usual
    return min(max(round(value / step) * step, least), most)
