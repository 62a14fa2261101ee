"""From bones to outlines on the picture: trunk, neck, hands and feet, as seen by a camera."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from carrywell.figure import proportions as size
from carrywell.figure.arms import ArmBones
from carrywell.figure.legs import BALL_CM, LegBones
from carrywell.figure.path import hull
from carrywell.figure.trunk import Slice
from carrywell.figure.vector import Camera, Flat, Frame, Vec, cross, dot, unit

Line = list[Flat]

NECK_HALF, NECK_DEPTH = 4.7, 5.2


def trunk(slices: Sequence[Slice], eye: Camera) -> tuple[Line, Line]:
    """Both edges of the trunk from the seat up, the left as drawn and the right."""
    left, right = [], []
    for cut in slices:
        middle = (cut.front - cut.back) / 2
        depth = (cut.front + cut.back) / 2
        one, other = edges(cut.frame, cut.half, depth, middle, eye)
        left.append(one)
        right.append(other)
    return left, right


def edges(frame: Frame, half: float, depth: float, ahead: float, eye: Camera) -> tuple[Flat, Flat]:
    """Where an elliptic slice ends on the picture, to both sides of the axis."""
    aside = unit(cross(eye.toward, frame.up)) or eye.right
    front = dot(aside, frame.front)
    broad = dot(aside, frame.right)
    reach = sqrt((broad * half) ** 2 + (front * depth) ** 2)
    o, shift = frame.origin, front * ahead
    return _moved(o, aside, shift + reach, eye), _moved(o, aside, shift - reach, eye)


def _moved(point: Vec, direction: Vec, by: float, eye: Camera) -> Flat:
    return eye.flat((point[0] + direction[0] * by, point[1] + direction[1] * by, point[2] + direction[2] * by))


def neck(base: Frame, head: Frame, eye: Camera) -> Line:
    left, right = [], []
    for frame, grow in ((base.moved(up=-3.0), 0.9), (base, 1.0), (head, 0.96)):
        one, other = edges(frame, NECK_HALF * grow, NECK_DEPTH * grow, 0.0, eye)
        left.append(one)
        right.append(other)
    return left + right[::-1]


# Forward, up and out from the ankle; hulls of these are seen from any side.
_HEEL = (
    (-5.0, -2.8, 1.6), (-5.0, -2.8, -1.6), (-5.2, -5.4, 1.8), (-5.2, -5.4, -1.8), (-4.4, -7.0, 2.2), (-4.4, -7.0, -2.2),
    (-3.0, 1.0, 2.2), (-3.0, 1.0, -2.2), (2.9, 1.0, 2.4), (2.9, 1.0, -2.4), (5.4, -1.6, 2.6), (5.4, -1.6, -2.6),
    (9.4, -3.6, 3.2), (9.4, -3.6, -3.4), (11.0, -4.8, 3.6), (11.0, -4.8, -3.6), (11.4, -7.0, 3.9), (11.4, -7.0, -3.9),
)  # fmt: skip
_TOES = (
    (-1.6, 0.0, 3.9), (-1.6, 0.0, -3.9), (-2.4, 3.6, 3.2), (-2.4, 3.6, -3.2), (1.8, 2.6, 3.6), (1.8, 2.6, -3.6),
    (5.0, 2.1, 3.0), (5.0, 2.1, -2.6), (6.4, 1.2, 1.6), (6.4, 1.2, -1.8), (6.2, 0.0, 2.2), (6.2, 0.0, -2.2),
)  # fmt: skip


def foot(bones: LegBones, eye: Camera) -> tuple[Line, Line]:
    """The foot to the ball, and the toes."""
    toes = bones.foot.moved(BALL_CM - 0.4, -size.ANKLE_CM).bent(-bones.toes)
    return (
        hull([eye.flat(bones.foot.at(*point)) for point in _HEEL]),
        hull([eye.flat(toes.at(*point)) for point in _TOES]),
    )


# Forward to the thumb, up (the fingers are down), out to the back of the hand; a right hand.
_PALM = (
    (-2.0, 0.8, 1.3), (2.0, 0.8, 1.3), (-2.0, 0.8, -1.3), (2.0, 0.8, -1.3), (-3.2, -4.2, 1.1), (3.2, -3.4, 1.1),
    (-3.2, -4.2, -1.1), (3.2, -3.4, -1.3), (-3.3, -8.2, 0.9), (3.3, -8.6, 0.9), (-3.3, -8.2, -0.9), (3.3, -8.6, -0.9),
)  # fmt: skip
_FINGERS = (
    (-3.3, 0.8, 0.9), (3.2, 0.8, 0.9), (-3.3, 0.8, -0.9), (3.2, 0.8, -0.9), (-3.0, -4.8, 0.8), (2.9, -6.0, 0.8),
    (-3.0, -4.8, -0.8), (2.9, -6.0, -0.8), (-2.2, -7.0, 0.6), (0.6, -8.2, 0.6), (2.2, -7.6, 0.6), (-2.2, -7.0, -0.6),
    (0.6, -8.2, -0.6), (2.2, -7.6, -0.6),
)  # fmt: skip
_THUMB = ((-1.0, 1.6), (1.2, 1.6), (1.25, -2.6), (1.15, -5.4), (0.2, -6.6), (-0.9, -5.4), (-1.2, -2.4))
_REST_CURL, _GRIP_CURL = 14.0, 105.0


def hand(bones: ArmBones, out: float, eye: Camera) -> tuple[Line, Line, Line]:
    """Palm, fingers, thumb."""
    frame = bones.hand
    curl = _GRIP_CURL if bones.grip else _REST_CURL
    fingers = frame.moved(up=-7.8).tipped(out * curl)
    palm = hull([eye.flat(frame.at(x, y, out * z)) for x, y, z in _PALM])
    tips = hull([eye.flat(fingers.at(x, y * (0.8 if bones.grip else 1.0), out * z)) for x, y, z in _FINGERS])
    thumb = frame.moved(2.0, -3.0, -out * 0.6).bent(-20).tipped(out * (24 if bones.grip else 8))
    short = hull([eye.flat(thumb.at(x, y, side)) for x, y in _THUMB for side in (0.85, -0.85)])
    return palm, tips, short
