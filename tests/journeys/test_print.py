"""The result on paper, or as a PDF to send: short, and with what matters."""

from __future__ import annotations

import re

from tests.lib.walker import Walker

MOST_PAGES = 2
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def test_the_result_prints_on_two_pages_with_level_and_what_to_say(she: Walker) -> None:
    # given a woman who can care for it at home
    she.starts()
    she.is_pregnant("24")
    she.walks_to_the_result({"worse_moving_better_rest": "yes"})
    # when she prints her result
    sheet = she.page.pdf(format="A4")
    # then it is at most two pages
    assert 1 <= len(_PAGE.findall(sheet)) <= MOST_PAGES
    # and they hold the level, what to say, what to do today, and when to look again
    she.page.emulate_media(media="print")
    printed = she.page.locator("body").inner_text()
    for part in (".nhsuk-card--care h2", ".cw-do", ".cw-say", ".cw-again strong"):
        assert she.page.locator(part).first.inner_text() in printed
    for entry in she.page.locator(".cw-today h3").all():
        assert entry.inner_text() in printed
    # and neither buttons nor links that paper cannot follow
    assert she.page.locator("button:visible").count() == 0
    assert she.page.locator("a:visible").all_inner_texts() == ["Carrywell"]
