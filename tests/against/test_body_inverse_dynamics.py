"""The moment at the disc against MuJoCo's inverse dynamics of a body with the same lengths and masses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carrywell.body.person import People
from carrywell.body.posture import Angles, Load, Posture
from carrywell.body.spine import spine_load
from tests.lib.mujoco_body import MujocoBody
from tests.lib.postures_measured import JUDGED, MAN

WOMAN = People(height_m=1.65, weight_before_kg=62, weight_kg=62)


@pytest.mark.parametrize("name", JUDGED)
def test_the_measured_postures(name: str) -> None:
    posture = replace(JUDGED[name], supports=())  # the other body touches nothing
    held = sum(float(load.kg) for load in posture.loads)  # type: ignore[arg-type]
    other = MujocoBody.of(MAN, held).moment_nm(posture)
    assert float(spine_load(posture, MAN).moment_nm) == pytest.approx(other, abs=0.05)


@pytest.mark.parametrize(("pelvis", "lumbar", "shoulder", "elbow"), [(0, 0, 0, 0), (30, 40, 75, 20), (-10, 12, 20, 30)])
def test_a_woman_with_and_without_a_load(pelvis: float, lumbar: float, shoulder: float, elbow: float) -> None:
    angles = Angles(pelvis_tilt=pelvis, lumbar_flexion=lumbar, shoulder_flexion=shoulder, elbow_flexion=elbow)
    for kg in (0.0, 8.0):
        posture = Posture(angles, loads=(Load(kg, "both_hands"),))
        other = MujocoBody.of(WOMAN, kg).moment_nm(posture)
        assert float(spine_load(posture, WOMAN).moment_nm) == pytest.approx(other, abs=0.05)
