"""Guesses at a password: by name whatever the letters' case; no stranger's guesses stop the others."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import Client

from carrywell.web.account.adapter import as_counted
from carrywell.web.diary.store import erase_account
from carrywell.web.settings_diary import proxies_of, rate_limits
from tests.lib.diaries import PASSWORD, account, newcomer

SIGN_IN, SIGN_UP = "/account/sign-in", "/account/sign-up"


@pytest.fixture(autouse=True)
def with_accounts(settings: Any, db: None) -> Iterator[None]:
    settings.DIARY = "accounts"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the true one is slow on purpose
    cache.clear()  # the library counts tries there
    yield
    cache.clear()


def guesses(name: str, **asked: str) -> int:
    form = {"login": name, "password": "a wrong guess"}
    return int(newcomer().post(SIGN_IN, form, **asked).status_code)


def signs_in(client: Client, password: str = PASSWORD, root: str = "", **asked: str) -> Any:
    return client.post(f"{root}{SIGN_IN}", {"login": "anna", "password": password}, **asked)


def test_capitals_make_no_new_name_to_guess_at(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = False  # the other brake, so that this one is seen
    account("anna", PASSWORD)
    names = ["".join(letters) for letters in product("aA", "nN", "nN", "aA")]
    assert [guesses(name) for name in names[:10]] == [200] * 8 + [429] * 2
    assert set(AccessAttempt.objects.values_list("username", flat=True)) == {"anna"}


@pytest.mark.parametrize("name", ["ANNA", " anna", "an\0na"])
def test_names_that_reach_the_same_account_count_as_one(name: str) -> None:
    assert as_counted(name) == "anna"


def test_a_letter_that_shares_its_capital_counts_as_the_same() -> None:
    assert as_counted("ſam") == as_counted("sam") == as_counted("SAM")


def test_with_an_account_the_wrong_tries_at_it_go_however_they_were_written() -> None:
    anna = account("Anna", PASSWORD)
    guesses("aNNa"), guesses("Bea")
    erase_account(anna)
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["bea"]


def test_behind_a_proxy_that_is_not_counted_nobody_is_stopped_by_anothers_guesses(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = rate_limits(0)
    account("anna", PASSWORD)
    for number in range(40):
        assert guesses(f"name{number}", REMOTE_ADDR="127.0.0.1") == 200
    assert signs_in(newcomer(), REMOTE_ADDR="127.0.0.1")["Location"] == "/diary"
    for number in range(25):
        assert newcomer().post(SIGN_UP, {"username": f"n{number}", "password1": "x"}).status_code == 200


def test_with_the_proxy_counted_only_the_one_who_guesses_is_stopped(settings: Any) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = rate_limits(1)
    account("anna", PASSWORD)
    answers = [guesses(f"name{number}", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, 192.0.2.7") for number in range(31)]
    assert answers == [200] * 30 + [429]  # the address that she sends herself counts for nothing
    assert signs_in(newcomer(), HTTP_X_FORWARDED_FOR="192.0.2.8")["Location"] == "/diary"


@pytest.mark.parametrize(("root", "says"), [("", "Too many tries"), ("/zh-Hans", "试的次数太多")])
def test_who_is_stopped_gets_a_page_of_ours_with_a_way_out(settings: Any, root: str, says: str) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    signs_in(newcomer(), "a wrong guess", root)
    answer = signs_in(newcomer(), "a wrong guess", root)
    text = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (429, "300")
    assert says in text
    assert f'href="{root}/check"' in text
    assert f'lang="{root.strip("/") or "en"}"' in text


def test_of_the_browser_that_guessed_nothing_is_stored() -> None:
    """PostgreSQL would refuse the NUL, and the page would fail."""
    assert guesses("anna", HTTP_USER_AGENT="a\0b", HTTP_ACCEPT="c\0d") == 200
    tried = AccessAttempt.objects.get()
    assert tried.user_agent == "<unknown>"
    assert "\0" not in tried.http_accept


def test_signing_in_leads_to_the_page_of_the_diary_that_was_asked_for() -> None:
    account("anna", PASSWORD)
    client = newcomer()
    for root in ("", "/zh-Hans"):
        address = client.get(f"{root}/diary/week")["Location"]
        assert address.startswith(f"{root}{SIGN_IN}?next=")
        onward = f'name="next" value="{root}/diary/week"'
        assert client.get(address).content.decode().count(onward) == 2  # with a password, or with a passkey
    answer = client.post(SIGN_IN, {"login": "anna", "password": PASSWORD, "next": "/diary/week"})
    assert answer["Location"] == "/diary/week"


@pytest.mark.parametrize("elsewhere", ["https://carrywell.example/", "//carrywell.example", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(elsewhere: str) -> None:
    account("anna", PASSWORD)
    form = {"login": "anna", "password": PASSWORD, "next": elsewhere}
    assert newcomer().post(SIGN_IN, form)["Location"] == "/diary"


@pytest.mark.parametrize(("given", "count"), [("", 0), ("0", 0), ("2", 2)])
def test_the_number_of_proxies_is_read(given: str, count: int) -> None:
    assert proxies_of({"CARRYWELL_PROXIES": given}) == count


@pytest.mark.parametrize("given", ["-1", "one", "10", "²"])
def test_no_such_number_of_proxies_is_said(given: str) -> None:
    with pytest.raises(ValueError, match=r"CARRYWELL_PROXIES: found .* allowed is a number from 0 to 9"):
        proxies_of({"CARRYWELL_PROXIES": given})
