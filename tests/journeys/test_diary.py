"""Over the weeks: a check is kept, a week is written, the pain does not settle, the level rises; and all is deleted.

The site of these journeys runs on one's own machine, without an account, with the clock of the test.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Page

from tests.lib.browser import DESK, PHONE, axe_violations
from tests.lib.diaries import calm, state_of
from tests.lib.diary_site import DiarySite, diary_site
from tests.lib.result_opened import opens_the_result
from tests.lib.walker import Walker

FIRST = date(2026, 11, 2)
PATIENCE_MS = 15_000


@pytest.fixture(scope="module")
def local_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiarySite]:
    with diary_site(tmp_path_factory.mktemp("diary"), FIRST) as site:
        yield site


@pytest.fixture
def she(browser: Browser, local_site: DiarySite) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE)
    context.add_cookies([local_site.opens])
    context.set_default_timeout(PATIENCE_MS)
    local_site.set_day(FIRST)
    walker = Walker(context.new_page(), local_site.address)
    yield walker
    deletes_all(walker)
    context.close()


def deletes_all(she: Walker) -> None:
    """The one diary of the machine, so that the next test finds none."""
    she.page.goto(f"{she.site}/diary/rights")
    if she.page.locator("#sure").count():
        she.page.get_by_label("Yes, delete everything").check(force=True)
        she.page.get_by_role("button", name="Delete everything now").click()
        she.page.get_by_role("heading", name="Everything is deleted").wait_for()


def no_fault_at_either_size(page: Page) -> None:
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        assert axe_violations(page) == []


def keeps_a_check(she: Walker, walks: bool = False) -> None:
    """`walks`: through the whole check. Else its result is opened with the answers that such a walk gives."""
    if walks:
        she.starts()
        she.is_pregnant("24")
        she.walks_to_the_result({})
    else:
        opens_the_result(she.page, state_of(calm()), she.site)
    she.page.get_by_role("button", name="Keep it in my diary").click()
    she.page.get_by_role("heading", name="Keep this check").wait_for()
    if walks:
        no_fault_at_either_size(she.page)
    she.page.get_by_role("button", name="Yes, keep it").click()
    she.page.get_by_role("heading", name="Your diary").wait_for()


def writes(page: Page, pain: int) -> None:
    page.locator(f"#pain_now-{pain}").check(force=True)
    page.get_by_role("button", name="Save this day").click()
    page.get_by_text("Saved for").wait_for()


def test_check_keep_a_week_of_entries_not_settling_raised_level(she: Walker, local_site: DiarySite) -> None:
    # Given a check without a danger sign that she keeps
    keeps_a_check(she, walks=True)
    assert she.page.locator(".nhsuk-card--care").count() == 0
    # When she writes for a week, and the pain climbs
    for day, pain in enumerate([4, 5, 6, 8], 2):
        local_site.set_day(FIRST + timedelta(days=day))
        she.page.goto(f"{she.site}/diary")
        writes(she.page, pain)
    # Then it stands at the top, before anything else
    card = she.page.locator(".nhsuk-card--care")
    assert she.page.locator("main .nhsuk-card--care, main form").first.get_attribute("data-level") == "within_2_days"
    assert "went up from 4 to 8" in card.inner_text()
    no_fault_at_either_size(she.page)
    # And on the page for her midwife
    she.page.get_by_role("link", name="A page for my midwife or doctor").click()
    she.page.get_by_text("Her diary since the last check came to: Be seen within two days").wait_for()
    no_fault_at_either_size(she.page)
    she.page.go_back()
    # And the danger questions are one tap away, with her weeks of today
    she.page.get_by_role("button", name="Answer the danger questions now").click()
    she.page.get_by_label("How many weeks are you?").wait_for()
    assert she.page.get_by_label("How many weeks are you?").input_value() in ("24+5", "24.71")


def test_a_place_is_tapped_and_a_wrong_day_is_taken_back(she: Walker, local_site: DiarySite) -> None:
    keeps_a_check(she)
    she.page.locator("label.cw-tap__label[for=sites-5]").first.click()
    writes(she.page, 9)
    assert she.page.locator("#sites-5").is_checked()
    assert she.page.locator(".nhsuk-card--care").count() == 1
    she.page.get_by_role("button", name="Undo").click()
    she.page.get_by_text("Taken back for").wait_for()
    assert she.page.locator(".nhsuk-card--care").count() == 0
    assert not she.page.locator("#pain_now-9").is_checked()


def test_week_scores_rights_and_delete_all(she: Walker, local_site: DiarySite) -> None:
    keeps_a_check(she)
    page = she.page
    page.get_by_role("link", name="This week's questions").click()
    page.fill("#activity-1", "turning in bed")
    page.locator("#score-1-4").check(force=True)
    page.get_by_role("button", name="Save this week").click()
    page.get_by_text("Saved for this week").wait_for()
    no_fault_at_either_size(page)
    page.goto(f"{she.site}/diary/scores")
    assert axe_violations(page) == []
    page.goto(f"{she.site}/diary/rights")
    no_fault_at_either_size(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Everything as JSON").click()
    assert "turning in bed" in taken.value.path().read_text(encoding="utf-8")
    deletes_all(she)
    page.goto(f"{she.site}/diary")
    assert page.get_by_text("Your diary begins with a check that you keep").count() == 1


def test_leaving_quickly_leaves_nothing_on_the_screen(she: Walker, local_site: DiarySite) -> None:
    """And nothing to come back to: the diary's page is gone from the history."""
    keeps_a_check(she)
    she.page.goto(f"{she.site}/when-to-call")
    she.page.goto(f"{she.site}/diary")
    she.page.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    she.page.get_by_role("link", name="Leave this page quickly").click()
    she.page.wait_for_url("https://**")
    she.page.go_back()
    assert she.page.url.endswith("/when-to-call")
