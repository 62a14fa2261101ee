"""The same way through with no script, and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.lib.browser import DESK
from tests.lib.focus import FOCUS_SHOWS, ON_SCREEN, STANDS_ON
from tests.lib.walker import Walker

EASED = {"worse_moving_better_rest": "yes"}
MOST_STOPS = 60


@pytest.fixture
def she_at_a_desk(browser: Browser, site: str, language: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=DESK)
    yield Walker(context.new_page(), site, language)
    context.close()


def test_the_whole_way_works_without_a_script(she_without_script: Walker) -> None:
    # given a browser that runs no script
    she = she_without_script
    she.starts()
    she.is_pregnant("24")
    # when she answers every page
    she.walks_to_the_result(EASED)
    # then she has her result, and no button that would do nothing
    assert she.level == "self_care"
    assert she.page.locator("[data-print]:visible").count() == 0
    # and she can still change an answer
    she.changes(she.reads("page.names.where"))
    assert she.page.locator("input[name=sites][value=low_back]").is_checked()


def test_the_print_button_is_there_where_scripts_run(she: Walker) -> None:
    # given a woman with a result, and a browser that runs scripts
    she.starts()
    she.is_pregnant("24", {"chest_pain": "yes"})
    assert she.page_name == "result"
    # then she can print it
    assert she.button("site_wide.print").is_visible()


class Keyboard:
    """Tab, Space and Enter. Each stop of the focus must be seen."""

    def __init__(self, she: Walker) -> None:
        self._she, self.unseen = she, list[str]()

    @property
    def page(self) -> Page:
        return self._she.page

    def tab_to(self, selector: str) -> None:
        """Tabs until the focus stands on one of `selector`."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            self._look()
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{selector} is not reached within {MOST_STOPS} stops")

    def enters(self, selector: str) -> None:
        self.tab_to(selector)
        self.page.keyboard.press("Enter")

    def _look(self) -> None:
        if not (self.page.evaluate(FOCUS_SHOWS) and self.page.evaluate(ON_SCREEN)):
            self.unseen.append(self.page.evaluate(STANDS_ON))


def test_the_whole_way_works_with_the_keyboard_alone(she_at_a_desk: Walker) -> None:
    # given a woman at a desk, with no mouse
    she = she_at_a_desk
    keys = Keyboard(she)
    she.starts()
    # when she starts, the first stop leads past the header
    she.page.keyboard.press("Tab")
    assert she.page.evaluate(STANDS_ON) == she.reads("site_wide.skip")
    assert she.page.evaluate(ON_SCREEN)
    keys.enters("main button[name=pregnant]")
    keys.tab_to("#weeks_pregnant")
    she.page.keyboard.type("24")
    # Enter in a field goes on, and not back: the list under her weeks is still to be answered
    she.page.keyboard.press("Enter")
    assert she.page_name == "pregnant"
    assert she.is_told_of_an_error
    assert she.page.locator("#weeks_pregnant").input_value() == "24"
    keys.enters("button[name=none]")
    # and answers every page
    while (name := she.page_name) != "result":
        _answers_by_keyboard(she, keys, name)
    # then she has her result, and each stop on the way could be seen
    assert she.level == "self_care"
    assert keys.unseen == []
    # and what is folded away opens with the keyboard too
    keys.tab_to("summary")
    she.page.keyboard.press("Enter")
    assert she.page.evaluate("document.activeElement.closest('details').open")


def _answers_by_keyboard(she: Walker, keys: Keyboard, name: str) -> None:
    go_on = "main button[type=submit]:not([name]):not([tabindex])"
    if name == "private":
        keys.enters("main button[name=skip]:not([tabindex])")
        return
    if name == "where":
        keys.tab_to("input[name=sites]")
        she.page.keyboard.press("Space")
    marked = [line for line in she.lines() if line in EASED]
    for line in marked:
        keys.tab_to(f"input[name='{line}']")
        she.page.keyboard.press("Space")
    if marked or not she.page.locator("button[name=none]").count():
        for line in she.lines():
            if not marked:  # one by one: Space takes the first answer, an arrow the next
                keys.tab_to(f"input[name='{line}']")
                she.page.keyboard.press("Space")
                she.page.keyboard.press("ArrowDown")
                assert she.page.locator(f"input[name='{line}'][value=no]").is_checked()
        keys.enters(go_on)
        return
    keys.enters("button[name=none]")
