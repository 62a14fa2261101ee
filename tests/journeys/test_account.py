"""With accounts: a check is kept over the sign-in, a passkey takes the place of the password, all is gone at the end.

The site runs in a process of its own, over plain HTTP on this machine, as for a trial.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, Page

from tests.lib.browser import DESK, PHONE, axe_violations
from tests.lib.diaries import PASSWORD, calm, state_of
from tests.lib.diary_site import DiarySite, diary_site
from tests.lib.result_opened import opens_the_result

FIRST = date(2026, 11, 2)
PATIENCE_MS = 15_000


@pytest.fixture(scope="module")
def site_with_accounts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiarySite]:
    with diary_site(tmp_path_factory.mktemp("accounts"), FIRST, accounts=True) as site:
        yield site


@pytest.fixture
def page(browser: Browser, site_with_accounts: DiarySite) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, base_url=site_with_accounts.address.replace("127.0.0.1", "localhost"))
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def no_fault_at_either_size(page: Page) -> None:
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        assert axe_violations(page) == []


def makes_an_account(page: Page, name: str) -> None:
    page.goto("/account/sign-up")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("heading", name="Your diary").wait_for()


def test_a_result_is_kept_after_signing_in_on_another_page(page: Page) -> None:
    # Given a result, and no account
    opens_the_result(page, state_of(calm()))
    page.get_by_role("button", name="Keep it in my diary").click()
    page.get_by_role("heading", name="Sign in first").wait_for()
    no_fault_at_either_size(page)
    # When she makes one on the page that opens beside it
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in, or make an account").click()
    beside = opened.value
    assert axe_violations(beside) == []
    makes_an_account(beside, "anna")
    # Then the result is still here, and is kept
    page.get_by_role("button", name="I am signed in").click()
    page.get_by_role("button", name="Yes, keep it").click()
    page.get_by_text("At your last check").wait_for()
    assert page.get_by_text("At your last check, on 2 November 2026").count() == 1


def test_a_passkey_signs_her_in_and_everything_can_be_deleted(page: Page) -> None:
    # Given an account, and a phone with a lock
    makes_an_account(page, "bea")
    phone = page.context.new_cdp_session(page)
    phone.send("WebAuthn.enable")
    lock = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    phone.send("WebAuthn.addVirtualAuthenticator", {"options": lock})
    # When she adds a passkey
    page.goto("/account/passkeys")
    assert axe_violations(page) == []
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("A name for it").fill("my phone")
    no_fault_at_either_size(page)
    page.get_by_role("button", name="Add a passkey").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    assert page.locator("code").count() == 10
    # And signs out
    page.goto("/account/sign-out")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    # Then the passkey alone signs her in
    page.goto("/account/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_role("heading", name="Your diary").wait_for()
    # And with everything the account goes
    page.goto("/diary/delete-account")
    page.get_by_label("Yes, delete everything").check(force=True)
    page.get_by_role("button", name="Delete everything now").click()
    page.get_by_role("heading", name="Everything is deleted").wait_for()
    page.goto("/diary")
    page.wait_for_url("**/account/sign-in")
