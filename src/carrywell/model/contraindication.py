"""Contraindications: what closes which kind of treatment, written down a second time and apart from gates and advice.

A gate and the `not_when` of an item say what the program leaves out; an entry here says, from the evidence, what it
must leave out. An item says by `acts` and `involves` what it does to the body, and never why it may be wrong for her.
"""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from carrywell.model.item import Evidenced, Ids, WhenField

Act = Literal["rest", "position", "exercise", "massage", "heat", "medicine", "other"]
"""What is done to the body; decides what a care level allows (docs/explanation/plan.md)."""

Involves = Literal[
    "balance",  # she could fall
    "belly_load",  # works the belly wall against a load
    "belt",
    "cold",
    "deep_belly",  # works the deep belly muscles without a load
    "deep_hip_stretch",  # pulls hard on the joint at the back of the pelvis
    "electrical_current",  # TENS
    "hands_on",  # treatment by a trained person's hands
    "leg_stretch",  # pulls on the nerve of the leg
    "legs_up",
    "lying_flat",  # on the back
    "needles",
    "nsaid",  # ibuprofen and tablets like it
    "paracetamol",
    "pelvic_floor_load",
    "provocation",  # a home test that brings the pain on by moving
    "pubic_load",  # parts the legs, or loads one of them
    "sex",
    "strength_work",  # works large muscles: waits for six weeks after a birth
    "tape",
    "trunk_moves",  # tilts, rolls or rounds the low back: waits for two weeks after a birth
    "warm_water",  # a bath or shower that may make her faint
    "water",  # the body under water: a pool
]
"""What an item does to the body besides its act."""

CLOSABLE: frozenset[str] = frozenset({*get_args(Act), *get_args(Involves)} - {"rest", "position", "other"})


class Contraindication(Evidenced):
    """One reason to leave treatment out. All that it names needs a clear no before it is offered.

    `closes`: what is done to the body (an act, or what an item involves) and is not for her; `asks_first`: what her
    midwife or doctor may still agree to; `items`: single entries of advice and home tests, by id.
    """

    when: WhenField
    meaning: str = Field(min_length=3)  # in a few words, for those who check; never shown to her
    closes: Ids = ()
    asks_first: Ids = ()
    items: Ids = ()

    def model_post_init(self, context: object, /) -> None:
        super().model_post_init(context)
        for name in (*self.closes, *self.asks_first):
            if name not in CLOSABLE:
                raise ValueError(f"{name!r} is nothing that is done; allowed: {', '.join(sorted(CLOSABLE))}")
        if set(self.closes) & set(self.asks_first):
            raise ValueError("the same stands under closes and asks_first; allowed is one of them")
        if not (self.closes or self.asks_first or self.items or self.note):
            raise ValueError("it closes nothing, so a note says why it stands here")
