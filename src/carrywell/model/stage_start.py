"""Where the stages meet, as items of `kb/stages/`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carrywell.model.item import Item
from carrywell.model.stage import Stage


class StageStart(Item):
    """Where a stage begins: completed weeks on its clock. It ends where the next one of that clock begins."""

    id: Stage
    clock: Literal["pregnant", "postpartum"]
    from_weeks: float = Field(ge=0)
