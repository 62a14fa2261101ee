"""Pictures of every kind of page, kept as reference: `python -m tests.journeys.reference --accept` renews them.

The pages are those of the style guide's list (carrywell.web.style_examples), at the width of a phone, by day and by
night. A test compares each with the page as it is now. Letters are drawn by the machine's own fonts, so the pictures
hold for a machine that draws `fingerprint.png` alike; elsewhere the comparison is skipped, and says so. `digests.json`
has the digest of each whole screenshot: where it is the same, nothing need be compared.

What a screen reader reads out on each page stands in readings.py.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Literal
from unittest.mock import patch

from playwright.sync_api import Browser, Page

from carrywell.app.engine import open_engine
from carrywell.web.style_examples import ADDRESSES, LEVELS, post_for
from tests.lib.browser import PHONE, ROOT, chromium, running_site
from tests.lib.screen_pictures import with_few_colours
from tests.lib.walker import SENDS

KEPT = Path(__file__).parent / "reference"
DIGESTS = KEPT / "digests.json"
DIFFERENCES = ROOT / "build" / "differences"
# One of each kind on the way through, and each level's result.
KINDS = (
    "start", "when to call", "help today", "not there", "baby care", "weeks", "weeks, wrong", "ended", "list",
    "once more", "where, said", "changes", "day", "private", "private result", *LEVELS, "send to partner", "partner",
)  # fmt: skip
_OPENED_BY_LINK = {"partner": "send to partner"}  # a page, and the one on which its link stands
MOST_BYTES = 1_800_000
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
DAY = date(2026, 3, 2)  # a result names the day to look again
# The versions at the foot of each page change more often than its looks; the start page keeps them.
_WITHOUT_FOOT = ".cw-footer { display: none } #link { color: transparent !important }"  # no link is signed alike twice
_LETTERS = "Carrywell fights: 0123456789 Qq Jj ß Ä é “quoted” ½ – 你好"


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


def new_page(browser: Browser) -> Page:
    """Past the site's own policy, which would refuse the style that takes the footer away."""
    return browser.new_context(viewport=PHONE, device_scale_factor=1, bypass_csp=True).new_page()


@dataclass
class Window:
    """A page of the site at a time, at the width of a phone; opened once for all that is asked of it."""

    page: Page
    site: str
    """The site's address, with the language in it."""
    _shows: str = ""

    def opens(self, name: str) -> None:
        if name == self._shows:
            return
        if name == "start":  # which would offer to go on with the page before
            self.page.goto(f"{self.site}/")
            self.page.evaluate("sessionStorage.clear()")
        if name in ADDRESSES:
            self.page.goto(self.site + ADDRESSES[name])
        else:
            self._posts(_OPENED_BY_LINK.get(name, name))
        if name in _OPENED_BY_LINK:
            self.page.goto(self.page.locator("#link").input_value())
        self._shows = name

    def _posts(self, name: str) -> None:
        if not self.page.url.startswith(self.site):
            self.page.goto(f"{self.site}/when-to-call")
        with self.page.expect_navigation():
            self.page.evaluate(SENDS, [f"{self.site}/check", post_for(name, open_engine())])

    def take(self, name: str, scheme: Literal["light", "dark"]) -> bytes:
        """The page as it looks now, a PNG."""
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        self.opens(name)
        style = "" if name == "start" else _WITHOUT_FOOT
        return self.page.screenshot(full_page=True, animations="disabled", style=style)


def digest(picture: bytes) -> str:
    return sha256(picture).hexdigest()[:16]


def fingerprint(page: Page, site: str) -> bytes:
    """A line of letters in the page's own font, as this machine draws them."""
    page.emulate_media(color_scheme="light")
    page.goto(site)
    page.evaluate("letters => { document.querySelector('main').textContent = letters; }", _LETTERS)
    return with_few_colours(page, page.locator("main").screenshot())


def accept() -> None:
    """Renews every picture, and takes away those of pages that are no more."""
    KEPT.mkdir(exist_ok=True)
    names = {"fingerprint.png", DIGESTS.name}
    with on_a_fixed_day(), running_site() as site, chromium() as browser:
        page = new_page(browser)
        (KEPT / "fingerprint.png").write_bytes(fingerprint(page, site))
        window, digests = Window(page, site), dict[str, str]()
        for name, scheme in every_picture():
            taken = window.take(name, scheme)
            names.add(file_name(name, scheme))
            digests[file_name(name, scheme)] = digest(taken)
            (KEPT / file_name(name, scheme)).write_bytes(with_few_colours(page, taken))
        DIGESTS.write_text(json.dumps(digests, indent=1) + "\n", encoding="utf-8")
    for path in KEPT.iterdir():
        if path.name not in names:
            path.unlink()
    print(f"{len(names)} files, {sum(path.stat().st_size for path in KEPT.iterdir()) / 1000:.0f} kB")


if __name__ == "__main__":
    if sys.argv[1:] != ["--accept"]:
        sys.exit("python -m tests.journeys.reference --accept   takes every picture anew")
    accept()
