"""The result on paper, or as a PDF to send: one sheet, with what matters."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.journeys.test_care_levels import WAYS
from tests.lib.browser import PHONE
from tests.lib.walker import Walker

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def _pages(sheet: bytes) -> int:
    return len(_PAGE.findall(sheet))


@pytest.mark.parametrize(("level", "weeks", "said", "look"), WAYS, ids=[way[0] for way in WAYS])
def test_the_result_of_each_level_prints_on_one_sheet(
    she: Walker, level: str, weeks: str, said: dict[str, str], look: str
) -> None:
    # given a woman with a result of this level
    she.comes_to("result", weeks, said)
    assert she.level == level
    # when she prints it, then it is one sheet of A4
    assert _pages(she.page.pdf(format="A4")) == 1


def test_the_fullest_result_prints_on_one_sheet_too(she: Walker) -> None:
    # given a woman who answered all there is, and for whom much speaks
    said = {
        "worse_moving_better_rest": "yes", "worse_with:bending": "yes", "worse_with:lifting": "yes",
        "worse_with:turning_in_bed": "yes", "worse_with:stairs": "yes", "better_with:rest": "yes",
        "better_with:heat": "yes", "better_with:massage": "yes", "history:back_pain_before": "yes",
    }  # fmt: skip
    she.comes_to("result", "33", said, ("low_back", "pelvis_back"))
    she.fits_the_plan()
    she.walks_to_the_result(said, ("low_back", "pelvis_back"))
    # then that is one sheet as well
    assert _pages(she.page.pdf(format="A4")) == 1


def test_the_sheet_holds_level_what_to_say_and_what_to_do(she: Walker) -> None:
    # given a woman who can care for it at home
    she.comes_to("result", "24", {"worse_moving_better_rest": "yes"})
    # when she prints her result
    she.page.emulate_media(media="print")
    printed = she.page.locator("body").inner_text()
    # then it holds the level, what to say, what to do today and how, and when to look again
    for part in (".nhsuk-card--care h2", ".cw-do", ".cw-say", ".cw-again strong", ".cw-today .cw-on-paper"):
        assert she.page.locator(part).first.inner_text() in printed
    for entry in she.page.locator(".cw-today h3").all():
        assert entry.inner_text() in printed
    # and neither buttons nor links that paper cannot follow
    assert she.page.locator("button:visible").count() == 0
    assert she.page.locator("a:visible").all_inner_texts() == ["Carrywell"]


def test_what_was_looked_at_by_night_prints_dark_on_white(browser: Browser, site: str, language: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    she = Walker(context.new_page(), site, language)
    she.comes_to("result", "24", {"worse_moving_better_rest": "yes"})
    she.page.emulate_media(media="print")
    ink = "element => getComputedStyle(element).color"
    for part in (".cw-do", "#today", ".cw-again strong", ".cw-today svg"):
        assert she.page.locator(part).first.evaluate(ink) == "rgb(34, 48, 58)"
    context.close()
