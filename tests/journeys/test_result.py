"""The result stands alone: everything of ux.md's list and nothing else, on the page, in a file and on one sheet."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from carrywell.app.engine import open_engine
from carrywell.web.compression import LARGE_PAGE_BYTES, LARGE_PAGE_LEVEL, PAGE_LEVEL
from tests.lib.browser import DESK, PHONE, axe_violations
from tests.lib.walker import Walker

EASED = {"worse_moving_better_rest": "yes", "worse_with:bending": "yes", "better_with:rest": "yes"}
MOST_BYTES = 15_000  # of a page after the first, as it goes over the wire
HEADINGS = ("probably", "causes", "today", "not_for_you", "look_again")
OFFERED = ("keep.file", "site_wide.print", "keep.partner", "midwife.open")
END = re.compile(r"[.](?:\s|$)|。")  # of a sentence


def _calm(she: Walker) -> None:
    she.starts()
    she.is_pregnant("24", EASED)
    she.walks_to_the_result(EASED)


def test_the_result_has_all_parts_in_their_order(she: Walker) -> None:
    # given a woman who can care for it at home
    _calm(she)
    # then she reads what to do, what it is, why, what to do today, and when to look again
    headings = she.page.locator("main h2").all_inner_texts()
    assert headings[1:6] == [she.reads(f"result.{key}") for key in HEADINGS]
    # the kind of pain in two sentences at most, beside its name, and what speaks for it
    said = she.page.locator("section[aria-labelledby=probably] > p").first.inner_text()
    assert 2 <= len(END.findall(said)) <= 3
    assert she.page.locator("section[aria-labelledby=probably] > ul > li").count() >= 1
    # three causes at most, each with how sure it is
    causes = she.page.locator("section[aria-labelledby=causes] > ol > li")
    assert 1 <= causes.count() <= 3
    assert causes.locator("summary").count() == causes.count()
    # three things for today, each a line, a picture and a time
    today = she.page.locator(".cw-today .cw-entry")
    assert today.count() == 3
    assert today.locator("svg[role=img] > title").count() == 3
    times = {she.reads("result.no_minutes"), *(she.voice.counted("result.minutes", n) for n in range(1, 121))}
    assert set(today.locator(".cw-minutes").all_inner_texts()) <= times
    assert today.locator("p:visible").count() == 0
    # a date, and five signs
    assert re.search(r"\d+ \w+ 20\d\d[.]$|20\d\d年\d+月\d+日", she.page.locator(".cw-again strong").inner_text())
    assert she.page.locator(".cw-again > ul > li").count() == 5
    # and what she can do with it
    assert set(she.page.locator(".cw-keep button:visible").all_inner_texts()) == {she.reads(key) for key in OFFERED}


def test_what_is_for_today_unfolds_in_place(she: Walker) -> None:
    _calm(she)
    first = she.page.locator(".cw-today .cw-entry").first
    first.locator("summary").click()
    assert first.locator("details p").first.is_visible()
    assert first.locator(".cw-sources a").count() >= 1


def test_a_topic_of_the_plan_has_its_page_and_a_way_back(she: Walker) -> None:
    # given a woman at her result
    _calm(she)
    # when she opens one topic of the plan
    she.page.locator("button[name=topic][value=sleep]").click()
    assert she.page.locator("h1").inner_text() == she.reads("topic.sleep")
    assert she.page.locator("details.cw-folded").count() >= 3
    assert axe_violations(she.page) == []
    # and goes back
    she.button("result.back").click()
    # then she is at her result again
    assert she.level == "self_care"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["390", "1280"])
def test_axe_finds_nothing_on_the_result(
    browser: Browser, site: str, language: str, size: dict[str, int], scheme: str
) -> None:
    context = browser.new_context(viewport=size, color_scheme=scheme)
    she = Walker(context.new_page(), site, language)
    _calm(she)
    she.page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert axe_violations(she.page) == []
    assert she.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_no_page_from_the_result_on_is_heavy(she: Walker) -> None:
    """All but the whole plan on one page, which she asks for by name."""
    _calm(she)
    sizes = {"result": _weight(she)}
    for topic in she.page.locator("button[name=topic]").evaluate_all("all => all.map(one => one.value)"):
        she.page.locator(f"button[name=topic][value={topic}]").click()
        sizes[topic] = _weight(she)
        she.button("result.back").click()
    she.page.locator("button[name=partner]").click()
    sizes["send"] = _weight(she)
    she.page.goto(she.page.locator("#link").input_value())
    sizes["partner"] = _weight(she)
    assert len(sizes) > 8
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


def _weight(she: Walker) -> int:
    """Gzipped as the site does it."""
    page = she.page.content().encode()
    return len(gzip.compress(page, LARGE_PAGE_LEVEL if len(page) >= LARGE_PAGE_BYTES else PAGE_LEVEL))


def test_the_file_that_she_keeps_opens_where_there_is_no_network(
    browser: Browser, site: str, language: str, tmp_path: Path
) -> None:
    # given a woman at her result
    context = browser.new_context(viewport=PHONE, accept_downloads=True)
    she = Walker(context.new_page(), site, language)
    _calm(she)
    do = she.page.locator(".cw-do").inner_text()
    # when she keeps it as a file
    with she.page.expect_download() as waiting:
        she.button("keep.file").click()
    kept = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(kept)
    # then her page is still there
    assert she.level == "self_care"
    # and the file opens without a network, with what to do, its pictures and the plan in it
    context.set_offline(True)
    she.page.goto(kept.as_uri())
    assert she.page.locator(".cw-do").inner_text() == do
    assert she.page.locator(".cw-today svg").count() == 3
    assert she.page.locator("details.cw-topic").count() >= 6
    assert axe_violations(she.page) == []
    assert she.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # and holds none of what she was asked, answer by answer
    assert "saddle_numbness" not in kept.read_text(encoding="utf-8").replace("findings/", "")
    context.close()


@pytest.mark.parametrize(("spoken", "most"), [("en", 2), ("zh-Hans", 3)])  # Chinese gives the doctors' name its own
def test_every_kind_of_pain_is_told_in_two_sentences(spoken: str, most: int) -> None:
    engine = open_engine()
    told = {name: engine.voice(spoken)(pain.is_) for name, pain in engine.knowledge.classes.items()}
    assert {name: says for name, says in told.items() if len(END.findall(says)) > most} == {}
