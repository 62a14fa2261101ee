"""What a page is to someone who measures it: names, sizes, order, width, and what is seen where colours are taken away.

Everything is unfolded first, so that what is folded away is measured too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Page

from tests.lib.browser import PHONE, axe_violations

LEAST_TARGET = 24  # WCAG 2.5.8
LEAST_ANSWER = 44  # our own measure for what she answers with
SMALLEST_PHONE = {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": False}  # WCAG 1.4.10, reflow
ENLARGED = {"width": 640, "height": 512, "deviceScaleFactor": 2, "mobile": False}  # 1280 by 1024 at 200 %

# A link within a sentence has the height of its line (the exception of WCAG 2.5.8); the skip link shows only while it
# has the focus; a place on the figure is the label of a check box below it. `stirs`: what moves of itself.
_MEASURED = """([leastTarget, leastAnswer]) => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const told = it => `${it.tagName.toLowerCase()}.${it.className} "${(it.textContent || it.id).trim().slice(0, 40)}"`;
  const size = it => [it.getBoundingClientRect().width, it.getBoundingClientRect().height].map(Math.round);
  const seen = it => it.checkVisibility() && !it.matches('.nhsuk-skip-link, .cw-enter');
  const inSentence = it => it.tagName === 'A' && it.parentElement.textContent.trim() !== it.textContent.trim()
    && !it.closest('nav, .cw-header');
  const isAnswer = it => it.matches('main .nhsuk-button, main input[type=radio], main input[type=checkbox]');
  const targets = [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')].filter(seen);
  const labelled = it => (it.getAttribute('aria-labelledby') || '').split(' ')
    .map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim();
  const name = it => (it.getAttribute('aria-label') || labelled(it) || it.textContent.trim()
    || [...(it.labels || [])].map(label => label.textContent.trim()).join(' ')).replace(/\\s+/g, ' ');
  const purpose = (it, number) => it.tagName === 'A' ? it.href
    : it.tagName === 'SUMMARY' ? `unfolds ${number}` : [it.form?.elements.page?.value, it.name, it.value].join();
  const moving = it => {
    const style = getComputedStyle(it);
    return style.animationName !== 'none' || style.transitionDuration.split(',').some(one => parseFloat(one) > 0);
  };
  return {
    title: document.title,
    headings: [...document.querySelectorAll('h1')].map(it => it.textContent),
    errors: [...document.querySelectorAll('.nhsuk-error-summary, .nhsuk-error-message')].filter(seen).length,
    targets: targets.length,
    weight: performance.getEntriesByType('navigation')[0].encodedBodySize,
    nameless: targets.filter(it => !name(it)).map(told),
    leads: targets.filter(it => it.matches('a[href], button, summary'))
      .filter(it => !it.closest('[aria-hidden=true], .cw-sources'))
      .map((it, number) => [name(it), purpose(it, number)]),
    small: targets.filter(it => !inSentence(it)
      && Math.min(...size(it)) < (isAnswer(it) ? leastAnswer : leastTarget)).map(it => `${told(it)} ${size(it)}`),
    broken: [...document.querySelectorAll('a[href^="#"]')].filter(it => !document.querySelector(it.hash)).map(told),
    stirs: [...document.querySelectorAll('body, body *')].filter(moving).map(told).slice(0, 5),
    reads: document.documentElement.dir,
    turned: [...document.querySelectorAll('main svg')].filter(it => it.getScreenCTM().a < 0).map(told),
  };
}"""
# What makes the page scroll to the side, and what is cut off at its edge or by what holds it.
_TOO_WIDE = """() => {
  const told = it => `${it.tagName.toLowerCase()}.${it.className} "${it.textContent.trim().slice(0, 40)}"`;
  const page = document.documentElement;
  const stands = [...document.querySelectorAll('main *, header *, footer *')].filter(it => it.checkVisibility()
    && it.textContent.trim() && !it.closest('.nhsuk-u-visually-hidden, .cw-enter, .cw-tap, .cw-wide, svg'));
  const outside = it => {
    const box = it.getBoundingClientRect();
    const hides = getComputedStyle(it).overflowX !== 'visible' && it.scrollWidth > it.clientWidth + 1;
    return box.width > 0 && (box.left < -1 || box.right > innerWidth + 1 || (hides && it.tagName !== 'INPUT'));
  };
  const scrolls = page.scrollWidth > innerWidth ? [`scrolls: ${page.scrollWidth} in ${innerWidth}`] : [];
  return [...scrolls, ...stands.filter(outside).map(told).slice(0, 5)];
}"""
# Each stop of Tab in turn: whether the focus is seen on it, its label or a drawn part; whether one stands above the
# one before; whether a place in the order was given that is not the page's own. Last, what is chosen and does not look
# it, and what is drawn with a background alone.
_FOCUS_AND_CHOICE = """() => {
  const told = it => `${it.tagName.toLowerCase()}.${it.className} "${(it.textContent || it.id).trim().slice(0, 40)}"`;
  const drawn = (part, pseudo) => {
    const style = getComputedStyle(part, pseudo);
    if (style.display === 'none' || style.opacity === '0') return '';
    const outline = style.outlineStyle === 'none' || style.outlineWidth === '0px' ? '' : style.outline;
    const border = style.borderWidth === '0px' ? '' : `${style.borderWidth} ${style.borderColor}`;
    return [outline, style.boxShadow, style.backgroundColor, border].join();
  };
  const look = it => [it, ...(it.labels || []), ...it.children]
    .map(part => [drawn(part), drawn(part, '::before'), drawn(part, '::after')].join()).join();
  const wanted = 'a[href], button, summary, input:not([type=hidden]), textarea, [tabindex]';
  const stops = [...document.querySelectorAll(wanted)]
    .filter(it => it.tabIndex >= 0 && !it.disabled && it.checkVisibility() && !it.matches('.nhsuk-skip-link'));
  document.activeElement?.blur();
  const unseen = [], upwards = [];
  let before = null;
  for (const it of stops) {
    const plain = look(it);
    it.focus({focusVisible: true});
    if (document.activeElement !== it || look(it) === plain) unseen.push(told(it));
    const box = it.getBoundingClientRect();
    if (before && box.bottom + scrollY <= before) upwards.push(told(it));
    before = box.top + scrollY;
    it.blur();
  }
  const choices = [...document.querySelectorAll('input[type=radio], input[type=checkbox]')];
  const unmarked = choices.filter(it => it.checkVisibility() && !it.disabled).filter(it => {
    const was = it.checked, plain = (it.checked = false, look(it));
    it.checked = true;
    const same = look(it) === plain;
    it.checked = was;
    return same;
  }).map(told);
  return {unseen, upwards, forced: stops.filter(it => it.tabIndex > 0).map(told), unmarked, stops: stops.length};
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """One page, everything unfolded. The lists name what is wrong, and are empty on a good page.

    `leads`: the name of each link, button and fold, and its purpose. `unseen`, `unmarked`: the focus, and what is
    chosen, that cannot be told; `unseen_in_two_colours` the same where the system has colours of its own (Windows'
    contrast themes). `weight`: bytes over the wire.
    """

    name: str
    title: str
    headings: list[str]
    errors: int
    targets: int
    weight: int
    nameless: list[str]
    leads: list[list[str]]
    small: list[str]
    broken: list[str]
    stirs: list[str]
    reads: str
    turned: list[str]
    wide_at_320: list[str]
    wide_at_zoom: list[str]
    axe: list[str] = field(default_factory=list)
    axe_at_night: list[str] = field(default_factory=list)
    keys: dict[str, Any] = field(default_factory=dict)
    keys_in_two_colours: dict[str, Any] = field(default_factory=dict)


def look_at(page: Page, name: str, by: Literal["widths", "all"] = "all") -> Look:
    """Measures the page as it stands, at the size of a phone, and leaves it at that size by day. With `widths` neither
    axe nor the focus is asked: for a page that was looked at in another language.
    """
    page.emulate_media(color_scheme="light", reduced_motion="reduce", forced_colors="none")
    measured = page.evaluate(_MEASURED, [LEAST_TARGET, LEAST_ANSWER])
    more: dict[str, Any] = {}
    if by == "all":
        more["axe"] = axe_violations(page)
        more["keys"] = page.evaluate(_FOCUS_AND_CHOICE)
    screens = {"wide_at_320": SMALLEST_PHONE, "wide_at_zoom": ENLARGED}
    widths = _too_wide(page, screens)
    if by == "all":
        page.emulate_media(color_scheme="dark")
        more["axe_at_night"] = axe_violations(page, only_colours=True)
        page.emulate_media(color_scheme="light", forced_colors="active")
        more["keys_in_two_colours"] = page.evaluate(_FOCUS_AND_CHOICE)
        page.emulate_media(forced_colors="none")
    return Look(name=name, **measured, **widths, **more)


def _too_wide(page: Page, screens: Mapping[str, dict[str, object]]) -> dict[str, list[str]]:
    devtools, wide = page.context.new_cdp_session(page), dict[str, list[str]]()
    for name, screen in screens.items():
        devtools.send("Emulation.setDeviceMetricsOverride", screen)
        wide[name] = page.evaluate(_TOO_WIDE)
    devtools.send("Emulation.setDeviceMetricsOverride", {**PHONE, "deviceScaleFactor": 1, "mobile": False})
    devtools.detach()
    return wide
