"""The outline of an arm or a leg: two bones as one shape, with the crease where it bends and no bead at the joint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from carrywell.figure.path import closed, crossing, opened
from carrywell.figure.vector import Camera, Flat, Frame, flat_distance

Line = list[Flat]
Profile = Sequence[tuple[float, float, float]]

# Along the bone (share), how far the middle lies in front of it, half of the thickness; by eye.
THIGH: Profile = (
    (0.0, 0.4, 8.6), (0.2, 0.5, 8.5), (0.45, 0.7, 7.7), (0.7, 0.6, 6.6), (0.88, 0.4, 5.7), (1.0, 0.2, 5.3),
)  # fmt: skip
SHANK: Profile = (
    (0.0, 0.2, 5.3), (0.1, -0.3, 4.9), (0.27, -1.1, 5.0), (0.45, -1.0, 4.5), (0.7, -0.4, 3.5), (0.9, -0.1, 2.9),
    (1.0, 0.0, 2.9),
)  # fmt: skip
UPPER_ARM: Profile = ((0.0, 0.0, 4.4), (0.25, 0.1, 4.2), (0.55, 0.2, 3.8), (0.85, 0.1, 3.3), (1.0, 0.0, 3.2))
FOREARM: Profile = ((0.0, 0.0, 3.2), (0.2, 0.1, 3.3), (0.5, 0.0, 2.8), (0.8, 0.0, 2.25), (1.0, 0.0, 2.1))
_SHORT = 0.3  # a bone that looks this much shorter than it is points at the eye


@dataclass(frozen=True, slots=True)
class Bone:
    frame: Frame
    long: float
    profile: Profile

    def foreshortened(self, eye: Camera) -> bool:
        a, b = eye.flat(self.frame.origin), eye.flat(self.frame.at(up=-self.long))
        return flat_distance(a, b) < _SHORT * self.long


def limb_path(upper: Bone, lower: Bone, eye: Camera, *, start: float | None = None) -> tuple[str, Line]:
    """The path of a whole limb, and its points; with `start`, open from that share of its upper bone to the trunk."""
    if upper.foreshortened(eye) or lower.foreshortened(eye):
        first, second = round_bone(upper, eye), round_bone(lower, eye)
        hidden = start is not None and upper.foreshortened(eye)  # her lap: the knees alone show where a thigh ends
        return ("" if hidden else closed(first)) + closed(second), first + second
    a, b = _sides(upper, eye, start or 0.0), _sides(lower, eye)
    sharp: list[Flat] = []
    left, right = _joined(a[0], b[0], sharp), _joined(a[1], b[1], sharp)
    end = _cap(b[0][-1], b[1][-1], eye.flat(lower.frame.origin))
    if start is not None:
        line = [*left, *end, *right[::-1]]
        return opened(line, sharp), line
    line = [*_cap(a[1][0], a[0][0], eye.flat(upper.frame.at(up=-upper.long))), *left, *end, *right[::-1]]
    return closed(line, sharp), line


def round_bone(bone: Bone, eye: Camera, end: float = 1.0) -> Line:
    """One bone with round ends, from its root to a share of its length."""
    left, right = _sides(bone, eye, 0.0, end)
    far = eye.flat(bone.frame.at(up=-bone.long))
    near = eye.flat(bone.frame.origin)
    return [*_cap(right[0], left[0], far), *left, *_cap(left[-1], right[-1], near), *right[::-1]]


def bone_part(bone: Bone, eye: Camera, start: float, end: float) -> Line:
    """A piece of a bone with flat ends, between two shares of its length."""
    left, right = _sides(bone, eye, start, end)
    return [*left, *right[::-1]]


def _sides(bone: Bone, eye: Camera, start: float = 0.0, end: float = 1.0) -> tuple[Line, Line]:
    """Both edges of a bone, the one to the left of its way first."""
    a, b = eye.flat(bone.frame.origin), eye.flat(bone.frame.at(up=-bone.long))
    far = flat_distance(a, b)
    x, y = ((b[0] - a[0]) / far, (b[1] - a[1]) / far) if far > 0.5 else (0.0, 1.0)
    left, right = [], []
    for share, ahead, half in _between(bone.profile, start, end):
        middle = eye.flat(bone.frame.at(ahead, -bone.long * share))
        left.append((middle[0] + y * half, middle[1] - x * half))
        right.append((middle[0] - y * half, middle[1] + x * half))
    return left, right


def _between(profile: Profile, start: float, end: float) -> list[tuple[float, float, float]]:
    rows = [row for row in profile if start + 0.04 < row[0] < end - 0.04]
    return [_row(profile, start), *rows, _row(profile, end)]


def _row(profile: Profile, share: float) -> tuple[float, float, float]:
    before, after = next((a, b) for a, b in pairwise(profile) if a[0] <= share <= b[0])
    part = (share - before[0]) / (after[0] - before[0])
    return (share, before[1] + (after[1] - before[1]) * part, before[2] + (after[2] - before[2]) * part)


def _joined(upper: Line, lower: Line, sharp: list[Flat]) -> Line:
    """One edge across the joint: a crease where the edges cross, else round the joint."""
    found = crossing(upper, lower)
    if found:
        i, j, place = found
        if i < len(upper) - 2 or j > 0:
            sharp.append(place)
            return [*upper[: i + 1], place, *lower[j + 1 :]]
    if flat_distance(upper[-1], lower[0]) < 1.2:
        return [*upper[:-1], _middle(upper[-1], lower[0]), *lower[1:]]
    return [*upper, *lower]


def _middle(a: Flat, b: Flat) -> Flat:
    return ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)


def _cap(a: Flat, b: Flat, away: Flat) -> Line:
    """Three points of the half circle from `a` to `b`, on the side away from a point."""
    x, y = _middle(a, b)
    half = flat_distance(a, b) / 2
    far = flat_distance((x, y), away)
    if far < 1e-6 or half < 1e-6:
        return []
    dx, dy = (x - away[0]) / far * half, (y - away[1]) / far * half
    c = 0.7071
    return [
        (x + (a[0] - x) * c + dx * c, y + (a[1] - y) * c + dy * c),
        (x + dx, y + dy),
        (x + (b[0] - x) * c + dx * c, y + (b[1] - y) * c + dy * c),
    ]
