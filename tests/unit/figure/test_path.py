"""Lines: smooth and closed ones turn one way round, corners stay corners, hulls and crossings."""

from __future__ import annotations

import pytest

from carrywell.figure.path import area, closed, crossing, hull, opened, rounded, straight
from tests.lib.svg_picture import points_of

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


@pytest.mark.parametrize("ring", [SQUARE, SQUARE[::-1]])
@pytest.mark.parametrize("drawn", [closed, lambda ring: rounded(ring, 2)])
def test_outlines_turn_the_same_way_round_so_that_they_can_be_united(ring: list[tuple[float, float]], drawn) -> None:  # type: ignore[no-untyped-def]
    assert area(points_of(drawn(ring))) > 0


def test_a_smooth_outline_goes_through_its_points_in_millimetres() -> None:
    through = points_of(closed(SQUARE))
    assert {(x * 10, y * 10) for x, y in SQUARE} <= set(through)
    assert max(x for x, _ in through) > 100, "it bulges between them"


def test_sharp_points_are_corners() -> None:
    assert area(points_of(closed(SQUARE, SQUARE))) == pytest.approx(2 * 100 * 100)


def test_round_corners_stay_within_the_polygon() -> None:
    points = points_of(rounded(SQUARE, 3))
    assert all(0 <= x <= 100 and 0 <= y <= 100 for x, y in points)
    assert (0, 0) not in points


def test_points_on_top_of_each_other_are_one() -> None:
    doubled = [point for point in SQUARE for _ in range(2)]
    assert closed(doubled) == closed(SQUARE)


@pytest.mark.parametrize("drawn", [closed, opened, lambda points: rounded(points, 1)])
def test_a_single_point_is_no_line(drawn) -> None:  # type: ignore[no-untyped-def]
    assert drawn([(1.0, 1.0)]) == ""


def test_an_open_line_begins_and_ends_where_its_points_do() -> None:
    points = points_of(opened([(0.0, 0.0), (5.0, 5.0), (10.0, 0.0)]))
    assert {points[0], points[-1]} == {(0, 0), (100, 0)}


def test_straight_strokes() -> None:
    assert straight([(0, 0), (1, 2), (-1, 2)]) == "M0 0l10 20l-20 0"
    assert straight([(0, 0), (1, 2)], close=True).endswith("z")


def test_the_hull_leaves_out_what_lies_within() -> None:
    assert sorted(hull([*SQUARE, (5.0, 5.0), (5.0, 0.0)])) == sorted(SQUARE)
    assert hull([(0, 0), (1, 1)]) == [(0, 0), (1, 1)]


def test_where_two_lines_cross() -> None:
    found = crossing([(0, 0), (4, 0), (10, 0)], [(6, -5), (6, 5)])
    assert found == (1, 0, (6, 0))
    assert crossing([(0, 0), (4, 0)], [(0, 1), (4, 1)]) is None
