from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.case import SITES, About
from carrywell.web.tap_picture import tap_pictures
from tests.lib.tree import ROOT

STANDING = open_engine().knowledge.poses["standing"]
ROUGH = {"back_somewhere", "pelvis_somewhere", "leg_somewhere"}
STYLE = ROOT / "src" / "carrywell" / "web" / "static" / "carrywell" / "carrywell.css"


@pytest.mark.parametrize("about", [About(weeks_pregnant=8), About(weeks_pregnant=38), About(weeks_postpartum=2)])
def test_every_place_of_the_list_can_be_tapped(about: About) -> None:
    pictures = tap_pictures(STANDING, about)
    numbers = {int(number) for svg in pictures.values() for number in re.findall(r'for="sites-(\d+)"', svg)}
    assert {SITES[number - 1] for number in numbers} == set(SITES) - ROUGH


def test_the_picture_is_well_formed_and_says_nothing_to_a_screen_reader() -> None:
    for svg in tap_pictures(STANDING, About(weeks_pregnant=24)).values():
        root = ET.fromstring(svg)
        assert root.attrib["aria-hidden"] == "true"
        assert "role" not in root.attrib


def test_a_chosen_place_is_marked_by_the_style_sheet() -> None:
    css = STYLE.read_text(encoding="utf-8")
    for number, site in enumerate(SITES, start=1):
        assert (f"#sites-{number}:checked)" in css) == (site not in ROUGH), site
