"""Reads the figure's SVG back: its shown box, its paths, and every point that their lines go through."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

_SPACE = "{http://www.w3.org/2000/svg}"
_TOKEN = re.compile(r"[MLCQZmlcqz]|-?\d+(?:\.\d+)?")
_NUMBERS = {"m": 2, "l": 2, "c": 6, "q": 4}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    root: ElementTree.Element

    @property
    def box(self) -> tuple[float, float, float, float]:
        left, top, across, down = map(float, self.root.attrib["viewBox"].split())
        return left, top, left + across, top + down

    @property
    def paths(self) -> list[ElementTree.Element]:
        return list(self.root.iter(f"{_SPACE}path"))

    def text(self, tag: str) -> str | None:
        return self.root.findtext(f"{_SPACE}{tag}")

    @property
    def points(self) -> list[Point]:
        return [point for path in self.paths for point in points_of(path.attrib["d"])]


def read(svg: str) -> Picture:
    """ParseError where it is not XML."""
    return Picture(ElementTree.fromstring(svg))


def points_of(d: str) -> list[Point]:
    """Ends of all pieces, and three points within each curve."""
    found: list[Point] = []
    here = start = (0.0, 0.0)
    tokens = _TOKEN.findall(d)
    assert "".join(tokens) == d.replace(" ", "").replace(",", ""), f"cannot be read: {d[:80]}"
    letter, at = "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            letter, at = tokens[at], at + 1
        if letter in "Zz":
            here = start
            continue
        count = _NUMBERS[letter.lower()]
        numbers = [float(token) for token in tokens[at : at + count]]
        at += count
        away = [(numbers[i], numbers[i + 1]) for i in range(0, count, 2)]
        ends = away if letter.isupper() else [(here[0] + x, here[1] + y) for x, y in away]
        found += [_on_curve([here, *ends], part / 4) for part in (1, 2, 3)] if count > 2 else []
        here = ends[-1]
        if letter in "Mm":
            start = here
        found.append(here)
    return found


def _on_curve(points: list[Point], share: float) -> Point:
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairwise(points)]
    return points[0]
