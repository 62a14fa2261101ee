"""`make soak`: whether the site grows while it is used for a day: its processes, and the tables that fill alone.

A day is 24 rounds of mixed use without the pauses between them, on two workers and SQLite: what 480 women with a diary,
480 others and a clinic's system ask of it (`_hour`). Three such days are run, and memory is read after each round: in
the first two, templates, pictures and plans that are kept once are filled in, the third one is judged. Its last third
must not hold more than its first; the least of each counts, since memory that is free again comes and goes.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from tempfile import TemporaryDirectory
from threading import local
from typing import Any
from urllib.parse import parse_qs, urlencode

from rich.console import Console
from rich.progress import track

from benchmarks.real_server import FORM, real_server, whole_ways
from carrywell.report.cds_card import SERVICE
from carrywell.web.api.examples import REQUESTS
from carrywell.web.api.keys import hashed
from carrywell.web.clock import today

WORKERS, CLIENTS = 2, 8
HOURS, DAYS_RUN, THIRD = 24, 3, 8
WOMEN_AN_HOUR = CHECKS_AN_HOUR = 20
DAYS = 50  # of her diary, each written over and over
GROWTH_LIMIT_MB = 8.0  # of a process in a day: what two kilobytes for each request that it answers would come to
_TOKEN, _KEY, _OF_CLINIC, _PASSWORD = "s" * 32, "of the soak alone", "a clinic's key", "seven warm stones by the river"
_BEGIN = """
import json, sys
from datetime import datetime
from carrywell.web.diary.prepare import prepare
prepare()
from carrywell.web.diary.calendar import open_feed
from tests.lib.diaries import account, full, signed_in
account("signs-in", sys.argv[2])
women = [account(f"woman-{number}") for number in range(int(sys.argv[1]))]
feeds = [open_feed(full(woman), datetime.now()) for woman in women]
print(json.dumps([(signed_in(woman).cookies["carrywell"].value, feed) for woman, feed in zip(women, feeds)]))
"""
_COUNTED = """
import json, os, sys
from datetime import timedelta
from carrywell.web.diary.prepare import set_up
set_up()
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from carrywell.web.clock import now
from carrywell.web.diary.models import Access, Day
from carrywell.web.diary.tidying import tidy
TABLES = {"accesses": Access, "sessions": Session, "wrong tries": AccessAttempt, "days": Day}
counts = [{name: table.objects.count() for name, table in TABLES.items()}]
Session.objects.update(expire_date=now())
tidy(now() + timedelta(days=366))
print(json.dumps(counts + [{name: table.objects.count() for name, table in TABLES.items()}]))
"""


@dataclass(frozen=True, slots=True)
class Asked:
    method: str
    address: str
    body: str = ""
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Users:
    """`women`: the session and the calendar's key of each. `steps`: the bodies of whole checks. `result`: a state."""

    women: list[tuple[str, str]]
    steps: list[str]
    result: str


def soak() -> int:
    """1 where something grew beyond its limit."""
    with TemporaryDirectory() as folder:
        site = {
            "CARRYWELL_DATA": folder, "DATABASE_URL": "", "CARRYWELL_ACCOUNTS": "1", "CARRYWELL_INSECURE": "1",
            "CARRYWELL_SECRET_KEY": _KEY, "CARRYWELL_API_KEYS": f"clinic {hashed(_OF_CLINIC)}",
            "CARRYWELL_API_RATE": "9999/s",
        }  # fmt: skip
        women = _ran(site, _BEGIN, str(WOMEN_AN_HOUR * HOURS), _PASSWORD)
        held, count, begin = list[list[float]](), 0, time.perf_counter()
        with real_server(WORKERS, **site) as server, ThreadPoolExecutor(CLIENTS) as clients:
            steps = whole_ways(server.port)
            result = next(parse_qs(body)["state"][0] for page, body in steps if page == "result")
            users = Users(women, [body for _, body in steps], result)
            for hour in track(range(HOURS * DAYS_RUN), "Hours", console=Console(stderr=True)):
                asked = _hour(hour, users)
                count += len(list(clients.map(lambda one: _ask(server.port, one), asked)))
                held.append(server.memory_mb()[1:])
        seconds = time.perf_counter() - begin
        print(
            f"{DAYS_RUN} days of {len(women)} women with a diary and {CHECKS_AN_HOUR * HOURS} checks: {count} "
            f"requests, in {seconds:.0f} s instead of {HOURS * DAYS_RUN} hours; load {os.getloadavg()[0]:.0f}"
        )
        return int(_grew(held) + _tables_grew(_ran(site, _COUNTED)) > 0)


def _ran(site: dict[str, str], script: str, *arguments: str) -> Any:
    command = [sys.executable, "-c", script, *arguments]
    return json.loads(subprocess.run(command, env={**os.environ, **site}, check=True, stdout=subprocess.PIPE).stdout)


def _hour(hour: int, users: Users) -> list[Asked]:
    """What is asked in an hour, in an order by chance that is the same each time."""
    first = hour % HOURS * WOMEN_AN_HOUR  # each of them comes once a day
    women = users.women[first : first + WOMEN_AN_HOUR]
    asked = [one for number, woman in enumerate(women, hour * WOMEN_AN_HOUR) for one in _diary(woman, number)]
    steps = len(users.steps) // 3  # of one of the three ways
    begin = hour % 3 * steps
    asked += [_form("/check", body) for body in users.steps[begin : begin + steps]] * CHECKS_AN_HOUR
    asked += [_form("/report", urlencode({"state": users.result, "pdf": "1"}))] * 3
    asked += [_form("/keep", urlencode({"state": users.result}))] * 3
    asked += list(_pages(hour)) + list(_clinic()) + list(_signing_in(hour))
    Random(hour).shuffle(asked)
    return asked


def _diary(woman: tuple[str, str], number: int) -> Iterator[Asked]:
    session, feed = woman
    cookie = (("cookie", f"carrywell-form={_TOKEN}; carrywell={session}"),)
    day = (today() - timedelta(days=number % DAYS)).isoformat()
    said = {"csrfmiddlewaretoken": _TOKEN, "pain_now": str(number % 11), "sites": "low_back", "line": f"word {number}"}
    yield Asked("GET", "/diary", headers=cookie)
    yield _form(f"/diary/day/{day}", urlencode(said), cookie)
    yield Asked("GET", f"/diary?saved={day}", headers=cookie)
    yield Asked("GET", f"/diary/dates/{feed}.ics")
    if number % 7 == 0:
        week = {"csrfmiddlewaretoken": _TOKEN, "activity-1": "turning in bed", "score-1": "4", "helped": "some"}
        yield _form("/diary/week", urlencode(week), cookie)
        yield Asked("GET", "/diary/report/pdf", headers=cookie)
    if number % 10 == 0:
        yield Asked("GET", "/diary/rights", headers=cookie)
        yield Asked("GET", "/diary/take/json", headers=cookie)


def _pages(hour: int) -> Iterator[Asked]:
    """Also with what nobody else asks: a value of its own each time must not be kept for each."""
    gzip = (("accept-encoding", "gzip"),)
    for root in ("", "/zh-Hans"):
        for address in ("/", "/help-today", "/exercises", "/baby-care", "/claims", "/load", "/my-day", "/when-to-call"):
            yield Asked("GET", root + address, headers=gzip)
    for number in range(6):
        weeks, kg = (hour + number) % 40 + 1, hour * 6 + number
        yield Asked("GET", f"/load/mopping_bent?weeks={weeks}&load_kg={kg / 10}&height_cm={60 + kg % 60}", headers=gzip)
        yield Asked("GET", f"/nowhere-{hour}-{number}")
    yield from [Asked("GET", "/ready"), Asked("GET", "/healthy"), Asked("GET", "/sw.js")] * 4


def _clinic() -> Iterator[Asked]:
    key = (("authorization", f"Bearer {_OF_CLINIC}"), ("content-type", "application/json"))
    for name, address in (("check", "check"), ("next-question", "next-question"), ("plan", "plan"), ("load", "load"),
                          ("bundle", "fhir/Bundle"), ("cds-service", f"cds-services/{SERVICE}")):  # fmt: skip
        yield from [Asked("POST", f"/api/v1/{address}", json.dumps(REQUESTS[name]), key)] * 3
    yield Asked("GET", "/api/v1/openapi.json")


def _signing_in(hour: int) -> Iterator[Asked]:
    cookie = (("cookie", f"carrywell-form={_TOKEN}"),)
    for name in ("signs-in", f"nobody-{hour}"):
        body = {"csrfmiddlewaretoken": _TOKEN, "login": name, "password": _PASSWORD}
        yield _form("/account/sign-in", urlencode(body), cookie)


def _form(address: str, body: str, headers: tuple[tuple[str, str], ...] = ()) -> Asked:
    return Asked("POST", address, body, (*FORM.items(), *headers))


_of_client = local()


def _ask(port: int, asked: Asked) -> int:
    """The status. AssertionError where the site failed."""
    if not hasattr(_of_client, "connection"):
        _of_client.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    _of_client.connection.request(asked.method, asked.address, asked.body or None, dict(asked.headers))
    answer = _of_client.connection.getresponse()
    answer.read()
    assert answer.status < (500 if "nowhere" in asked.address else 400), (answer.status, asked)
    return int(answer.status)


def _grew(held: list[list[float]]) -> int:
    """How many processes grew beyond the limit; says how much each did."""
    beyond = 0
    for number, process in enumerate(zip(*held, strict=True), 1):
        judged = process[-HOURS:]
        growth = min(judged[-THIRD:]) - min(judged[:THIRD])
        beyond += growth > GROWTH_LIMIT_MB
        print(
            f"process {number}: {process[0]:.0f} MB after an hour, {process[HOURS - 1]:.0f} MB after a day, at most "
            f"{max(process):.0f} MB; grew on the last day by {growth:.1f} MB = {growth / GROWTH_LIMIT_MB:.0%} of "
            f"{GROWTH_LIMIT_MB:g} MB"
        )
        print("  each hour: " + " ".join(f"{mb:.0f}" for mb in process))
    return beyond


def _tables_grew(counts: list[dict[str, int]]) -> int:
    """How many of the tables that are kept for a time only were not empty once that time was over."""
    then, later = counts
    print("rows after that: " + ", ".join(f"{count} {name}" for name, count in then.items()))
    print("rows a year later: " + ", ".join(f"{count} {name}" for name, count in later.items()))
    return sum(count > 0 for name, count in later.items() if name != "days")


if __name__ == "__main__":
    sys.exit(soak())
