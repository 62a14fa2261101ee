"""Until the next check and over several: signs to watch for, when to ask again, and what only time can show.

One moment shows a sign; several show whether the pain settles, spreads or climbs (`kb/over_time`), and whether a sign
that she now denies was ever looked at (`kb/lasting_signs`). Their numbers stand in the data, with their ground; what
they are compared with stands in `decide.over_time`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carrywell.model.care import CareLevel
from carrywell.model.item import Basis, Evidenced, Ids, Part, Stages, WhenField, Words
from carrywell.model.rules import ALWAYS

# Each has its function in `decide.over_time`: a rule without one would be knowledge lost in silence.
OverTimeId = Literal[
    "not_settled", "not_better_2w", "third_contact", "worse_over_weeks", "getting_worse_fast", "stronger",
    "strong_again", "course_over_days", "course_over_weeks", "new_place", "leg_marked", "both_legs_marked",
    "other_side", "back_again", "nerve_signs_add_up", "still_there_12w", "new_sign",
]  # fmt: skip


class SafetyNet(Evidenced):
    order: int
    says: Words
    stages: Stages
    findings: Ids
    level: CareLevel


class Recheck(Evidenced):
    """`over_time`: only where one of these was seen over several moments (ids of `kb/over_time`)."""

    when: WhenField = ALWAYS
    over_time: Ids = ()
    levels: tuple[CareLevel, ...] = tuple(CareLevel)
    in_hours: int = Field(ge=1, le=24 * 28)
    then_hours: tuple[int, ...] = ()
    says: Words
    stages: Stages


class Settles(Part):
    """The weeks in which pain of a class should be getting better, and the finding that it stands for if not."""

    within_weeks: float = Field(gt=0, le=26)
    otherwise: str | None = None
    basis: Basis
    sources: Ids = ()

    def model_post_init(self, _context: object, /) -> None:
        if self.basis != "design" and not self.sources:
            raise ValueError(f"basis is {self.basis}, so at least one source is needed (or basis: design)")


class OverTime(Evidenced):
    """Something that only several moments show, with the numbers from which it counts.

    `finding` and `answer`: what it stands for in the triage rules, unless she answered that herself. What stands for
    none only makes the program ask sooner. Which of the numbers a rule uses is told in `decide.over_time`, where each
    has its function; a number that is left out never keeps a rule from holding.
    """

    id: OverTimeId
    says: Words
    finding: str | None = None
    answer: Literal["yes", "unsure"] = "yes"
    points: int = Field(default=0, ge=0, le=10)  # of the pain from 0 to 10
    strength: int = Field(default=0, ge=0, le=10)  # the same scale
    from_days: float = Field(default=0, ge=0)
    within_days: float = Field(default=float("inf"), gt=0)
    moments: int = Field(default=2, ge=2)
    sites: Ids = ()
    signs: Ids = ()
    after_signs: Ids = ()


class LastingSigns(Evidenced):
    """Signs whose cause is not gone when they are: a no after a yes counts as not known for so many days.

    Days are counted from the last yes. 0: such a sign is over when it is over, and a no takes it back at once.
    """

    findings: Ids
    days: int = Field(ge=0, le=366)
    says: Words
