"""Head and hair. No face: in profile the line of brow, nose and chin, and nothing else."""

from __future__ import annotations

from math import cos, pi, sin

from carrywell.figure.outline import Line, edges
from carrywell.figure.path import hull
from carrywell.figure.vector import Camera, Frame, dot, sub

# Above the joint of skull and neck: front, back, half of the breadth; by eye, 22 cm from chin to crown.
_PROFILE = (
    (-8.1, 6.4, -3.4, 2.4), (-6.9, 8.0, -1.2, 3.9), (-5.0, 8.1, 0.6, 5.2), (-3.6, 8.7, 3.0, 5.9), (-2.3, 8.6, 5.0, 6.4),
    (-1.1, 10.2, 6.3, 6.7), (0.9, 9.2, 7.4, 7.0), (2.8, 8.3, 8.2, 7.2), (4.6, 8.8, 8.9, 7.3), (7.5, 8.6, 9.2, 7.2),
    (10.2, 7.1, 8.5, 6.5), (12.4, 4.4, 6.2, 4.7), (13.5, 1.0, 2.6, 2.0),
)  # fmt: skip

# One half of the hair, forward, up and out from the same joint; its fellow is the mirror image.
_HAIR = (
    (8.0, 9.0, 0.0), (7.4, 8.6, 3.2), (5.2, 7.2, 6.0), (1.4, 1.6, 7.6), (-2.0, -0.2, 7.3), (-5.2, -3.4, 4.8),
    (-6.4, -4.4, 0.0), (-9.0, 0.0, 0.0), (-7.8, 0.0, 4.8), (-10.2, 5.0, 0.0), (-8.4, 5.0, 5.4), (-9.0, 9.8, 0.0),
    (-6.8, 9.5, 5.2), (-5.0, 13.3, 0.0), (-4.0, 12.2, 5.0), (0.0, 14.5, 0.0), (0.0, 12.6, 5.4), (0.0, 7.0, 8.1),
    (4.6, 13.1, 0.0), (4.2, 11.2, 5.0), (7.2, 10.8, 0.0), (-4.0, 3.0, 7.7),
)  # fmt: skip
_SKULL = (0.0, 5.0)  # its middle, forward and up
_SEEN = -0.06  # hair is drawn where it faces the eye or nearly
_BUN, _BUN_HALF = (-10.8, 0.6, 0.0), 3.7


def head(frame: Frame, eye: Camera) -> Line:
    left, right = [], []
    for up, front, back, half in _PROFILE:
        one, other = edges(frame.moved(up=up), half, (front + back) / 2, (front - back) / 2, eye)
        left.append(one)
        right.append(other)
    return left + right[::-1]


def hair(frame: Frame, eye: Camera) -> list[Line]:
    """Each half as far as it is seen."""
    middle = frame.at(_SKULL[0], _SKULL[1])
    found = []
    for side in (1.0, -1.0):
        seen = []
        for forward, up, out in _HAIR:
            point = frame.at(forward, up, out * side)
            away = sub(point, middle)
            if dot(away, eye.toward) > _SEEN * 9:
                seen.append(eye.flat(point))
        found.append(hull(seen))
    return found


def bun(frame: Frame, eye: Camera) -> tuple[Line, bool]:
    """A bun at the nape, and whether it is nearer to the eye than the head."""
    middle = frame.at(*_BUN)
    x, y = eye.flat(middle)
    ring = [(x + _BUN_HALF * cos(at * pi / 4), y + _BUN_HALF * sin(at * pi / 4)) for at in range(8)]
    return ring, eye.nearness(middle) > eye.nearness(frame.at(_SKULL[0], _SKULL[1])) + 2
