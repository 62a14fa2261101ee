"""Where shoulder, elbow, wrist and hand are."""

from __future__ import annotations

from dataclasses import dataclass

from carrywell.figure import proportions as size
from carrywell.figure.limb import joint_between
from carrywell.figure.proportions import Belly
from carrywell.figure.vector import Frame, Vec, add, cross, framed, scale, sub
from carrywell.model.pose import Arm, Facing, Pose


@dataclass(frozen=True, slots=True)
class ArmBones:
    upper: Frame  # at the shoulder, up along the bone, front where the elbow bends to
    forearm: Frame  # at the elbow
    hand: Frame  # at the wrist, up away from the fingers, front to the thumb, back of the hand outwards
    grip: bool

    @property
    def shoulder(self) -> Vec:
        return self.upper.origin

    @property
    def elbow(self) -> Vec:
        return self.forearm.origin

    @property
    def wrist(self) -> Vec:
        return self.hand.origin

    @property
    def palm(self) -> Vec:
        return self.hand.at(up=-size.PALM_CM)


def arm_bones(pose: Pose, side: str, chest: Frame, belly: Belly) -> ArmBones:
    arm, out = pose.arm(side), 1.0 if side == "right" else -1.0
    shoulder = chest.moved(arm.blade, arm.shrug, out * (size.SHOULDER_HALF_CM - 0.25 * abs(arm.blade)))
    if arm.hand is None:
        return _by_angles(arm, shoulder, out)
    return _by_place(arm, shoulder, out, belly, f"{pose.id}: {side} hand")


def _by_angles(arm: Arm, shoulder: Frame, out: float) -> ArmBones:
    assert arm.shoulder is not None and arm.elbow is not None  # Arm checks it  # noqa: PT018
    upper = shoulder.bent(-arm.shoulder).tipped(-out * arm.out).turned(-out * arm.turn)
    forearm = upper.moved(up=-size.UPPER_ARM_CM).bent(-arm.elbow)
    hand = forearm.moved(up=-size.FOREARM_CM).turned(-out * arm.palm).tipped(out * arm.wrist)
    return ArmBones(upper, forearm, hand, arm.grip)


def _by_place(arm: Arm, shoulder: Frame, out: float, belly: Belly, what: str) -> ArmBones:
    assert arm.hand is not None
    x, y = arm.hand[0] + belly.out_cm * arm.with_belly, arm.hand[1]
    z = arm.hand[2] if len(arm.hand) == 3 else shoulder.origin[2]
    turned = _hand(arm, shoulder, out)
    toward = arm.elbow_to or add(
        add(scale(shoulder.front, -0.6), scale(shoulder.up, -0.6)), scale(shoulder.right, out * 0.5)
    )
    if turned is None:
        reach = size.FOREARM_CM + size.PALM_CM
        elbow, palm, bends = joint_between(shoulder.origin, (x, y, z), size.UPPER_ARM_CM, reach, toward, what)
        forearm = framed(elbow, sub(elbow, palm), scale(bends, -1))
        hand = forearm.moved(up=-size.FOREARM_CM).turned(-out * arm.palm)
    else:
        wrist = turned.placed((x, y, z)).at(up=size.PALM_CM)
        elbow, wrist, bends = joint_between(shoulder.origin, wrist, size.UPPER_ARM_CM, size.FOREARM_CM, toward, what)
        forearm = framed(elbow, sub(elbow, wrist), scale(bends, -1))
        hand = turned.placed(wrist)
    return ArmBones(framed(shoulder.origin, sub(shoulder.origin, elbow), scale(bends, -1)), forearm, hand, arm.grip)


def _hand(arm: Arm, body: Frame, out: float) -> Frame | None:
    """The hand's frame where the pose says how it lies; `right` points away from the palm for a right hand."""
    if arm.fingers is None:
        return None
    fingers = _direction(arm.fingers, body, out)
    looks = _direction(arm.faces or "down", body, out)
    back = scale(looks, -out)  # `right` of the frame
    up = scale(fingers, -1)
    return Frame((0.0, 0.0, 0.0), cross(up, back), up, back)


def _direction(facing: Facing, body: Frame, out: float) -> Vec:
    if facing in ("in", "out"):
        return scale(body.right, out if facing == "out" else -out)
    return {"forward": (1.0, 0.0, 0.0), "back": (-1.0, 0.0, 0.0), "up": (0.0, 1.0, 0.0), "down": (0.0, -1.0, 0.0)}[
        facing
    ]
