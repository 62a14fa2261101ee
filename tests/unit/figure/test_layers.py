"""What lies before what: the far limbs behind her, the near ones before her, and no doll's joints."""

from __future__ import annotations

from typing import Any

import pytest

from carrywell.figure.draw import CAMERAS
from carrywell.figure.layers import Layers, figure_layers
from carrywell.figure.skeleton import skeleton
from tests.lib.figure import BODIES, pose

SITTING = {"stance": "sitting", "hip": (0, 51.5), "legs": {"foot": (34, 0)}}


def layers(view: str = "side", body: str = "24 weeks", **given: Any) -> Layers:
    return figure_layers(skeleton(pose(**given), BODIES[body]), CAMERAS[view])


def styles(marks: list[Any]) -> list[str]:
    return [mark.style for mark in marks]


def test_from_the_side_her_left_limbs_are_behind_her_and_darker() -> None:
    drawn = layers()
    assert set(styles(drawn.behind)) == {"skin-far", "clothes-far"}
    assert not any(style.endswith("-far") for style in styles([*drawn.body, *drawn.legs, *drawn.arms]))


@pytest.mark.parametrize("view", ["front", "back"])
def test_from_the_front_and_the_back_no_limb_is_behind_her(view: str) -> None:
    assert layers(view, arms={"shoulder": 0, "elbow": 0}).behind == []


def test_from_behind_arms_that_reach_forward_are_behind_her() -> None:
    assert len(layers("back", arms={"shoulder": 80, "elbow": 0}).behind) == 4


def test_trunk_head_and_the_roots_of_the_near_limbs_are_one_outline() -> None:
    outlined = [mark for mark in layers().body if mark.outlined and mark.style == "skin"]
    assert len(outlined) == 1
    assert outlined[0].d.count("z") == 5, "trunk, thigh, upper arm, head, neck"


def test_a_leg_that_is_laid_over_the_other_is_drawn_last() -> None:
    foot = {"foot": (31, 50, -5), "knee_to": (0.2, 0.1, 1), "toes_out": -80}
    other = {"foot": (30, 0, -13), "knee_to": (1, 0.3, -0.2)}
    below, over = (
        layers("front", **{**SITTING, "legs": None}, left_leg=other, right_leg={**foot, "crossed": crossed})
        for crossed in (False, True)
    )
    assert below.legs[0].d == over.legs[3].d
    assert below.legs[3].d == over.legs[0].d


def test_the_bun_is_before_her_head_from_behind_and_else_behind_it() -> None:
    assert styles(layers("side").body)[0] == "hair"
    assert styles(layers("front").body)[0] == "hair"
    assert styles(layers("back").body)[-2] == "hair"


@pytest.mark.parametrize(("view", "shown"), [("side", False), ("front", True), ("back", True)])
def test_front_and_back_have_a_few_lines_of_their_own(view: str, shown: bool) -> None:
    assert ("detail" in styles(layers(view).body)) is shown


def test_the_round_of_the_belly_is_drawn_once_it_shows() -> None:
    flat, round_ = (
        next(mark.d for mark in layers("front", body).body if mark.style == "detail")
        for body in ("12 weeks", "36 weeks")
    )
    assert round_.count("M") == flat.count("M") + 1
