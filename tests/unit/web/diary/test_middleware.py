"""Session, sign-in and the form's token, for her pages alone; and a form only from the site's own pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from carrywell.web import settings_diary
from carrywell.web.diary.models import Week, Woman
from tests.lib.diaries import account, full, here, signed_in

TOKEN = "t" * 32


def strict_client(user: Any) -> Client:
    client = signed_in(user, strict=True)
    client.cookies["carrywell-form"] = TOKEN
    return client


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("https://localhost", 302),  # as a browser says behind a proxy that does TLS
        ("http://localhost", 302),
        ("https://elsewhere.example", 403),
        ("null", 403),
        (None, 302),
    ],
)
def test_a_form_counts_only_from_the_sites_own_pages(
    with_accounts: None, settings: Any, origin: str | None, status: int
) -> None:
    settings.CSRF_TRUSTED_ORIGINS = ["https://localhost"]
    anna = account("anna")
    full(anna)
    headers = {} if origin is None else {"origin": origin}
    form = {"activity-1": "new", "csrfmiddlewaretoken": TOKEN}
    assert strict_client(anna).post("/diary/week", form, headers=headers).status_code == status
    told = [activity["name"] for week in Week.objects.all() for activity in week.activities]
    assert ("new" in told) == (status == 302)


def test_a_refused_form_is_said_in_words_of_ours(local: Client, hers: Woman) -> None:
    answer = here(strict=True).post("/diary/delete", {"sure": "1"})
    assert answer.status_code == 403
    assert "We did not do this" in answer.content.decode()
    assert Woman.objects.exists()


def test_on_her_own_machine_there_is_no_session(local: Client, hers: Woman) -> None:
    answer = here().get("/diary/week")
    assert set(answer.cookies) == {"carrywell-form"}
    cookie = answer.cookies["carrywell-form"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")


def test_a_page_that_needs_no_cookie_sets_none(with_accounts: None) -> None:
    for address in ("/", "/check", "/when-to-call", "/healthy"):
        assert not here().get(address).cookies


def test_her_language_stays_over_what_leads_on(with_accounts: None) -> None:
    assert here().get("/zh-Hans/diary")["Location"] == "/zh-Hans/account/sign-in"
    assert signed_in(account("anna")).get("/zh-Hans/account/sign-in")["Location"] == "/zh-Hans/diary"


@pytest.mark.parametrize(
    ("environment", "mode"),
    [
        ({}, "off"),
        ({"CARRYWELL_LOCAL": "1"}, "local"),
        ({"CARRYWELL_ACCOUNTS": "1"}, "accounts"),
        ({"CARRYWELL_ACCOUNTS": "1", "CARRYWELL_LOCAL": "1"}, "accounts"),
        ({"CARRYWELL_ACCOUNTS": "0", "CARRYWELL_LOCAL": "yes"}, "off"),
    ],
)
def test_a_site_keeps_no_diary_unless_it_is_said(environment: dict[str, str], mode: str) -> None:
    assert settings_diary.mode_of(environment) == mode
