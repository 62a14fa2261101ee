"""Things round her: each can be drawn, stands where it is told, and keeps clear of a growing belly."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from carrywell.figure.draw import CAMERAS
from carrywell.figure.props import sketched
from carrywell.figure.skeleton import skeleton
from carrywell.figure.sketch import Sketch
from carrywell.model.pose import LONG, Prop, PropKind
from tests.lib.figure import BODIES, pose

SIDE = CAMERAS["side"]
KINDS = [kind for kind in get_args(PropKind) if kind != "floor"]
ON_THE_FLOOR = [
    "bed", "chair", "stool", "foot_stool", "sofa", "table", "desk", "worktop", "sink", "bath", "cot", "pram", "bike",
]  # fmt: skip


def thing(kind: str, body: str = "24 weeks", **given: Any) -> Sketch:
    if kind in LONG:
        given.setdefault("to", (30, 110 if kind == "bike" else 5))
    prop = Prop.model_validate({"kind": kind, "at": (10, 60), **given})
    return sketched(prop, skeleton(pose(), BODIES[body]), SIDE)


def left(sheet: Sketch) -> float:
    return min(x for x, _ in sheet.points)


@pytest.mark.parametrize("kind", KINDS)
def test_everything_can_be_drawn_and_is_not_out_of_size(kind: str) -> None:
    sheet = thing(kind)
    assert sheet.marks
    assert all(mark.d.startswith("M") for mark in sheet.marks)
    assert max(abs(x) for x, _ in sheet.points) < 250


@pytest.mark.parametrize("kind", ON_THE_FLOOR)
def test_furniture_stands_on_the_floor_whatever_its_height(kind: str) -> None:
    for height in (45, 80):
        lowest = max(y for _, y in thing(kind, at=(10, height)).points)
        assert lowest == pytest.approx(0, abs=5.1), height


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "belt"])
def test_what_is_moved_keeps_its_shape(kind: str) -> None:
    end = 110 if kind == "bike" else 5
    moved: dict[str, Any] = {"to": (50, end)} if kind in LONG else {}
    here, there = thing(kind), thing(kind, at=(30, 60), **moved)
    assert left(there) - left(here) == pytest.approx(20)


@pytest.mark.parametrize("kind", ["table", "worktop", "mop", "baby", "ball"])
def test_what_goes_along_with_the_belly_stands_further_off(kind: str) -> None:
    early, late = (left(thing(kind, body, with_belly=0.5)) for body in ("12 weeks", "36 weeks"))
    grown = [skeleton(pose(), BODIES[body]).belly.out_cm for body in ("12 weeks", "36 weeks")]
    assert late - early == pytest.approx(0.5 * (grown[1] - grown[0]))
    assert left(thing(kind, "12 weeks")) == left(thing(kind, "36 weeks"))


def test_a_thing_can_be_turned_and_mirrored() -> None:
    flat, upright = thing("pillow"), thing("pillow", turn=90)
    wide = max(x for x, _ in flat.points) - left(flat)
    tall = max(y for _, y in upright.points) - min(y for _, y in upright.points)
    assert tall == pytest.approx(wide)
    head_left, head_right = thing("baby_lying"), thing("baby_lying", mirrored=True)
    assert left(head_left) < left(head_right)


def test_a_size_makes_it_larger() -> None:
    assert left(thing("mat", size=(200, 0))) < left(thing("mat", size=(100, 0)))


def test_the_belt_passes_below_the_belly_at_every_week() -> None:
    fronts = [max(x for x, _ in thing("belt", body).points) for body in BODIES]
    assert max(fronts) - min(fronts) < 3
