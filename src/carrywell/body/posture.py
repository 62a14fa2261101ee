"""A posture as arrays: joint angles, loads and supports; how she stands with a belly is a range, not a fact."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike

from carrywell.model.posture_parts import HEAVIEST_LOAD_KG, LoadPlace, PostureAngles, Stance, Support
from carrywell.model.told import WrongValue

# Allowed angles in degrees: what the joints of most people reach, and a little beyond.
ANGLE_LIMITS = {
    name: (float(limits[0].ge), float(limits[1].le))
    for name, field in PostureAngles.model_fields.items()
    if (limits := field.metadata)
}


class ImpossiblePosture(WrongValue):
    """An angle or a load out of range; says which, what was found and what is allowed."""


@dataclass(frozen=True)
class Angles:
    """Degrees. Forward, up and bending are plus, to her right too. 0 is relaxed standing with hanging arms."""

    pelvis_tilt: ArrayLike = 0.0
    lumbar_flexion: ArrayLike = 0.0
    side_bend: ArrayLike = 0.0
    twist: ArrayLike = 0.0
    neck_flexion: ArrayLike = 0.0
    shoulder_flexion: ArrayLike = 0.0
    elbow_flexion: ArrayLike = 0.0
    hip_flexion: ArrayLike = 0.0
    knee_flexion: ArrayLike = 0.0

    def __post_init__(self) -> None:
        for each in fields(self):
            low, high = ANGLE_LIMITS[each.name]
            found = np.asarray(getattr(self, each.name), float)
            if not np.all((found >= low) & (found <= high)):
                wrong = found[~((found >= low) & (found <= high))].flat[0]
                limits = {"low": f"{low:g}", "high": f"{high:g}"}
                raise ImpossiblePosture("wrong.angle", name=each.name, found=f"{wrong:g}", **limits)


@dataclass(frozen=True)
class Load:
    kg: ArrayLike
    at: LoadPlace

    def __post_init__(self) -> None:
        found = np.asarray(self.kg, float)
        if not np.all((found >= 0) & (found <= HEAVIEST_LOAD_KG)):
            raise ImpossiblePosture("wrong.between", name="kg", found=str(found), low=0, high=f"{HEAVIEST_LOAD_KG:g}")


@dataclass(frozen=True)
class Posture:
    """Hip and knee angles say how she stands; they do not change what is above the cut."""

    angles: Angles = Angles()
    stance: Stance = "standing"
    loads: tuple[Load, ...] = ()
    supports: tuple[Support, ...] = ()

    @property
    def lying(self) -> bool:
        return self.stance.startswith("lying")


STANDING = Posture()
