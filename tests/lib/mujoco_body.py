"""The body above L4/L5 as a MuJoCo model: an independent way to the moment at the disc, by inverse dynamics.

Sagittal only: trunk and arms of the same lengths and masses, hinges in place of our kinematics.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import mujoco
import numpy as np

from carrywell.body import posture_constants as of
from carrywell.body.person import BodyMasses, People, masses
from carrywell.body.posture import Posture
from carrywell.body.spine import BELLY_AHEAD_AT_FIRST_M

_ON_ROD = ("abdomen_low", "belly")
_ON_THORAX = ("middle_trunk", "breasts", "upper_trunk", "head")


@dataclass(frozen=True)
class MujocoBody:
    model: Any
    data: Any

    @classmethod
    def of(cls, people: People, held_kg: float = 0.0, belly_on_pelvis: float = 0.2) -> MujocoBody:
        """`held_kg`: in both hands together."""
        has = masses(people)
        height = float(has.height_m)
        arms = "".join(_arm(has, height, side, held_kg / 2) for side in (1.0, -1.0))
        rod = "".join(_mass(has, height, name, 0.0, 1 - belly_on_pelvis * (name == "belly")) for name in _ON_ROD)
        thorax = "".join(_mass(has, height, name, of.LUMBAR_ROD) for name in _ON_THORAX)
        text = f"""<mujoco><option gravity="0 0 -9.81"/><compiler inertiafromgeom="true"/><worldbody>
          <body><joint name="cut" type="hinge" axis="0 1 0"/>{rod}
          <body pos="0 0 {of.LUMBAR_ROD * height}"><joint name="rod" type="hinge" axis="0 1 0"/>{thorax}{arms}
          </body></body></worldbody></mujoco>"""
        model = mujoco.MjModel.from_xml_string(text)
        return cls(model, mujoco.MjData(model))

    def moment_nm(self, posture: Posture) -> float:
        """What bends forward at the cut; trunk mass as in the middle of what is not known, nothing leaned back."""
        pelvis, lumbar, shoulder, elbow = (
            np.radians(float(np.asarray(value)))
            for value in (
                posture.angles.pelvis_tilt,
                posture.angles.lumbar_flexion,
                posture.angles.shoulder_flexion,
                posture.angles.elbow_flexion,
            )
        )
        lean = pelvis + of.ROD_SHARE["L4/L5"] * lumbar
        self.data.qpos[:] = [lean, pelvis + lumbar - lean, *([-shoulder, -elbow] * 2)]
        self.data.qvel[:], self.data.qacc[:] = 0.0, 0.0
        mujoco.mj_inverse(self.model, self.data)
        return -float(self.data.qfrc_inverse[0])


def _mass(has: BodyMasses, height: float, name: str, from_share: float, share: float = 1.0) -> str:
    ahead = BELLY_AHEAD_AT_FIRST_M if name == "belly" else of.AHEAD_M[name]
    up = (of.HEIGHTS[name] - from_share) * height
    return _ball(ahead, 0.0, up, share * float(has.parts[name]))


def _arm(has: BodyMasses, height: float, side: float, held_kg: float) -> str:
    upper, lower = of.UPPER_ARM * height, (of.FOREARM + of.HAND) * height
    part = {name: float(has.parts[name]) / 2 for name in ("upper_arm", "forearm", "hand")}
    shoulder = (
        f"{of.AHEAD_M['shoulder']} {side * of.SHOULDER_HALF_BREADTH * height} {(of.SHOULDER - of.LUMBAR_ROD) * height}"
    )
    forearm = _ball(0, 0, -of.ARM_CENTRES["forearm"] * of.FOREARM * height, part["forearm"])
    hand = _ball(0, 0, -lower, part["hand"] + held_kg)
    return f"""<body pos="{shoulder}"><joint type="hinge" axis="0 1 0"/>
      {_ball(0, 0, -of.ARM_CENTRES["upper_arm"] * upper, part["upper_arm"])}
      <body pos="0 0 {-upper}"><joint type="hinge" axis="0 1 0"/>{forearm}{hand}</body></body>"""


def _ball(ahead: float, left: float, up: float, mass: float) -> str:
    return f'<geom type="sphere" size="0.01" pos="{ahead} {left} {up}" mass="{max(mass, 1e-9)}" contype="0"/>'
