"""Each kind of page looks as it did when that was accepted. What changed is shown as a picture."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from carrywell.model.text import LANGUAGES
from tests.journeys.pages_side_by_side import FOLDER, JOURNEYS
from tests.journeys.reference import (
    DIFFERENCES,
    DIGESTS,
    KEPT,
    MOST_BYTES,
    Window,
    digest,
    every_picture,
    file_name,
    fingerprint,
    new_page,
    on_a_fixed_day,
)
from tests.lib.screen_pictures import compare, with_few_colours

MOST_BYTES_OF_JOURNEYS = 2_200_000
MOST_DIFFERING = 1 / 20_000  # of the pixels: a third of a word on a screen
RENEW = "python -m tests.journeys.reference --accept"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = new_page(browser)
    with on_a_fixed_day():
        yield opened
    opened.context.close()


@pytest.fixture(scope="module")
def same_letters(page: Page, site: str) -> bool:
    """Whether this machine draws letters as the one did that the pictures are from."""
    kept, fresh = (KEPT / "fingerprint.png").read_bytes(), fingerprint(page, site)
    if kept == fresh:
        return True
    found = compare(page, kept, fresh)
    return found.sizes[0] == found.sizes[1] and found.share == 0


@pytest.fixture(scope="module")
def window(page: Page, site: str, same_letters: bool) -> Window:
    return Window(page, site)


@pytest.mark.parametrize(("name", "scheme"), every_picture(), ids=str)
def test_the_page_looks_as_accepted(
    window: Window, same_letters: bool, name: str, scheme: Literal["light", "dark"]
) -> None:
    if not same_letters:
        pytest.skip("this machine draws letters otherwise than the one that the reference pictures are from")
    kept = KEPT / file_name(name, scheme)
    assert kept.exists(), f"a new page: {RENEW}"
    taken = window.take(name, scheme)
    if digest(taken) == json.loads(DIGESTS.read_text(encoding="utf-8")).get(kept.name):
        return
    found = compare(window.page, kept.read_bytes(), with_few_colours(window.page, taken))
    if found.share > MOST_DIFFERING:
        shown = _kept_to_look_at(kept.name, found.sheet)
        raise AssertionError(
            f"{name} by {scheme} looks otherwise than accepted: {found.share:.2%} of it, sizes {found.sizes}. "
            f"Look at {shown} (old, new, difference). If it is meant to: {RENEW}"
        )


def _kept_to_look_at(name: str, sheet: bytes) -> Path:
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    path = DIFFERENCES / name
    path.write_bytes(sheet)
    return path.relative_to(DIFFERENCES.parents[1])


def test_the_pictures_are_those_of_the_pages_and_stay_small() -> None:
    kept = {path.name: path.stat().st_size for path in KEPT.iterdir()}
    pictures = {"fingerprint.png", *(file_name(*one) for one in every_picture())}
    assert set(kept) == {*pictures, DIGESTS.name}, RENEW
    assert sum(kept.values()) < MOST_BYTES


def test_the_documents_show_each_journey_in_each_language() -> None:
    shown = {f"{journey}-{language}.webp" for journey in JOURNEYS for language in LANGUAGES}
    kept = {path.name: path.stat().st_size for path in FOLDER.iterdir()}
    assert set(kept) == shown, "make pictures"
    assert sum(kept.values()) < MOST_BYTES_OF_JOURNEYS
    page = (FOLDER.parents[1] / "explanation" / "journeys.md").read_text(encoding="utf-8")
    assert set(re.findall(r"images/journeys/([\w.-]+)", page)) == shown


def test_a_changed_word_and_a_changed_colour_are_seen(page: Page, site: str) -> None:
    """Else the comparison above could never fail."""
    page.emulate_media(color_scheme="light")
    page.goto(site)
    before = with_few_colours(page, page.screenshot())
    assert compare(page, before, with_few_colours(page, page.screenshot())).share == 0
    page.evaluate("() => { document.querySelector('h1').style.color = '#8f2f5e'; }")
    assert compare(page, before, with_few_colours(page, page.screenshot())).share > MOST_DIFFERING
    page.goto(site)
    page.evaluate("() => { document.querySelector('.cw-lead').firstChild.data += ' now'; }")
    changed = compare(page, before, with_few_colours(page, page.screenshot()))
    assert changed.share > MOST_DIFFERING
    assert changed.sheet.startswith(b"\x89PNG")
