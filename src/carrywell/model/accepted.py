"""What has been accepted about the rules, each with its reason: the data that the proofs are held against.

`carrywell knowledge prove` refuses a question that can be missed, a rule without effect and a danger sign that gets
lost at a boundary, unless it stands here; and it refuses an entry that is no longer needed.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carrywell.model.item import Evidenced, Ids, WhenField

Because = Field(min_length=20)


class Presupposes(Evidenced):
    """The question of this finding has no meaning unless `when` may hold: leg pain on coughing, without leg pain.

    Only then may `asked_if` close it. Written apart from the finding, so that a wrong `asked_if` stands alone.
    """

    when: WhenField
    because: str = Because


class NotAskedAcross(Evidenced):
    """Danger signs that are asked only before, or only after, a boundary of the calendar."""

    boundary: str
    asked: Literal["before", "after"]
    findings: Ids = Field(min_length=1)
    because: str = Because


class NoEffect(Evidenced):
    """Rules that change no case's speed or door, and are kept all the same."""

    rules: Ids = Field(min_length=1)
    because: str = Because
