"""The same way through with no script, and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.lib.browser import DESK, PHONE
from tests.lib.walker import Walker

EASED = {"worse_moving_better_rest": "yes"}
MOST_STOPS = 60

# How the focused element looks, its label and drawn parts included: with focus, and at once without.
_FOCUS_SHOWS = """() => {
  const it = document.activeElement;
  const drawn = (part, pseudo) => {
    const style = getComputedStyle(part, pseudo);
    if (style.display === 'none' || style.opacity === '0') return '';
    return [style.outline, style.boxShadow, style.backgroundColor, style.borderColor, style.borderWidth].join();
  };
  const parts = [it, ...(it.labels || []), ...it.children];
  const look = () => parts.map(part => [drawn(part), drawn(part, '::before'), drawn(part, '::after')].join()).join();
  const focused = look();
  it.blur();
  const plain = look();
  it.focus({preventScroll: true});
  return document.activeElement === it && focused !== plain;
}"""
_ON_SCREEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""
_STANDS_ON = (
    "() => document.activeElement.id || document.activeElement.name || document.activeElement.textContent.trim()"
)


@pytest.fixture
def she_without_script(browser: Browser, site: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield Walker(context.new_page(), site)
    context.close()


@pytest.fixture
def she_at_a_desk(browser: Browser, site: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=DESK)
    yield Walker(context.new_page(), site)
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
    she.changes("Where it hurts")
    assert she.page.locator("input[name=sites][value=low_back]").is_checked()


def test_the_print_button_is_there_where_scripts_run(she: Walker) -> None:
    # given a woman with a result, and a browser that runs scripts
    she.starts()
    she.is_pregnant("24", {"chest_pain": "yes"})
    assert she.page_name == "result"
    # then she can print it
    assert she.page.get_by_role("button", name="Print").is_visible()


class Keyboard:
    """Tab, Space and Enter. Each stop of the focus must be seen."""

    def __init__(self, she: Walker) -> None:
        self.page, self.unseen = she.page, list[str]()

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
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.page.keyboard.press("Enter")

    def _look(self) -> None:
        if not (self.page.evaluate(_FOCUS_SHOWS) and self.page.evaluate(_ON_SCREEN)):
            self.unseen.append(self.page.evaluate(_STANDS_ON))


def test_the_whole_way_works_with_the_keyboard_alone(she_at_a_desk: Walker) -> None:
    # given a woman at a desk, with no mouse
    she = she_at_a_desk
    keys = Keyboard(she)
    she.page.goto(she.site)
    # when she starts, the first stop leads past the header
    she.page.keyboard.press("Tab")
    assert she.page.evaluate(_STANDS_ON) == "Skip to the main content"
    assert she.page.evaluate(_ON_SCREEN)
    keys.enters("main button[name=pregnant]")
    keys.tab_to("#weeks_pregnant")
    she.page.keyboard.type("24")
    # Enter in a field goes on, and not back: the list under her weeks is still to be answered
    with she.page.expect_navigation(wait_until="domcontentloaded"):
        she.page.keyboard.press("Enter")
    assert she.page_name == "pregnant"
    assert she.page.title().startswith("Error:")
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
