"""The parts of a week's plan: goals, one change at a time for sleep, work and home, and how minutes build up."""

from __future__ import annotations

from pydantic import Field

from carrywell.model.item import Evidenced, Ids, Stages, WhenField, WhenList, Words
from carrywell.model.rules import ALWAYS


class Goal(Evidenced):
    """Something that she would notice. `notice`: how she can tell that it is nearer. `helped_by`: the entries of
    advice and the exercises that lead there, by id.
    """

    says: Words
    notice: Words
    stages: Stages
    applies_when: WhenField = ALWAYS
    helps_when: WhenList = ()
    helped_by: Ids = ()
    rank: int = Field(ge=1, le=5)


class WeekPart(Evidenced):
    """One part of the week, filled with the entries of advice in `takes` that fit her best.

    `most` at once: a change that is made is worth more than five that are read.
    """

    title: Words
    order: int
    takes: Ids = Field(min_length=1)
    most: int = Field(default=1, ge=1, le=3)
    stages: Stages
    applies_when: WhenField = ALWAYS
    rotates: bool = False  # next week something else, as long as something else fits
    while_moving: bool = False  # only in a week with exercises or walking
    fits_only: bool = False  # only where one of her answers speaks for the entry


class Ladder(Evidenced):
    """How the minutes of walking, swimming or cycling build up. Of those that hold, the first in `order` counts.

    `first`: days a week and minutes a day to begin with; `goal`: where it stops growing. `spell_minutes`: a day's
    minutes are split into spells of at most these. `grows`: whether it grows at all, or stays where it is.
    """

    says: Words
    order: int
    when: WhenField
    stages: Stages
    first_days: int = Field(ge=1, le=7)
    first_minutes: int = Field(ge=5, le=60, multiple_of=5)
    goal_days: int = Field(ge=1, le=7)
    goal_minutes: int = Field(ge=5, le=60, multiple_of=5)
    spell_minutes: int | None = Field(default=None, ge=5, le=30)
    grows: bool = True

    def model_post_init(self, context: object, /) -> None:
        super().model_post_init(context)
        if self.goal_days < self.first_days or self.goal_minutes < self.first_minutes:
            raise ValueError("the goal lies below the first week")

    @property
    def goal_weekly_minutes(self) -> int:
        return self.goal_days * self.goal_minutes
