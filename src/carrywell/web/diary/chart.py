"""Pain over time as a drawing of our own: one quiet line, her weeks beneath. The table beside it says the same.

No colour stands in it: the style sheet gives them, by class, for the day and for the night.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from django.utils.safestring import SafeString, mark_safe

WIDTH, HEIGHT = 680, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 664, 14, 212
_HIGHEST = 10
_MOST_WEEK_LABELS = 14
_LONGEST_GAP_DAYS = 7  # over a longer silence no line is drawn: nobody knows what was between


@dataclass(frozen=True, slots=True)
class Point:
    """A day: 0 to 10, or None where she gave no number."""

    day: date
    now: int | None = None
    worst: int | None = None
    check: bool = False


@dataclass(frozen=True, slots=True)
class WeekMark:
    """A week of hers begins on this day."""

    day: date
    week: int


def week_marks(first: date, last: date, day_of_week_0: date) -> list[WeekMark]:
    """The week beginnings within these days, so many that their numbers can be read."""
    week = max(0, -((day_of_week_0 - first).days // 7))
    marks = []
    while (day := day_of_week_0 + timedelta(weeks=week)) <= last:
        if day >= first:
            marks.append(WeekMark(day, week))
        week += 1
    every = -(-len(marks) // _MOST_WEEK_LABELS) or 1
    return [mark for mark in marks if mark.week % every == 0]


def pain_chart(points: Sequence[Point], marks: Sequence[WeekMark], label: str, axis: str) -> SafeString:
    """The points stand in order of time; there are at least two days. `label` is read out in place of the drawing."""
    first, last = points[0].day, points[-1].day
    span = max(1, (last - first).days)

    def x(day: date) -> float:
        return _LEFT + (day - first).days / span * (_RIGHT - _LEFT)

    def y(score: float) -> float:
        return _BOTTOM - score / _HIGHEST * (_BOTTOM - _TOP)

    parts = [_rule(y(score), score) for score in (0, 5, 10)]
    parts += [_week(x(mark.day), mark.week) for mark in marks]
    parts += [_check(x(point.day)) for point in points if point.check]
    for run in _runs(points):
        drawn = " ".join(f"{x(point.day):.1f},{y(point.now or 0):.1f}" for point in run)
        parts.append(f'<polyline class="cw-chart__line" points="{drawn}"/>')
        parts += [_dot(x(point.day), y(point.now or 0), "now", 3.5) for point in run]
    parts += [_dot(x(point.day), y(point.worst), "worst", 3) for point in points if point.worst is not None]
    parts.append(f'<text class="cw-chart__axis" x="{_LEFT}" y="{HEIGHT - 8}">{escape(axis)}</text>')
    inside = "".join(parts)
    return mark_safe(  # noqa: S308  numbers, and words that are escaped
        f'<svg class="cw-chart" role="img" aria-label="{escape(label)}" viewBox="0 0 {WIDTH} {HEIGHT}">{inside}</svg>'
    )


def _runs(points: Sequence[Point]) -> list[list[Point]]:
    """Days with a number, parted where she was silent for long."""
    runs: list[list[Point]] = []
    for point in points:
        if point.now is None:
            continue
        if runs and (point.day - runs[-1][-1].day).days <= _LONGEST_GAP_DAYS:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _rule(y: float, score: int) -> str:
    line = f'<line class="cw-chart__rule" x1="{_LEFT}" x2="{_RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
    return f'{line}<text class="cw-chart__number" x="{_LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{score}</text>'


def _week(x: float, week: int) -> str:
    line = f'<line class="cw-chart__tick" x1="{x:.1f}" x2="{x:.1f}" y1="{_BOTTOM}" y2="{_BOTTOM + 6}"/>'
    return f'{line}<text class="cw-chart__number" x="{x:.1f}" y="{_BOTTOM + 22}" text-anchor="middle">{week}</text>'


def _check(x: float) -> str:
    return f'<line class="cw-chart__check" x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP}" y2="{_BOTTOM}"/>'


def _dot(x: float, y: float, kind: str, radius: float) -> str:
    return f'<circle class="cw-chart__{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius}"/>'
