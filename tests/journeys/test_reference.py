"""Each kind of page looks, and is read out, as it did when that was accepted. What changed is shown as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from carrywell.model.text import LANGUAGES
from carrywell.web.language import root_of
from tests.journeys.reference import (
    DIFFERENCES,
    KEPT,
    MOST_BYTES,
    READ_OUT,
    every_picture,
    file_name,
    fingerprint,
    on_a_fixed_day,
    parts_of,
    read_out,
    reading_name,
    take,
    window,
)
from tests.lib.screen_pictures import compare, with_few_colours

MOST_DIFFERING = 1 / 20_000  # of the pixels: a third of a word on a screen
RENEW = "python -m tests.journeys.reference --accept"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = window(browser)
    with on_a_fixed_day():
        yield opened
    opened.context.close()


@pytest.fixture(scope="module")
def same_letters(page: Page, site: str) -> bool:
    """Whether this machine draws letters as the one did that the pictures are from."""
    kept = (KEPT / "fingerprint.png").read_bytes()
    found = compare(page, kept, fingerprint(page, site))
    return found.sizes[0] == found.sizes[1] and found.share == 0


@pytest.mark.parametrize(("name", "scheme"), every_picture(), ids=str)
def test_the_page_looks_as_accepted(
    page: Page, site: str, same_letters: bool, name: str, scheme: Literal["light", "dark"]
) -> None:
    if not same_letters:
        pytest.skip("this machine draws letters otherwise than the one that the reference pictures are from")
    kept = KEPT / file_name(name, scheme)
    assert kept.exists(), f"a new page: {RENEW}"
    found = compare(page, kept.read_bytes(), take(page, site, name, scheme))
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


@pytest.mark.parametrize("name", READ_OUT)
def test_a_screen_reader_reads_the_page_as_accepted(page: Page, site: str, name: str) -> None:
    kept = KEPT / reading_name(name)
    assert kept.exists(), f"a new page: {RENEW}"
    assert read_out(page, site, name) == kept.read_text(encoding="utf-8"), f"if it is meant to: {RENEW}"


@pytest.mark.parametrize("other", LANGUAGES[1:])
@pytest.mark.parametrize("name", READ_OUT)
def test_in_another_language_the_same_parts_come_in_the_same_order(
    page: Page, site: str, name: str, other: str
) -> None:
    kept = (KEPT / reading_name(name)).read_text(encoding="utf-8")
    assert parts_of(read_out(page, f"{site}{root_of(other)}", name)) == parts_of(kept)
    assert page.locator("html").get_attribute("lang") == other


def test_the_pictures_are_those_of_the_pages_and_stay_small() -> None:
    kept = {path.name: path.stat().st_size for path in KEPT.iterdir()}
    pictures = {"fingerprint.png", *(file_name(*one) for one in every_picture())}
    assert set(kept) == {*pictures, *map(reading_name, READ_OUT)}, RENEW
    assert sum(kept.values()) < MOST_BYTES


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
