"""What a screen reader reads out on every page, and in which order: `python -m tests.journeys.readings --accept`
renews it.

In another language the words differ; the order and the kinds of parts do not, so one reading in English serves them
all.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from tests.lib.browser import PHONE, chromium
from tests.lib.diary_site import DiarySite, diary_site
from tests.lib.site_pages import SitePage, every_page
from tests.lib.walker import Walker

DAY = date(2026, 11, 2)
KEPT = Path(__file__).parent / "readings"
# What is drawn anew each time: a link that is signed, and the codes for a lost phone.
_DRAWN = re.compile(r"(https?://localhost)\S*|\b[0-9a-f]{8}\b")


def signed_in(browser: Browser, site: DiarySite, language: str) -> Walker:
    """The woman of this language with a full diary, at the size of a phone."""
    address = site.address.replace("127.0.0.1", "localhost")  # a passkey belongs to a name
    context = browser.new_context(viewport=PHONE)
    context.add_cookies([{"name": "carrywell", "value": site.signed_in[language], "url": address}])
    return Walker(context.new_page(), address, language)


def reading_of(page: Page) -> str:
    """The page's main part, line by line; addresses are not read out."""
    lines = page.locator("main").aria_snapshot().splitlines()
    read = "".join(f"{line}\n" for line in lines if not line.strip().startswith("- /url:"))
    return _DRAWN.sub(lambda found: f"{found[1]}/…" if found[1] else "…", read)


def comes_to(she: Walker, page: SitePage) -> None:
    """And waits for the timer, which a script puts there."""
    page.comes(she)
    if she.page.locator(".cw-timer").count():
        she.page.locator(".cw-timer").wait_for()


def parts_of(reading: str) -> list[str]:
    """The kind and depth of each part, without its words."""
    return ["".join(found) for found in re.findall(r"^( *- )'?([a-z]+)", reading, re.MULTILINE)]


def accept() -> None:
    """Renews every reading, and takes away those of pages that are no more."""
    KEPT.mkdir(exist_ok=True)
    for path in KEPT.iterdir():
        path.unlink()
    with (
        TemporaryDirectory() as folder,
        chromium() as browser,
        diary_site(Path(folder), DAY, accounts=True, languages=["en"]) as site,
    ):
        she = signed_in(browser, site, "en")
        for page in every_page():
            comes_to(she, page)
            (KEPT / page.file).write_text(reading_of(she.page), encoding="utf-8")
    print(f"{len(list(KEPT.iterdir()))} readings, {sum(path.stat().st_size for path in KEPT.iterdir()) / 1000:.0f} kB")


if __name__ == "__main__":
    if sys.argv[1:] != ["--accept"]:
        sys.exit("python -m tests.journeys.readings --accept   reads every page anew")
    accept()
