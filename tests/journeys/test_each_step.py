"""Each step of the way as it is for who comes at night, by keyboard, by ear, or enlarges it.

Three women walk once; each test then looks at all the steps they saw. What holds by day and for the finger stands in
test_every_page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from tests.lib.browser import PHONE, axe_violations
from tests.lib.focus import Tabbed, tab_through
from tests.lib.walker import Walker

EASED = {"worse_moving_better_rest": "yes", "told_in_pregnancy": "yes"}
SAYS_NOTHING = {"here", "click here", "more", "read more", "link", "button", "ok", "go", "this", "details", "next"}

# Name and purpose of everything that leads on: where a link goes, what a button sends, what a fold unfolds.
_NAMES = """() => {
  const labelledBy = it => (it.getAttribute('aria-labelledby') || '').split(' ')
    .map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const name = it => it.getAttribute('aria-label') || labelledBy(it) || it.textContent.trim().replace(/\\s+/g, ' ');
  const purpose = (it, number) => it.tagName === 'A' ? it.href
    : it.tagName === 'SUMMARY' ? `unfolds ${number}`
    : [it.form?.elements.page?.value, it.name, it.value].join();
  return [...document.querySelectorAll('a[href], button, summary')]
    .filter(it => it.checkVisibility() && !it.closest('[aria-hidden=true]'))
    .map((it, number) => [name(it), purpose(it, number)]);
}"""
# What is cut off at the edge of the window, or hidden by the element that holds it.
_CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *')]
  .filter(it => it.textContent.trim() && it.checkVisibility())
  .filter(it => !it.closest('.nhsuk-u-visually-hidden, .cw-enter, .cw-tap, svg'))
  .filter(it => {
    const box = it.getBoundingClientRect();
    const hides = getComputedStyle(it).overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1;
    return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1 || (hides && it.tagName !== 'INPUT'));
  })
  .map(it => `${it.tagName.toLowerCase()}.${it.className} "${it.textContent.trim().slice(0, 40)}"`).slice(0, 5)"""
_ENLARGED = {"width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": False}  # a desk of 1280 px at 200 %


@dataclass(frozen=True, slots=True)
class Step:
    name: str
    axe_at_night: list[str]
    tabbed: Tabbed
    names: list[tuple[str, str]]
    cut_off: list[str]


@pytest.fixture(scope="module")
def steps(browser: Browser, site: str, language: str) -> list[Step]:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    she, seen = Walker(context.new_page(), site, language), list[Step]()
    she.starts()
    seen.append(_look(she.page, "start"))
    for path in ("when-to-call", "help-today", "baby-care", "claims"):
        she.page.goto(f"{she.site}/{path}")
        seen.append(_look(she.page, path))
    for weeks, said in (("24", EASED), ("31", {"chest_pain": "yes"})):
        _walks(she, weeks, said, seen)
    she.starts()
    she.says_ended()
    she.goes_on()
    seen.append(_look(she.page, "ended, with errors"))
    context.close()
    return seen


def _walks(she: Walker, weeks: str, said: Mapping[str, str], seen: list[Step]) -> None:
    """From her weeks to the result, and from there to a topic of the plan and, where she may, to her day."""
    she.starts()
    she.says_pregnant()
    seen.append(_look(she.page, "pregnant"))
    she.field("about.pregnant.weeks").fill(weeks)
    she.answers_the_first_list(said)
    while (name := she.page_name) != "result":
        seen.append(_look(she.page, name))
        she.answers_page(name, said)
    seen.append(_look(she.page, f"result, {she.level}"))
    she.page.locator("button[name=topic]").first.click()
    seen.append(_look(she.page, "a topic of the plan"))
    she.page.locator("button[name=result]").click()
    _sends_it_to_her_partner(she, seen)
    if she.page.locator("button[name=fit]").count():
        she.fits_the_plan()
        seen.append(_look(she.page, she.page_name))


def _sends_it_to_her_partner(she: Walker, seen: list[Step]) -> None:
    """And opens the link herself; then back to the result."""
    she.page.locator("button[name=partner]").click()
    seen.append(_look(she.page, "send to partner"))
    back = she.page.url
    link = she.page.locator("#link").input_value()
    she.page.goto(link)
    seen.append(_look(she.page, "partner"))
    she.page.go_back()
    assert she.page.url == back
    she.page.locator("button[name=result]").click()


def _look(page: Page, name: str) -> Step:
    tabbed = tab_through(page)
    names = [(told, purpose) for told, purpose in page.evaluate(_NAMES)]
    axe = axe_violations(page)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setDeviceMetricsOverride", _ENLARGED)
    cut_off = page.evaluate(_CUT_OFF)
    devtools.send("Emulation.clearDeviceMetricsOverride")
    devtools.detach()
    page.set_viewport_size(PHONE)
    return Step(name, axe, tabbed, names, cut_off)


def test_the_walk_saw_each_kind_of_step(steps: list[Step]) -> None:
    names = " ".join(step.name for step in steps)
    for kind in (
        "start",
        "call",
        "pregnant",
        "ended",
        "q/now",
        "where",
        "changes",
        "private",
        "self_care",
        "emergency",
    ):
        assert kind in names
    assert sum(step.tabbed.stops for step in steps) > 200


def test_axe_finds_nothing_at_night(steps: list[Step]) -> None:
    assert [(step.name, step.axe_at_night) for step in steps if step.axe_at_night] == []


def test_the_focus_is_seen_at_every_stop(steps: list[Step]) -> None:
    assert [(step.name, step.tabbed.unseen) for step in steps if step.tabbed.unseen] == []


def test_the_focus_goes_in_the_order_of_reading(steps: list[Step]) -> None:
    assert [(step.name, step.tabbed.out_of_order) for step in steps if step.tabbed.out_of_order] == []
    assert [(step.name, step.tabbed.upwards) for step in steps if step.tabbed.upwards] == []


def test_no_part_of_a_page_holds_the_focus_back(steps: list[Step]) -> None:
    assert [(step.name, step.tabbed.unreached) for step in steps if step.tabbed.unreached] == []


def test_what_leads_on_says_where(steps: list[Step]) -> None:
    empty = [(step.name, name) for step in steps for name, _ in step.names if name.lower() in {"", *SAYS_NOTHING}]
    assert empty == []


def test_two_of_the_same_name_lead_to_the_same_place(steps: list[Step]) -> None:
    """Who goes from link to link, or from button to button, hears the names alone."""
    alike = []
    for step in steps:
        purposes: dict[str, set[str]] = {}
        for name, purpose in step.names:
            purposes.setdefault(name, set()).add(purpose)
        alike += [(step.name, name, led) for name, led in purposes.items() if len(led) > 1]
    assert alike == []


def test_nothing_is_cut_off_at_double_size(steps: list[Step]) -> None:
    assert [(step.name, step.cut_off) for step in steps if step.cut_off] == []
