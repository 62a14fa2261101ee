"""What a day with a baby asks of her back: one task, with its better and its harder ways side by side."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carrywell.model.item import Evidenced, Ids, Part, WhenField, Words


class Way(Part):
    """One way of doing it, at one working height, with its picture."""

    way: Literal["better", "harder"]
    title: Words
    says: Words
    pose: str


class BabyTask(Evidenced):
    order: int
    applies_when: WhenField  # to whom a result may offer it; the page itself is open to all
    title: Words
    lead: Words
    ways: tuple[Way, ...] = Field(min_length=2)
    advice: Ids  # what helps with it, in full; kb/advice
