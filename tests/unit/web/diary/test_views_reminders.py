"""Reminders by mail: off until she chooses, and ended by the link in a mail, by her or by her mail program."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings as site_settings
from django.test import Client, override_settings

from carrywell.knowledge.pseudo import ACCENTED
from carrywell.web.diary.models import Access, Woman
from carrywell.web.diary.reminders import Choice, choose, chosen, key_to_stop
from tests.lib.diaries import NOON, account, full, here, newcomer, signed_in
from tests.lib.mailbox import ANNA, confirmed, switch_on
from tests.unit.web.test_untranslated import english_in

REMINDERS = "/diary/reminders"
CHOICE = {"rhythm": "weekly", "hour": "20", "weekday": "6"}
DAILY = Choice("daily", 9)


@pytest.fixture(autouse=True)
def with_mail(settings: Any, db: None) -> None:
    switch_on(settings)


@pytest.fixture
def anna() -> Woman:
    return full(confirmed(account("anna")))


def text(answer: Any) -> str:
    return str(answer.content.decode())


def again(woman: Woman) -> Woman:
    return Woman.objects.get(pk=woman.pk)


@pytest.mark.parametrize(("root", "language"), [("", "en"), ("/zh-Hans", "zh-Hans")])
def test_off_until_she_chooses_and_then_in_the_language_she_chose_it_in(anna: Woman, root: str, language: str) -> None:
    client = signed_in(anna.user)
    page = client.get(f"{root}{REMINDERS}")
    assert 'value="off" checked' in text(page)
    assert ANNA in text(page)
    assert client.post(f"{root}{REMINDERS}", CHOICE)["Location"] == f"{root}{REMINDERS}?saved"
    assert chosen(again(anna)) == Choice("weekly", 20, 6)
    assert again(anna).remind_language == language
    page = text(client.get(f"{root}{REMINDERS}"))
    assert 'value="weekly" checked' in page
    assert '<option value="20" selected>20:00' in page
    client.post(f"{root}{REMINDERS}", CHOICE | {"rhythm": "off"})
    assert (chosen(again(anna)), again(anna).remind_next) == (None, None)
    assert Access.objects.filter(woman=anna, what="reminder").count() == 2


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"rhythm": "hourly"}, "Choose how often"),
        ({"rhythm": ""}, "Choose how often"),
        ({"hour": "24"}, "Choose a time"),
        ({"hour": "٣"}, "Choose a time"),
        ({"weekday": "7"}, "Choose a day of the week"),
        ({"weekday": ""}, "Choose a day of the week"),
    ],
)
def test_what_cannot_be_chosen_is_said_and_nothing_is_stored(anna: Woman, wrong: dict[str, str], says: str) -> None:
    answer = signed_in(anna.user).post(REMINDERS, CHOICE | wrong)
    assert answer.status_code == 422
    assert says in text(answer)
    assert chosen(again(anna)) is None


def test_without_a_confirmed_address_there_is_nothing_to_choose() -> None:
    woman = full(account("anna"))
    client = signed_in(woman.user)
    for answer in (client.get(REMINDERS), client.post(REMINDERS, CHOICE)):
        assert "First give a mail address" in text(answer)
        assert 'name="rhythm"' not in text(answer)
    assert chosen(again(woman)) is None


def test_another_womans_choice_is_hers(anna: Woman) -> None:
    bea = full(confirmed(account("bea"), "bea@post.example"))
    client = signed_in(bea.user)
    client.post(REMINDERS, CHOICE)
    assert ANNA not in text(client.get(REMINDERS))
    assert chosen(again(anna)) is None


@pytest.mark.parametrize("root", ["", "/zh-Hans"])
def test_the_link_in_a_mail_ends_them_without_signing_in(anna: Woman, root: str) -> None:
    choose(anna, DAILY, "en", NOON)
    client, address = newcomer(strict=True), f"{root}/note/stop/{key_to_stop(anna)}"
    for method in ("get", "head"):
        assert getattr(client, method)(address).status_code == 200
    assert chosen(again(anna)) == DAILY  # a look ends nothing: programs look, too
    answer = client.post(address)
    assert answer.status_code == 200
    assert chosen(again(anna)) is None
    assert Access.objects.filter(woman=anna, what="reminder").count() == 1
    assert ("The notes have ended" if not root else "备忘已停止") in text(answer)
    assert client.post(address).status_code == 200
    assert Access.objects.filter(woman=anna, what="reminder").count() == 1
    assert not client.cookies


def test_a_mail_program_ends_them_by_itself(anna: Woman) -> None:
    choose(anna, DAILY, "en", NOON)
    address = f"/note/stop/{key_to_stop(anna)}"
    assert newcomer(strict=True).post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert chosen(again(anna)) is None


def test_her_key_ends_hers_alone_and_a_changed_one_ends_none(anna: Woman) -> None:
    bea = full(confirmed(account("bea"), "bea@post.example"))
    for woman in (anna, bea):
        choose(woman, DAILY, "en", NOON)
    signature = key_to_stop(bea).partition(".")[2]
    for wrong in (f"{anna.pk}.{signature}", f"{anna.pk}", f"{anna.pk}.x", key_to_stop(anna) + "x"):
        for method in ("get", "post", "head", "put", "patch", "delete", "options"):
            assert getattr(newcomer(), method)(f"/note/stop/{wrong}").status_code in (404, 405)
    assert newcomer().post(f"/note/stop/{key_to_stop(bea)}").status_code == 200
    assert (chosen(again(anna)), chosen(again(bea))) == (DAILY, None)


def test_the_page_that_ends_them_is_kept_by_nobody_and_shows_nothing_of_hers(anna: Woman) -> None:
    choose(anna, DAILY, "en", NOON)
    answer = newcomer().get(f"/note/stop/{key_to_stop(anna)}")
    assert "no-store" in answer["Cache-Control"]
    assert not any(word in text(answer) for word in (ANNA, "anna", "a long walk", "You can care for this"))


@pytest.mark.parametrize("mode", ["off", "local"])
def test_without_accounts_there_is_no_such_page(settings: Any, anna: Woman, mode: str) -> None:
    settings.DIARY, settings.MAIL = mode, False
    for address in (REMINDERS, "/note", f"/note/stop/{key_to_stop(anna)}"):
        for method in ("get", "post"):
            assert getattr(here(), method)(address).status_code in (404, 405), address


FORGOTTEN = "/account/forgotten"


@pytest.mark.parametrize(
    "address",
    [REMINDERS, FORGOTTEN, f"{FORGOTTEN}/sent", f"{FORGOTTEN}/set", f"{FORGOTTEN}/1/x", "/account/address/confirm/x",
     "/note/stop/"],
)  # fmt: skip
def test_every_page_of_it_can_be_translated_whole(anna: Woman, address: str) -> None:
    [first, *_] = site_settings.TEMPLATES
    spoken = ("en", "zh-Hans", ACCENTED)
    templates = [first | {"NAME": name, "OPTIONS": first["OPTIONS"] | {"language": name}} for name in spoken]
    with override_settings(SPOKEN=spoken, TEMPLATES=templates):
        client: Client = signed_in(anna.user)
        path = f"{address}{key_to_stop(anna)}" if address.endswith("/") else address
        page = text(client.get(f"/{ACCENTED}{path}")).replace(ANNA, "")
    assert len(page) > 1000
    assert english_in(page) == []
