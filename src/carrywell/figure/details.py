"""The few lines inside the outline that say front or back: bust and belly, or spine and shoulder blades."""

from __future__ import annotations

from carrywell.figure.path import opened
from carrywell.figure.skeleton import Skeleton
from carrywell.figure.trunk import on_surface
from carrywell.figure.vector import Camera, Flat, dot

_FACING = 0.62  # how squarely front or back must look at the eye for its lines to be drawn
_BELLY_SHOWS_CM = 2.5

# height above the hips, degrees around from the front
_BUST = ((33.5, 17.0), (31.2, 30.0), (31.0, 44.0), (33.0, 58.0))
_BLADE = ((42.0, 204.0), (38.0, 214.0), (34.0, 211.0), (33.0, 200.0))
_SPINE = ((47.0, 180.0), (38.0, 180.0), (28.0, 180.0), (18.0, 180.0), (11.0, 180.0))
_CLEFT = ((0.5, 180.0), (-4.0, 180.0), (-8.2, 180.0))


def detail_lines(her: Skeleton, eye: Camera) -> str:
    facing = dot(her.chest.front, eye.toward)
    if facing > _FACING:
        lines = [*_both(_BUST), *_belly(her)]
    elif facing < -_FACING:
        lines = [_SPINE, _CLEFT, *_both(_BLADE)]
    else:
        return ""
    return "".join(opened(_on_her(her, eye, line)) for line in lines)


def _both(line: tuple[tuple[float, float], ...]) -> list[tuple[tuple[float, float], ...]]:
    return [line, tuple((height, -around) for height, around in line)]


def _belly(her: Skeleton) -> list[tuple[tuple[float, float], ...]]:
    """The round of the belly from below; the more it has grown, the further up its sides."""
    if her.belly.out_cm < _BELLY_SHOWS_CM:
        return []
    grown = min(her.belly.out_cm / 14.0, 1.0)
    wide, low, rise = 40.0 + 22.0 * grown, 5.5 - 2.5 * grown, 2.0 + 11.0 * grown
    shape = (-1.0, -0.85, -0.62, -0.33, 0.0, 0.33, 0.62, 0.85, 1.0)
    return [tuple((low + rise * (1 - (1 - at * at) ** 0.5), wide * at) for at in shape)]


def _on_her(her: Skeleton, eye: Camera, line: tuple[tuple[float, float], ...]) -> list[Flat]:
    return [eye.flat(on_surface(her.slices, height, around)) for height, around in line]
