"""What must hold on every page of the site. Each is opened once in each language; each test then looks at all of them.

In English all of it is measured. In Chinese, and in the language that is written from right to left, the pages have the
same parts, so only what words and their direction can change is measured anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, get_resolver, resolve
from playwright.sync_api import Browser

from carrywell.app.engine import open_engine
from carrywell.knowledge.pseudo import RIGHT_TO_LEFT
from carrywell.model.text import LANGUAGES
from tests.journeys.readings import DAY, KEPT, comes_to, parts_of, reading_of, signed_in
from tests.lib.diary_site import DiarySite, diary_site
from tests.lib.english_left import has_english
from tests.lib.page_looks import Look, look_at
from tests.lib.site_pages import ELSEWHERE, NO_PAGE, SitePage, every_page
from tests.lib.walker import Walker

PAGES = every_page()
SPOKEN = (*LANGUAGES, RIGHT_TO_LEFT)
RENEW = "python -m tests.journeys.readings --accept"
SAYS_NOTHING = {"here", "click here", "more", "read more", "link", "button", "ok", "go", "this", "details", "next"}
MOST_BYTES = 15_000  # over the wire, of every page after the first
# What holds much on purpose: every claim, the whole plan, all that a partner or a week needs, for reading offline.
HEAVIER = {
    "claims": 45_000, "whole plan": 60_000, "partner": 22_000, "week": 22_000, "week, wrong": 22_000,
}  # fmt: skip
FOR_DEVELOPMENT = {"style"}  # pieces of pages, whose links led to other pieces
# In the right-to-left language each sentence that went through a voice stands between these two.
_SPOKEN = re.compile("\u202e[^\u202c]*\u202c")
# What she typed herself.
_HERS = re.compile("zebra|turning in bed|my phone|reads-ar-xb")
_WORDS = """() => {
  const quiet = '.cw-sources, [translate=no], [lang]:not(html), script, template, style, code';
  const texts = [...document.querySelectorAll('body, body *')].filter(it => !it.closest(quiet)).flatMap(it => [
    ...[...it.childNodes].filter(part => part.nodeType === 3).map(part => part.data),
    ...['aria-label', 'title', 'alt', 'placeholder'].map(name => it.getAttribute(name) ?? '')]);
  return texts.filter(text => text.trim());
}"""


@dataclass(frozen=True, slots=True)
class Seen:
    page: SitePage
    route: str
    language: str
    reading: str
    look: Look
    words: Sequence[str]


@pytest.fixture(scope="module")
def whole_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiarySite]:
    with diary_site(tmp_path_factory.mktemp("pages"), DAY, accounts=True, languages=SPOKEN) as running:
        yield running


@pytest.fixture(scope="module")
def seen(browser: Browser, whole_site: DiarySite) -> dict[str, list[Seen]]:
    return {spoken: list(_walk(browser, whole_site, spoken)) for spoken in SPOKEN}


def _walk(browser: Browser, site: DiarySite, spoken: str) -> Iterator[Seen]:
    she = signed_in(browser, site, spoken)
    for page in PAGES:
        comes_to(she, page)
        reading = reading_of(she.page)
        words = she.page.evaluate(_WORDS) if spoken == RIGHT_TO_LEFT else []
        look = look_at(she.page, page.name, "all" if spoken == LANGUAGES[0] else "widths")
        yield Seen(page, _route(she), she.page.evaluate("document.documentElement.lang"), reading, look, words)
    she.page.context.close()


def _route(she: Walker) -> str:
    """The name of the address at which she is; empty where there is none."""
    path = urlsplit(she.page.url).path
    try:
        return resolve(path.removeprefix(urlsplit(she.site).path)).view_name
    except Resolver404:
        return ""


def test_no_address_is_forgotten() -> None:
    every = {
        pattern.name for pattern in get_resolver().url_patterns if not str(pattern.pattern).startswith(("api", "cds"))
    }
    assert every == {page.route for page in PAGES} - {""} | set(NO_PAGE) | set(ELSEWHERE)


def test_each_page_is_the_one_that_was_meant(seen: dict[str, list[Seen]]) -> None:
    for spoken, pages in seen.items():
        assert [(one.page.name, one.route) for one in pages if one.route != one.page.route] == [], spoken
        assert {one.language for one in pages} == {spoken}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_screen_reader_reads_it_as_accepted(seen: dict[str, list[Seen]], page: SitePage) -> None:
    assert (KEPT / page.file).exists(), f"a new page: {RENEW}"
    [english] = [one.reading for one in seen["en"] if one.page.name == page.name]
    assert english == (KEPT / page.file).read_text(encoding="utf-8"), f"if it is meant to: {RENEW}"


def test_in_every_language_the_same_parts_come_in_the_same_order(seen: dict[str, list[Seen]]) -> None:
    for spoken in SPOKEN[1:]:
        both = zip(seen["en"], seen[spoken], strict=True)
        other = {b.page.name for a, b in both if parts_of(a.reading) != parts_of(b.reading)}
        assert other <= {"claims found"}, spoken  # by other words other claims are found


def test_no_reading_is_kept_of_a_page_that_is_no_more() -> None:
    assert {path.name for path in KEPT.iterdir()} == {page.file for page in PAGES}


def _wrong(seen: dict[str, list[Seen]], name: str, languages: Sequence[str] = SPOKEN) -> list[object]:
    looks = [(spoken, one.look) for spoken in languages for one in seen[spoken]]
    return [(spoken, look.name, getattr(look, name)) for spoken, look in looks if getattr(look, name)]


def test_axe_finds_nothing_by_day_and_by_night(seen: dict[str, list[Seen]]) -> None:
    assert _wrong(seen, "axe") == []
    assert _wrong(seen, "axe_at_night") == []


def test_nothing_scrolls_to_the_side_or_is_cut_off_on_the_smallest_phone(seen: dict[str, list[Seen]]) -> None:
    assert _wrong(seen, "wide_at_320") == []


def test_nothing_scrolls_to_the_side_or_is_cut_off_at_double_size(seen: dict[str, list[Seen]]) -> None:
    assert _wrong(seen, "wide_at_zoom") == []


def test_everything_that_can_be_tapped_has_a_name_and_is_large_enough(seen: dict[str, list[Seen]]) -> None:
    assert sum(one.look.targets for one in seen["en"]) > 2000
    assert _wrong(seen, "nameless") == []
    assert _wrong(seen, "small") == []


def test_nothing_moves_for_who_prefers_less_motion(seen: dict[str, list[Seen]]) -> None:
    assert _wrong(seen, "stirs") == []


@pytest.mark.parametrize("colours", ["keys", "keys_in_two_colours"])
def test_the_focus_and_what_is_chosen_are_seen(seen: dict[str, list[Seen]], colours: str) -> None:
    """Also where the system has colours of its own, which paint over ours: Windows' contrast themes."""
    found = {one.page.name: getattr(one.look, colours) for one in seen["en"]}
    assert sum(keys["stops"] for keys in found.values()) > 2000
    for wrong in ("unseen", "unmarked"):
        assert {name: keys[wrong] for name, keys in found.items() if keys[wrong]} == {}


def test_the_focus_goes_in_the_order_of_reading(seen: dict[str, list[Seen]]) -> None:
    for wrong in ("upwards", "forced"):
        assert [(one.page.name, one.look.keys[wrong]) for one in seen["en"] if one.look.keys[wrong]] == []


def test_a_page_has_one_main_heading_and_a_title_of_its_own(seen: dict[str, list[Seen]]) -> None:
    for pages in seen.values():
        assert [(one.page.name, one.look.headings) for one in pages if len(one.look.headings) != 1] == []
    assert [one.page.name for one in seen["en"] if not one.look.title.endswith(" · Carrywell")] == []


def test_the_title_says_so_when_there_are_errors(seen: dict[str, list[Seen]]) -> None:
    for spoken in SPOKEN:
        error = open_engine().voice(spoken).phrase("site_wide.error_prefix")
        named = {one.page.name for one in seen[spoken] if one.look.title.startswith(f"{error} ")}
        assert named == {one.page.name for one in seen[spoken] if one.look.errors} - FOR_DEVELOPMENT
        assert len(named) >= 6


def test_every_link_within_a_page_leads_somewhere(seen: dict[str, list[Seen]]) -> None:
    assert {name for _, name, _ in _wrong(seen, "broken")} <= FOR_DEVELOPMENT


def test_what_leads_on_says_where(seen: dict[str, list[Seen]]) -> None:
    names = [(one.page.name, name) for one in seen["en"] for name, _ in one.look.leads]
    assert [told for told in names if told[1].lower() in {"", *SAYS_NOTHING}] == []


def test_two_of_the_same_name_lead_to_the_same_place(seen: dict[str, list[Seen]]) -> None:
    """Who goes from link to link, or from button to button, hears the names alone."""
    alike = []
    for one in seen["en"]:
        purposes: dict[str, set[str]] = {}
        for name, purpose in one.look.leads:
            purposes.setdefault(name, set()).add(purpose)
        alike += [(one.page.name, name, led) for name, led in purposes.items() if len(led) > 1]
    assert [told for told in alike if told[0] not in FOR_DEVELOPMENT] == []


def test_no_page_is_heavy(seen: dict[str, list[Seen]]) -> None:
    sizes = [
        (s, one.page.name, one.look.weight)
        for s in LANGUAGES
        for one in seen[s]
        if one.page.name not in FOR_DEVELOPMENT
    ]
    assert [told for told in sizes if told[2] > HEAVIER.get(told[1], MOST_BYTES)] == []
    assert min(size for _, _, size in sizes) > 500


def test_from_right_to_left_the_page_is_turned_and_no_figure_is(seen: dict[str, list[Seen]]) -> None:
    assert {one.look.reads for one in seen[RIGHT_TO_LEFT]} == {"rtl"}
    assert {one.look.reads for spoken in LANGUAGES for one in seen[spoken]} == {"ltr"}
    assert _wrong(seen, "turned") == []


def test_no_word_on_any_page_was_left_out_of_the_translation(seen: dict[str, list[Seen]]) -> None:
    pages = [one for one in seen[RIGHT_TO_LEFT] if one.page.name not in FOR_DEVELOPMENT]
    assert sum(len(one.words) for one in pages) > 3000
    left = [(one.page.name, line) for one in pages for line in _SPOKEN.sub("", "\n".join(one.words)).splitlines()]
    assert [told for told in left if has_english(_HERS.sub("", told[1]))] == []
