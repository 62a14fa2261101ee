"""With accounts: a check is kept over the sign-in, a passkey takes the place of the password, all is gone at the end.

The site runs in a process of its own, over plain HTTP on this machine, as for a trial.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser

from tests.lib.browser import PHONE
from tests.lib.diaries import PASSWORD, calm, state_of
from tests.lib.diary_site import DiarySite, diary_site
from tests.lib.walker import Walker

FIRST = date(2026, 11, 2)
PATIENCE_MS = 15_000


@pytest.fixture(scope="module")
def site_with_accounts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DiarySite]:
    with diary_site(tmp_path_factory.mktemp("accounts"), FIRST, accounts=True) as site:
        yield site


@pytest.fixture
def she(browser: Browser, site_with_accounts: DiarySite, language: str) -> Iterator[Walker]:
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(PATIENCE_MS)
    yield Walker(context.new_page(), site_with_accounts.address.replace("127.0.0.1", "localhost"), language)
    context.close()


def comes_to(she: Walker, title: str) -> None:
    she.page.get_by_role("heading", name=she.reads(title), exact=True).wait_for()


def makes_an_account(she: Walker, name: str) -> None:
    she.page.goto(f"{she.site}/account/sign-up")
    she.page.locator("input[name=username]").fill(f"{name}-{she.voice.language}")
    she.field("account.password").fill(PASSWORD)
    she.button("account.sign_up.go").click()
    comes_to(she, "diary.title")


def test_a_result_is_kept_after_signing_in_on_another_page(she: Walker) -> None:
    # Given a result, and no account
    she.opens("result", state_of(calm()))
    she.button("keep.diary").click()
    comes_to(she, "diary_keep.sign_in.title")
    # When she makes one on the page that opens beside it
    with she.page.context.expect_page() as opened:
        she.link("diary_keep.sign_in.go").click()
    beside = she.beside(opened.value)
    makes_an_account(beside, "anna")
    # Then the result is still here, and is kept
    she.button("diary_keep.sign_in.back").click()
    she.button("diary_keep.agree").click()
    comes_to(she, "diary.title")
    last = she.reads("diary.again.last", day=she.voice.day(FIRST), level="")
    assert she.page.get_by_text(last).count() == 1


def test_a_passkey_signs_her_in_and_everything_can_be_deleted(she: Walker) -> None:
    # Given an account, and a phone with a lock
    page = she.page
    makes_an_account(she, "bea")
    phone = page.context.new_cdp_session(page)
    phone.send("WebAuthn.enable")
    lock = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True}  # fmt: skip
    phone.send("WebAuthn.addVirtualAuthenticator", {"options": lock})
    # When she adds a passkey
    page.goto(f"{she.site}/account/passkeys")
    she.link("account_key.passkey.add").click()
    she.field("account.password").fill(PASSWORD)
    she.button("account.again.go").click()
    she.field("account_key.passkey.name").fill("my phone")
    she.button("account_key.passkey.add").click()
    comes_to(she, "account_key.codes.title")
    assert page.locator("code").count() == 10
    # And signs out
    page.goto(f"{she.site}/account/sign-out")
    she.button("account.sign_out.go").click()
    page.wait_for_url("**/")
    # Then the passkey alone signs her in
    page.goto(f"{she.site}/account/sign-in")
    she.button("account.sign_in.passkey").click()
    comes_to(she, "diary.title")
    # And for a change of her keys she may say once more who she is, with either
    page.goto(f"{she.site}/account/again")
    assert she.link("account.again.passkey").count() == 1
    she.field("account.password").fill(PASSWORD)
    she.button("account.again.go").click()
    page.goto(f"{she.site}/account/passkeys/add")
    assert she.field("account_key.passkey.name").count() == 1
    # And with everything the account goes
    page.goto(f"{she.site}/diary/delete-account")
    she.field("diary_rights.delete_sure").check(force=True)
    she.button("diary_rights.delete_go").click()
    comes_to(she, "diary_rights.deleted.title")
    page.goto(f"{she.site}/diary")
    page.wait_for_url("**/account/sign-in")
