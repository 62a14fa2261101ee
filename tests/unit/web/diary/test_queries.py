"""How often the database is asked for a page: what an entry costs is what decides how many women a server can take."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from carrywell.web.clock import now, today
from carrywell.web.diary.models import Woman
from carrywell.web.diary.store import DaySaid, save_day
from tests.lib.diaries import account, full, signed_in

# With session, account and diary (two questions), and the note in her list of accesses (one).
PAGES = {
    "/diary": 9, "/diary/day/{day}": 9, "/diary/week": 7, "/diary/scores": 7, "/diary/rights": 8,
    "/diary/calendar": 6, "/diary/report": 11, "/diary/take/json": 9,
}  # fmt: skip
# Both: session, account, what was said. PostgreSQL notes, forgets and writes in one; SQLite also begins and ends.
ENTRY = {"sqlite": 8, "postgresql": 4}


@pytest.fixture
def client(with_accounts: None) -> Client:
    user = account("anna")
    full(user)
    return signed_in(user)


def asked(client: Client, address: str, form: dict[str, Any] | None = None) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address) if form is None else client.post(address, form)
    assert answer.status_code == (200 if form is None else 302)
    return [query["sql"] for query in queries]


def test_an_entry_of_a_day_new_or_changed_asks_no_more_than_this(client: Client) -> None:
    for line in ("new", "changed"):
        queries = asked(client, f"/diary/day/{today().isoformat()}", {"pain_now": "4", "line": line})
        assert len(queries) <= ENTRY[connection.vendor], "\n".join(queries)


def test_no_page_asks_more_of_a_long_diary_than_of_a_short_one(client: Client) -> None:
    woman = Woman.objects.get()
    for first, last in ((2, 3), (3, 30)):
        for back in range(first, last):
            save_day(woman, today() - timedelta(days=back), DaySaid(3), now())
        for address, most in PAGES.items():
            queries = asked(client, address.format(day=today()))
            assert len(queries) <= most, "\n".join([address, *queries])
