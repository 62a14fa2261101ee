"""A task that a day may hold, how much of it, and what a minute of it weighs on the back."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carrywell.model.item import Item, Stages, WhenField, Words
from carrywell.model.rules import ALWAYS


class Task(Item):
    """Something that a day holds: standing long, mopping, nappies. Minutes and shares are our estimates.

    `minutes_each`: of one time, where times are counted. `share_in_posture`: of its minutes; in the others she stands.
    `dose_rate`: squared load in the usual way, mean over its minutes, where standing at ease is 1; from the body model.
    """

    name: Words
    counted_in: Literal["minutes", "times"]
    stages: Stages
    applies_when: WhenField = ALWAYS
    order: int
    can_be_taken_over: bool = False  # a partner can do it for her
    minutes_each: float | None = Field(default=None, gt=0, le=60)
    share_in_posture: float = Field(default=1, gt=0, le=1)
    dose_rate: float = Field(default=1, ge=0)

    def model_post_init(self, _context: object, /) -> None:
        if (self.minutes_each is None) == (self.counted_in == "times"):
            raise ValueError("minutes_each is needed where counted_in is times, and only there")

    def minutes_of(self, amount: float) -> float:
        """`amount` as the case file has it: minutes or times a day."""
        return amount * (self.minutes_each or 1.0)
