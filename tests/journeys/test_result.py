"""The result stands alone: everything of ux.md's list and nothing else, on the page, in a file and on one sheet."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from carrywell.app.engine import open_engine
from carrywell.model.text import LANGUAGES
from carrywell.web.language import root_of
from carrywell.web.style_examples import post_for
from tests.lib.browser import PHONE, axe_violations
from tests.lib.walker import Walker

EASED = {"worse_moving_better_rest": "yes", "worse_with:bending": "yes", "better_with:rest": "yes"}
MOST_BYTES = 15_000  # of a page after the first, as it goes over the wire
HEADINGS = ("probably", "causes", "today", "not_for_you", "look_again")
OFFERED = ("keep.file", "site_wide.print", "keep.partner", "midwife.open")
END = re.compile(r"[.](?:\s|$)|。")  # of a sentence


def _calm(she: Walker) -> None:
    she.comes_to("result", "24", EASED)


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


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_topic_of_the_plan_is_heavy(spoken: str) -> None:
    """As it goes over the wire. Every other page is weighed in test_every_page."""
    from django.test import Client

    engine = open_engine()
    calm = post_for("self_care", engine)
    sizes = {}
    for topic in re.findall(r'name="topic" value="(\w+)"', Client().post("/check", calm).content.decode()):
        sent = Client().post(f"{root_of(spoken)}/check", calm | {"topic": topic}, headers={"Accept-Encoding": "gzip"})
        sizes[topic] = len(sent.content)
    assert len(sizes) > 6
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}


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
