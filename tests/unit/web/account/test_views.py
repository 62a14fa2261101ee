"""Her account: a name and a password, in our words; wrong tries are slowed down, and signing out ends it everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axes.models import AccessAttempt, AccessLog
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from carrywell.web.diary.models import Woman
from carrywell.web.settings_diary import PASSWORD_HASHERS
from tests.lib.diaries import PASSWORD, account, calm, full, here, signed_in, state_of
from tests.lib.mailbox import switch_on

SIGN_IN, SIGN_UP = "/account/sign-in", "/account/sign-up"


@pytest.fixture(autouse=True)
def with_accounts(settings: Any, db: None) -> Iterator[None]:
    settings.DIARY = "accounts"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the true one is slow on purpose
    cache.clear()  # the library counts tries there
    yield
    cache.clear()


def page(answer: Any) -> str:
    text: str = answer.content.decode()
    return text


def addresses() -> list[str]:
    patterns = (str(pattern.pattern) for pattern in get_resolver().url_patterns if hasattr(pattern, "name"))
    parts = {"<int:pk>": "1", "<slug:uidb36>": "1", "<str:key>": "nobodys"}
    hers = [address for address in patterns if address.startswith("account")]
    for part, value in parts.items():
        hers = [address.replace(part, value) for address in hers]
    return [f"/{address}" for address in hers]


def makes_an_account(client: Client, name: str = "anna", password: str = PASSWORD) -> Any:
    return client.post(SIGN_UP, {"username": name, "password1": password})


def test_an_account_is_made_and_leads_to_the_diary(settings: Any) -> None:
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS
    client = here()
    assert makes_an_account(client)["Location"] == "/diary"
    assert "Your diary begins with a check" in page(client.get("/diary"))
    user = get_user_model().objects.get()
    assert user.password.startswith("argon2")
    assert user.email == ""
    assert not Woman.objects.exists()


def test_signing_in_and_out() -> None:
    account("anna", PASSWORD)
    client = here()
    assert client.post(SIGN_IN, {"login": "anna", "password": PASSWORD})["Location"] == "/diary"
    assert client.get("/diary").status_code == 200
    assert client.get("/account/sign-out").status_code == 200
    assert client.post("/account/sign-out").status_code == 302
    assert client.get("/diary")["Location"] == SIGN_IN
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"username": "", "password1": PASSWORD}, "Fill this in"),
        ({"username": "anna", "password1": PASSWORD}, "This name is taken"),
        ({"username": "a b", "password1": PASSWORD}, "Use letters, numbers"),
        ({"username": "bea", "password1": "short"}, "at least ten letters"),
        ({"username": "bea", "password1": "password123"}, "Many people use this password"),
        ({"username": "bea", "password1": "8237401923847"}, "Use letters too"),
        ({"username": "b" * 151, "password1": PASSWORD}, "This is too long"),
    ],
)
def test_what_is_wrong_is_said_in_our_words(form: dict[str, str], says: str) -> None:
    account("anna")
    answer = here().post(SIGN_UP, form)
    assert answer.status_code == 200
    assert says in page(answer)
    assert PASSWORD not in page(answer)
    assert get_user_model().objects.count() == 1


@pytest.mark.parametrize("name", ["anna", "nobody"])
def test_a_wrong_password_does_not_tell_whether_there_is_such_a_name(name: str) -> None:
    account("anna", PASSWORD)
    answer = here().post(SIGN_IN, {"login": name, "password": "a wrong guess"})
    assert "Name and password do not fit together" in page(answer)


def test_after_many_wrong_passwords_there_is_a_pause_even_for_the_right_one(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = False  # the other brake, which counts by where the tries come from
    settings.AXES_FAILURE_LIMIT = 3
    account("anna", PASSWORD)
    client = here()
    for _ in range(3):
        client.post(SIGN_IN, {"login": "anna", "password": "a wrong guess"})
    answer = client.post(SIGN_IN, {"login": "anna", "password": PASSWORD})
    assert answer.status_code == 429
    assert "Too many tries" in page(answer)
    assert answer["Retry-After"] == "900"
    assert client.get("/diary")["Location"] == SIGN_IN
    AccessAttempt.objects.all().delete()  # as time does, after the pause
    assert client.post(SIGN_IN, {"login": "anna", "password": PASSWORD})["Location"] == "/diary"


def test_of_a_sign_in_that_went_well_no_record_stays() -> None:
    account("anna", PASSWORD)
    client = here()
    client.post(SIGN_IN, {"login": "anna", "password": "a wrong guess"})
    client.post(SIGN_IN, {"login": "anna", "password": PASSWORD})
    assert (AccessAttempt.objects.count(), AccessLog.objects.count()) == (0, 0)


def test_the_password_is_changed_only_with_the_old_one() -> None:
    user = account("anna", PASSWORD)
    client = signed_in(user)
    form = {"oldpassword": "not the old one", "password1": "eight grey geese fly"}
    assert "This is not the password" in page(client.post("/account/password", form))
    assert client.post("/account/password", form | {"oldpassword": PASSWORD}).status_code == 302
    user.refresh_from_db()
    assert user.check_password("eight grey geese fly")


def test_keeping_a_check_asks_to_sign_in_first_and_stores_nothing() -> None:
    answer = here().post("/diary/keep", {"state": state_of(calm())})
    assert "Sign in first" in page(answer)
    assert 'name="state"' in page(answer)
    assert not Session.objects.exists()


def test_with_everything_the_account_goes_too() -> None:
    user = account("anna")
    full(user)
    client = signed_in(user)
    assert "Everything is deleted" in page(client.post("/diary/delete", {"sure": "1"}))
    assert not get_user_model().objects.exists()
    assert client.get("/diary")["Location"] == SIGN_IN


def test_an_account_without_a_diary_can_be_deleted() -> None:
    client = signed_in(account("anna"))
    assert "/diary/delete-account" in page(client.get("/diary"))
    client.post("/diary/delete-account", {})
    assert get_user_model().objects.exists()
    client.post("/diary/delete-account", {"sure": "1"})
    assert not get_user_model().objects.exists()


@pytest.mark.parametrize("address", addresses())
def test_every_page_of_the_account_is_ours_in_both_languages(settings: Any, address: str) -> None:
    switch_on(settings)
    client = signed_in(account("anna", PASSWORD))
    for root in ("", "/zh-Hans"):
        answer = client.get(f"{root}{address}")
        assert answer.status_code in (200, 302, 404), answer.status_code
        if answer.status_code == 302:
            assert answer["Location"].startswith(f"{root}/")
        if answer.status_code == 200:
            assert f'lang="{root.strip("/") or "en"}"' in page(answer)
            assert "cw-header__exit" in page(answer)
            assert not any(word in page(answer) for word in ("Username", "Two-Factor", "Security Key", "Authenticator"))


@pytest.mark.parametrize("address", addresses())
@pytest.mark.parametrize("mode", ["off", "local"])
def test_without_accounts_there_is_no_such_page(settings: Any, address: str, mode: str) -> None:
    settings.DIARY = mode
    for method in ("get", "post"):
        assert getattr(here(), method)(address).status_code in (404, 405)


@pytest.mark.parametrize("mails", [True, False])
def test_who_is_signed_out_reaches_only_the_door(settings: Any, mails: bool) -> None:
    if mails:
        switch_on(settings)
    for address in addresses():
        answer = here().get(address)
        open_to_all = address in (SIGN_IN, SIGN_UP) or (mails and address.startswith("/account/forgotten"))
        assert answer.status_code == 200 if open_to_all else answer.status_code in (302, 401, 403, 404), address


def test_another_womans_passkey_is_not_there() -> None:
    from allauth.mfa.models import Authenticator

    anna, bea = account("anna"), account("bea", PASSWORD)
    key = Authenticator.objects.create(user=anna, type=Authenticator.Type.WEBAUTHN, data={})
    client = here()
    client.post(SIGN_IN, {"login": "bea", "password": PASSWORD})
    assert "Is it you" in page(client.get(f"/account/passkeys/{key.pk}/remove", follow=True))
    client.post("/account/again", {"password": PASSWORD})
    for method in ("get", "post"):
        assert getattr(client, method)(f"/account/passkeys/{key.pk}/remove").status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()
    assert bea.pk != anna.pk
