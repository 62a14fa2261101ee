"""Words for a care level and for a door: what to do, how soon, whom to contact."""

from __future__ import annotations

from carrywell.model.item import Evidenced, Item, Words


class CareLevelWords(Evidenced):
    order: int
    title: Words
    do: Words
    how_soon: Words
    then: tuple[Words, ...] = ()


class DoorWords(Item):
    name: Words
    say: Words
