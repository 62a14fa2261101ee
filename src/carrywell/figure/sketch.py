"""A sheet on which things round her are drawn: centimetres to the right of and above a place, turned about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, pi, radians, sin

from carrywell.figure.path import closed, opened, rounded, straight
from carrywell.figure.vector import Flat


@dataclass(slots=True)
class Mark:
    """One path: its data, its class, and whether the line of its outline is drawn."""

    d: str
    style: str
    outlined: bool = True


@dataclass(slots=True)
class Sketch:
    x: float = 0.0
    y: float = 0.0
    turn: float = 0.0  # to the left
    flip: float = 1.0  # -1: left and right changed
    marks: list[Mark] = field(default_factory=list)
    points: list[Flat] = field(default_factory=list)

    def box(self, left: float, low: float, right: float, high: float, radius: float = 1.0, style: str = "prop") -> None:
        self.shape(((left, low), (right, low), (right, high), (left, high)), radius, style)

    def shape(self, points: Sequence[Flat], radius: float = 1.0, style: str = "prop") -> None:
        self.marks.append(Mark(rounded(self._all(points), radius), style))

    def blob(self, points: Sequence[Flat], style: str = "prop") -> None:
        self.marks.append(Mark(closed(self._all(points)), style))

    def oval(self, x: float, y: float, across: float, up: float, style: str = "prop") -> None:
        """By its middle and its half axes."""
        self.blob([(x + across * cos(at * pi / 4), y + up * sin(at * pi / 4)) for at in range(8)], style)

    def line(self, *points: Flat, style: str = "prop-line") -> None:
        self.marks.append(Mark(straight(self._all(points)), style))

    def curve(self, *points: Flat, style: str = "prop-line") -> None:
        self.marks.append(Mark(opened(self._all(points)), style))

    def _all(self, points: Sequence[Flat]) -> list[Flat]:
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        f = self.flip
        found = [(self.x + f * (x * c - y * s), -(self.y + x * s + y * c)) for x, y in points]
        self.points += found
        return found
