"""Every component in every state, as a browser shows it: axe finds nothing in it, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from django.test import override_settings
from playwright.sync_api import Browser, Page

from carrywell.web.style_examples import every_example
from tests.lib.browser import AXE, PHONE

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
EXAMPLES = [id_ for id_, _, _ in every_example()]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What is wrong, by the example in which it stands; "" for the page around them.
_AXE = """async tags => {
  const found = await axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false});
  return found.violations.flatMap(rule => rule.nodes.map(node => {
    const stands = document.querySelector(node.target[0])?.closest('section.cw-line');
    return [stands?.id ?? '', `${rule.id}: ${rule.help} at ${node.target}`];
  }));
}"""

# Of the folds that stand on the same ground one is looked at.
_UNREADABLE = """async () => {
  const wrong = [], grounds = new Set();
  for (const it of document.querySelectorAll('details:not([open]) > summary')) {
    const ground = [it.closest('.nhsuk-card')?.className, it.parentElement.className].join();
    if (!it.checkVisibility() || grounds.has(ground)) continue;
    grounds.add(ground);
    it.focus();
    const found = await axe.run(it, {runOnly: ['color-contrast'], resultTypes: ['violations'], preload: false});
    if (found.violations.length) wrong.push(it.textContent);
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def guide(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    with override_settings(DEVELOPMENT=True):
        page.goto(f"{site}/style")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    yield page
    context.close()


@pytest.fixture(scope="module")
def wrong(guide: Page) -> dict[tuple[str, str], list[str]]:
    """What axe finds, by colour scheme and example."""
    found: dict[tuple[str, str], list[str]] = {}
    for scheme in SCHEMES:
        guide.emulate_media(color_scheme=scheme)
        for stands, says in guide.evaluate(_AXE, TAGS):
            found.setdefault((scheme, stands), []).append(says)
    return found


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("example", ["", *EXAMPLES])
def test_axe_finds_nothing(wrong: dict[tuple[str, str], list[str]], example: str, scheme: str) -> None:
    assert wrong.get((scheme, example), []) == []


@pytest.mark.parametrize("example", EXAMPLES)
def test_it_is_shown_and_fits_a_phone(guide: Page, example: str) -> None:
    box = guide.locator(f"[id='{example}'] form > *").first.bounding_box()
    assert box is not None
    assert box["width"] > 0
    assert box["height"] > 0
    assert box["x"] + box["width"] <= PHONE["width"]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_what_unfolds_can_be_read_with_the_focus_on_it(guide: Page, scheme: Literal["light", "dark"]) -> None:
    """The yellow of the focus is the same by night: on the dark card too its words must stay dark."""
    guide.emulate_media(color_scheme=scheme)
    folds = guide.locator("details:not([open]) > summary:visible")
    assert folds.count() > 6
    assert guide.evaluate(_UNREADABLE) == []


def test_the_colours_of_day_and_night_differ(guide: Page) -> None:
    """Else the two schemes above would be one."""
    papers = set()
    for scheme in SCHEMES:
        guide.emulate_media(color_scheme=scheme)
        papers.add(guide.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(papers) == 2
