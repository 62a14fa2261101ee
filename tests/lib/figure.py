"""Poses of the knowledge base, the four bodies they are looked at with, and what can be measured on a skeleton."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from math import acos, degrees, hypot

from carrywell.app.engine import open_engine
from carrywell.figure.draw import CAMERAS
from carrywell.figure.outline import trunk
from carrywell.figure.proportions import Body, belly_mass_kg
from carrywell.figure.skeleton import SIDES, Skeleton, skeleton
from carrywell.figure.vector import Vec, add, dot, mix, scale, sub, unit
from carrywell.model.pose import Pose, View

BODIES = {
    "12 weeks": Body(weeks_pregnant=12),
    "24 weeks": Body(weeks_pregnant=24),
    "36 weeks": Body(weeks_pregnant=36),
    "2 weeks after birth": Body(weeks_postpartum=2),
}
POSES: dict[str, Pose] = dict(open_engine().knowledge.poses)


def pose(**given: object) -> Pose:
    """A standing pose, and what a test says otherwise."""
    own: dict[str, object] = {
        "id": "a_pose",
        "name": "A pose",
        "alt": "A woman stands.",
        "group": "rest",
        "stance": "standing",
        "hip": (0, 82.6),
        "legs": {"foot": (1, 0)},
        "arms": {"shoulder": 2, "elbow": 12},
        "reviewed": "none yet",
    }
    if "left_leg" in given:
        del own["legs"]
    if "left_arm" in given:
        del own["arms"]
    return Pose.model_validate(own | given)


@cache
def built(name: str, body: str) -> Skeleton:
    return skeleton(POSES[name], BODIES[body])


def pictures() -> Iterator[tuple[str, View, str]]:
    """Every picture that may be shown: pose, view, body."""
    for name, each in POSES.items():
        for view in each.views:
            for body, her in BODIES.items():
                if each.suits(her.weeks_pregnant):
                    yield name, view, body


def angle(a: Vec, joint: Vec, b: Vec) -> float:
    """How far a limb is bent at its joint; 0 is straight."""
    one, two = unit(sub(joint, a)), unit(sub(b, joint))
    assert one is not None
    assert two is not None
    return degrees(acos(max(-1.0, min(1.0, dot(one, two)))))


def lowest_sole(her: Skeleton) -> dict[str, float]:
    return {side: min(leg.heel[1], leg.ball[1]) for side, leg in her.legs.items()}


def lowest_of_trunk(her: Skeleton) -> float:
    """The lowest height that her trunk reaches on the picture from her right side."""
    left, right = trunk(her.slices, CAMERAS["side"])
    return min(-y for _, y in left + right)


# de Leva 1996, women: share of the mass, and where its centre lies from the upper end of the segment.
_HEAD, _TRUNK, _HAND, _FOOT = 0.0668, 0.4257, 0.0056, 0.0129
_UPPER_ARM, _FOREARM, _THIGH, _SHANK = (0.0255, 0.5754), (0.0138, 0.4559), (0.1478, 0.3612), (0.0481, 0.4416)
_MASS_KG = 62.0


def centre_of_mass(her: Skeleton, body: Body) -> Vec:
    """Of her body with the belly; without what she holds."""
    parts: list[tuple[float, Vec]] = [(_HEAD, her.head.at(up=2.5)), (_TRUNK, _middle_of_trunk(her))]
    for side in SIDES:
        arm, leg = her.arms[side], her.legs[side]
        parts += [
            (_UPPER_ARM[0], mix(arm.shoulder, arm.elbow, _UPPER_ARM[1])),
            (_FOREARM[0], mix(arm.elbow, arm.wrist, _FOREARM[1])),
            (_HAND, arm.palm),
            (_THIGH[0], mix(leg.hip, leg.knee, _THIGH[1])),
            (_SHANK[0], mix(leg.knee, leg.ankle, _SHANK[1])),
            (_FOOT, mix(leg.heel, leg.ball, 0.45)),
        ]
    parts.append((belly_mass_kg(body) / _MASS_KG, _middle_of_belly(her)))
    whole = sum(mass for mass, _ in parts)
    x, y, z = (sum(mass * place[axis] for mass, place in parts) / whole for axis in range(3))
    return x, y, z


def _middle_of_trunk(her: Skeleton) -> Vec:
    """The middle of the slices of a flat-bellied trunk, each as heavy as it is large."""
    total, place = 0.0, (0.0, 0.0, 0.0)
    for below, cut in pairwise(her.slices):
        front = min(cut.front, 11.0)
        size = (cut.height - below.height) * cut.half * (front + cut.back)
        middle = cut.frame.at((front - cut.back) / 2)
        total, place = total + size, add(place, scale(middle, size))
    return scale(place, 1 / total)


def _middle_of_belly(her: Skeleton) -> Vec:
    widest = max(her.slices, key=lambda cut: cut.front)
    return widest.frame.at(widest.front - her.belly.out_cm * 0.6)


def depth_in_trunk(her: Skeleton, point: Vec) -> float:
    """How deep a point lies in her trunk, in cm; minus is outside."""
    deepest = -99.0
    for cut in her.slices:
        away = sub(point, cut.frame.origin)
        if abs(dot(away, cut.frame.up)) < 2.5:
            ahead, depth = (cut.front - cut.back) / 2, (cut.front + cut.back) / 2
            x, z = dot(away, cut.frame.front) - ahead, dot(away, cut.frame.right)
            far = hypot(x / depth, z / cut.half)
            deepest = max(deepest, (1 - far) * min(depth, cut.half))
    return deepest
