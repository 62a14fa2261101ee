"""Points and frames in space, in plain tuples: centimetres and degrees.

She faces +x in a pose that turns nowhere, +y is up, +z is her right.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, radians, sin, sqrt

Vec = tuple[float, float, float]
Flat = tuple[float, float]  # a point on the picture, y downwards

FORWARD: Vec = (1.0, 0.0, 0.0)
UP: Vec = (0.0, 1.0, 0.0)
RIGHT: Vec = (0.0, 0.0, 1.0)
_SHORTEST = 1e-9


def add(a: Vec, b: Vec) -> Vec:
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, by: float) -> Vec:
    return (a[0] * by, a[1] * by, a[2] * by)


def dot(a: Vec, b: Vec) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: Vec) -> float:
    return sqrt(dot(a, a))


def distance(a: Vec, b: Vec) -> float:
    return length(sub(a, b))


def unit(a: Vec) -> Vec | None:
    """None where there is no direction."""
    long = length(a)
    return None if long < _SHORTEST else scale(a, 1 / long)


def mix(a: Vec, b: Vec, share: float) -> Vec:
    """`a` at 0, `b` at 1."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def across(a: Vec, axis: Vec) -> Vec:
    """The part of `a` that is square to the unit vector `axis`."""
    return sub(a, scale(axis, dot(a, axis)))


def flat_distance(a: Flat, b: Flat) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _swing(a: Vec, b: Vec, degrees: float) -> tuple[Vec, Vec]:
    """`a` turned towards `b`, and `b` with it; both are unit vectors, square to each other."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return (
        (a[0] * c + b[0] * s, a[1] * c + b[1] * s, a[2] * c + b[2] * s),
        (b[0] * c - a[0] * s, b[1] * c - a[1] * s, b[2] * c - a[2] * s),
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """A place and three directions: `up` along the bone towards the head, `front`, and `right`, hers."""

    origin: Vec
    front: Vec = FORWARD
    up: Vec = UP
    right: Vec = RIGHT

    def at(self, forward: float = 0.0, up: float = 0.0, right: float = 0.0) -> Vec:
        o, f, u, r = self.origin, self.front, self.up, self.right
        return (
            o[0] + f[0] * forward + u[0] * up + r[0] * right,
            o[1] + f[1] * forward + u[1] * up + r[1] * right,
            o[2] + f[2] * forward + u[2] * up + r[2] * right,
        )

    def moved(self, forward: float = 0.0, up: float = 0.0, right: float = 0.0) -> Frame:
        return Frame(self.at(forward, up, right), self.front, self.up, self.right)

    def placed(self, origin: Vec) -> Frame:
        return Frame(origin, self.front, self.up, self.right)

    def bent(self, degrees: float) -> Frame:
        """Bent forward: the top goes to the front."""
        if not degrees:
            return self
        up, front = _swing(self.up, self.front, degrees)
        return Frame(self.origin, front, up, self.right)

    def tipped(self, degrees: float) -> Frame:
        """Tipped to her right."""
        if not degrees:
            return self
        up, right = _swing(self.up, self.right, degrees)
        return Frame(self.origin, self.front, up, right)

    def turned(self, degrees: float) -> Frame:
        """Turned about its own length, the front to her right."""
        if not degrees:
            return self
        front, right = _swing(self.front, self.right, degrees)
        return Frame(self.origin, front, self.up, right)


def framed(origin: Vec, up: Vec, front: Vec) -> Frame:
    """The frame along `up` whose front is as near to `front` as may be."""
    along = unit(up) or UP
    square = unit(across(front, along)) or unit(across(FORWARD, along)) or unit(across(UP, along)) or FORWARD
    return Frame(origin, square, along, cross(square, along))


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the picture is taken from, without perspective."""

    right: Vec
    up: Vec
    toward: Vec  # from the scene to the eye

    def flat(self, point: Vec) -> Flat:
        r, u = self.right, self.up
        return (
            point[0] * r[0] + point[1] * r[1] + point[2] * r[2],
            -(point[0] * u[0] + point[1] * u[1] + point[2] * u[2]),
        )

    def nearness(self, point: Vec) -> float:
        return dot(point, self.toward)


def camera(around: float) -> Camera:
    """At the height of what it sees: her right side at 0 degrees, her front at 90, her back at -90."""
    c, s = cos(radians(around)), sin(radians(around))
    return Camera((c, 0.0, -s), UP, (s, 0.0, c))
