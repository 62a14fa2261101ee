"""The drawing of pain over time: what is told is drawn where it belongs, and silence is no line."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from carrywell.web.diary.chart import Point, WeekMark, pain_chart, week_marks

FIRST = date(2026, 11, 1)


def points(*scores: int | None) -> list[Point]:
    return [Point(FIRST + timedelta(days=at), score) for at, score in enumerate(scores)]


def drawn(found: list[Point], marks: list[WeekMark] | None = None) -> str:
    return str(pain_chart(found, marks or [], "a label", "Weeks"))


def test_more_pain_stands_higher_and_later_days_stand_further_right() -> None:
    svg = drawn(points(2, 8))
    (line,) = re.findall(r'points="([^"]+)"', svg)
    (x1, y1), (x2, y2) = (map(float, pair.split(",")) for pair in line.split())
    assert x1 < x2
    assert y1 > y2


def test_a_day_left_out_has_no_dot_and_a_long_silence_no_line() -> None:
    assert drawn(points(4, None, 5)).count("cw-chart__now") == 2
    assert drawn(points(4, None, 5)).count("<polyline") == 1
    far = [Point(FIRST, 4), Point(FIRST + timedelta(days=8), 5)]
    assert drawn(far).count("<polyline") == 2


def test_the_worst_and_the_checks_are_marked() -> None:
    svg = drawn([Point(FIRST, 4, 7), Point(FIRST + timedelta(days=1), 5, None, check=True)])
    assert (svg.count("cw-chart__worst"), svg.count("cw-chart__check")) == (1, 1)


def test_words_are_escaped_and_no_style_stands_in_it() -> None:
    svg = str(pain_chart(points(1, 2), [], 'a "label" <b>', "Weeks & days"))
    assert "<b>" not in svg
    assert "style=" not in svg
    assert 'role="img"' in svg


@pytest.mark.parametrize(
    ("days", "weeks"),
    [(0, [24]), (6, [24]), (7, [24, 25]), (21, [24, 25, 26, 27])],
    ids=["one", "six", "a week", "three"],
)
def test_her_weeks_stand_beneath(days: int, weeks: list[int]) -> None:
    marks = week_marks(FIRST, FIRST + timedelta(days=days), FIRST - timedelta(weeks=24))
    assert [mark.week for mark in marks] == weeks


def test_over_many_weeks_their_numbers_can_still_be_read() -> None:
    marks = week_marks(FIRST, FIRST + timedelta(weeks=35), FIRST - timedelta(weeks=5))
    assert 7 <= len(marks) <= 14
    assert len({mark.week for mark in marks}) == len(marks)
