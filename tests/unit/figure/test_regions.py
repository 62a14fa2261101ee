"""The tap picture: every place where it can hurt has a target for a finger, and no two targets meet."""

from __future__ import annotations

from itertools import combinations

import pytest

from carrywell.figure.regions import PICTURE_CM, Region, TapView, regions, tap_picture, tap_scene
from carrywell.model.case import SITES
from tests.lib.figure import BODIES, POSES
from tests.lib.svg_picture import read

STANDING = POSES["standing"]
VIEWS: tuple[TapView, TapView] = ("front", "back")
UNSURE = {"back_somewhere", "pelvis_somewhere", "leg_somewhere"}  # said in words below the picture
PHONE_PX, FINGER_PX = 320, 44


def found(view: TapView, body: str = "24 weeks") -> tuple[Region, ...]:
    return regions(STANDING, BODIES[body], view)


def by_name(view: TapView, body: str = "24 weeks") -> dict[str, Region]:
    return {region.name: region for region in found(view, body)}


def test_every_place_of_the_contract_is_on_one_of_the_two_pictures() -> None:
    front, back = ({region.site for region in found(view)} for view in VIEWS)
    assert front | back == set(SITES) - UNSURE
    assert front & back == set()


def test_no_name_stands_twice() -> None:
    names = [region.name for view in VIEWS for region in found(view)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_target_is_as_large_as_a_finger(view: TapView, body: str) -> None:
    px = PHONE_PX / PICTURE_CM
    small = {r.name: (r.box.across * px, r.box.down * px) for r in found(view, body)}
    assert {name: size for name, size in small.items() if min(size) < FINGER_PX - 0.01} == {}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("view", VIEWS)
def test_no_target_overlaps_another(view: TapView, body: str) -> None:
    meeting = [
        (a.name, b.name)
        for a, b in combinations(found(view, body), 2)
        if min(a.box.right, b.box.right) > max(a.box.left, b.box.left) + 1e-6
        and min(a.box.bottom, b.box.bottom) > max(a.box.top, b.box.top) + 1e-6
    ]
    assert meeting == []


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("view", VIEWS)
def test_every_target_lies_within_the_picture(view: TapView, body: str) -> None:
    picture = tap_scene(STANDING, BODIES[body], view).box
    for region in found(view, body):
        left, top, width, height = region.share_of(picture)
        assert min(left, top) >= 0, region.name
        assert max(left + width, top + height) <= 100, region.name


def test_the_picture_is_always_equally_broad() -> None:
    wide = {round(tap_scene(STANDING, body, view).box.across, 6) for body in BODIES.values() for view in VIEWS}
    assert wide == {PICTURE_CM}


@pytest.mark.parametrize("view", VIEWS)
def test_left_and_right_are_hers_and_mirror_each_other(view: TapView) -> None:
    pairs = {name.removesuffix("-left") for name in by_name(view) if name.endswith("-left")}
    assert len(pairs) >= 5
    for pair in pairs:
        left, right = (by_name(view)[f"{pair}-{side}"].box for side in ("left", "right"))
        assert (left.left, left.right) == pytest.approx((-right.right, -right.left), abs=1e-6)
        hers_on_the_pictures_left = right if view == "front" else left
        assert hers_on_the_pictures_left.right < 0.5


def test_the_targets_on_the_belly_follow_it() -> None:
    early, late = (by_name("front", body) for body in ("12 weeks", "36 weeks"))
    assert late["site-tummy_low"].box.across > early["site-tummy_low"].box.across + 1


def test_the_back_is_in_its_order_from_neck_to_calf() -> None:
    names = ("neck", "upper_back", "mid_back", "low_back", "tailbone")
    tops = [by_name("back")[f"site-{name}"].box.top for name in names]
    assert tops == sorted(tops)
    assert by_name("back")["site-lower_leg-left"].box.top > by_name("back")["site-thigh_back-left"].box.bottom


def test_the_picture_carries_the_targets_as_groups_over_the_figure() -> None:
    svg = tap_picture(STANDING, BODIES["36 weeks"], "back", "Your back", "Tap where it hurts", width=320)
    picture = read(svg)
    groups = [
        group.attrib["id"] for group in picture.root.iter("{http://www.w3.org/2000/svg}g") if "id" in group.attrib
    ]
    assert set(groups) == set(by_name("back", "36 weeks"))
    assert picture.text("title") == "Your back"
    assert picture.root.attrib["width"] == "320"
    assert len(svg) < 12_000
