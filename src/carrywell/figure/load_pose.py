"""From a posture whose load is worked out to a pose of the figure, so that picture and model show the same.

Trunk, arms and, where the posture has them, hips and knees take the posture's angles as they are. The legs of a woman
who stands, sits or kneels change nothing above the cut, so the posture leaves them open: here they carry her, drawn by
eye. What lies or moves is no posture of the model's; a pose of the knowledge base stands for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, radians, sin, sqrt

from carrywell.figure import proportions as size
from carrywell.figure.load_things import hip_height_cm, things
from carrywell.figure.proportions import Body
from carrywell.figure.skeleton import skeleton
from carrywell.model.load_task import LoadTask
from carrywell.model.pose import Arm, Leg, Pose, Prop, Trunk
from carrywell.model.posture_parts import PostureAngles

# Ways that move (their load is a measured multiple of standing), and those that lie: the picture that stands for each.
STANDS_FOR = {
    "walking": "walking",
    "stairs_up": "stairs",
    "turning_free": "turn_bed_2",
    "turning_taught": "turn_bed_3",
    "rising_bed_free": "half_sitting",
    "rising_bed_taught": "bed_out_2",
    "chair_rise_free": "sit_to_stand_middle",
    "chair_rise_arms": "sit_to_stand_middle",
    "lying_side": "lying_left_pillows",
    "lying_back": "lying_back",
    "feeding_lying": "lying_left_pillows",
}
_WITHOUT_PILLOWS = frozenset({"rising_bed_free"})  # she holds herself half way up
_FROM_THE_FRONT = frozenset({"left_hand", "right_hand", "left_hip", "right_hip"})
_LIGHT_KG = 2.0  # what is lighter does not show from the front
_BACK_CM_A_DEGREE, _MOST_BACK_CM = 0.27, 19.0  # the hips go back as the trunk leans, so that she does not fall
_STRETCHED = 0.985  # of the leg's length, in standing
_KNEE_UP_CM = 7.0  # the knee joint of a kneeling woman above the floor
_MOST_LUMBAR = 60.0  # of a pose; what is more bends the upper back


@dataclass(frozen=True, slots=True)
class _Legs:
    """`hip`: where the joints are, ahead of the feet and above the floor."""

    hip: tuple[float, float]
    right: Leg
    left: Leg


def pose_that_stands_for(task: LoadTask, poses: Mapping[str, Pose]) -> Pose | None:
    """For a way without a posture; None for the others."""
    if task.id not in STANDS_FOR:
        return None
    pose = poses[STANDS_FOR[task.id]]
    if task.id not in _WITHOUT_PILLOWS:
        return pose
    return pose.model_copy(update={"props": tuple(prop for prop in pose.props if prop.kind != "pillow")})


def load_pose(task: LoadTask, angles: PostureAngles, body: Body) -> Pose:
    """The woman in this posture, with what she holds and what is round her."""
    bare = _pose(task, angles, _legs(task, angles))
    return bare.model_copy(update={"props": (Prop(kind="floor"), *things(task, skeleton(bare, body)))})


def _pose(task: LoadTask, angles: PostureAngles, legs: _Legs) -> Pose:
    arm = Arm(shoulder=angles.shoulder_flexion, elbow=angles.elbow_flexion, grip=bool(task.loads))
    return Pose(
        id=task.id,
        name=task.name,
        alt=task.name,
        group="task",
        stance="standing" if task.stance not in ("sitting", "kneeling") else task.stance,
        views=("front",) if seen_from_the_front(task) else ("side",),
        hip=legs.hip,
        trunk=_trunk(angles),
        right_leg=legs.right,
        left_leg=legs.left,
        arms=arm,
        reviewed=task.reviewed,
    )


def seen_from_the_front(task: LoadTask) -> bool:
    """A load at one side shows from the front only."""
    return any(load.at in _FROM_THE_FRONT and load.kg > _LIGHT_KG for load in task.loads)


def _trunk(angles: PostureAngles) -> Trunk:
    lumbar = min(angles.lumbar_flexion, _MOST_LUMBAR)
    return Trunk(
        lean=angles.pelvis_tilt,
        lumbar=lumbar,
        thoracic=angles.lumbar_flexion - lumbar,
        side_bend=angles.side_bend,
        twist=angles.twist,
        neck=min(max(angles.neck_flexion, -50.0), 60.0),
    )


def _legs(task: LoadTask, angles: PostureAngles) -> _Legs:
    if task.stance == "squatting":
        return _squatting(angles)
    if task.stance == "sitting":
        return _sitting(task)
    if task.stance == "kneeling":
        return _kneeling(angles)
    return _standing(angles, heel_up=18.0 if task.id == "standing_heels" else 0.0)


def _standing(angles: PostureAngles, heel_up: float) -> _Legs:
    lean = angles.pelvis_tilt + angles.lumbar_flexion / 2
    back = min(max(_BACK_CM_A_DEGREE * lean, -6.0), _MOST_BACK_CM)
    leg = _STRETCHED * (size.THIGH_CM + size.SHANK_CM)
    hip = (-back, size.ANKLE_CM + sqrt(leg**2 - back**2) + heel_up / 8)
    return _Legs(hip, Leg(foot=(2.0, 0.0), heel_up=heel_up), Leg(foot=(-2.0, 0.0), heel_up=heel_up))


def _sitting(task: LoadTask) -> _Legs:
    height = hip_height_cm(task)
    if height > 55:  # in a car the legs are stretched forward
        return _Legs((0, height), Leg(foot=(56, 26), heel_up=-30), Leg(foot=(50, 25), heel_up=-24))
    ahead = 36.0 if height > 45 else 40.0
    return _Legs((0, height), Leg(foot=(ahead, 0)), Leg(foot=(ahead - 5, 0)))


def _kneeling(angles: PostureAngles) -> _Legs:
    """The thighs lean back as the trunk leans forward."""
    back = min(max(angles.pelvis_tilt + angles.lumbar_flexion / 2, 0.0) * 0.3, 25.0)
    hip = (-size.THIGH_CM * sin(radians(back)), _KNEE_UP_CM + size.THIGH_CM * cos(radians(back)))
    legs = [
        Leg(hip=angles.pelvis_tilt + back + more, knee=90 + back + more, ankle=84 if back < 10 else 74)
        for more in (0, 2)
    ]
    return _Legs(hip, legs[0], legs[1])


def _squatting(angles: PostureAngles) -> _Legs:
    """Hips and knees as the posture has them; the feet flat as far as the ankle goes."""
    hip, knee, lean = angles.hip_flexion, angles.knee_flexion, angles.pelvis_tilt
    thigh, shank = radians(hip - lean), radians(knee - hip + lean)
    ankle = max(-(knee - hip + lean), -35.0)
    ahead = size.THIGH_CM * sin(thigh) - size.SHANK_CM * sin(shank)
    height = size.ANKLE_CM + size.THIGH_CM * cos(thigh) + size.SHANK_CM * cos(shank)
    leg = Leg(hip=hip, knee=knee, ankle=ankle)
    return _Legs((-ahead, height), leg, leg)
