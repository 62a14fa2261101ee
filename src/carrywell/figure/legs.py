"""Where hip, knee, ankle and foot are."""

from __future__ import annotations

from dataclasses import dataclass

from carrywell.figure import proportions as size
from carrywell.figure.limb import joint_between
from carrywell.figure.vector import UP, Frame, Vec, across, add, cross, framed, scale, sub, unit
from carrywell.model.pose import Leg, Pose

BALL_CM = 10.2  # from under the ankle forward to the ball of the foot
HEEL_CM = -4.0  # and back to where the heel rests


@dataclass(frozen=True, slots=True)
class LegBones:
    thigh: Frame  # at the hip, up along the bone, front where the knee cap looks
    shank: Frame  # at the knee
    foot: Frame  # at the ankle, front to the toes, up away from the sole
    toes: float  # bent up at the ball, degrees
    crossed: bool

    @property
    def hip(self) -> Vec:
        return self.thigh.origin

    @property
    def knee(self) -> Vec:
        return self.shank.origin

    @property
    def ankle(self) -> Vec:
        return self.foot.origin

    @property
    def heel(self) -> Vec:
        """On the sole."""
        return self.foot.at(HEEL_CM, -size.ANKLE_CM)

    @property
    def ball(self) -> Vec:
        return self.foot.at(BALL_CM, -size.ANKLE_CM)


def leg_bones(pose: Pose, side: str, root: Frame) -> LegBones:
    leg, out = pose.leg(side), 1.0 if side == "right" else -1.0
    hip = root.at(right=out * size.HIP_HALF_CM)
    if leg.foot is None:
        return _by_angles(leg, root.placed(hip), out)
    return _by_place(leg, root.placed(hip), out, f"{pose.id}: {side} foot")


def _by_angles(leg: Leg, hip: Frame, out: float) -> LegBones:
    assert leg.hip is not None and leg.knee is not None  # Leg checks it  # noqa: PT018
    thigh = hip.bent(-leg.hip).tipped(-out * leg.out).turned(out * leg.turn)
    shank = thigh.moved(up=-size.THIGH_CM).bent(leg.knee)
    foot = shank.moved(up=-size.SHANK_CM).bent(leg.ankle)
    return LegBones(thigh, shank, foot, leg.toes, leg.crossed)


def _by_place(leg: Leg, hip: Frame, out: float, what: str) -> LegBones:
    assert leg.foot is not None
    x, y = leg.foot[0], leg.foot[1]
    z = leg.foot[2] if len(leg.foot) == 3 else hip.origin[2]
    sole = _sole(leg, hip, out)
    on = BALL_CM if leg.heel_up > 0 else HEEL_CM  # what stays on the floor
    foot = sole.placed(add((x, y, z), scale(sole.front, on))).bent(leg.heel_up)
    ankle = foot.at(-on, size.ANKLE_CM)
    toward = leg.knee_to or add(sole.front, scale(hip.front, 0.3))
    knee, ankle, bends = joint_between(hip.origin, ankle, size.THIGH_CM, size.SHANK_CM, toward, what)
    thigh = framed(hip.origin, sub(hip.origin, knee), bends)
    shank = framed(knee, sub(knee, ankle), bends)
    return LegBones(thigh, shank, foot.placed(ankle), leg.heel_up if leg.heel_up > 0 else leg.toes, leg.crossed)


def _sole(leg: Leg, hip: Frame, out: float) -> Frame:
    """A flat foot, its toes a little outwards of where she faces."""
    facing = unit(across(hip.front, UP)) or unit(across(scale(hip.up, -1), UP)) or (1.0, 0.0, 0.0)
    flat = Frame((0.0, 0.0, 0.0), facing, UP, cross(facing, UP))
    return flat.turned(out * leg.toes_out)
