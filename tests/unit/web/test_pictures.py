"""Small pictures: the same drawing in fewer bytes, and never one that is not for her."""

from __future__ import annotations

import gzip
import re
import xml.etree.ElementTree as ElementTree

import pytest

from carrywell.figure.draw import draw
from carrywell.figure.proportions import Body
from carrywell.model.case import About
from carrywell.model.pose import Pose
from carrywell.web.pictures import coarser, picture
from tests.lib.figure import POSES

MOST_BYTES = 2500


def _points(svg: str, unit: float) -> list[tuple[float, float]]:
    """Where the commands of every path come to, in millimetres."""
    found: list[tuple[float, float]] = []
    for path in re.findall(r' d="([^"]*)"', svg):
        x = y = 0.0
        begin = (x, y)
        for letter, tail in re.findall(r"([A-Za-z])([^A-Za-z]*)", path):
            numbers = [float(number) * unit for number in re.findall(r"-?\d+(?:\.\d+)?", tail)]
            if letter == "z":
                x, y = begin
            elif letter == "M":
                x, y = begin = (numbers[0], numbers[1])
            else:
                x, y = x + numbers[-2], y + numbers[-1]
            found.append((x, y))
    return found


@pytest.mark.parametrize("pose", list(POSES.values())[::5], ids=lambda pose: pose.id)
def test_every_point_stays_within_a_unit_of_its_place(pose: Pose) -> None:
    exact = draw(pose, Body(weeks_pregnant=24))
    small = coarser(exact, 8.0)
    ElementTree.fromstring(small)
    before, after = set(_points(exact, 1)), set(_points(small, 8.0))
    assert len(before) > 50
    for some, others in ((before, after), (after, before)):
        assert max(min(max(abs(x - a), abs(y - b)) for a, b in others) for x, y in some) <= 4.001


def test_a_picture_beside_a_sentence_is_light() -> None:
    """Three of them stand on a result, which is to stay under 15 kB."""
    about = About(weeks_pregnant=24)
    sizes = {
        name: len(gzip.compress(svg.encode())) for name, pose in POSES.items() if (svg := picture(pose, about, "en"))
    }
    assert len(sizes) > 80
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}
    exact = sum(len(gzip.compress(draw(POSES[name], Body(weeks_pregnant=24)).encode())) for name in sizes)
    assert sum(sizes.values()) < 0.7 * exact


def test_it_keeps_its_words_for_who_cannot_see_it() -> None:
    svg = picture(POSES["walking"], About(weeks_pregnant=24), "en") or ""
    assert "<title>Walking</title>" in svg
    assert POSES["walking"].alt.english in svg
    assert 'role="img"' in svg


@pytest.mark.parametrize(("weeks", "shown"), [(10, True), (30, False)])
def test_lying_flat_is_not_shown_late_in_pregnancy(weeks: float, shown: bool) -> None:
    assert (picture(POSES["lying_back"], About(weeks_pregnant=weeks), "en") is not None) == shown


@pytest.mark.parametrize(("with_me", "shown"), [("yes", True), ("no", False), (None, False)])
def test_a_baby_is_shown_only_to_a_woman_whose_baby_is_with_her(with_me: str | None, shown: bool) -> None:
    about = About.model_validate({"weeks_postpartum": 3, "ended": "birth", "baby_with_me": with_me})
    assert (picture(POSES["feeding_supported"], about, "en") is not None) == shown


def test_the_belly_follows_her_weeks() -> None:
    early, late = (picture(POSES["walking"], About(weeks_pregnant=weeks), "en") for weeks in (12, 36))
    after = picture(POSES["walking"], About(weeks_postpartum=30), "en")
    assert late not in (early, after)
