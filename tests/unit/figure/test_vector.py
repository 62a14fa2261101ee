"""Frames turn the way their words say, and cameras see her from the side that they are named after."""

from __future__ import annotations

import pytest

from carrywell.figure.vector import FORWARD, RIGHT, UP, Frame, Vec, camera, cross, dot, framed, unit

HERE = Frame((1.0, 2.0, 3.0))


def turns() -> list[Frame]:
    return [HERE.bent(30), HERE.tipped(-40), HERE.turned(70), HERE.bent(20).tipped(30).turned(-110)]


@pytest.mark.parametrize("frame", turns())
def test_a_turned_frame_stays_square_and_right_handed(frame: Frame) -> None:
    for a, b in ((frame.front, frame.up), (frame.up, frame.right), (frame.right, frame.front)):
        assert dot(a, b) == pytest.approx(0)
        assert dot(a, a) == pytest.approx(1)
    assert cross(frame.front, frame.up) == pytest.approx(frame.right)
    assert frame.origin == HERE.origin


def test_bent_goes_forward_tipped_to_the_right_turned_to_the_right() -> None:
    assert HERE.bent(90).up == pytest.approx(FORWARD)
    assert HERE.tipped(90).up == pytest.approx(RIGHT)
    assert HERE.turned(90).front == pytest.approx(RIGHT)


def test_a_place_in_a_frame() -> None:
    assert HERE.bent(90).at(forward=0, up=10, right=1) == pytest.approx((11, 2, 4))


@pytest.mark.parametrize("front", [FORWARD, UP, (0.0, 0.0, 0.0)])
def test_a_frame_along_a_bone_is_square_even_where_the_front_says_nothing(front: Vec) -> None:
    frame = framed((0, 0, 0), (0, 2, 0), front)
    assert frame.up == (0, 1, 0)
    assert dot(frame.front, frame.up) == pytest.approx(0)
    assert dot(frame.front, frame.front) == pytest.approx(1)


def test_nothing_has_no_direction() -> None:
    assert unit((0.0, 0.0, 0.0)) is None


@pytest.mark.parametrize(
    ("around", "near", "to_the_right"), [(0, RIGHT, FORWARD), (90, FORWARD, (0, 0, -1)), (-90, (-1, 0, 0), RIGHT)]
)
def test_what_a_camera_sees(around: float, near: Vec, to_the_right: Vec) -> None:
    eye = camera(around)
    assert eye.nearness(near) == pytest.approx(1)
    assert eye.flat(to_the_right) == pytest.approx((1, 0))
    assert eye.flat(UP) == pytest.approx((0, -1)), "y goes down on a picture"
