"""Floors: what each danger sign means at the least, written down a second time and apart from the findings.

A finding says which level the program gives; a floor says, from the evidence, which level it must give. Nobody derives
one from the other: as in double-entry bookkeeping, a level that is lowered in one book disagrees with the other.
"""

from __future__ import annotations

from pydantic import Field

from carrywell.model.care import CareLevel, Door
from carrywell.model.item import Evidenced, Ids, Part, Stages, WhenList
from carrywell.model.stage import Stage


class FloorLine(Part):
    """At these stages each sign in `alone`, and each group in `together`, brings at least this level.

    `door`: where that level is the one reached, this door is among those named. A level with the maternity unit in its
    name asks for its door by itself.
    """

    level: CareLevel
    stages: Stages = tuple(Stage)
    door: Door | None = None
    alone: Ids = ()
    together: tuple[WhenList, ...] = ()

    def model_post_init(self, _context: object, /) -> None:
        if not self.alone and not self.together:
            raise ValueError("a line names signs: alone, together, or both")


class Floor(Evidenced):
    """The floors of one theme, small enough for the clinician who knows it to check and sign."""

    statement: str = Field(min_length=20)  # what the lines say in a sentence, for those who check; never shown to her
    lines: tuple[FloorLine, ...] = Field(min_length=1)
