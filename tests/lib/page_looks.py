"""What a page looks like to someone who measures it: names, sizes, headings, width, and what axe finds."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.lib.browser import PHONE, axe_violations

SMALLEST_PHONE = 320  # WCAG 1.4.10, reflow: the width at which nothing may need scrolling to the side
LEAST_TARGET = 24  # WCAG 2.5.8
LEAST_ANSWER = 44  # our own measure for what she answers with

# Unfolds everything first, so that what is folded away is measured too. A link within a sentence has the height of its
# line (the exception of WCAG 2.5.8); the skip link shows only while it has the focus.
_LOOK = """([leastTarget, leastAnswer]) => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const told = it => `${it.tagName.toLowerCase()}.${it.className} "${(it.textContent || it.id).trim().slice(0, 40)}"`;
  const size = it => [it.getBoundingClientRect().width, it.getBoundingClientRect().height].map(Math.round);
  const seen = it => it.checkVisibility() && !it.matches('.nhsuk-skip-link, .cw-enter');
  const inSentence = it => it.tagName === 'A' && it.parentElement.textContent.trim() !== it.textContent.trim()
    && !it.closest('nav, .cw-header');
  const isAnswer = it => it.matches('main .nhsuk-button, main input[type=radio], main input[type=checkbox]');
  const targets = [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')].filter(seen);
  const name = it => it.getAttribute('aria-label') || it.textContent.trim()
    || [...(it.labels || [])].map(label => label.textContent.trim()).join(' ');
  return {
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map(it => it.textContent),
    errors: document.querySelectorAll('.nhsuk-error-summary, .nhsuk-error-message').length,
    targets: targets.length,
    nameless: targets.filter(it => !name(it)).map(told),
    small: targets.filter(it => !inSentence(it)
      && Math.min(...size(it)) < (isAnswer(it) ? leastAnswer : leastTarget)).map(it => `${told(it)} ${size(it)}`),
    broken: [...document.querySelectorAll('a[href^="#"]')].filter(it => !document.querySelector(it.hash)).map(told),
  };
}"""
_TOO_WIDE = """() => document.documentElement.scrollWidth > innerWidth
  ? [...document.querySelectorAll('body *')].filter(it => it.getBoundingClientRect().right > innerWidth + 1)
      .map(it => `${it.tagName.toLowerCase()}.${it.className}`).slice(0, 5).concat('scrolls')
  : []"""


@dataclass(frozen=True, slots=True)
class Look:
    """One page, everything unfolded. The lists name what is wrong, and are empty on a good page."""

    name: str
    title: str
    headings: list[str]
    errors: int
    targets: int
    nameless: list[str]
    small: list[str]
    broken: list[str]
    axe: list[str]
    wide_at_320: list[str]
    wide_at_zoom: list[str]


def look_at(page: Page, name: str) -> Look:
    """Measures the page as it stands, at the size of a phone, and leaves it at that size."""
    measured = page.evaluate(_LOOK, [LEAST_TARGET, LEAST_ANSWER])
    axe = axe_violations(page)
    page.set_viewport_size({"width": SMALLEST_PHONE, "height": 640})
    narrow = page.evaluate(_TOO_WIDE)
    zoomed = _at_double_zoom(page)
    page.set_viewport_size(PHONE)
    return Look(name=name, axe=axe, wide_at_320=narrow, wide_at_zoom=zoomed, **measured)


def _at_double_zoom(page: Page) -> list[str]:
    """A desk of 1280 by 900 at 200 %: half the pixels of the page, each twice as large."""
    devtools = page.context.new_cdp_session(page)
    zoom = {"width": 640, "height": 450, "deviceScaleFactor": 2, "mobile": False}
    devtools.send("Emulation.setDeviceMetricsOverride", zoom)
    wide: list[str] = page.evaluate(_TOO_WIDE)
    devtools.send("Emulation.clearDeviceMetricsOverride")
    devtools.detach()
    return wide
