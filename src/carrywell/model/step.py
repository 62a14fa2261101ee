"""A step of something that is done in steps: the massage, and how she lies for it."""

from __future__ import annotations

from pydantic import Field

from carrywell.model.item import Part, Words


class Step(Part):
    """`pose` shows it; `seconds`: how long it takes, for a timer."""

    says: Words
    pose: str | None = None
    seconds: int | None = Field(default=None, ge=10, le=600)
