"""The calendar feed: the days alone, for who has the address, for as long as she wants."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from carrywell.app.engine import open_engine
from carrywell.web.clock import today
from carrywell.web.diary.calendar import days_to_look, feed
from carrywell.web.diary.models import Access, Woman
from tests.lib.diaries import account, full, here, signed_in


def address_on(answer: Any) -> str:
    """What stands on the page for her to copy."""
    found = re.search(r">http://localhost(/[^<]+\.ics)<", answer.content.decode())
    assert found
    return found[1]


def events(answer: Any) -> list[Any]:
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def test_the_feed_names_days_and_nothing_about_her(local: Client, hers: Woman) -> None:
    address = address_on(local.post("/diary/calendar"))
    answer = here().get(address)
    assert answer["Content-Type"].startswith("text/calendar")
    found = events(answer)
    assert {str(event["summary"]) for event in found} == {"A note to yourself"}
    assert found[0]["dtstart"].dt >= today()
    said = answer.content.decode().lower()
    assert not any(word in said for word in ("pain", "pregnan", "back", "diary", "check", "week 2", "description"))


def test_each_week_has_its_day_from_the_one_that_is_due() -> None:
    days = list(days_to_look(date(2026, 11, 9), date(2026, 11, 2)))
    assert days[0] == date(2026, 11, 9)
    assert {later - earlier for earlier, later in pairwise(days)} == {timedelta(weeks=1)}
    assert next(iter(days_to_look(date(2026, 11, 9), date(2026, 11, 20)))) == date(2026, 11, 20)


def test_the_same_diary_gives_the_same_file() -> None:
    voice = open_engine().voice()
    assert feed(date(2026, 11, 9), date(2026, 11, 2), voice) == feed(date(2026, 11, 9), date(2026, 11, 2), voice)


def test_a_new_address_ends_the_old_one_and_off_ends_both(local: Client, hers: Woman) -> None:
    first = address_on(local.post("/diary/calendar"))
    second = address_on(local.post("/diary/calendar"))
    assert [here().get(address).status_code for address in (first, second)] == [404, 200]
    local.post("/diary/calendar", {"off": "1"})
    assert here().get(second).status_code == 404


def test_the_key_is_not_in_the_database(local: Client, hers: Woman) -> None:
    address = address_on(local.post("/diary/calendar"))
    key = address.rsplit("/", 1)[1].removesuffix(".ics")
    assert key not in str(Woman.objects.values())
    assert key not in local.get("/diary/calendar").content.decode()


def test_reading_it_is_in_her_list(local: Client, hers: Woman) -> None:
    here().get(address_on(local.post("/diary/calendar")))
    assert "A calendar program read the dates" in local.get("/diary/rights").content.decode()


def test_a_program_that_asks_each_hour_is_one_line_a_day_in_her_list(local: Client, hers: Woman) -> None:
    address = address_on(local.post("/diary/calendar"))
    assert [here().get(address).status_code for _ in range(3)] == [200] * 3
    assert Access.objects.filter(woman=hers, what="calendar_read").count() == 1
    Access.objects.filter(what="calendar_read").update(at=datetime.combine(today(), time()) - timedelta(minutes=1))
    here().get(address)
    assert Access.objects.filter(woman=hers, what="calendar_read").count() == 2


def test_behind_a_proxy_that_does_tls_the_address_is_https(with_accounts: None) -> None:
    anna = account("anna")
    full(anna)
    shown = signed_in(anna).post("/diary/calendar", headers={"X-Forwarded-Proto": "https"}).content.decode()
    assert ">https://localhost/diary/dates/" in shown


def test_with_accounts_the_address_opens_without_signing_in_and_shows_her_days_alone(with_accounts: None) -> None:
    anna, bea = account("anna"), account("bea")
    full(anna), full(bea)
    address = address_on(signed_in(anna).post("/diary/calendar"))
    assert here().get(address).status_code == 200
    assert signed_in(bea).get(address).status_code == 200  # whoever has it: so says the page
    assert here().get(address.replace("dates/", "dates/x")).status_code == 404


@pytest.mark.parametrize("key", ["", "x", "0" * 43])
def test_without_the_key_there_is_nothing(local: Client, hers: Woman, key: str) -> None:
    """A woman without a feed has no digest, and no key fits it."""
    assert here().get(f"/diary/dates/{key}.ics").status_code == 404
