"""`make shots`: screenshots of the way through, at phone and desk width, to look at and for the documents."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Page

from tests.lib.browser import DESK, PHONE, ROOT, chromium, running_site
from tests.lib.walker import Walker

ORDINARY = {
    "worse_with:walking": "yes",
    "limp_harder_walking": "yes",
    "worse_with:standing_long": "yes",
    "worse_with:bending": "yes",
    "better_with:rest": "yes",
    "history:desk_work": "yes",
}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with running_site() as site, chromium() as browser:
        for name, size in (("390", PHONE), ("1280", DESK)):
            page = browser.new_context(viewport=size).new_page()
            _whole_way(Walker(page, site), folder, name)
            _urgent(Walker(page, site), folder, name)


def _shot(page: Page, folder: Path, name: str, width: str) -> None:
    page.screenshot(path=folder / f"{name}-{width}.png", full_page=True)


def _whole_way(she: Walker, folder: Path, width: str) -> None:
    she.page.goto(she.site)
    _shot(she.page, folder, "01-start", width)
    she.page.goto(f"{she.site}/when-to-call")
    _shot(she.page, folder, "02-when-to-call", width)
    she.starts()
    she.says_pregnant()
    _shot(she.page, folder, "03-pregnant", width)
    she.starts()
    she.says_ended()
    _shot(she.page, folder, "03-after", width)
    she.starts()
    she.is_pregnant("23")
    at = 4
    while (name := she.page_name) != "result":
        _shot(she.page, folder, f"{at:02}-{name.split('/')[1] if '/' in name else name}", width)
        she.answers_page(name, ORDINARY, ("low_back", "pelvis_back"))
        at += 1
    _shot(she.page, folder, f"{at:02}-result", width)
    she.fits_the_plan()
    while (name := she.page_name) != "result":
        at += 1
        _shot(she.page, folder, f"{at:02}-{name.split('/')[1] if '/' in name else name}", width)
        she.answers_page(name, ORDINARY, ("low_back", "pelvis_back"))
    _shot(she.page, folder, f"{at + 1:02}-result-fitted", width)


def _urgent(she: Walker, folder: Path, width: str) -> None:
    she.starts()
    she.is_pregnant("31")
    she.walks_to_the_result({"saddle_numbness": "yes"})
    _shot(she.page, folder, "40-emergency", width)
    she.starts()
    she.is_pregnant("31")
    she.walks_to_the_result({"fluid_leak": "yes"})
    _shot(she.page, folder, "41-today", width)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "shots")
