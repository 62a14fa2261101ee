"""Pain over time as a small SVG: one quiet line for now, a thin one for the worst.

Styled by currentColor alone, so that it fits page, paper and dark mode. The figures stand in a table beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

WIDTH, HEIGHT = 480, 150  # px of the view box
_LEFT, _RIGHT, _TOP, _BOTTOM = 24, 12, 10, 24
_LETTERS = 'font-size="11" fill="currentColor"'
MOST = 10  # the scale of the pain


@dataclass(frozen=True, slots=True)
class PainPoint:
    """`label`: the day, as it stands beneath. None: not said, and the line has a gap.

    `day`: where it stands in time; where one of the points has none, they stand at equal steps.
    """

    label: str
    now: int | None
    worst: int | None
    day: date | None = None


def pain_chart(points: Sequence[PainPoint], alt: str) -> str:
    """ValueError without points."""
    if not points:
        raise ValueError("a chart needs at least one point")
    xs = _across(points)
    drawn = [*_grid(), *_labels(points, xs)]
    for name, width, dash in (("worst", 1, ' stroke-dasharray="3 3"'), ("now", 2, "")):
        for run in _runs([getattr(point, name) for point in points], xs):
            places = " ".join(f"{x:.1f},{_y(value):.1f}" for x, value in run)
            drawn.append(
                f'<polyline points="{places}" fill="none" stroke="currentColor" stroke-width="{width}"{dash}/>'
            )
    drawn += [
        f'<circle cx="{x:.1f}" cy="{_y(point.now):.1f}" r="3" fill="currentColor"/>'
        for x, point in zip(xs, points, strict=True)
        if point.now is not None
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" color="#22303a">'
        f"<title>{escape(alt)}</title>{''.join(drawn)}</svg>"
    )


def _across(points: Sequence[PainPoint]) -> list[float]:
    days = [point.day for point in points if point.day is not None]
    steps = [(day - days[0]).days for day in days] if len(days) == len(points) else list(range(len(points)))
    return [_LEFT + step / max(steps[-1], 1) * (WIDTH - _LEFT - _RIGHT) for step in steps]


def _y(value: float) -> float:
    return HEIGHT - _BOTTOM - value / MOST * (HEIGHT - _TOP - _BOTTOM)


def _runs(values: Sequence[int | None], xs: Sequence[float]) -> list[list[tuple[float, int]]]:
    """The points between gaps."""
    runs: list[list[tuple[float, int]]] = [[]]
    for x, value in zip(xs, values, strict=True):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((x, value))
    return [run for run in runs if run]


def _grid() -> list[str]:
    drawn = []
    for value in (0, 5, 10):
        y = f"{_y(value):.1f}"
        drawn.append(
            f'<line x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y}" y2="{y}" stroke="currentColor" stroke-opacity="0.25"/>'
        )
        drawn.append(
            f'<text x="{_LEFT - 6}" y="{y}" dy="4" text-anchor="end" font-size="11" fill="currentColor">{value}</text>'
        )
    return drawn


def _labels(points: Sequence[PainPoint], xs: Sequence[float]) -> list[str]:
    """The first and the last day; more would stand in each other's way."""
    ends = {0: "start", len(points) - 1: "end"} if len(points) > 1 else {0: "start"}
    return [
        f'<text x="{xs[at]:.1f}" y="{HEIGHT - 6}" text-anchor="{anchor}" {_LETTERS}>{escape(points[at].label)}</text>'
        for at, anchor in ends.items()
    ]
