"""The sheet on which things are drawn: y goes up on it, it can be turned about its place, and it knows its extent."""

from __future__ import annotations

import pytest

from carrywell.figure.sketch import Sketch


def test_up_on_the_sheet_is_up_on_the_picture() -> None:
    sheet = Sketch(10, 20)
    sheet.line((0, 0), (5, 3))
    assert sheet.points == [(10, -20), (15, -23)]
    assert sheet.marks[0].d == "M100-200l50-30".replace("M100-200", "M100 -200")


def test_it_turns_to_the_left_about_its_place() -> None:
    sheet = Sketch(10, 20, 90)
    sheet.line((5, 0), (0, 5))
    assert sheet.points[0] == pytest.approx((10, -25))
    assert sheet.points[1] == pytest.approx((5, -20))


def test_flipped_left_is_right() -> None:
    sheet = Sketch(10, 0, flip=-1)
    sheet.box(2, 0, 6, 4)
    assert {x for x, _ in sheet.points} == {8, 4}


def test_every_form_is_one_mark_of_its_style() -> None:
    sheet = Sketch()
    sheet.box(0, 0, 4, 4)
    sheet.shape([(0, 0), (4, 0), (2, 4)], style="belt")
    sheet.blob([(0, 0), (4, 0), (2, 4)], "pillow")
    sheet.oval(0, 0, 3, 2, "baby")
    sheet.line((0, 0), (1, 1))
    sheet.curve((0, 0), (1, 1), (2, 0), style="arrow")
    assert [mark.style for mark in sheet.marks] == ["prop", "belt", "pillow", "baby", "prop-line", "arrow"]
