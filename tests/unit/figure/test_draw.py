"""Every picture that may be shown is a sound, small, self-contained SVG that says what it shows."""

from __future__ import annotations

import re

import pytest

from carrywell.figure.draw import compose, draw, frame
from carrywell.figure.proportions import Body
from carrywell.model.pose import View
from tests.lib.figure import BODIES, POSES, pictures, pose
from tests.lib.svg_picture import read

LARGEST_BYTES = 12_000
ALL = list(pictures())


@pytest.fixture(scope="module")
def drawn() -> dict[tuple[str, View, str], str]:
    return {(name, view, body): draw(POSES[name], BODIES[body], view) for name, view, body in ALL}


def test_there_is_a_picture_of_every_pose(drawn: dict[tuple[str, View, str], str]) -> None:
    assert {name for name, _, _ in drawn} == set(POSES)
    assert len(drawn) > 400


def test_every_picture_is_small(drawn: dict[tuple[str, View, str], str]) -> None:
    assert {key: size for key, svg in drawn.items() if (size := len(svg.encode())) >= LARGEST_BYTES} == {}


def test_every_picture_can_be_read_and_holds_no_number_that_is_none(drawn: dict[tuple[str, View, str], str]) -> None:
    for key, svg in drawn.items():
        assert len(read(svg).paths) >= 8, key
        assert not re.search(r"nan|inf", svg, re.IGNORECASE), key


def test_everything_lies_within_what_is_shown(drawn: dict[tuple[str, View, str], str]) -> None:
    outside = {}
    for key, svg in drawn.items():
        picture = read(svg)
        left, top, right, low = picture.box
        beyond = [(x, y) for x, y in picture.points if not (left + 10 <= x <= right - 10 and top + 10 <= y <= low - 10)]
        if beyond:
            outside[key] = beyond[:2]
    assert outside == {}


def test_every_picture_is_an_image_with_a_name_and_a_description(drawn: dict[tuple[str, View, str], str]) -> None:
    for (name, _, _), svg in drawn.items():
        picture = read(svg)
        assert picture.root.attrib["role"] == "img"
        assert picture.text("title") == POSES[name].name.english
        assert picture.text("desc") == POSES[name].alt.english


def test_colours_come_from_the_style_sheet(drawn: dict[tuple[str, View, str], str]) -> None:
    for key, svg in drawn.items():
        for path in read(svg).paths:
            assert path.attrib["class"].startswith("figure-"), key
            fill = path.attrib.get("fill")
            assert fill is None or re.fullmatch(r"var\(--figure-[a-z-]+,#[0-9a-f]{6}\)", fill), key
            assert path.attrib.get("stroke", "none") == "none"
        assert " style=" not in svg, "a strict content policy forbids it"
        assert " id=" not in svg, "two pictures may stand on one page"


def test_the_same_pose_gives_the_same_text() -> None:
    for name in ("standing", "bird_dog_end", "massage_strokes"):
        assert draw(POSES[name], Body(weeks_pregnant=31.5)) == draw(POSES[name], Body(weeks_pregnant=31.5))


def test_plain_colours_need_no_style_sheet() -> None:
    svg = draw(POSES["standing_belt"], BODIES["24 weeks"], plain=True)
    assert "var(" not in svg
    assert "currentColor" not in svg
    assert 'fill="#c9d6d3"' in svg


def test_what_she_reads_cannot_break_the_picture() -> None:
    svg = draw(pose(name="Lifting < 5 kg & more", alt='A "box".'), BODIES["12 weeks"])
    assert read(svg).text("title") == "Lifting < 5 kg & more"


def test_the_words_can_be_spoken_in_another_language() -> None:
    svg = draw(POSES["standing"], BODIES["12 weeks"], say=lambda text: f"[{text.key}]")
    assert read(svg).text("title") == "[poses/standing#name]"
    assert read(svg).text("desc") == "[poses/standing#alt]"


def test_mirrored_is_the_same_picture_with_left_and_right_changed() -> None:
    here, there = (draw(POSES["walking"], BODIES["24 weeks"], mirrored=way) for way in (False, True))
    left, top, right, low = read(here).box
    assert read(there).box == pytest.approx((-right, top, -left, low), abs=1)
    assert there.replace(' transform="scale(-1 1)"', "").split("<title>")[1] == here.split("<title>")[1]


def test_a_width_keeps_the_shape() -> None:
    picture = read(draw(POSES["standing"], BODIES["12 weeks"], width=200))
    left, top, right, low = picture.box
    assert picture.root.attrib["width"] == "200"
    assert int(picture.root.attrib["height"]) == pytest.approx(200 * (low - top) / (right - left), abs=2)


def test_pictures_in_one_frame_show_the_same_box_and_nothing_is_cut() -> None:
    start, end = POSES["bridge_start"], POSES["bridge_end"]
    box = frame([start, end], [BODIES["12 weeks"], BODIES["24 weeks"]])
    shown = [read(draw(each, BODIES["24 weeks"], within=box)) for each in (start, end)]
    assert shown[0].box == shown[1].box
    for picture in shown:
        left, top, right, low = picture.box
        assert all(left < x < right and top < y < low for x, y in picture.points)


def test_a_view_that_the_pose_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="walking has no view 'back'; allowed: side"):
        draw(POSES["walking"], BODIES["12 weeks"], "back")


def test_things_round_her_stand_in_the_first_view_only() -> None:
    at_a_wall = pose(views=("side", "front"), props=({"kind": "wall", "at": (-14, 0)}, {"kind": "floor"}))
    kinds = [[mark.style for mark in compose(at_a_wall, BODIES["12 weeks"], view).marks] for view in at_a_wall.views]
    assert kinds[0].count("prop-line") == 2
    assert kinds[1].count("prop-line") == 1


def test_a_belt_turns_with_her() -> None:
    for view in POSES["standing_belt"].views:
        assert "figure-belt" in draw(POSES["standing_belt"], BODIES["36 weeks"], view)


def test_a_bun_is_not_drawn_where_her_head_leans_on_something() -> None:
    up, down = (draw(pose(bun=bun), BODIES["12 weeks"]) for bun in (True, False))
    assert (up.count('"figure-hair"'), down.count('"figure-hair"')) == (2, 1)


def test_a_growing_belly_makes_the_picture_broader_and_not_taller() -> None:
    early, late = (compose(POSES["standing"], Body(weeks_pregnant=weeks)).box for weeks in (10, 40))
    assert (late.left, late.top, late.bottom) == pytest.approx((early.left, early.top, early.bottom))
    assert late.right > early.right + 5
