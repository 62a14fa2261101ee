"""`make shots`: screenshots of the way through, at phone and desk width, light and dark, to look at.

With `docs` as the folder, the pages of each width and scheme are set side by side in one small picture for the
documents: docs/images/way-390-light.png and so on; and the pages of each journey in both languages (see
pages_side_by_side).
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PIL import Image
from playwright.sync_api import Page

from tests.journeys import pages_side_by_side
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


SIZES = (("390", PHONE), ("1280", DESK))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
IN_DOCS = ROOT / "docs" / "images"
_GAP_PX, _COLOURS = 24, 40
_SCALE = {"390": 0.6, "1280": 0.4}


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with running_site() as site, chromium() as browser:
        for width, size in SIZES:
            for scheme in SCHEMES:
                page = browser.new_context(viewport=size, color_scheme=scheme).new_page()
                _whole_way(Walker(page, site), folder, f"{width}-{scheme}")
                _urgent(Walker(page, site), folder, f"{width}-{scheme}")


def for_the_documents() -> None:
    with TemporaryDirectory() as folder:
        main(Path(folder))
        for width, _ in SIZES:
            for scheme in SCHEMES:
                pages = [path for path in sorted(Path(folder).glob(f"*-{width}-{scheme}.png")) if _on_the_way(path)]
                _side_by_side(pages, _SCALE[width]).save(IN_DOCS / f"way-{width}-{scheme}.png", optimize=True)
        result = next(Path(folder).glob("*-result-390-light.png"))
        _few_colours(Image.open(result).convert("RGB")).save(IN_DOCS / "result-390.png", optimize=True)


def _side_by_side(pages: Sequence[Path], scale: float) -> Image.Image:
    pictures = [Image.open(page).convert("RGB") for page in pages]
    shown = [one.resize((round(one.width * scale), round(one.height * scale))) for one in pictures]
    size = (sum(one.width + _GAP_PX for one in shown) + _GAP_PX, max(one.height for one in shown) + 2 * _GAP_PX)
    sheet = Image.new("RGB", size, "#9aa3a5")
    left = _GAP_PX
    for one in shown:
        sheet.paste(one, (left, _GAP_PX))
        left += one.width + _GAP_PX
    return _few_colours(sheet)


def _on_the_way(path: Path) -> bool:
    return not any(name in path.name for name in ("fitted", "cautions", "day", "private"))


def _few_colours(picture: Image.Image) -> Image.Image:
    return picture.quantize(_COLOURS, dither=Image.Dither.NONE)


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
    if sys.argv[1:] == ["docs"]:
        for_the_documents()
        pages_side_by_side.main()
    else:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "shots")
