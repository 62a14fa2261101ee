"""Over the weeks: a check is kept, a week is written, the pain does not settle, the level rises; and all is deleted.

The site of these journeys runs on one's own machine, without an account, with the clock of the test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser

from carrywell.app.engine import open_engine
from tests.lib.browser import PHONE, axe_violations
from tests.lib.diaries import calm, state_of
from tests.lib.diary_site import DiarySite, diary_site
from tests.lib.walker import Walker

FIRST = date(2026, 11, 2)
PATIENCE_MS = 15_000


@pytest.fixture(scope="module")
def local_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiarySite]:
    with diary_site(tmp_path_factory.mktemp("diary"), FIRST) as site:
        yield site


@pytest.fixture
def she(browser: Browser, local_site: DiarySite, language: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE)
    context.add_cookies([local_site.opens])
    context.set_default_timeout(PATIENCE_MS)
    local_site.set_day(FIRST)
    walker = Walker(context.new_page(), local_site.address, language)
    yield walker
    deletes_all(walker)
    context.close()


def deletes_all(she: Walker) -> None:
    """The one diary of the machine, so that the next test finds none."""
    she.page.goto(f"{she.site}/diary/rights")
    if she.page.locator("#sure").count():
        she.field("diary_rights.delete_sure").check(force=True)
        she.button("diary_rights.delete_go").click()
        comes_to(she, "diary_rights.deleted.title")


def comes_to(she: Walker, title: str) -> None:
    she.page.get_by_role("heading", name=she.reads(title), exact=True).wait_for()


def keeps_a_check(she: Walker, walks: bool = False) -> None:
    """`walks`: through the whole check. Else its result is opened with the answers that such a walk gives."""
    if walks:
        she.starts()
        she.is_pregnant("24")
        she.walks_to_the_result({})
    else:
        she.opens("result", state_of(calm()))
    she.button("keep.diary").click()
    comes_to(she, "diary_keep.title")
    she.button("diary_keep.agree").click()
    comes_to(she, "diary.title")


def writes(she: Walker, pain: int) -> None:
    she.page.locator(f"#pain_now-{pain}").check(force=True)
    she.button("diary_day.save").click()
    she.page.locator(".cw-done").wait_for()


def test_check_keep_a_week_of_entries_not_settling_raised_level(she: Walker, local_site: DiarySite) -> None:
    # Given a check without a danger sign that she keeps
    keeps_a_check(she, walks=True)
    assert she.page.locator(".nhsuk-card--care").count() == 0
    # When she writes for a week, and the pain climbs
    for day, pain in enumerate([4, 5, 6, 8], 2):
        local_site.set_day(FIRST + timedelta(days=day))
        she.page.goto(f"{she.site}/diary")
        writes(she, pain)
    # Then it stands at the top, before anything else
    card = she.page.locator(".nhsuk-card--care")
    assert she.page.locator("main .nhsuk-card--care, main form").first.get_attribute("data-level") == "within_2_days"
    assert re.search(r"4\D+8", card.inner_text())
    # And on the page for her midwife
    she.link("diary_paper.open").click()
    level = she.voice(open_engine().knowledge.care_levels["within_2_days"].title)
    she.page.get_by_text(she.reads("diary_paper.raised", level=level)).wait_for()
    she.page.go_back()
    # And the danger questions are one tap away, with her weeks of today
    she.button("diary.raised.ask").click()
    she.field("about.pregnant.weeks").wait_for()
    assert she.field("about.pregnant.weeks").input_value() in ("24+5", "24.71")


def test_a_place_is_tapped_and_a_wrong_day_is_taken_back(she: Walker, local_site: DiarySite) -> None:
    keeps_a_check(she)
    she.page.locator("label.cw-tap__label[for=sites-5]").first.click()
    writes(she, 9)
    assert she.page.locator("#sites-5").is_checked()
    assert she.page.locator(".nhsuk-card--care").count() == 1
    she.button("diary_day.undo").click()
    she.page.get_by_text(she.reads("diary_day.undone", day=she.voice.day(FIRST))).wait_for()
    assert she.page.locator(".nhsuk-card--care").count() == 0
    assert not she.page.locator("#pain_now-9").is_checked()


def test_week_scores_rights_and_delete_all(she: Walker, local_site: DiarySite) -> None:
    keeps_a_check(she)
    page = she.page
    she.link("diary.weekly.go").click()
    page.fill("#activity-1", "turning in bed")
    page.locator("#score-1-4").check(force=True)
    she.button("diary_week.save").click()
    page.get_by_text(she.reads("diary_week.saved")).wait_for()
    page.goto(f"{she.site}/diary/rights")
    with page.expect_download() as taken:
        she.link("diary_rights.json").click()
    assert "turning in bed" in taken.value.path().read_text(encoding="utf-8")
    deletes_all(she)
    page.goto(f"{she.site}/diary")
    assert page.get_by_text(she.reads("diary.not_begun.says")).count() == 1


def test_leaving_quickly_leaves_nothing_on_the_screen(she: Walker, local_site: DiarySite) -> None:
    """And nothing to come back to: the diary's page is gone from the history."""
    keeps_a_check(she)
    she.page.goto(f"{she.site}/when-to-call")
    she.page.goto(f"{she.site}/diary")
    she.page.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    she.link("site_wide.leave").click()
    she.page.wait_for_url("https://**")
    she.page.go_back()
    assert she.page.url.endswith("/when-to-call")


def test_who_did_not_open_it_reads_how(browser: Browser, local_site: DiarySite, language: str) -> None:
    """The one page that is there on her own machine alone."""
    context = browser.new_context(viewport=PHONE)
    she = Walker(context.new_page(), local_site.address, language)
    she.page.goto(f"{she.site}/diary/open?key=wrong")
    assert she.reads("diary_open.new") in she.page.locator("main").inner_text()
    assert axe_violations(she.page) == []
    context.close()
