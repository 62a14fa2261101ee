"""Two women's data never meet: every address, by every method, asked by whom it is not for.

The addresses are taken from the site itself, so a new one is asked too; one that this test cannot ask makes it fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import URLPattern, get_resolver

from carrywell.web.clock import today
from carrywell.web.diary.models import Access, Day, KeptCheck, Score, Week, Woman
from tests.lib.diaries import account, calm, check_kept, full, here, signed_in, state_of
from tests.lib.mailbox import confirmed, switch_on

METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
HER_FORM = {
    "state": state_of(calm()),
    "pain_now": "9",
    "line": "not hers",
    "sure": "1",
    "instrument": "odi",
    "total": "9",
    "rhythm": "daily",
    "hour": "9",
    "weekday": "0",
}
# What a woman without a diary, or who is signed out, may see: that there is something to sign in to, and consent.
OPEN = {"diary-keep"}
ONWARD = {"note": "/diary"}  # where a mail leads: on to the diary, which asks who she is
BY_KEY = {"note-stop"}  # opens to a key that the site signed, and to nothing else; no sign-in, and so no token
TABLES = (Woman, KeptCheck, Day, Week, Score)


def diary_patterns() -> Iterator[URLPattern]:
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLPattern) and str(pattern.pattern).startswith(("diary", "note")):
            yield pattern


NAMED = [(pattern.name or "", str(pattern.pattern)) for pattern in diary_patterns()]


@pytest.fixture(autouse=True)
def with_mail(settings: Any) -> None:
    """So that no address is refused only since there is no mail."""
    switch_on(settings)
    settings.DIARY = "off"


def addresses_of(woman: Woman) -> dict[str, str]:
    """Every address that leads to something of hers, by the name of its pattern."""
    yesterday = (today() - timedelta(days=1)).isoformat()
    ids = {"check": check_kept(woman).pk, "scores": Score.objects.get(woman=woman).pk}
    found = {}
    for name, pattern in NAMED:
        part = pattern.split("/")[1] if "/" in pattern else ""
        address = (
            pattern.replace("<str:named>", yesterday).replace("<slug:kind>", "json").replace("<str:key>", "nobodys")
        )
        found[name] = "/" + address.replace("<uuid:id_>", str(ids.get(part, "")))
    return found


def stored() -> list[dict[str, Any]]:
    """All rows but the accesses, to see that nothing changed."""
    return [model_to_dict(row) | {"pk": row.pk} for model in TABLES for row in model.objects.order_by("pk")]


def test_every_address_can_be_asked() -> None:
    assert len(NAMED) >= 14
    assert all("<" not in pattern or pattern.count("<") == 1 for _, pattern in NAMED)


def sends(client: Client, method: str, address: str) -> Any:
    return getattr(client, method)(address, HER_FORM) if method in ("get", "post") else getattr(client, method)(address)


@pytest.mark.parametrize("name", [name for name, _ in NAMED])
def test_who_is_signed_out_gets_nothing(with_accounts: None, name: str) -> None:
    woman = full(account("anna"))
    before, accesses = stored(), Access.objects.count()
    for method in METHODS:
        answer = sends(here(), method, addresses_of(woman)[name])
        assert answer.status_code in ((200, 405) if name in OPEN else (302, 403, 404, 405)), method
        if answer.status_code == 302:
            assert answer["Location"].split("?")[0] == ONWARD.get(name, "/account/sign-in")
        assert "a long walk" not in answer.content.decode()
        assert (stored(), Access.objects.count()) == (before, accesses), method


@pytest.mark.parametrize("name", [name for name, pattern in NAMED if "<uuid" in pattern])
def test_another_womans_ids_are_not_there(with_accounts: None, name: str) -> None:
    """The same answer as for an id that nobody has: not even that it exists can be learnt."""
    anna, bea = full(account("anna")), account("bea")
    full(bea, weeks=30)
    before, address = stored(), addresses_of(anna)[name]
    client, nobodys = signed_in(bea), address.replace(address.split("/")[3], str(uuid4()))
    for method in METHODS:
        answer = sends(client, method, address)
        assert answer.status_code in (404, 405), method
        assert answer.status_code == sends(client, method, nobodys).status_code
        assert stored() == before, method


@pytest.mark.parametrize("name", [name for name, _ in NAMED])
def test_a_session_that_ran_out_is_no_session(with_accounts: None, name: str) -> None:
    anna = account("anna")
    woman, client = full(anna), signed_in(anna)
    assert client.get("/diary").status_code == 200
    Session.objects.update(expire_date=Session.objects.get().expire_date - timedelta(days=15))
    before, address = stored(), addresses_of(woman)[name]
    for method in ("get", "post"):
        answer = sends(client, method, address)
        assert answer.status_code in ((200, 405) if name in OPEN else (302, 403, 404, 405))
        assert "a long walk" not in answer.content.decode()
    assert stored() == before


@pytest.mark.parametrize("name", [name for name, _ in NAMED if name not in OPEN])
def test_a_form_without_the_token_of_its_page_changes_nothing(with_accounts: None, name: str) -> None:
    anna = confirmed(account("anna"))
    woman, client = full(anna), signed_in(anna, strict=True)
    client.get("/diary/rights")  # the cookie that the token belongs to
    before = stored()
    for token in ({}, {"csrfmiddlewaretoken": "x" * 64}, {"csrfmiddlewaretoken": "wrong"}):
        answer = client.post(addresses_of(woman)[name], HER_FORM | token)
        assert answer.status_code in ((404,) if name in BY_KEY else (403, 405))
        assert stored() == before


def test_another_womans_token_is_no_token(with_accounts: None) -> None:
    anna, bea = account("anna"), account("bea")
    woman, hers, other = full(anna), signed_in(anna, strict=True), signed_in(bea, strict=True)
    full(bea)
    hers.get("/diary/rights"), other.get("/diary/rights")
    before = stored()
    token = other.cookies["carrywell-form"].value
    assert hers.post("/diary/delete", {"sure": "1", "csrfmiddlewaretoken": token}).status_code == 403
    assert stored() == before
    assert Woman.objects.filter(pk=woman.pk).exists()


def test_what_she_takes_with_her_is_hers_alone(with_accounts: None) -> None:
    anna, bea = account("anna"), account("bea")
    full(anna), full(bea, weeks=31)
    told = signed_in(anna).get("/diary/take/json").json()
    assert [check["case"]["about"]["weeks_pregnant"] for check in told["checks"]] == [24]
    assert told["account"]["name"] == "anna"
    assert "bea" not in str(told)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "localhost:8000", "[::1]:8000"])
def test_her_own_machine_asks_for_itself(local: Client, hers: Woman, host: str) -> None:
    assert local.get("/diary", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "asked",
    [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}, {"HTTP_FORWARDED": "for=192.0.2.7"},
     {"HTTP_HOST": "carrywell.example"}, {"HTTP_VIA": "1.1 proxy"}],
    ids=lambda asked: next(iter(asked)),
)  # fmt: skip
def test_the_one_diary_of_a_machine_opens_to_that_machine_alone(
    local: Client, hers: Woman, settings: Any, asked: dict[str, str]
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    before = stored()
    for address in addresses_of(hers).values():
        for method in ("get", "post"):
            assert getattr(local, method)(address, HER_FORM, **asked).status_code in (404, 405), address
    assert stored() == before


@pytest.mark.parametrize("name", [name for name, _ in NAMED])
def test_without_a_diary_there_is_no_address(settings: Any, name: str) -> None:
    """And no database either: this test may not touch one."""
    settings.DIARY = "off"
    address = "/" + dict(NAMED)[name].replace("<uuid:id_>", str(uuid4())).replace("<str:named>", "2026-11-25")
    for method in ("get", "post"):
        assert sends(here(), method, address.replace("<slug:kind>", "json").replace("<str:key>", "x")).status_code in (
            404,
            405,
        )
