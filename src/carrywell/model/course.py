"""What was found over several moments of one woman: what changed, what time shows, what her no did not take back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from carrywell.model.assessment import Assessment
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.follow_up import LastingSigns, OverTime

What = Literal["pain_now", "pain_worst_week", "site", "side", "course", "worse_with", "better_with", "task", "finding"]


@dataclass(frozen=True, slots=True)
class Difference:
    """`id`: the place, move, relief, task or finding. `before` and `now`: scores, minutes or times, or words."""

    what: What
    id: str | None = None
    before: float | str | None = None
    now: float | str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Since the moment before. `new`: findings that are yes now and were not."""

    new: tuple[str, ...]
    pain_stronger: bool
    worse: tuple[Difference, ...]
    better: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A rule over time that holds, and the values that its sentence names. `finding`: what it stands for, or None."""

    rule: OverTime
    values: Mapping[str, object]
    finding: str | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A sign that she told at a moment and denies now, and that still counts."""

    finding: str
    told: Case
    because: LastingSigns


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment with all that came before it. `shown`: all that time shows; `derived`: those of it that set a finding;
    `kept`: signs that outlast a no.
    """

    case: Case
    shown: tuple[Shown, ...]
    derived: tuple[Shown, ...]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """`now`: decided on the latest moment with all that came before it. `levels`: that of each moment, in order."""

    now: Assessment
    levels: tuple[CareLevel, ...]
    change: Change
    moment: Moment
