"""The posture in which hands get to a place: the least lean of the trunk for which bent arms are long enough.

A slider of working height or reach needs angles for each place. Among all postures that bring the hands there, the
one that leans least is taken; women lean a little more or less, and the range of the task's angles says so.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from carrywell.body import posture_constants as of
from carrywell.body.posture import ANGLE_LIMITS, Angles, ImpossiblePosture
from carrywell.model.posture_parts import Stance

_LEAST_SPAN = 0.3  # hands nearer to the shoulder than this share of the arm: the place is inside her
_MOST_LEAN_DEG = 120
_HALVINGS = 30


class OutOfReach(ImpossiblePosture):
    """No lean brings the hands there; says from which stance, and what was asked."""


@dataclass(frozen=True)
class Place:
    """Of the middle of the hands, in metres: above the floor, and ahead of the hip joints."""

    height_m: float
    ahead_m: float


@dataclass(frozen=True)
class _Trunk:
    """Degrees of pelvis tilt and lumbar flexion."""

    pelvis: float
    lumbar: float

    def leaned(self, further: float, pelvis_share: float) -> _Trunk:
        """The low back bends as far as it goes; the hips do the rest."""
        lumbar = min(self.lumbar + (1 - pelvis_share) * further, max(of.MOST_LUMBAR_FLEXION_DEG, self.lumbar))
        return _Trunk(self.pelvis + self.lumbar + further - lumbar, lumbar)

    def shoulder(self, stature_m: float) -> tuple[float, float]:
        """Ahead of the hips and above them, as `kinematics.skeleton` has it: pelvis, lumbar rod, thorax."""
        pelvis, lumbar = math.radians(self.pelvis), math.radians(self.lumbar)
        rod, thorax = pelvis + of.ROD_SHARE["L4/L5"] * lumbar, pelvis + lumbar
        lengths = ((of.HIPS_BELOW, pelvis), (of.LUMBAR_ROD, rod), (of.SHOULDER - of.LUMBAR_ROD, thorax))
        ahead = sum(length * stature_m * math.sin(angle) for length, angle in lengths)
        up = sum(length * stature_m * math.cos(angle) for length, angle in lengths)
        before = of.AHEAD_M["shoulder"]
        return ahead + before * math.cos(thorax), up - before * math.sin(thorax)


def angles_to_reach(place: Place, stature_m: float, stance: Stance, start: Angles, pelvis_share: float) -> Angles:
    """`start` with the least further lean with which the hands are at `place`, and the arms that go with it.

    `pelvis_share`: of the lean, what the pelvis does. One place and one woman at a time. OutOfReach.
    """
    hips = of.HIPS_ABOVE_FLOOR.get(stance)
    if hips is None:
        raise OutOfReach("wrong.stance_without_height", found=stance, allowed=tuple(of.HIPS_ABOVE_FLOOR))
    target = (place.ahead_m, place.height_m - hips * stature_m)
    upright = _Trunk(float(np.asarray(start.pelvis_tilt)), float(np.asarray(start.lumbar_flexion)))
    longest = of.COMFORTABLE_ARM * (of.UPPER_ARM + of.FOREARM + of.HAND) * stature_m

    def missing(lean: float) -> float:
        return _span(upright.leaned(lean, pelvis_share), target, stature_m) - longest

    lean = _first_without(missing)
    if lean is None:
        where = {"height": f"{place.height_m * 100:.0f}", "ahead": f"{place.ahead_m * 100:.0f}"}
        raise OutOfReach("wrong.out_of_reach", stance=stance, **where)
    return _with_arms(start, upright.leaned(lean, pelvis_share), target, stature_m)


def _first_without(missing: Callable[[float], float]) -> float | None:
    """The least lean at which nothing is missing; None where something always is."""
    near = next((lean for lean in range(_MOST_LEAN_DEG + 1) if missing(lean) <= 0), None)
    if not near:
        return near
    low, high = near - 1.0, float(near)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if missing(middle) <= 0 else (middle, high)
    return high


def _span(trunk: _Trunk, target: tuple[float, float], stature_m: float) -> float:
    ahead, up = trunk.shoulder(stature_m)
    return math.hypot(target[0] - ahead, target[1] - up)


def _with_arms(start: Angles, trunk: _Trunk, target: tuple[float, float], stature_m: float) -> Angles:
    """Elbow and shoulder by the law of cosines; the elbow hangs."""
    ahead, up = trunk.shoulder(stature_m)
    upper, lower = of.UPPER_ARM * stature_m, (of.FOREARM + of.HAND) * stature_m
    span = max(_span(trunk, target, stature_m), _LEAST_SPAN * (upper + lower))
    elbow = math.acos((upper**2 + lower**2 - span**2) / (2 * upper * lower))
    inner = math.acos((upper**2 + span**2 - lower**2) / (2 * upper * span))
    raised = math.degrees(math.atan2(target[0] - ahead, up - target[1]) - inner)
    low, high = ANGLE_LIMITS["shoulder_flexion"]
    return replace(
        start,
        pelvis_tilt=min(trunk.pelvis, ANGLE_LIMITS["pelvis_tilt"][1]),
        lumbar_flexion=trunk.lumbar,
        shoulder_flexion=min(max(raised + trunk.pelvis + trunk.lumbar, low), high),
        elbow_flexion=180 - math.degrees(elbow),
    )
