"""The partner's part: she sends it, it opens without her, and what is on it is safe to read over her shoulder."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Page

from carrywell.app.engine import open_engine
from tests.lib.baby_words import speaks_of_a_baby
from tests.lib.browser import PHONE, axe_violations
from tests.lib.walker import Walker

HEADINGS = ("gate.title", "week.title", "massage.title", "not_to_do", "danger.title")
KNOWLEDGE = open_engine().knowledge
EASED = {"worse_moving_better_rest": "yes", "better_with:massage": "yes"}
MOST_PAGES = 2
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def _sends(she: Walker) -> str:
    """From her result to the link."""
    she.page.locator("button[name=partner]").click()
    return she.page.locator("#link").input_value()


def _woman_whose_plan_allows_massage(she: Walker) -> str:
    she.comes_to("result", "24", EASED)
    she.fits_the_plan()
    she.fills("day-mopping", "30")
    she.walks_to_the_result(EASED)
    assert she.level == "self_care"
    return _sends(she)


@pytest.fixture(scope="module")
def link(browser: Browser, site: str, language: str) -> str:
    context = browser.new_context(viewport=PHONE)
    sent = _woman_whose_plan_allows_massage(Walker(context.new_page(), site, language))
    context.close()
    return sent


def _opens(browser: Browser, link: str, **options: object) -> tuple[BrowserContext, Page]:
    """A partner with a browser of their own."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(link)
    return context, page


def test_the_link_opens_for_a_partner_with_the_gate_first(browser: Browser, link: str, language: str) -> None:
    # given a partner who gets the link, with a browser that was never here
    context, page = _opens(browser, link, viewport=PHONE)
    voice = open_engine().voice(language)
    # when the page opens
    headings = page.locator("main h2").all_inner_texts()
    # then the safety gate comes first, then the week, the massage, what not to do, and the danger signs
    assert headings == [voice.phrase(f"partner.{key}") for key in HEADINGS]
    mopping = voice(KNOWLEDGE.tasks["mopping"].name)
    assert mopping.lower() in page.locator(".cw-week__tasks").inner_text().lower()
    # and the steps are shown, with pictures that say what they show
    assert page.locator("ol.cw-steps .cw-step").count() == 7
    assert page.locator("ol.cw-steps svg[role=img] > title").count() == 5
    # and nothing is kept in this browser
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


def test_it_works_without_a_script(browser: Browser, site: str, language: str) -> None:
    # given a woman and a partner whose browsers run no script
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, accept_downloads=True)
    she = Walker(context.new_page(), site, language)
    # when she goes all the way, sends the part, and the partner opens it
    link = _woman_whose_plan_allows_massage(she)
    she.page.goto(link)
    # then the page is whole, and the button that needs a script is not there
    assert she.page.locator("ol.cw-steps .cw-step").count() == 7
    assert she.page.locator("main button:visible").count() == 0
    # and the file comes all the same
    with she.page.expect_download() as waiting:
        she.link("keep.file").click()
    assert waiting.value.suggested_filename.endswith(".html")
    # and the bare address says how to get a link
    she.page.goto(f"{she.site}/partner")
    assert she.reads("partner.none.says") in she.page.locator("main").inner_text()
    context.close()


def test_a_sign_closes_the_gate_and_is_named_nowhere(she: Walker) -> None:
    # given a woman with one swollen leg, who is to be seen today
    she.comes_to("result", "31", {"one_leg_swollen": "yes"})
    assert (she.level or "").startswith("same_day")
    # when she sends her partner's part
    link = _sends(she)
    she.page.goto(link)
    told = she.page.locator(".cw-gate").inner_text()
    # then massage is not now, and the page does not say why
    assert she.reads("partner.gate.closed") in told
    assert re.search(r"\blegs?\b|腿", told) is None
    assert she.page.locator("#massage").count() == 0
    # and what not to do and the danger signs are there all the same
    assert she.page.get_by_role("heading", name=she.reads("partner.not_to_do")).is_visible()
    assert she.page.get_by_role("heading", name=she.reads("partner.danger.title")).is_visible()


def test_the_timer_runs_through_the_steps_and_names_the_stop_word(browser: Browser, link: str, language: str) -> None:
    # given a partner with the page open and both hands busy
    context = browser.new_context(viewport=PHONE)
    page, voice = context.new_page(), open_engine().voice(language)
    page.clock.install()
    page.goto(link)
    page.locator(".cw-timer").wait_for()
    assert page.locator(".cw-timer__note").inner_text() == voice.phrase("partner.massage.stop_now")
    # when the timer runs for two minutes and a little
    page.get_by_role("button", name=voice.phrase("timer.start"), exact=True).click()
    page.clock.run_for(121_000)
    # then it is at the second step, says it, and marks it in the list
    assert page.locator("[data-count]").inner_text() == voice.phrase("timer.time_of", count=2, counts=7)
    second = voice(KNOWLEDGE.advice["mass_steps"].steps[1].says)
    assert page.locator("[data-says]").inner_text() == second
    assert page.locator(".cw-now").inner_text() == second
    # and after fifteen minutes it is done
    page.clock.run_for(15 * 60_000)
    assert page.locator("[data-word]").inner_text() == voice.phrase("timer.done")
    assert axe_violations(page) == []
    context.close()


def test_what_she_says_alone_changes_nothing_in_the_link(she: Walker) -> None:
    # given a woman who is not safe at home, and says so on the page for her alone
    def sent(private: str) -> str:
        she.comes_to("private", "24", EASED)
        she.picks("unsafe_at_home", private)
        she.picks("immediate_danger", private)
        she.button("private.answer").click()
        if private == "yes":
            she.button("private.result.continue").click()
        return _sends(she)

    # when she sends the part all the same
    # then link and page are those of a woman who said no
    assert sent("yes") == sent("no")


def test_after_a_loss_the_page_is_gentle_and_shows_no_baby(she: Walker) -> None:
    # given a woman three weeks after a loss
    she.starts()
    she.lost_the_pregnancy("3")
    she.walks_to_the_result(EASED)
    # when she sends the part, and her partner reads it with everything unfolded
    she.page.goto(_sends(she))
    text = she.page.evaluate(
        """() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
          for (const name of document.querySelectorAll('.cw-sources')) name.remove();
          return document.querySelector('main').innerText;
        }"""
    )
    # then it speaks of her, and of no baby
    assert text.startswith(she.reads("partner.title_loss"))
    assert [line for line in text.splitlines() if speaks_of_a_baby(line) or re.search(r"\bbump\b", line)] == []


def test_on_paper_it_is_one_sheet(browser: Browser, link: str) -> None:
    for scheme in ("light", "dark"):
        context, page = _opens(browser, link, viewport=PHONE, color_scheme=scheme)
        assert 1 <= len(_PAGE.findall(page.pdf(format="A4"))) <= MOST_PAGES
        page.emulate_media(media="print")
        assert page.locator("main button:visible").count() == 0
        assert page.locator("#danger").is_visible()
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)"
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(34, 48, 58)"
        context.close()


def test_the_file_opens_where_there_is_no_network(browser: Browser, link: str, language: str, tmp_path: Path) -> None:
    # given a partner who takes the page as a file
    context, page = _opens(browser, link, viewport=PHONE, accept_downloads=True)
    voice = open_engine().voice(language)
    with page.expect_download() as waiting:
        page.get_by_role("link", name=voice.phrase("keep.file"), exact=True).click()
    download: Download = waiting.value
    kept = tmp_path / download.suggested_filename
    download.save_as(kept)
    assert kept.name.startswith("carrywell-partner-")
    # when it is opened with the network cut off
    context.set_offline(True)
    page.goto(kept.as_uri())
    # then all of it is there, and axe finds nothing
    assert page.locator("svg").count() == 7
    assert page.get_by_role("heading", name=voice.phrase("partner.danger.title")).is_visible()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
