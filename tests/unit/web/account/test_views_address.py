"""Her mail address: only where the site sends mail, hers once she confirmed it, and gone when she takes it away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client

from carrywell.web.clock import now
from carrywell.web.diary.export import everything
from carrywell.web.diary.models import Access, Woman
from carrywell.web.diary.reminders import Choice, choose
from tests.lib.diaries import PASSWORD, account, full, newcomer, signed_in
from tests.lib.mailbox import ANNA, confirmed, links_in, sent, switch_on

ADDRESS, SIGN_IN = "/account/address", "/account/sign-in"


@pytest.fixture(autouse=True)
def with_mail(settings: Any, db: None) -> Iterator[None]:
    switch_on(settings)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the true one is slow on purpose
    cache.clear()  # the library counts tries there
    yield
    cache.clear()


def asked_again(name: str = "anna", root: str = "") -> Client:
    """Signed in, and her password given once more."""
    client = newcomer()
    client.post(f"{root}{SIGN_IN}", {"login": name, "password": PASSWORD})
    client.post(f"{root}/account/again", {"password": PASSWORD})
    return client


def text(answer: Any) -> str:
    return str(answer.content.decode())


def gives(client: Client, email: str = ANNA, root: str = "") -> str:
    """The link that came."""
    assert client.post(f"{root}{ADDRESS}", {"email": email}).status_code == 302
    [link] = links_in(sent()[-1])
    return link


@pytest.mark.parametrize(("root", "subject"), [("", "Is this your address?"), ("/zh-Hans", "这是您的邮箱地址吗？")])
def test_an_address_is_hers_once_she_has_opened_the_link_and_pressed_the_button(root: str, subject: str) -> None:
    user = account("anna", PASSWORD)
    full(user)
    client = asked_again(root=root)
    link = gives(client, root=root)
    letter = sent()[-1]
    assert (letter.to, letter.subject) == ([ANNA], subject)
    assert link.startswith(f"{root}/account/address/confirm/")
    assert ANNA in text(client.get(f"{root}{ADDRESS}"))
    client.get(link)  # as programs do that look at the links in a mail
    assert EmailAddress.objects.get_verified(user) is None
    answer = client.post(link)
    assert answer.status_code == 200
    assert f'href="{root}/diary/reminders"' in text(answer)
    assert EmailAddress.objects.get_verified(user).email == ANNA
    assert client.get(link).status_code == 404


def test_who_merely_holds_her_phone_puts_in_no_address_of_his_own() -> None:
    account("anna", PASSWORD)
    client = newcomer()
    client.post(SIGN_IN, {"login": "anna", "password": PASSWORD})
    for method in ("get", "post"):
        answer = getattr(client, method)(ADDRESS, {"email": "his@post.example"})
        assert answer["Location"].startswith("/account/again")
    assert not EmailAddress.objects.exists()
    assert sent() == []


def test_a_mail_that_went_astray_confirms_nothing_for_who_finds_it() -> None:
    anna = account("anna", PASSWORD)
    account("bea", PASSWORD)
    link = gives(asked_again())
    assert newcomer().post(link)["Location"].startswith(SIGN_IN)
    bea = asked_again("bea")
    for method in ("get", "post"):
        answer = getattr(bea, method)(link)
        assert answer.status_code == 404
        assert ANNA not in text(answer)
    assert EmailAddress.objects.get(user=anna).verified is False


def test_a_link_that_is_too_old_or_changed_says_so() -> None:
    account("anna", PASSWORD)
    client = asked_again()
    for link in (gives(client) + "x", f"{ADDRESS}/confirm/nobodys"):
        answer = client.post(link)
        assert answer.status_code == 404
        assert "This link does not work" in text(answer)


def test_a_new_address_takes_the_place_of_the_old_once_it_is_confirmed() -> None:
    user = confirmed(account("anna", PASSWORD))
    client = asked_again()
    link = gives(client, "new@post.example")
    assert EmailAddress.objects.get_verified(user).email == ANNA
    client.post(link)
    assert list(EmailAddress.objects.values_list("email", "verified")) == [("new@post.example", True)]
    assert sent()[-1].to == ["new@post.example"]


def test_an_address_of_another_account_is_taken_without_a_word_and_cannot_be_confirmed() -> None:
    """Else the page would tell her who has an account here."""
    confirmed(account("anna", PASSWORD))
    bea = account("bea", PASSWORD)
    client = asked_again("bea")
    assert client.post(gives(client)).status_code == 409
    assert EmailAddress.objects.get_verified(bea) is None


def test_taking_it_away_ends_the_reminders_with_it() -> None:
    user = confirmed(account("anna", PASSWORD))
    woman = full(user)
    choose(woman, Choice("daily", 9), "en", now())
    client = asked_again()
    assert client.post(ADDRESS, {"off": "1"}).status_code == 302
    user.refresh_from_db()
    assert (user.email, EmailAddress.objects.exists()) == ("", False)
    woman.refresh_from_db()
    assert (woman.remind, woman.remind_next) == ("", None)
    assert Access.objects.filter(woman=woman, what="address").exists()


@pytest.mark.parametrize("email", ["", "anna", "anna@", "a\0b@post.example", f"{'a' * 300}@post.example"])
def test_what_is_no_address_is_said_in_our_words(email: str) -> None:
    account("anna", PASSWORD)
    answer = asked_again().post(ADDRESS, {"email": email})
    assert answer.status_code == 422
    assert any(says in text(answer) for says in ("Enter a mail address", "Fill this in", "too long"))
    assert "Enter a valid" not in text(answer)
    assert sent() == []


def test_the_link_is_sent_again_when_she_asks() -> None:
    account("anna", PASSWORD)
    client = asked_again()
    gives(client)
    client.post(ADDRESS, {"again": "1"})
    assert [letter.to for letter in sent()] == [[ANNA]] * 2


def test_mail_is_not_sent_without_end(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"manage_email": "2/h/user"}
    account("anna", PASSWORD)
    client = asked_again()
    answers = [client.post(ADDRESS, {"email": f"a{number}@post.example"}).status_code for number in range(3)]
    assert answers == [302, 302, 429]
    assert len(sent()) == 2


def test_what_she_takes_with_her_has_it_and_what_she_deletes_is_gone() -> None:
    user = confirmed(account("anna", PASSWORD))
    woman = full(user)
    told = everything(woman)["account"]
    assert told["addresses"] == [{"email": ANNA, "confirmed": True}]
    assert ANNA not in str(everything(full(account("bea"), weeks=30)))
    signed_in(user).post("/diary/delete", {"sure": "1"})
    assert not EmailAddress.objects.exists()
    assert Woman.objects.count() == 1


@pytest.mark.parametrize("address", ["/account", SIGN_IN, "/account/sign-up", "/diary", "/diary/rights"])
@pytest.mark.parametrize("root", ["", "/zh-Hans"])
def test_without_a_mail_server_no_page_says_anything_of_mail(settings: Any, address: str, root: str) -> None:
    settings.MAIL = False
    user = account("anna")
    full(user)
    Access.objects.all().delete()
    client = newcomer() if address in (SIGN_IN, "/account/sign-up") else signed_in(user)
    page = text(client.get(f"{root}{address}"))
    assert not any(part in page for part in ("/account/address", "/account/forgotten", "/diary/reminders", "by mail"))


@pytest.mark.parametrize(("hours", "status"), [(71, 200), (73, 404)])
def test_a_confirmation_is_good_for_three_days(monkeypatch: pytest.MonkeyPatch, hours: int, status: int) -> None:
    account("anna", PASSWORD)
    client = asked_again()
    link = gives(client)
    later = now().timestamp() + timedelta(hours=hours).total_seconds()
    monkeypatch.setattr("django.core.signing.time", SimpleNamespace(time=lambda: later))
    assert client.get(link).status_code == status
