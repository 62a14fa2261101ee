"""Two hands on her back: where they are told to be, thumbs to the spine, and which way they go."""

from __future__ import annotations

import pytest

from carrywell.figure.draw import CAMERAS, compose
from carrywell.figure.massage import massage_marks
from carrywell.figure.path import area
from carrywell.figure.skeleton import skeleton
from carrywell.figure.sketch import Sketch
from tests.lib.figure import BODIES, pose

BODY = BODIES["24 weeks"]


def hands(*given: dict[str, str], view: str = "back") -> Sketch:
    told = pose(massage=given, views=(view,))
    return massage_marks(told, skeleton(told, BODY), CAMERAS[view])


def middle(sheet: Sketch) -> tuple[float, float]:
    xs, ys = [x for x, _ in sheet.points], [y for _, y in sheet.points]
    return sum(xs) / len(xs), sum(ys) / len(ys)


def test_without_massage_there_is_no_hand() -> None:
    assert hands().marks == []


def test_seen_from_behind_her_left_is_on_the_left() -> None:
    assert middle(hands({"on": "low_back", "side": "left"}))[0] < -3
    assert middle(hands({"on": "low_back", "side": "right"}))[0] > 3


def test_each_place_is_at_its_height() -> None:
    spots = ("shoulders", "upper_back", "mid_back", "low_back", "sacrum", "buttocks")
    heights = [middle(hands({"on": spot, "side": "left"}))[1] for spot in spots]
    assert heights == sorted(heights), "y goes down"


def test_the_hands_are_a_pair() -> None:
    left, right = (hands({"on": "mid_back", "side": side}).points for side in ("left", "right"))
    for (x, y), (there, height) in zip(left, right, strict=True):
        assert (x, y) == pytest.approx((-there, height))
    assert area(left) * area(right) < 0


@pytest.mark.parametrize(("stroke", "lines"), [("none", 0), ("up", 2), ("down", 2), ("circle", 2), ("hold", 2)])
def test_a_stroke_is_an_arrow_beside_the_hand(stroke: str, lines: int) -> None:
    sheet = hands({"on": "low_back", "side": "right", "stroke": stroke})
    assert [mark.style for mark in sheet.marks].count("arrow") == lines


def test_up_and_down_point_to_opposite_ends() -> None:
    up, down = (hands({"on": "low_back", "side": "right", "stroke": stroke}).marks for stroke in ("up", "down"))
    assert up[-1].d != down[-1].d


def test_the_hands_lie_over_her_and_within_the_picture() -> None:
    scene = compose(pose(massage=({"on": "shoulders", "side": "left", "stroke": "hold"},), views=("back",)), BODY)
    assert scene.marks[-1].style == "arrow"
    assert "hand" in [mark.style for mark in scene.marks]
