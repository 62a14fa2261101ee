"""A forgotten password: a link to the address that she confirmed, and nobody learns who has an account."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import Client

from carrywell.web.clock import now
from carrywell.web.diary.models import Access
from carrywell.web.logs import JsonLines, WithoutMessage
from carrywell.web.settings_diary import rate_limits
from tests.lib.diaries import PASSWORD, account, full, newcomer, signed_in
from tests.lib.mailbox import ANNA, confirmed, links_in, sent, switch_on

FORGOTTEN, SIGN_IN, NEW = "/account/forgotten", "/account/sign-in", "eight grey geese fly"
_REFUSED = SMTPRecipientsRefused({ANNA: (550, b"no such user anna")})


@pytest.fixture(autouse=True)
def with_mail(settings: Any, db: None) -> Iterator[None]:
    switch_on(settings)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # the true one is slow on purpose
    cache.clear()  # the library counts tries there
    yield
    cache.clear()


def link_sent(root: str = "") -> str:
    newcomer().post(f"{root}{FORGOTTEN}", {"email": ANNA})
    [link] = links_in(sent()[-1])
    return link


def sets(client: Client, link: str, password: str = NEW) -> Any:
    form = client.get(link)["Location"]
    return client.post(form, {"password1": password})


@pytest.mark.parametrize("root", ["", "/zh-Hans"])
def test_the_link_in_the_mail_leads_to_a_new_password(root: str) -> None:
    user = confirmed(account("anna", PASSWORD))
    woman = full(user)
    held = signed_in(user)
    link = link_sent(root)
    client = newcomer()
    assert client.get(link)["Location"].startswith(f"{root}/account/forgotten/")
    assert sets(client, link)["Location"] == f"{root}/account/forgotten/set"
    assert client.get(f"{root}/account/forgotten/set").status_code == 200
    assert newcomer().post(SIGN_IN, {"login": "anna", "password": NEW})["Location"] == "/diary"
    assert held.get("/diary").status_code == 302  # whoever was signed in with the old one is out
    assert Access.objects.filter(woman=woman, what="password").count() == 1
    assert newcomer().get(link).status_code == 200  # and says that it works once
    assert "http" not in newcomer().get(link).get("Location", "")
    assert client.get("/diary").status_code == 302  # the link alone signs nobody in


@pytest.mark.parametrize("email", [ANNA, "nobody@post.example", "waits@post.example"])
def test_the_answer_is_the_same_whoever_has_an_account(email: str) -> None:
    user = confirmed(account("anna", PASSWORD))
    EmailAddress.objects.create(user=user, email="waits@post.example")
    client = newcomer()
    answer = client.post(FORGOTTEN, {"email": email})
    assert (answer.status_code, answer["Location"]) == (302, "/account/forgotten/sent")
    assert {letter.to[0] for letter in sent()} == ({ANNA} if email == ANNA else set())
    assert email not in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("email", ["ANNA@post.example", " anna@post.example "])
def test_capitals_make_no_other_address(email: str) -> None:
    confirmed(account("anna", PASSWORD))
    newcomer().post(FORGOTTEN, {"email": email})
    assert sent()[-1].to == [ANNA]


@pytest.mark.parametrize("email", ["anna@post.exampıe", "mi\u212ae@post.example", "anna@po\u017ft.example"])
def test_letters_that_look_alike_reach_nobody_but_whose_they_are(email: str) -> None:
    """Some letters have the same capital as another one; a mail must not go where she has no mailbox."""
    confirmed(account("anna", PASSWORD))
    confirmed(account("mike", PASSWORD), "mike@post.example")
    newcomer().post(FORGOTTEN, {"email": email})
    assert {letter.to[0] for letter in sent()} <= {ANNA, "mike@post.example"}


def test_too_many_are_refused_alike_for_known_and_unknown(settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = rate_limits(0)
    confirmed(account("anna", PASSWORD))
    for email in (ANNA, "nobody@post.example"):
        answers = [newcomer().post(FORGOTTEN, {"email": email}) for _ in range(4)]
        assert [answer.status_code for answer in answers] == [302] * 3 + [429]
        assert "Too many tries" in answers[-1].content.decode()
    assert len(sent()) == 3


def test_a_weak_password_is_refused_in_our_words() -> None:
    user = confirmed(account("anna", PASSWORD))
    answer = sets(newcomer(), link_sent(), "short")
    assert "at least ten letters" in answer.content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize("change", [lambda link: link + "0", lambda link: f"{FORGOTTEN}/1/nobodys"])
def test_a_link_that_was_not_sent_sets_nothing(change: Any) -> None:
    user = confirmed(account("anna", PASSWORD))
    link = change(link_sent())
    for method in ("get", "post"):
        answer = getattr(newcomer(), method)(link, {"password1": NEW})
        assert "This link does not work" in answer.content.decode()
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


@pytest.mark.parametrize(("minutes", "works"), [(59, True), (61, False)])
def test_a_link_is_good_for_an_hour(monkeypatch: pytest.MonkeyPatch, minutes: int, works: bool) -> None:
    confirmed(account("anna", PASSWORD))
    link, later = link_sent(), now() + timedelta(minutes=minutes)
    monkeypatch.setattr("allauth.account.forms.default_token_generator._now", lambda: later)
    answer = newcomer().get(link)
    assert answer.status_code == (302 if works else 200)
    assert works or "This link does not work" in answer.content.decode()


def test_another_womans_link_sets_no_password_of_hers() -> None:
    confirmed(account("anna", PASSWORD))
    bea = account("bea", PASSWORD)
    link = link_sent()
    uid = link.split("/")[-2]
    answer = newcomer().get(link.replace(f"/{uid}/", f"/{user_pk_to_url_str(bea)}/"))
    assert "This link does not work" in answer.content.decode()


def test_with_the_new_password_the_wrong_tries_at_the_old_one_no_longer_keep_her_out() -> None:
    confirmed(account("anna", PASSWORD))
    newcomer().post(SIGN_IN, {"login": "anna", "password": "a wrong guess"})
    assert AccessAttempt.objects.exists()
    sets(newcomer(), link_sent())
    assert not AccessAttempt.objects.exists()


def test_a_link_takes_its_site_from_the_settings_and_not_from_who_asks(settings: Any) -> None:
    """Else a stranger could have her sent a link to a site of his own."""
    settings.ALLOWED_HOSTS = ["*"]
    confirmed(account("anna", PASSWORD))
    newcomer().post(FORGOTTEN, {"email": ANNA}, HTTP_HOST="evil.example", HTTP_X_FORWARDED_HOST="evil.example")
    assert "evil.example" not in str(sent()[-1].body)


def test_a_server_that_does_not_take_it_is_told_in_the_log_without_the_address(
    settings: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuses(*_: Any) -> None:
        raise _REFUSED  # its own line stands in the log

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuses)
    monkeypatch.setattr("carrywell.web.account.letters._log.propagate", True)
    confirmed(account("anna", PASSWORD))
    assert newcomer().post(FORGOTTEN, {"email": ANNA})["Location"] == "/account/forgotten/sent"
    assert sent() == []
    [record] = [record for record in caplog.records if record.name == "carrywell.mail"]
    for formatter in (WithoutMessage(), JsonLines()):
        assert "SMTPRecipientsRefused" in formatter.format(record)
        assert "anna" not in formatter.format(record)
