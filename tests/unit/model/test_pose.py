"""A pose that cannot be is refused, with the field, what was found and what is allowed."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from carrywell.knowledge.build import build
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.yaml_text import read_yaml
from carrywell.model.pose import Pose, Prop
from tests.lib.figure import pose

RIGHT = """\
id: sitting
name: Sitting
alt: A woman sits.
group: rest
stance: sitting
hip: [0, 51.5]
trunk: {lean: -4}
legs: {foot: [34, 0]}
arms: {shoulder: 10, elbow: 20}
props:
  - {kind: chair, at: [-15, 42]}
reviewed: none yet
"""


def faults(text: str) -> list[str]:
    with pytest.raises(Faulty) as caught:
        build(Pose, read_yaml("sitting.yaml", text))
    return [str(fault) for fault in caught.value.faults]


def test_a_right_one_is_read() -> None:
    read = build(Pose, read_yaml("sitting.yaml", RIGHT))
    assert read.hip == (0.0, 51.5)
    assert read.leg("left").foot == read.leg("right").foot == (34.0, 0.0)
    assert read.views == ("side",)


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ("lean: -4", "lean: 200", "sitting.yaml:7:15 trunk.lean: found '200'; allowed: less than or equal to 180"),
        ("elbow: 20", "elbow: 170", "sitting.yaml:9:29 arms.elbow: found '170'; allowed: less than or equal to 155"),
        ("lean: -4", "lean: far", "sitting.yaml:7:15 trunk.lean: found 'far'; allowed: a valid number"),
        ("lean: -4", "leen: -4", "sitting.yaml:7:9 unknown key 'leen'; allowed: lean, tip, roll, turn, lumbar, thora"),
        ("kind: chair", "kind: throne", "sitting.yaml:11:12 props.0.kind: found 'throne'; allowed: 'floor', 'wall',"),
        ("stance: sitting", "stance: flying", "sitting.yaml:5:9 stance: found 'flying'; allowed: 'standing', "),
        ("hip: [0, 51.5]", "hip: [51.5]", "sitting.yaml:6:6 hip: a place is [x, y] or [x, y, z] in cm; found 1 num"),
        ("hip: [0, 51.5]", "hip: [0, 515]", "sitting.yaml:6:6 hip: a place is at most 260 cm from the middle"),
        ("{foot: [34, 0]}", "{hip: 90}", "sitting.yaml:8:7 legs: a leg needs hip and knee angles, or the place of it"),
        (
            "{foot: [34, 0]}",
            "{foot: [34, 0], knee: 9}",
            "legs: a leg is given by angles or by the place of its foot",
        ),
        ("shoulder: 10, ", "", "sitting.yaml:9:7 arms: an arm needs shoulder and elbow angles, or the place of its h"),
        ("shoulder: 10", "hand: [1, 9]", "arms: an arm is given by angles or by the place of its hand, not by both"),
        ("legs:", "left_leg:", "both legs are needed: legs, or left_leg and right_leg"),
        ("reviewed: none yet\n", "", "the key 'reviewed' is missing"),
        ("[-15, 42]}", "[-15, 42], to: [1, 1]}", "`to`, the other end, belongs to arrow, bike, mop, stick, vacuum, an"),
        ("kind: chair", "kind: mop", "`to`, the other end, belongs to arrow, bike, mop, stick, vacuum, and only"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(right: str, wrong: str, says: str) -> None:
    assert right in RIGHT
    told = faults(RIGHT.replace(right, wrong))
    assert any(says in line for line in told), told


def test_both_and_each_is_one_too_many() -> None:
    leg: dict[str, Any] = {"foot": (0, 0)}
    with pytest.raises(ValidationError, match="legs says nothing where left_leg and right_leg are given"):
        pose(legs=leg, left_leg=leg, right_leg=leg)


def test_one_side_can_differ_from_the_pair() -> None:
    one = pose(arms={"shoulder": 0, "elbow": 0}, right_arm={"shoulder": 90, "elbow": 0})
    assert (one.arm("left").shoulder, one.arm("right").shoulder) == (0, 90)


def test_a_pose_may_end_at_a_week() -> None:
    flat = pose(stance="lying_back", not_after_weeks=16)
    assert (flat.suits(16), flat.suits(16.1), flat.suits(None)) == (True, False, True)
    assert pose().suits(45)


@pytest.mark.parametrize(("kind", "shows"), [("pram", True), ("cot", True), ("chair", False)])
def test_pictures_with_a_child_are_told_from_others(kind: str, shows: bool) -> None:
    assert pose(props=({"kind": kind},)).shows_baby is shows


def test_a_thing_is_drawn_behind_her_unless_said() -> None:
    assert Prop.model_validate({"kind": "chair"}).layer == "behind"
