"""Back after a phone call: the tab offers to go on. Nothing outlives the tab, starting over, or leaving quickly."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from carrywell.web.settings import QUICK_EXIT_URL
from tests.lib.browser import DESK, PHONE, axe_violations
from tests.lib.walker import Walker

EASED = {"worse_moving_better_rest": "yes"}
GO_ON = "start.resume.go_on"
KEPT = "() => ({...sessionStorage})"
NOTHING_AFTER = 2 * 60 * 60  # seconds


def _is_at_where(she: Walker, walks: bool = False) -> None:
    """In the middle of the page on where it hurts, with a place ticked and a number typed. `walks`: by the whole way,
    so that Back leads along it.
    """
    if walks:
        she.starts()
        she.is_pregnant("24")
        she.walks_to("where", EASED)
    else:
        she.comes_to("where", "24", EASED)
    she.picks("sites", "low_back")
    she.fills("now", "5")


def _offer(she: Walker) -> int:
    return she.button(GO_ON).count()


def test_after_a_phone_call_she_goes_on_where_she_was(she: Walker) -> None:
    # given a woman whose phone rang in the middle of a page
    _is_at_where(she, walks=True)
    carried = she.carried
    # when she comes to the start once more, in the same tab
    she.starts()
    # then it offers to go on, below what the page is, by day and by night
    assert she.reads("start.resume.says") in she.page.locator("main").inner_text()
    for scheme in ("light", "dark"):
        she.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert axe_violations(she.page) == []
    # when she does
    she.button(GO_ON).click()
    # then the page is as she left it
    assert she.page_name == "where"
    assert she.carried == carried
    assert she.page.locator("input[name=sites][value=low_back]").is_checked()
    assert she.page.locator("#now").input_value() == "5"
    assert she.page.evaluate("document.activeElement === document.querySelector('main h1')")
    # and leads on
    she.picks("onset", "gradual")
    she.picks("course", "steady")
    she.fills("started_weeks_ago", "6")
    she.goes_on()
    assert she.page_name == "changes"
    # and Back leads through it to the start
    she.page.go_back()
    assert she.page_name == "where"
    she.page.go_back()
    assert she.page.url == f"{she.site}/"
    assert _offer(she) == 1


def test_who_looked_up_when_to_call_goes_on_from_there_too(she: Walker) -> None:
    # given a woman in the middle of a page, who looks up when to call
    _is_at_where(she)
    she.link("site_wide.when_to_call").click()
    # when she starts the check from there
    she.page.locator("main").get_by_role("link", name=she.reads("start.button")).click()
    # then she need not answer it all again
    she.button(GO_ON).click()
    assert she.page_name == "where"
    assert she.page.locator("#now").input_value() == "5"


def test_with_the_keyboard_alone_the_offer_comes_before_the_check(browser: Browser, site: str, language: str) -> None:
    # given a woman at a desk, without a mouse, with a result
    context = browser.new_context(viewport=DESK)
    she = Walker(context.new_page(), site, language)
    she.starts()
    she.is_pregnant("31", {"chest_pain": "yes"})
    assert she.level == "emergency_now"
    she.starts()
    # when she goes through the page
    stops = [*map(she.reads, ("site_wide.skip", "site_wide.name", "site_wide.when_to_call", GO_ON))]
    for stop in stops:
        she.page.keyboard.press("Tab")
        assert she.page.evaluate("document.activeElement.textContent.trim()") == stop
    she.page.keyboard.press("Enter")
    # then her result is there again
    assert she.level == "emergency_now"
    context.close()


@pytest.mark.parametrize("from_the_offer", [True, False])
def test_starting_over_forgets_it_and_back_does_not_bring_it_up(she: Walker, from_the_offer: bool) -> None:
    # given a woman in the middle of a page
    _is_at_where(she, walks=True)
    if from_the_offer:
        she.starts()
    # when she starts over
    she.link("site_wide.start_over").click()
    # then the start offers nothing
    expect(she.button("about.status.pregnant")).to_be_visible()
    assert _offer(she) == 0
    assert "24" not in [value for name, value in she.page.evaluate(KEPT).items() if "saved" not in name]
    assert she.carried == {"case": None, "trail": []}
    # and whoever presses Back finds no answer of hers
    she.page.go_back()
    expect(she.page.locator("input[name=state]").first).to_have_value('{"case":null,"trail":[]}')
    assert she.page.locator("input:checked").count() == 0
    assert _offer(she) == 0


@pytest.mark.parametrize("goal", ["q/now/", "private"])
def test_leaving_quickly_forgets_it_and_back_does_not_bring_it_up(she: Walker, goal: str) -> None:
    # given a woman on a page with a way out
    she.page.route(QUICK_EXIT_URL, lambda route: route.fulfill(body="<title>An encyclopedia</title>"))
    she.starts()
    she.is_pregnant("24")
    she.walks_to(goal, {"fluid_leak": "yes"})
    # when she leaves
    she.link("site_wide.leave").click()
    # then she is elsewhere
    expect(she.page).to_have_title("An encyclopedia")
    # and whoever presses Back, as often as there are pages, finds none with an answer
    for _ in range(int(she.page.evaluate("history.length"))):
        she.page.go_back()
        if not she.page.url.startswith(she.site):
            break
        expect(she.page.locator("input[name=state]").first).to_have_value('{"case":null,"trail":[]}')
        assert _offer(she) == 0


def test_a_page_for_her_alone_is_not_offered_again(she: Walker) -> None:
    # given a woman whose phone rings while she answers the questions for her alone
    she.starts()
    she.is_pregnant("24")
    before = she.walks_to("private", {"fluid_leak": "yes"})[-1]
    she.picks("self_harm_thoughts", "yes")
    she.button("private.answer").click()
    assert she.page.get_by_role("heading", level=1).inner_text() == she.reads("private.result.title")
    # when whoever holds the phone goes on from the start
    she.starts()
    she.button(GO_ON).click()
    # then it is with the page before them
    assert she.page_name == before
    assert "self_harm_thoughts" not in str(she.page.evaluate(KEPT))


def test_nothing_outlives_the_tab(browser: Browser, site: str, language: str) -> None:
    # given a woman in the middle of a page
    context = browser.new_context(viewport=PHONE)
    she = Walker(context.new_page(), site, language)
    _is_at_where(she)
    assert she.page.evaluate("localStorage.length") == 0
    # when she closes the tab, and opens another
    she.page.close()
    later = Walker(context.new_page(), site, language)
    later.starts()
    # then nothing is offered, nothing was kept, and no cookie was set
    assert _offer(later) == 0
    assert later.page.evaluate("localStorage.length") == 0
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize(("seconds", "offered"), [(NOTHING_AFTER - 60, 1), (NOTHING_AFTER + 60, 0)])
def test_a_tab_that_is_brought_back_the_next_day_offers_nothing(she: Walker, seconds: int, offered: int) -> None:
    # given a woman who left the check in the middle of a page
    she.page.clock.install()
    _is_at_where(she)
    she.link("site_wide.when_to_call").click()
    she.page.wait_for_url("**/when-to-call")
    # when time goes by
    she.page.clock.fast_forward(seconds * 1000)
    she.starts()
    # then within two hours she may go on; later nothing of it is there
    assert _offer(she) == offered
    assert ("low_back" in str(she.page.evaluate(KEPT))) is bool(offered)


def test_who_only_looked_in_is_offered_nothing(she: Walker) -> None:
    # given a woman who has answered nothing yet
    she.starts()
    she.says_pregnant()
    # when she goes back to the start
    she.page.go_back()
    # then there is nothing to go on with
    assert she.page.url == f"{she.site}/"
    assert _offer(she) == 0


def test_without_a_script_there_is_no_offer_and_nothing_is_missing(she_without_script: Walker) -> None:
    she = she_without_script
    she.starts()
    she.is_pregnant("24")
    she.starts()
    assert she.reads(GO_ON) not in she.page.locator("body").inner_text()
    she.is_pregnant("24", {"chest_pain": "yes"})
    assert she.level == "emergency_now"


def test_the_language_she_reads_is_named_and_is_no_link(she: Walker) -> None:
    she.starts()
    languages = she.page.get_by_role("list", name=she.reads("site_wide.language"))
    hers = languages.locator("[aria-current]")
    expect(hers).to_have_text(she.reads(f"language_name.{she.voice.language}"))
    assert hers.get_by_role("link").count() == 0
    assert languages.get_by_role("link").count() == languages.get_by_role("listitem").count() - 1
