"""An arm or a leg is one shape: smooth where straight, creased where it bends, round where it points at the eye."""

from __future__ import annotations

from math import hypot

import pytest

from carrywell.figure.limb_outline import FOREARM, SHANK, THIGH, Bone, Profile, bone_part, limb_path, round_bone
from carrywell.figure.vector import Camera, Frame, camera
from tests.lib.svg_picture import points_of

SIDE, FRONT = camera(0), camera(90)
HIP = Frame((0.0, 80.0, 0.0))


def leg(hip: float, knee: float) -> tuple[Bone, Bone]:
    thigh = HIP.bent(-hip)
    return Bone(thigh, 35.0, THIGH), Bone(thigh.moved(up=-35.0).bent(knee), 41.0, SHANK)


def outline(
    hip: float, knee: float, eye: Camera = SIDE, start: float | None = None
) -> tuple[str, list[tuple[float, float]]]:
    return limb_path(*leg(hip, knee), eye, start=start)


def test_a_straight_leg_is_one_shape_without_a_bead_at_the_knee() -> None:
    d, points = outline(0, 0)
    assert d.count("M") == 1
    knee = [x for x, y in points if abs(y + 45) < 3]
    assert max(knee) - min(knee) == pytest.approx(2 * 5.3, abs=0.7)


@pytest.mark.parametrize("knee", [40, 90, 130])
def test_a_bent_leg_has_one_crease_on_its_inner_side(knee: float) -> None:
    upper, lower = leg(60, knee)
    d, points = limb_path(upper, lower, SIDE)
    assert d.count("M") == 1
    joint = SIDE.flat(lower.frame.origin)
    nearest = min(hypot(x - joint[0], y - joint[1]) for x, y in points)
    assert nearest > 3, "nothing of the outline runs through the knee"


def test_a_leg_that_points_at_the_eye_is_drawn_as_two_round_shapes() -> None:
    assert outline(85, 85, FRONT)[0].count("M") == 2
    assert outline(20, 30, FRONT)[0].count("M") == 1


def test_of_a_near_thigh_that_points_at_the_eye_the_knee_alone_is_outlined() -> None:
    assert outline(85, 85, FRONT, start=0.26)[0].count("M") == 1


@pytest.mark.parametrize(("profile", "thick"), [(THIGH, 2 * 8.6), (FOREARM, 2 * 3.3)])
def test_a_bone_seen_exactly_end_on_is_still_a_shape(profile: Profile, thick: float) -> None:
    xs = [x for x, _ in round_bone(Bone(HIP.bent(-90), 35.0, profile), FRONT)]
    assert max(xs) - min(xs) == pytest.approx(thick, abs=0.1)


def test_an_open_limb_begins_on_the_bone_and_is_open_there() -> None:
    d, points = outline(0, 0, start=0.25)
    assert not d.endswith("z")
    assert min(y for _, y in points) == pytest.approx(-80 + 0.25 * 35)


def test_a_part_of_a_bone_has_flat_ends() -> None:
    part = bone_part(Bone(HIP, 35.0, THIGH), SIDE, 0.2, 0.4)
    assert (min(y for _, y in part), max(y for _, y in part)) == pytest.approx((-73, -66))


def test_what_is_drawn_goes_through_the_points() -> None:
    d, points = outline(30, 50)
    drawn = points_of(d)
    for x, y in points:
        assert min(hypot(x * 10 - a, y * 10 - b) for a, b in drawn) < 3
