"""Tasks whose load on the back is worked out: a posture with its range, or a measured multiple of standing."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carrywell.model.item import Evidenced, Ids, Part, WhenField, WhenList, Words
from carrywell.model.posture_parts import PostureAngles, PostureLoad, Stance, Support
from carrywell.model.rules import ALWAYS

CheckedBy = Literal["measured", "indirect", "nothing"]
MOST_CM = 200.0


class AngleRange(Part):
    """Half the width of the range within which women do the task, in degrees."""

    pelvis_tilt: float = Field(default=4, ge=0, le=30)
    lumbar_flexion: float = Field(default=4, ge=0, le=30)
    shoulder_flexion: float = Field(default=6, ge=0, le=60)


Span = tuple[float, float, float]


class WorksAt(Part):
    """Where the hands work, as (lowest, usual, highest): above the floor, and ahead of the hip joints.

    `pelvis_share`: of the lean that brings them there, what the pelvis does.
    """

    height_cm: Span
    reach_cm: Span
    pelvis_share: float = Field(default=0.45, ge=0, le=1)

    def model_post_init(self, _context: object, /) -> None:
        for name in ("height_cm", "reach_cm"):
            low, usual, high = getattr(self, name)
            if not 0 <= low < usual < high <= MOST_CM:
                raise ValueError(f"{name} is [lowest, usual, highest], rising, from 0 to {MOST_CM:g}")


class LoadTask(Evidenced):
    """`checked_by`: whether anyone measured the load in this task, something close to it, or nothing.

    What moves is no posture: `times_standing` (low, middle, high) is a measured multiple of standing then. Where the
    height of the work decides, `works_at` gives it, and arms and lean follow; `angles` are then those of her at ease.
    """

    name: Words
    order: int
    task: str | None = None  # the task of her day (kb/tasks) that it is a way of doing
    usual_way: bool = False  # of the ways of doing that task, the one that is taken for hers until she says otherwise
    applies_when: WhenField = ALWAYS  # to whom it is offered; asked for by its id, it is answered
    not_when: WhenList = ()  # as another way it is proposed only on a clear no to each
    stance: Stance = "standing"
    angles: PostureAngles = PostureAngles()
    range: AngleRange = AngleRange()
    loads: tuple[PostureLoad, ...] = ()
    supports: tuple[Support, ...] = ()
    works_at: WorksAt | None = None
    times_standing: Span | None = None
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
        if self.works_at is not None:
            if self.times_standing is not None:
                raise ValueError("works_at is of a posture, so it does not go with times_standing")
            if self.angles.shoulder_flexion or self.angles.elbow_flexion:
                raise ValueError("works_at gives the arms, so angles has no shoulder_flexion and no elbow_flexion")
        if self.usual_way and self.task is None:
            raise ValueError("usual_way is of a task of her day, so task is needed")
        if self.checked_by == "measured" and not self.sources:
            raise ValueError("checked_by: measured needs the source of the measurement")
