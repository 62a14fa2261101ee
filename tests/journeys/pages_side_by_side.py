"""The pages of each journey side by side, in each language, at the width of a phone: for the documents.

`make pictures` makes them anew from the running site, with the pages of tests/lib/site_pages.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser

from carrywell.model.text import LANGUAGES
from tests.journeys.readings import DAY, comes_to, signed_in
from tests.lib.browser import ROOT, chromium
from tests.lib.diary_site import DiarySite, diary_site
from tests.lib.site_pages import every_page

FOLDER = ROOT / "docs" / "images" / "journeys"
JOURNEYS: Mapping[str, Sequence[str]] = {
    "way": ("start", "weeks", "list", "where, said", "changes", "self_care"),
    "after": ("ended", "ended, wrong", "once more", "day", "cautions"),
    "levels": ("emergency_now", "same_day_maternity", "same_day_gp_or_ed", "within_2_days", "routine"),
    "private": ("private", "private result", "when to call"),
    "plan": ("topic", "week", "exercise of her week", "my day"),
    "partner": ("send to partner", "partner", "report"),
    "reading": ("help today", "claims", "exercise", "baby task", "load task"),
    "diary": ("keep in the diary", "diary", "diary, week", "diary, calendar", "diary, rights"),
    "account": ("account, sign in", "account, sign up", "account, passkeys", "account, codes", "offline"),
}
_TALLEST_PX, _GAP_PX, _SCALE, _QUALITY = 1800, 16, 0.6, 55
_GROUND = "#9aa3a5"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as folder,
        chromium() as browser,
        diary_site(Path(folder), DAY, accounts=True, languages=LANGUAGES) as site,
    ):
        for language in LANGUAGES:
            taken = _pages(browser, site, language)
            for journey, names in JOURNEYS.items():
                sheet = _side_by_side([taken[name] for name in names])
                sheet.save(FOLDER / f"{journey}-{language}.webp", quality=_QUALITY, method=6)


def _pages(browser: Browser, site: DiarySite, language: str) -> dict[str, Image.Image]:
    """Each from its top, as far as a sheet has room."""
    wanted = {name for names in JOURNEYS.values() for name in names}
    she, taken = signed_in(browser, site, language), dict[str, Image.Image]()
    for page in every_page():
        if page.name not in wanted:
            continue
        comes_to(she, page)
        shown = Image.open(io.BytesIO(she.page.screenshot(full_page=True, animations="disabled"))).convert("RGB")
        taken[page.name] = shown.crop((0, 0, shown.width, min(shown.height, _TALLEST_PX)))
    she.page.context.close()
    return taken


def _side_by_side(pages: Sequence[Image.Image]) -> Image.Image:
    shown = [page.resize((round(page.width * _SCALE), round(page.height * _SCALE)), Image.LANCZOS) for page in pages]
    size = (sum(one.width + _GAP_PX for one in shown) + _GAP_PX, max(one.height for one in shown) + 2 * _GAP_PX)
    sheet, left = Image.new("RGB", size, _GROUND), _GAP_PX
    for one in shown:
        sheet.paste(one, (left, _GAP_PX))
        left += one.width + _GAP_PX
    return sheet
