"""From a pose to the places of her joints.

Angles become places by turning one bone after the other; a limb given by the place of its foot or hand is solved as
two bones (law of cosines), the knee or elbow bending to where the pose says.
"""

from __future__ import annotations

from dataclasses import dataclass

from carrywell.figure import proportions as size
from carrywell.figure.arms import ArmBones, arm_bones
from carrywell.figure.legs import LegBones, leg_bones
from carrywell.figure.proportions import Belly, Body, belly
from carrywell.figure.trunk import Slice, at_height, slices
from carrywell.figure.vector import Frame, Vec
from carrywell.model.pose import Place, Pose

SIDES = ("left", "right")
_NECK_FROM_CM, _NECK_CM = 53.6, 13.6
_NECK_SLOPE, _NECK_BACK_CM = 14.0, -1.6  # of a neck at ease


@dataclass(frozen=True, slots=True)
class Skeleton:
    root: Frame  # at the middle of the hips
    slices: tuple[Slice, ...]
    chest: Frame  # at the height of the shoulders, between them
    neck: Frame  # where it leaves the trunk
    head: Frame  # where the neck meets the skull
    legs: dict[str, LegBones]
    arms: dict[str, ArmBones]
    belly: Belly


def skeleton(pose: Pose, body: Body) -> Skeleton:
    """ValueError where a foot or hand is out of her reach: which, how far it is, how far she reaches."""
    trunk, grown = pose.trunk, belly(body)
    root = Frame(place(pose.hip)).turned(trunk.turn).bent(trunk.lean).tipped(trunk.tip).turned(trunk.roll)
    chest = at_height(root, trunk, size.SHOULDER_UP_CM)
    neck = at_height(root, trunk, _NECK_FROM_CM).moved(forward=_NECK_BACK_CM).bent(_NECK_SLOPE + trunk.neck * 0.6)
    top = neck.moved(up=_NECK_CM / 2).bent(trunk.neck * 0.4).turned(trunk.look * 0.5).moved(up=_NECK_CM / 2)
    head = top.bent(trunk.head - _NECK_SLOPE).turned(trunk.look * 0.5)
    legs = {side: leg_bones(pose, side, root) for side in SIDES}
    arms = {side: arm_bones(pose, side, chest, grown) for side in SIDES}
    return Skeleton(root, slices(root, trunk, grown), chest, neck, head, legs, arms, grown)


def place(given: Place) -> Vec:
    return (given[0], given[1], given[2] if len(given) == 3 else 0.0)
