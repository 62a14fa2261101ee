"""The head: it looks where she looks, and the hair leaves the face free."""

from __future__ import annotations

import pytest

from carrywell.figure.head import bun, hair, head
from carrywell.figure.vector import Camera, Frame, camera

FRAME = Frame((0.0, 140.0, 0.0))
SIDE, FRONT, BACK = camera(0), camera(90), camera(-90)


def test_in_profile_the_nose_is_the_foremost_point_and_half_way_up() -> None:
    points = head(FRAME, SIDE)
    nose = max(points)
    low, high = (f(y for _, y in points) for f in (max, min))
    assert 0.2 < (low - nose[1]) / (low - high) < 0.5


def test_a_turned_head_is_seen_from_the_front() -> None:
    turned = head(FRAME.turned(90), SIDE)
    front = head(FRAME, FRONT)
    assert sorted(x for x, _ in turned) == pytest.approx(sorted(x for x, _ in front))


def test_it_is_about_twenty_two_centimetres_from_chin_to_crown() -> None:
    ys = [y for _, y in head(FRAME, SIDE)]
    assert max(ys) - min(ys) == pytest.approx(21.6, abs=0.5)


@pytest.mark.parametrize(("eye", "lowest"), [(SIDE, -146), (FRONT, -141), (BACK, -135)])
def test_the_hair_leaves_the_face_free(eye: Camera, lowest: float) -> None:
    """In profile nothing of it is before the brow below the hairline; from the front nothing is below the ears."""
    points = [point for half in hair(FRAME, eye) for point in half]
    before = [y for x, y in points if eye is not SIDE or x > 6]
    assert max(before) <= lowest


def test_the_bun_is_at_the_nape() -> None:
    ring, near = bun(FRAME, SIDE)
    assert max(x for x, _ in ring) < min(x for x, _ in head(FRAME, SIDE)) + 3
    assert not near
    assert bun(FRAME, BACK)[1]
    assert not bun(FRAME, FRONT)[1]
