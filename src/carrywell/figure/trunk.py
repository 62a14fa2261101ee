"""The trunk as a stack of slices from the seat to the base of the neck, each with its breadth and its depth.

A slice stands `height` cm above the hips along the spine, reaches `front` and `back` cm from the middle line, and half
of `broad` is its breadth; drawn by eye for relaxed standing. A pose bends the stack; the belly adds to the front.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from carrywell.figure.proportions import Belly
from carrywell.figure.vector import Frame, Vec, framed, mix, sub
from carrywell.model.pose import Trunk


@dataclass(frozen=True, slots=True)
class Slice:
    frame: Frame
    height: float
    half: float
    front: float
    back: float


# height, half of the breadth, front, back
_UPRIGHT: tuple[tuple[float, float, float, float], ...] = (
    (-9.6, 4.0, 1.5, 5.0),
    (-8.6, 10.5, 4.6, 8.4),
    (-6.0, 15.4, 7.0, 10.6),
    (-2.5, 16.9, 8.4, 12.0),
    (1.5, 17.1, 8.8, 12.3),
    (5.5, 16.6, 9.2, 11.4),
    (9.5, 15.5, 9.6, 9.8),
    (13.5, 14.0, 9.7, 8.2),
    (17.5, 12.8, 9.5, 7.4),
    (21.5, 12.3, 9.4, 7.3),
    (25.5, 12.6, 9.7, 7.9),
    (29.0, 13.2, 10.6, 8.8),
    (32.0, 13.7, 12.9, 9.6),
    (34.6, 13.9, 13.7, 10.2),
    (38.0, 14.2, 12.0, 10.8),
    (42.0, 15.0, 9.6, 11.0),
    (45.5, 15.6, 7.8, 10.5),
    (48.0, 15.0, 6.4, 9.6),
    (50.0, 11.6, 5.6, 8.6),
    (52.0, 7.6, 5.0, 7.4),
    (54.2, 5.4, 4.2, 6.2),
)
_HEIGHTS = [row[0] for row in _UPRIGHT]
_LUMBAR = (9.5, 25.5)  # between these heights the low back bends
_THORACIC = (25.5, 50.0)
_STEP_CM = 2.0
_FOLDED_OUT = 0.004  # a degree of bending pushes a belly out by this share
_ROUND_FROM_CM = 5.0  # a belly that stands out this far keeps its round shape in a bent trunk


def slices(root: Frame, trunk: Trunk, belly: Belly) -> tuple[Slice, ...]:
    """From the seat up. `root` stands at the middle of the hips.

    The spine bends under a large belly, and the belly does not fold with it: its slices look where the belly as a
    whole looks.
    """
    spine = frames(root, trunk, _HEIGHTS)
    whole = _whole_belly(spine)
    out = belly.out_cm * (1 + _FOLDED_OUT * max(trunk.lumbar + trunk.thoracic / 2, 0))
    keeps = min(belly.out_cm / _ROUND_FROM_CM, 1.0)
    bulges = [_bulge(height, belly) for height in _HEIGHTS]
    most = max(bulges)  # between two slices the belly would seem smaller than it is
    found = []
    for (height, half, front, back), place, here in zip(_UPRIGHT, spine, bulges, strict=True):
        bulge = here / most
        share = keeps * bulge**0.5
        cut = framed(place.origin, mix(place.up, whole.up, share), mix(place.front, whole.front, share))
        found.append(Slice(cut, height, half + 0.16 * belly.out_cm * bulge, front + out * bulge, back))
    return tuple(found)


def _whole_belly(spine: Sequence[Frame]) -> Frame:
    low, high = spine[_HEIGHTS.index(1.5)], spine[_HEIGHTS.index(32.0)]
    return framed(low.origin, sub(high.origin, low.origin), mix(low.front, high.front, 0.5))


def frames(root: Frame, trunk: Trunk, heights: Sequence[float]) -> list[Frame]:
    """The frames of the spine at rising heights above the hips: bent evenly between the ends of each region."""
    straight = not (trunk.lumbar or trunk.thoracic or trunk.side_bend or trunk.twist)
    frame, done = root.moved(up=heights[0]), heights[0]
    found = []
    for height in heights:
        while done < height - 1e-6:
            step = height - done if straight or height <= _LUMBAR[0] else min(_STEP_CM, height - done)
            half = _bent(frame, trunk, done + step / 2, step / 2).moved(up=step)
            frame = _bent(half, trunk, done + step / 2, step / 2)
            done += step
        found.append(frame)
    return found


def at_height(root: Frame, trunk: Trunk, height: float) -> Frame:
    return frames(root, trunk, [0.0, height] if height > 0 else [height])[-1]


def _bent(frame: Frame, trunk: Trunk, height: float, step: float) -> Frame:
    if _LUMBAR[0] <= height < _LUMBAR[1]:
        forward = trunk.lumbar / (_LUMBAR[1] - _LUMBAR[0])
    elif _THORACIC[0] <= height < _THORACIC[1]:
        forward = trunk.thoracic / (_THORACIC[1] - _THORACIC[0])
    else:
        return frame
    aside = step / (_THORACIC[1] - _LUMBAR[0])
    return frame.bent(forward * step).tipped(trunk.side_bend * aside).turned(trunk.twist * aside)


def on_surface(stack: Sequence[Slice], height: float, around: float) -> Vec:
    """A point on her skin at a height above the hips; around: 0 is the front, 90 her right, 180 the back."""
    low = max((cut for cut in stack if cut.height <= height), key=lambda cut: cut.height, default=stack[0])
    high = min((cut for cut in stack if cut.height >= height), key=lambda cut: cut.height, default=stack[-1])
    return mix(_on_slice(low, around), _on_slice(high, around), _part(low.height, high.height, height))


def _on_slice(cut: Slice, around: float) -> Vec:
    depth, ahead = (cut.front + cut.back) / 2, (cut.front - cut.back) / 2
    return cut.frame.at(ahead + depth * cos(radians(around)), 0.0, cut.half * sin(radians(around)))


def _part(low: float, high: float, height: float) -> float:
    return (height - low) / (high - low) if high > low else 0.0


def _bulge(height: float, belly: Belly) -> float:
    """How much of the belly's depth shows at a height: 1 where it stands out most, a little below the middle."""
    if not belly.bottom_cm < height < belly.top_cm:
        return 0.0
    apex = belly.bottom_cm + 0.49 * (belly.top_cm - belly.bottom_cm)
    reach = belly.top_cm - apex if height > apex else apex - belly.bottom_cm
    away = abs(height - apex) / reach
    return float((1 - away**2.3) ** (0.95 if height > apex else 0.85))
