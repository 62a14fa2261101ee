"""Pictures of every kind of page, kept as reference: `python -m tests.journeys.reference --accept` renews them.

The pages are those of the style guide's list (carrywell.web.style_examples), at the width of a phone, by day and by
night. A test compares each with the page as it is now. Letters are drawn by the machine's own fonts, so the pictures
hold for a machine that draws `fingerprint.png` alike; elsewhere the comparison is skipped, and says so.

Beside them stands, for some pages, what a screen reader reads out and in which order. In another language the words
differ; the order and the kinds of parts do not, so that one reference in English serves them all.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Literal
from unittest.mock import patch

from playwright.sync_api import Browser, Page

from carrywell.app.engine import open_engine
from carrywell.web.style_examples import ADDRESSES, LEVELS, post_for
from tests.lib.browser import PHONE, ROOT, chromium, running_site
from tests.lib.screen_pictures import with_few_colours

KEPT = Path(__file__).parent / "reference"
DIFFERENCES = ROOT / "build" / "differences"
# One of each kind on the way through, and each level's result.
KINDS = (
    "start", "when to call", "help today", "not there", "baby care", "weeks", "weeks, wrong", "ended", "list",
    "once more", "where, said", "changes", "day", "private", "private result", *LEVELS, "send to partner", "partner",
)  # fmt: skip
READ_OUT = ("start", "list", "where", "private", "private result", "emergency_now", "self_care", "partner")
_OPENED_BY_LINK = {"partner": "send to partner"}  # a page, and the one on which its link stands
MOST_BYTES = 1_800_000
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
DAY = date(2026, 3, 2)  # a result names the day to look again
# The versions at the foot of each page change more often than its looks; the start page keeps them.
_WITHOUT_FOOT = ".cw-footer { display: none } #link { color: transparent !important }"  # no link is signed alike twice
_LETTERS = "Carrywell fights: 0123456789 Qq Jj ß Ä é “quoted” ½ – 你好"
_SENDS = """([action, fields]) => {
  const form = Object.assign(document.createElement('form'), {method: 'post', action});
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}));
  }
  document.body.append(form);
  form.submit();
}"""


class FixedDay(date):
    """The clock of the site while its picture is taken."""

    @classmethod
    def today(cls) -> date:  # type: ignore[override]
        return DAY


@contextmanager
def on_a_fixed_day() -> Iterator[None]:
    with patch("carrywell.web.clock.date", FixedDay):
        yield


def file_name(page: str, scheme: str) -> str:
    return f"{page.replace(', ', '-').replace(' ', '-').replace('_', '-')}-{scheme}.png"


def every_picture() -> list[tuple[str, Literal["light", "dark"]]]:
    return [(page, scheme) for page in KINDS for scheme in SCHEMES]


def window(browser: Browser) -> Page:
    """Past the site's own policy, which would refuse the style that takes the footer away."""
    return browser.new_context(viewport=PHONE, device_scale_factor=1, bypass_csp=True).new_page()


def reading_name(page: str) -> str:
    return f"{page.replace(' ', '-').replace('_', '-')}.txt"


def opens(page: Page, site: str, name: str) -> None:
    """`site`: its address, with the language in it."""
    if name == "start":  # which would offer to go on with the page before
        page.goto(f"{site}/")
        page.evaluate("sessionStorage.clear()")
    page.goto(site + ADDRESSES.get(name, "/when-to-call"))
    if name not in ADDRESSES:
        with page.expect_navigation():
            fields = post_for(_OPENED_BY_LINK.get(name, name), open_engine())
            page.evaluate(_SENDS, [f"{site}/check", fields])
    if name in _OPENED_BY_LINK:
        page.goto(page.locator("#link").input_value())


def read_out(page: Page, site: str, name: str) -> str:
    """What a screen reader meets in the page's main part, line by line; addresses are not read out."""
    opens(page, site, name)
    lines = page.locator("main").aria_snapshot().splitlines()
    return "".join(f"{line}\n" for line in lines if not line.strip().startswith("- /url:"))


def parts_of(reading: str) -> list[str]:
    """The kind and depth of each part, without its words."""
    return ["".join(found) for found in re.findall(r"^( *- )'?([a-z]+)", reading, re.MULTILINE)]


def take(page: Page, site: str, name: str, scheme: Literal["light", "dark"]) -> bytes:
    """The page as it looks now, with few colours, a PNG."""
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    opens(page, site, name)
    shown = page.screenshot(full_page=True, animations="disabled", style="" if name == "start" else _WITHOUT_FOOT)
    return with_few_colours(page, shown)


def fingerprint(page: Page, site: str) -> bytes:
    """A line of letters in the page's own font, as this machine draws them."""
    page.emulate_media(color_scheme="light")
    page.goto(site)
    page.evaluate("letters => { document.querySelector('main').textContent = letters; }", _LETTERS)
    return with_few_colours(page, page.locator("main").screenshot())


def accept() -> None:
    """Renews every picture and every reading, and takes away those of pages that are no more."""
    KEPT.mkdir(exist_ok=True)
    names = {"fingerprint.png"}
    with on_a_fixed_day(), running_site() as site, chromium() as browser:
        page = window(browser)
        (KEPT / "fingerprint.png").write_bytes(fingerprint(page, site))
        for name, scheme in every_picture():
            names.add(file_name(name, scheme))
            (KEPT / file_name(name, scheme)).write_bytes(take(page, site, name, scheme))
        for name in READ_OUT:
            names.add(reading_name(name))
            (KEPT / reading_name(name)).write_text(read_out(page, site, name), encoding="utf-8")
    for path in KEPT.iterdir():
        if path.name not in names:
            path.unlink()
    print(f"{len(names)} pictures and readings, {sum(path.stat().st_size for path in KEPT.iterdir()) / 1000:.0f} kB")


if __name__ == "__main__":
    if sys.argv[1:] != ["--accept"]:
        sys.exit("python -m tests.journeys.reference --accept   takes every picture and reading anew")
    accept()
