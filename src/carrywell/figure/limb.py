"""Two bones and a joint between them: where the joint is when both ends are known."""

from __future__ import annotations

from math import sqrt

from carrywell.figure.vector import Vec, across, add, distance, scale, sub, unit

_STRETCH = 1.004  # a straight limb may be this much too short for its place: under 4 mm


class OutOfReach(ValueError):
    """A foot or hand is placed further off than the limb is long."""


def joint_between(start: Vec, end: Vec, first: float, second: float, toward: Vec, what: str) -> tuple[Vec, Vec, Vec]:
    """The place of the joint, the end as reached, and the direction in which the joint bends out (a unit vector)."""
    far = distance(start, end)
    if far > (first + second) * _STRETCH:
        raise OutOfReach(f"{what}: {far:.1f} cm away; she reaches {first + second:.1f} cm")
    along = unit(sub(end, start)) or (0.0, -1.0, 0.0)
    out = unit(across(toward, along)) or unit(across((0.0, 1.0, 0.0), along)) or (0.0, 0.0, 1.0)
    far = min(max(far, abs(first - second) + 0.01), first + second - 1e-6)
    from_start = (first**2 - second**2 + far**2) / (2 * far)
    aside = sqrt(max(first**2 - from_start**2, 0.0))
    joint = add(add(start, scale(along, from_start)), scale(out, aside))
    return joint, add(start, scale(along, far)), out
