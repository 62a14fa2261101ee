"""What a plan takes besides her answers: what she has, the time, what she likes, and how last week went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from carrywell.model.exercise import Thing
from carrywell.model.item import Ids, Part
from carrywell.model.told import WrongValue

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = get_args(Day)
Went = Literal["fine", "too_hard", "worse", "not_done"]
"""`worse`: the pain was clearly worse during it or the day after."""
Helped = Literal["yes", "no", "unsure"]

LEAST_MINUTES_A_DAY, MOST_MINUTES_A_DAY = 10, 180
MOST_ACTIVE_MINUTES = 1500


def _each_once(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(value)) != len(value):
        raise WrongValue("wrong.value_twice")
    return value


class ActivityDone(Part):
    """The walking, swimming or cycling of last week, as it was planned, and how it went."""

    days: int = Field(ge=1, le=7)
    minutes_a_day: int = Field(ge=5, le=240)
    went: Went = "fine"
    helped: Helped = "unsure"


class ExerciseDone(Part):
    """`step`: how far up; `most`: at the upper end of the repetitions; `weeks`: for how many weeks it was tried."""

    step: int = Field(default=0, ge=0, le=6)
    most: bool = False
    weeks: int = Field(default=1, ge=1, le=60)
    went: Went = "fine"
    helped: Helped = "unsure"


class LastWeek(Part):
    """`tried`: entries of advice of the weeks before, so that another one gets its turn."""

    activity: ActivityDone | None = None
    exercises: Mapping[str, ExerciseDone] = Field(default_factory=dict)
    tried: Ids = ()


class Wishes(Part):
    """`things`: what she has besides what is in every home; `minutes_a_day`: all the time there is for exercises and
    walking; `active_minutes_a_week`: what she does already.
    """

    things: Annotated[tuple[Thing, ...], AfterValidator(_each_once)] = ()
    minutes_a_day: int | None = Field(default=None, ge=LEAST_MINUTES_A_DAY, le=MOST_MINUTES_A_DAY)
    days: Annotated[tuple[Day, ...], AfterValidator(_each_once)] = ()
    active_minutes_a_week: int | None = Field(default=None, ge=0, le=MOST_ACTIVE_MINUTES)
    likes: Ids = ()
    dislikes: Ids = ()
    last_week: LastWeek | None = None

    def model_post_init(self, _context: object, /) -> None:
        if both := sorted(set(self.likes) & set(self.dislikes)):
            raise WrongValue("wrong.liked_and_not", name=both[0])
