"""A step without a page load is the same step: focus, address, Back, waiting, and a plain form where it fails."""

from __future__ import annotations

import json
from datetime import date

import pytest
from playwright.sync_api import Page, Route, expect

from carrywell.app.engine import open_engine
from tests.lib.browser import axe_violations
from tests.lib.walker import Walker

EASED = {"worse_moving_better_rest": "yes"}
FIRST = open_engine().interviewer.first[0].id
HEADING_HAS_FOCUS = "document.activeElement === document.querySelector('main h1')"
KEPT = "() => JSON.stringify({...sessionStorage})"
STOPPED = "(window.stopped = 1, true)"  # lives as long as the document does
SAME_DOCUMENT = "window.stopped === 1"
HELP = open_engine().knowledge.private["unsafe_at_home_help"].says


def _starts_in_one_document(she: Walker) -> None:
    she.starts()
    assert she.page.evaluate(STOPPED)


def _back(she: Walker) -> None:
    she.page.go_back()


def _private_words(she: Walker) -> list[str]:
    """What must not be kept: an answer, the titles of the two pages, and what the second one says."""
    return ["unsafe_at_home", she.reads("private.title"), she.reads("private.result.title"), she.voice(HELP)[:30]]


def _posts(page: Page) -> list[str]:
    """Kind of each request for a step from now on: `fetch`, or `document` for a page load."""
    kinds: list[str] = []
    page.on("request", lambda request: kinds.append(request.resource_type) if request.method == "POST" else None)
    return kinds


def test_the_whole_way_is_one_document_and_axe_finds_nothing_on_it(she: Walker) -> None:
    # given a woman whose browser runs the script
    _starts_in_one_document(she)
    titles = {she.page.title()}
    # when she answers page after page
    she.is_pregnant("24")
    while True:
        name = she.page_name
        # then each takes the place of the one before: its heading has the focus, at the top, under a title of its own
        assert she.page.evaluate(HEADING_HAS_FOCUS), name
        assert she.page.evaluate("scrollY") == 0, name
        assert she.page.title() not in titles, name
        titles.add(she.page.title())
        if name == "result":
            break
        she.answers_page(name, EASED)
    # and axe finds nothing on what stands there now, whose parts came one after the other
    assert axe_violations(she.page) == []
    # and no page was loaded, and no answer is in the address
    assert she.page.evaluate(SAME_DOCUMENT)
    assert she.page.url == f"{she.site}/check"
    assert she.level == "self_care"
    assert she.button("site_wide.print").is_visible()
    # and what stands outside the page's main part belongs to it too
    assert she.link("site_wide.start_over").count() == 1


def test_the_way_out_comes_and_goes_with_the_questions_that_need_it(she: Walker) -> None:
    _starts_in_one_document(she)
    she.is_pregnant("24")
    leave = she.link("site_wide.leave")
    expect(leave).to_be_visible()  # the feeling in the genitals is among the first that are asked
    she.walks_to("where", EASED)
    expect(leave).to_have_count(0)
    assert she.page.evaluate(SAME_DOCUMENT)


def test_an_error_takes_the_focus_and_no_place_in_the_history(she: Walker) -> None:
    # given a woman who goes on without her weeks, twice
    _starts_in_one_document(she)
    she.says_pregnant()
    for _ in range(2):
        she.goes_on()
        # then the list of errors has the focus
        assert she.is_told_of_an_error
        assert she.page.evaluate("document.activeElement.matches('.nhsuk-error-summary')")
    # when she follows it to the field, and mends it
    she.page.get_by_role("alert").get_by_role("link").first.click()
    assert she.page.evaluate("document.activeElement.id") == "weeks_pregnant"
    she.page.keyboard.type("24")
    she.answers_the_first_list({})
    assert she.page_name.startswith("q/now/")
    # then Back leads to the page as she sent it, without the error, and once more Back to the start
    _back(she)
    assert she.page_name == "pregnant"
    assert not she.is_told_of_an_error
    assert she.field("about.pregnant.weeks").input_value() == "24"
    _back(she)
    assert she.page.url == f"{she.site}/"
    assert she.button("about.status.pregnant").is_visible()


def test_the_browsers_back_and_forward_lose_neither_marks_nor_numbers_nor_place(she: Walker) -> None:
    # given a woman who typed, ticked, unfolded and scrolled on the page on where it hurts
    _starts_in_one_document(she)
    she.is_pregnant("24")
    she.walks_to("where", EASED)
    she.picks("sites", "low_back")
    she.picks("onset", "gradual")
    she.picks("course", "steady")
    she.fills("worst_week", "7")
    she.goes_on()
    assert she.page_name == "changes"
    she.picks("worse_with", "stairs")
    down = she.page.evaluate("() => { scrollTo(0, 200); return scrollY; }")
    # when she goes back with the browser
    _back(she)
    # then all of it is there
    assert she.page_name == "where"
    assert she.page.evaluate(HEADING_HAS_FOCUS)
    assert she.page.locator("input[name=sites][value=low_back]").is_checked()
    assert she.page.locator("#worst_week").input_value() == "7"
    assert she.page.locator("#worst_week").is_visible()
    # and forward, what she had ticked but not sent
    she.page.go_forward()
    assert she.page_name == "changes"
    assert she.page.locator("input[name=worse_with][value=stairs]").is_checked()
    assert she.page.evaluate("scrollY") == down
    assert she.page.evaluate(SAME_DOCUMENT)


def test_a_page_looked_up_on_the_way_or_a_reload_loses_nothing(she: Walker) -> None:
    # given a woman in the middle of a page
    _starts_in_one_document(she)
    she.is_pregnant("24")
    name = she.page_name
    she.picks("saddle_numbness", "unsure")
    # when she looks up when to call, and comes back
    she.link("site_wide.when_to_call").click()
    she.page.wait_for_url("**/when-to-call")
    _back(she)
    # then she is where she was
    expect(she.page.locator("input[name=saddle_numbness][value=unsure]")).to_be_checked()
    assert she.page_name == name
    # when the page is loaded once more
    she.page.reload()
    # then too, and with Back she still comes to her weeks
    expect(she.page.locator("input[name=saddle_numbness][value=unsure]")).to_be_checked()
    assert not she.page.evaluate(SAME_DOCUMENT)
    _back(she)
    expect(she.field("about.pregnant.weeks")).to_have_value("24")


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", "cw-waits"), ("reduce", "none")])
def test_a_slow_answer_is_said_to_be_on_its_way(she: Walker, motion: str, moves: str) -> None:
    # given a network that does not answer yet
    page = she.page
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    held: list[Route] = []
    page.route("**/check", lambda route: held.append(route))
    she.starts()
    # when she taps a button, and, impatient, once more
    button = page.locator("button[name=pregnant]")
    button.click()
    # then it says that it waits, to eye and ear; it moves only where she has not asked for less
    expect(button).to_have_text(she.reads("site_wide.waiting"))
    expect(button).to_have_attribute("aria-busy", "true")
    expect(page.get_by_role("status")).to_have_text(she.reads("site_wide.waiting"))
    assert button.evaluate("it => getComputedStyle(it, '::after').animationName") == moves
    button.click()
    assert len(held) == 1
    # when the answer comes
    held[0].continue_()
    # then she is on the next page, and nothing says that it waits
    expect(she.field("about.pregnant.weeks")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("")
    assert page.locator("[aria-busy]").count() == 0


@pytest.mark.parametrize("trouble", ["no network", "an error of the server"])
def test_what_fails_is_sent_as_a_plain_form(she: Walker, trouble: str) -> None:
    # given a network or a server that fails what the script asks for
    _starts_in_one_document(she)
    kinds = _posts(she.page)

    def fails(route: Route) -> None:
        if route.request.resource_type != "fetch":
            route.continue_()
        elif trouble == "no network":
            route.abort()
        else:
            route.fulfill(status=500, body="")

    she.page.route("**/check", fails)
    # when she answers
    with she.page.expect_navigation():
        she.says_pregnant()
    she.field("about.pregnant.weeks").fill("24")
    she.answers_the_first_list({"chest_pain": "yes"})
    # then she has her result all the same, by page loads
    expect(she.page.locator(".nhsuk-card--care")).to_have_attribute("data-level", "emergency_now")
    assert kinds == ["fetch", "document"] * 2
    assert not she.page.evaluate(SAME_DOCUMENT)
    # and Back brings her weeks, with what she typed
    _back(she)
    expect(she.field("about.pregnant.weeks")).to_have_value("24")


def test_a_late_answer_does_not_call_her_back(she: Walker) -> None:
    # given an answer that is still on its way
    she.starts()
    page, held, looked_up = she.page, list[Route](), list[Route]()
    page.route("**/check", lambda route: held.append(route))
    page.route("**/when-to-call", lambda route: looked_up.append(route))
    page.locator("button[name=pregnant]").click()
    # when she looks up when to call, which takes its time too, and meanwhile the first request fails
    link = page.get_by_role("link", name=she.reads("site_wide.when_to_call"), exact=True)
    with page.expect_request("**/when-to-call"):
        link.click(no_wait_after=True)
    held[0].abort()
    looked_up[0].continue_()
    # then she comes to what she looked up, and nothing was sent again
    page.wait_for_url("**/when-to-call")
    expect(page.get_by_role("heading", level=1)).to_have_text(she.reads("page.when_to_call.title"))
    assert [route.request.resource_type for route in held] == ["fetch"]


def test_with_the_keyboard_alone_tab_goes_on_from_the_heading(she: Walker) -> None:
    # given a woman without a mouse
    _starts_in_one_document(she)
    she.page.locator("button[name=pregnant]").press("Enter")
    assert she.page_name == "pregnant"
    # when she presses Tab on the new page
    she.page.keyboard.press("Tab")
    # then the first field has the focus, as if she had read the heading
    assert she.page.evaluate("document.activeElement.id") == "weeks_pregnant"
    # and Enter sends the form with the button that goes on, not the one that goes back
    she.page.keyboard.type("24")
    she.page.keyboard.press("Enter")
    assert she.page_name == "pregnant"
    assert she.is_told_of_an_error
    # when she answers, and goes back with the browser
    she.page.locator("button[name=none]").press("Enter")
    assert she.page_name.startswith("q/now/")
    _back(she)
    # then Tab goes on from the heading there too
    she.page.keyboard.press("Tab")
    assert she.page.evaluate("document.activeElement.id") == "weeks_pregnant"
    assert she.page.locator("#weeks_pregnant").input_value() == "24"
    assert she.page.evaluate(SAME_DOCUMENT)


def test_the_questions_for_her_alone_have_no_place_in_the_history_and_are_not_kept(she: Walker) -> None:
    # given a woman who is not safe at home, and says so
    _starts_in_one_document(she)
    she.is_pregnant("24")
    before = she.walks_to("private", {"fluid_leak": "yes"})[-1]
    she.picks("unsafe_at_home", "yes")
    # then not even while she is there does the tab keep a word of it
    assert not [word for word in _private_words(she) if word in she.page.evaluate(KEPT)]
    she.button("private.answer").click()
    assert she.voice(HELP) in she.page.locator("main").inner_text()
    assert not [word for word in _private_words(she) if word in she.page.evaluate(KEPT)]
    # when she goes on, and someone else presses Back and forward
    she.button("private.result.continue").click()
    assert she.level == "same_day_maternity"
    _back(she)
    # then neither page comes up again
    assert she.page_name == before
    she.page.go_forward()
    assert she.page_name == "result"
    assert she.page.evaluate(SAME_DOCUMENT)
    assert not [word for word in _private_words(she) if word in she.page.evaluate(KEPT)]


def test_back_from_the_questions_for_her_alone_and_forward_do_not_show_what_she_marked(she: Walker) -> None:
    # given a woman who has marked an answer there
    _starts_in_one_document(she)
    she.is_pregnant("24")
    before = she.walks_to("private", {"fluid_leak": "yes"})[-1]
    she.picks("unsafe_at_home", "yes")
    # when she goes back, and someone else goes forward, or loads the page once more
    _back(she)
    assert she.page_name == before
    she.page.go_forward()
    # then the page before them stands there
    assert she.page_name == before
    she.walks_to("private", {})
    assert she.page.locator("input:checked").count() == 0
    she.picks("unsafe_at_home", "yes")
    she.page.reload()
    expect(she.page.locator("input[name=page]").first).to_have_value(before)


@pytest.mark.parametrize(("name", "typed"), [("due", "28 2 2027"), ("ended_on", "1 11 2026")])
def test_weeks_are_counted_from_a_date_on_the_way_too(
    she: Walker, monkeypatch: pytest.MonkeyPatch, name: str, typed: str
) -> None:
    # given a woman who knows a date, not her weeks
    monkeypatch.setattr("carrywell.web.views.today", lambda: date(2026, 11, 22))
    _starts_in_one_document(she)
    if name == "due":
        she.says_pregnant()
    else:
        she.says_ended()
        she.picks("ended", "birth")
        she.picks("recent_neuraxial", "no")
    for part, value in zip(("day", "month", "year"), typed.split(), strict=True):
        she.fills(f"{name}-{part}", value)
    # when one part of it cannot be
    she.fills(f"{name}-month", "13")
    she.answers_the_first_list({})
    # then the field stands open with what was typed, and beside it what is wrong
    assert she.page.locator(f"#{name}-month").input_value() == "13"
    assert she.reads("about.error.date") in she.page.locator(f"#{name}-day-error").inner_text()
    # when she mends it
    she.fills(f"{name}-month", typed.split()[1])
    she.answers_the_first_list({})
    # then her weeks are counted
    about = she.carried["case"]["about"]
    weeks = about.get("weeks_pregnant", about.get("weeks_postpartum"))
    assert weeks == pytest.approx(182 / 7 if name == "due" else 3, abs=0.01)
    assert she.page.evaluate(SAME_DOCUMENT)


def test_steps_work_where_the_browser_keeps_nothing(she: Walker) -> None:
    # given a browser that refuses to keep anything, even in the tab
    she.page.add_init_script("Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('refused'); }})")
    _starts_in_one_document(she)
    she.is_pregnant("24")
    assert she.page_name.startswith("q/now/")
    # when she goes back
    _back(she)
    # then her weeks are there all the same
    assert she.field("about.pregnant.weeks").input_value() == "24"
    assert she.page.evaluate(SAME_DOCUMENT)


def test_what_is_kept_is_what_the_page_holds_and_no_more(she: Walker) -> None:
    _starts_in_one_document(she)
    she.is_pregnant("24")
    kept = json.loads(she.page.evaluate(KEPT))
    assert {name.rsplit(".", 1)[0] for name in kept} == {"carrywell.page", "carrywell"}
    assert len([name for name in kept if name.startswith("carrywell.page.")]) == 3  # the start, her weeks, this page
    assert she.page.evaluate("JSON.stringify(history.state)").count(":") == 1  # a name, no answer
