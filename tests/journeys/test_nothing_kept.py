"""What is asked for, and what is kept, while three women walk once through all there is."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request

from carrywell.app.engine import open_engine
from carrywell.web.language import root_of
from tests.lib.browser import PHONE
from tests.lib.walker import Walker

EASED = {"worse_moving_better_rest": "yes", "told_in_pregnancy": "yes", "body_cautions": "yes"}


@dataclass
class Walked:
    """The title of every page met, every request made, and what the browser kept."""

    site: str
    language: str
    titles: dict[str, str] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    cookies: list[object] = field(default_factory=list)
    stored: list[str] = field(default_factory=list)
    in_the_tab: str = ""


@pytest.fixture(scope="module")
def walked(browser: Browser, site: str, language: str) -> Walked:
    context = browser.new_context(viewport=PHONE)
    found = Walked(site, language)
    context.on("request", lambda request: found.requests.append(_method_and_address(request)))
    she = Walker(context.new_page(), site, language)
    for walk in (_who_can_care_for_it_herself, _who_is_unsure, _who_needs_help_now):
        walk(she, found)
    found.cookies += context.cookies()
    found.stored += she.page.evaluate("async () => [...Object.keys(localStorage), ...await caches.keys()]")
    found.in_the_tab = she.page.evaluate("JSON.stringify({...sessionStorage})")
    context.close()
    return found


def _method_and_address(request: Request) -> tuple[str, str]:
    return request.method, request.url


def _look(she: Walker, found: Walked, name: str = "") -> None:
    found.titles[name or she.page_name] = she.page.title()


def _who_can_care_for_it_herself(she: Walker, found: Walked) -> None:
    for path in ("", "check", "when-to-call", "no-such-page"):
        she.page.goto(f"{she.site}/{path}")
        _look(she, found, f"/{path}")
    she.starts()
    she.says_pregnant()
    _look(she, found)
    she.goes_on()
    _look(she, found, "pregnant, with an error")
    she.goes_back()
    she.is_pregnant("24")
    _looks_at_each_page(she, found)
    _look(she, found, "result for self-care")
    she.page.locator("button[name=whole]").click()
    _look(she, found, "result with the whole plan")
    she.fits_the_plan()
    _looks_at_each_page(she, found)
    _look(she, found, "result with the plan fitted to her")


def _looks_at_each_page(she: Walker, found: Walked) -> None:
    """To the result; where a page needs an answer, first without one."""
    while she.page_name != "result":
        _look(she, found)
        if she.page_name.startswith(("q/now/", "q/closer/", "q/cautions/")) or she.page_name == "where":
            she.goes_on()
            _look(she, found, f"{she.page_name}, with an error")
        she.answers_page(she.page_name, EASED)


def _who_is_unsure(she: Walker, found: Walked) -> None:
    she.starts()
    she.says_ended()
    she.goes_on()
    _look(she, found, "after, with errors")
    she.goes_back()
    she.gave_birth("3")
    _look(she, found)
    she.answers({"saddle_numbness": "unsure"})
    assert she.page_name == "c/now/saddle_numbness"
    _look(she, found)
    she.answers({})
    she.walks_to("q/numbers/", {"high_blood_pressure": "yes"})
    _look(she, found)
    she.goes_on()
    _look(she, found, "numbers, with errors")
    she.walks_to("private", {})
    she.picks("unsafe_at_home", "yes")
    she.button("private.answer").click()
    _look(she, found, "private result")
    she.button("private.result.continue").click()
    _look(she, found, "result for today or soon")


def _who_needs_help_now(she: Walker, found: Walked) -> None:
    she.starts()
    she.is_pregnant("31", {"chest_pain": "yes", "heavy_bleeding": "yes"})
    assert she.level == "emergency_now"
    _look(she, found, "result for an emergency")


def test_the_walk_saw_each_kind_of_page(walked: Walked) -> None:
    names = " ".join(walked.titles)
    for kind in ("pregnant", "after", "q/", "c/", "where", "changes", "day", "cautions", "private", "result", "errors"):
        assert kind in names


def test_pages_can_be_told_apart_by_their_titles(walked: Walked) -> None:
    """A reader of tabs or of the browser's history knows where she is: the title has more than the program's name."""
    assert [name for name, title in walked.titles.items() if not title.endswith(" · Carrywell")] == []
    assert len({title for name, title in walked.titles.items() if name.startswith("q/")}) > 8


def test_no_request_leaves_the_site(walked: Walked) -> None:
    assert len(walked.requests) > 60
    assert [address for _, address in walked.requests if not address.startswith(f"{walked.site}/")] == []


def test_no_address_holds_an_answer(walked: Walked) -> None:
    """The only question marks are those of static files (their version) and of the start button (nothing after it)."""
    paths = {urlsplit(address).path for method, address in walked.requests if not address.startswith("data:")}
    ours = {path for path in paths if not path.startswith("/static/")}
    assert ours == {f"{root_of(walked.language)}{path}" for path in ("/", "/check", "/when-to-call", "/no-such-page")}
    queries = {urlsplit(address).query for _, address in walked.requests if "/static/" not in address}
    assert queries == {""}


def test_the_browser_is_given_nothing_to_keep_beyond_the_tab(walked: Walked) -> None:
    assert walked.cookies == []
    assert walked.stored == []


def test_not_even_the_tab_keeps_what_was_for_her_alone(walked: Walked) -> None:
    assert "saddle_numbness" in walked.in_the_tab
    phrase = open_engine().voice(walked.language).phrase
    for telling in ("unsafe_at_home", phrase("private.title"), phrase("private.result.title")):
        assert telling not in walked.in_the_tab
