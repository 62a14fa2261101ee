"""Exercises: what she does step by step, how much of it, how it grows, and whom it is not for.

A dose is typed so that a plan can add up minutes and a timer can count sets and holds. Where the evidence gives a
span (8 to 10), both ends are kept: a plan begins at the fewest.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from carrywell.model.contraindication import Act, Involves
from carrywell.model.item import Basis, Evidenced, Ids, Part, Stages, Strength, WhenField, WhenList, Words
from carrywell.model.rules import ALWAYS

Group = Literal[
    "pelvic_floor", "deep_belly", "mobility", "strength", "stretch", "calm", "practice", "walking", "cycling", "water",
    "class",
]  # fmt: skip
BY_THE_CLOCK: frozenset[Group] = frozenset({"walking", "cycling", "water"})  # the minutes that build up over weeks
Position = Literal[
    "standing", "walking", "sitting", "kneeling", "all_fours", "lying_side", "lying_back", "propped", "water"
]
Thing = Literal[
    "wall", "chair", "table", "cushion", "bed", "stick", "ball", "band", "bike", "pool", "class_pregnancy",
    "small_weight",
]  # fmt: skip
AT_HOME: frozenset[Thing] = frozenset({"wall", "chair", "table", "cushion", "bed", "stick"})
"""What nearly every home has (a broom is a stick); the rest she says she has."""

SECONDS_FOR_ONE = 3.0  # to move there and back, beside the hold; a design judgement
MOST_SECONDS_BETWEEN = 120


def _span(value: tuple[int, int]) -> tuple[int, int]:
    if value[0] > value[1] or value[0] < 1:
        raise ValueError(f"a span is [fewest, most], from 1 up; found {list(value)}")
    return value


Span = Annotated[tuple[int, int], AfterValidator(_span)]


class Dose(Part):
    """How much. By repetitions (`hold_s` seconds each), or by the clock (`minutes` at a time), not by both.

    `times_a_day`: on each of these days; `weeks`: for how long it was tried, where the source says so.
    """

    sets: int = Field(default=1, ge=1, le=5)
    repetitions: Span | None = None
    each_side: bool = False
    hold_s: int = Field(default=0, ge=0, le=60)
    rest_s: int = Field(default=0, ge=0, le=MOST_SECONDS_BETWEEN)
    minutes: Span | None = None
    times_a_day: int = Field(default=1, ge=1, le=6)
    days_a_week: Span
    weeks: int | None = Field(default=None, ge=1, le=20)

    def model_post_init(self, _context: object, /) -> None:
        if (self.repetitions is None) == (self.minutes is None):
            raise ValueError("a dose has repetitions, or minutes, and not both")
        if self.days_a_week[1] > 7:
            raise ValueError("a week has 7 days")

    def minutes_taken(self, at_most: bool = False) -> float:
        """Of one time, resting between sets included. `at_most`: at the upper end of the span."""
        if self.minutes is not None:
            return float(self.minutes[at_most])
        assert self.repetitions is not None  # model_post_init
        moves = self.repetitions[at_most] * (2 if self.each_side else 1)
        seconds = self.sets * moves * (self.hold_s + SECONDS_FOR_ONE) + (self.sets - 1) * self.rest_s
        return seconds / 60


class Harder(Part):
    """The next step up. What it leaves out stays as it was; `needs` adds to what the exercise needs; `pose` shows the
    end of the movement from here on.
    """

    says: Words
    sets: int | None = Field(default=None, ge=1, le=5)
    repetitions: Span | None = None
    hold_s: int | None = Field(default=None, ge=0, le=60)
    minutes: Span | None = None
    needs: tuple[Thing, ...] = ()
    pose: str | None = None


class Exercise(Evidenced):
    """`steps` are done in order; `easier` is how to make less of it; `stop` names the sign that matters most in this
    one, besides the general stop signs (`advice/ex_stop`, `advice/ex_stop_pp`).

    `either`: its two pictures are two ways to be, and not the ends of a movement. `alongside`: done beside something
    else, so that it takes no time of its own. `suits`: pain classes for which it is
    chosen before others; `instead`: what may take its place, the nearest first.
    """

    name: Words
    group: Group
    benefit: Words
    begin: Words
    steps: tuple[Words, ...] = Field(min_length=1, max_length=6)
    dose: Dose
    dose_basis: Basis
    harder: tuple[Harder, ...] = ()
    easier: Words
    stop: Words
    start_pose: str
    end_pose: str
    either: bool = False
    positions: tuple[Position, ...] = Field(min_length=1)
    needs: tuple[Thing, ...] = ()
    stages: Stages
    applies_when: WhenField = ALWAYS
    not_when: WhenList = ()
    gates: Ids = ()
    helps_when: WhenList = ()
    suits: Ids = ()
    instead: Ids = ()
    rank: int = Field(ge=1, le=5)
    acts: Act
    involves: tuple[Involves, ...] = ()
    alongside: bool = False
    strength: Strength

    def model_post_init(self, context: object, /) -> None:
        super().model_post_init(context)
        if self.group in BY_THE_CLOCK and self.dose.minutes is None:
            raise ValueError(f"{self.group} is done by the clock, so the dose needs minutes")
        if self.on_back and "lying_flat" not in self.involves:
            raise ValueError("it is done on the back, so involves needs lying_flat")

    @property
    def on_back(self) -> bool:
        """Whether it can be done in no other way than flat on the back."""
        return self.positions == ("lying_back",)

    def dose_at(self, step: int) -> Dose:
        """The dose after so many steps up; past the last step it stays."""
        changed: dict[str, object] = {}
        for harder in self.harder[:step]:
            given = {name: getattr(harder, name) for name in ("sets", "repetitions", "hold_s", "minutes")}
            changed |= {name: value for name, value in given.items() if value is not None}
        return self.dose.model_copy(update=changed)

    def end_pose_at(self, step: int) -> str:
        """The pose at the end of the movement, after so many steps up."""
        shown = [harder.pose for harder in self.harder[:step] if harder.pose is not None]
        return shown[-1] if shown else self.end_pose

    def highest_step(self, things: frozenset[Thing]) -> int:
        """How far up she can go with what she has: a step that needs more ends it."""
        for at, harder in enumerate(self.harder):
            if not set(harder.needs) <= things:
                return at
        return len(self.harder)
