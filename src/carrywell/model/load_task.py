"""Tasks whose load on the back is worked out: a posture with its range, or a measured multiple of standing."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carrywell.model.item import Evidenced, Ids, Part, WhenField, Words
from carrywell.model.posture_parts import PostureAngles, PostureLoad, Stance, Support
from carrywell.model.rules import ALWAYS

CheckedBy = Literal["measured", "indirect", "nothing"]


class AngleRange(Part):
    """Half the width of the range within which women do the task, in degrees."""

    pelvis_tilt: float = Field(default=4, ge=0, le=30)
    lumbar_flexion: float = Field(default=4, ge=0, le=30)
    shoulder_flexion: float = Field(default=6, ge=0, le=60)


class LoadTask(Evidenced):
    """`checked_by`: whether anyone measured the load in this task, something close to it, or nothing.

    What moves is no posture: `times_standing` (low, middle, high) is a measured multiple of standing then.
    """

    name: Words
    order: int
    task: str | None = None  # the task of her day (kb/tasks) that it is a way of doing
    applies_when: WhenField = ALWAYS  # to whom it is offered; asked for by its id, it is answered
    stance: Stance = "standing"
    angles: PostureAngles = PostureAngles()
    range: AngleRange = AngleRange()
    loads: tuple[PostureLoad, ...] = ()
    supports: tuple[Support, ...] = ()
    times_standing: tuple[float, float, float] | None = None
    better: Ids = ()  # ways of doing the same with less load
    checked_by: CheckedBy

    def model_post_init(self, context: object, /) -> None:
        super().model_post_init(context)
        if self.times_standing is not None:
            low, middle, high = self.times_standing
            if not 0 < low <= middle <= high:
                raise ValueError("times_standing is [low, middle, high], rising and above 0")
            if (self.stance, self.angles, self.loads, self.supports) != ("standing", PostureAngles(), (), ()):
                raise ValueError("times_standing is of standing, so no stance, angles, loads or supports")
        if self.checked_by == "measured" and not self.sources:
            raise ValueError("checked_by: measured needs the source of the measurement")
