"""What a plan is made of: entries to do, to limit and to avoid, and the gates that close some of them."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from carrywell.model.contraindication import Act, Involves
from carrywell.model.item import Evidenced, Ids, Part, Stages, Strength, WhenField, WhenList, Words
from carrywell.model.rules import ALWAYS, Any, names_in
from carrywell.model.step import Step

Topic = Literal["hand_over", "posture", "sleep", "movement", "relief", "equipment", "nutrition", "partner", "baby_care"]


class Advice(Evidenced):
    topic: Topic
    kind: Literal["do", "limit", "avoid"]
    title: Words
    says: Words
    benefit: Words
    careful: Words | None = None
    who: Literal["woman", "partner", "family", "employer", "clinician"] = "woman"
    stages: Stages
    applies_when: WhenField = ALWAYS
    not_when: WhenList = ()
    gates: Ids = ()
    helps_when: WhenList = ()  # each that is true brings it nearer to the top
    rank: int = Field(ge=1, le=5)  # expected benefit, 5 the greatest
    minutes: int | None = Field(default=None, ge=1, le=120)
    today: bool = False  # may be one of the three things for today
    pose: str | None = None  # the picture beside it, by its id in kb/poses
    steps: tuple[Step, ...] = ()  # what `says` tells in one go, a step a line
    acts: Act = "other"
    involves: tuple[Involves, ...] = ()  # what closes it is looked up by this: kb/contraindications
    strength: Strength

    def model_post_init(self, context: object, /) -> None:
        super().model_post_init(context)
        if self.kind != "do" and (self.not_when or self.gates):
            raise ValueError("an avoid or limit entry is never left out because of an answer: no not_when, no gates")

    @cached_property
    def helps(self) -> Any:
        """`helps_when` as one condition, plain facts apart."""
        return Any(self.helps_when)

    @cached_property
    def of_tasks(self) -> tuple[str, ...]:
        """The tasks of her day that `helps_when` names."""
        named = (name.partition("day:") for when in self.helps_when for name in names_in(when))
        return tuple(dict.fromkeys(task for before, is_day, task in named if is_day and not before))


class GateLine(Part):
    when: WhenField
    says: Words


class Gate(Evidenced):
    """Contraindications that many entries share, written once."""

    not_when: tuple[GateLine, ...] = Field(min_length=1)
    ask_first_when: tuple[GateLine, ...] = ()
