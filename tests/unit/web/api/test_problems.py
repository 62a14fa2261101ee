"""Every error is a problem (RFC 9457), whichever part of the server finds it, and a key opens the door or not."""

from __future__ import annotations

from typing import Any

import pytest

from carrywell.web.api.examples import CASE
from carrywell.web.api.operations import api
from carrywell.web.api.problems import TITLES
from carrywell.web.api.throttle import PerKey
from tests.lib.http_interface import KEY, ask, forget_requests, get

CHECK = {"case": CASE}


@pytest.fixture(autouse=True)
def _counted_anew() -> None:
    forget_requests()


def of(answer: Any) -> Any:
    """The problem, after what holds of all of them."""
    told = answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    assert (told["status"], told["type"]) == (answer.status_code, f"urn:carrywell:problem:{answer.status_code}")
    assert told["title"] == TITLES[answer.status_code]
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    return told


@pytest.mark.parametrize("key", [None, "", "another key", f"{KEY} ", f" {KEY}", KEY[:-1], "\udcff"])
def test_no_key_or_another(key: str | None) -> None:
    answer = ask("check", CHECK, key=key)
    assert of(answer)["status"] == 401
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_key_by_another_scheme_is_none() -> None:
    assert of(ask("check", CHECK, key=None, headers={"authorization": f"Basic {KEY}"}))["status"] == 401


@pytest.mark.parametrize("address", ["nowhere", "", "check/", "fhir", "cds-services/other"])
def test_no_such_address(address: str) -> None:
    assert of(ask(address, CHECK))["status"] == 404


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
def test_another_method(method: str) -> None:
    answer = ask("check", method=method)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    if method != "HEAD":
        of(answer)


def test_a_host_that_is_not_ours() -> None:
    assert of(ask("check", CHECK, headers={"host": "evil.example"}))["status"] == 400


def test_no_json() -> None:
    told = of(ask("check", '{"case": '))
    assert (told["status"], told["errors"][0]["line"], told["errors"][0]["column"]) == (400, 1, 10)
    assert of(ask("check", b"\xff\xfe"))["status"] == 400


@pytest.mark.parametrize("kind", ["text/plain", "", "application/x-www-form-urlencoded", "application/jsonx"])
def test_not_sent_as_json(kind: str) -> None:
    assert of(ask("check", "{}", content_type=kind))["status"] == 415


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "application/fhir+json", "Application/JSON"])
def test_kinds_of_json(kind: str) -> None:
    assert ask("check", CHECK, content_type=kind).status_code == 200


def test_too_large() -> None:
    assert of(ask("check", '{"case": "' + "x" * 300_000 + '"}'))["status"] == 413


@pytest.mark.parametrize(
    ("address", "body", "says"),
    [
        ("check", [], "found list; allowed is an object"),
        ("check", {}, "exactly one of case, cases, response, responses is needed; found 0"),
        ("check", {"case": CASE, "cases": [CASE]}, "found 2"),
        ("check", {"cases": []}, "allowed: a list of 1 to 50"),
        ("check", {"cases": [CASE] * 51}, "allowed: a list of 1 to 50"),
        ("check", {"cases": CASE}, "cases: found dict"),
        ("check", {"case": CASE, "lang": "en"}, "unknown key 'lang'"),
        ("check", {"case": CASE, "unanswered": "interviewed"}, "allowed: one of cautious, no, asked"),
        ("check", {"case": CASE, "interview": 1}, "interview: found 1; allowed: true or false"),
        ("check", {"case": CASE, "interview": True, "unanswered": "no"}, "does not go with interview"),
        ("check", {"cases": [CASE, CASE], "interview": True}, "exactly one of case, response is needed"),
        ("check", {"case": {"about": {}}}, "neither found"),
        ("check", {"case": {"about": {"weeks_pregnant": 30}, "answers": {"fevr": "no"}}}, "(near: fever)"),
        ("check", '{"case": 1, "case": 2}', "the key 'case' stands twice"),
        ("check", '{"case": ' + "[" * 60 + "]" * 60 + "}", "nested too deeply"),
        ("check", {"case": "x" * 10, "unanswered": [[0] * 60_000]}, "more than 50000 values"),
        ("check", {"response": {"resourceType": "Patient"}}, "no QuestionnaireResponse"),
        ("next-question", {"case": CASE, "done": ["private"]}, "allowed: a list out of where, changes, day"),
        ("next-question", {"case": CASE, "done": [{}]}, "allowed: a list out of where, changes, day"),
        ("plan", {"case": CASE, "weeks": 13}, "allowed: a whole number from 1 to 12"),
        ("plan", {"case": CASE, "weeks": True}, "allowed: a whole number from 1 to 12"),
        ("plan", {"case": CASE, "start": "2026-02-30"}, "allowed: a day such as 2026-11-22"),
        ("plan", {"case": CASE, "start": 5}, "allowed: a day such as 2026-11-22"),
        ("plan", {"case": CASE, "wishes": {"minutes_a_day": 5}}, "minutes_a_day"),
        ("load", {}, "exactly one of task and posture is needed"),
        ("load", {"posture": {}, "about": {"weeks_pregnant": 20}}, "exactly one of task and posture is needed"),
        ("load", {"task": "flying"}, "flying"),
        ("load", {"task": 5}, "unknown task"),
        ("load", {"task": "standing", "about": {"height_cm": 500}}, "height_cm: found '500'"),
        ("load", {"posture": {"stance": "flying"}}, "stance"),
        ("replay", {}, "no result"),
        ("replay", [], "found list; allowed is an object"),
        ("fhir/Bundle", {"case": CASE, "patient": "17"}, "allowed: a reference such as Patient/17"),
        ("fhir/Bundle", {"case": CASE, "recorded": "2026"}, "allowed: an instant such as"),
    ],
)
def test_what_cannot_be_read(address: str, body: Any, says: str) -> None:
    told = of(ask(address, body))
    assert told["status"] == 422
    assert says in " ".join([told.get("detail", ""), *(error["says"] for error in told.get("errors", []))])


def test_all_that_is_wrong_is_said_at_once_with_its_place() -> None:
    text = '{\n "x": 1,\n "case": {"about": {"weeks_pregnant": 99}}\n}'
    errors = of(ask("check", text))["errors"]
    assert [(error["line"], error["column"]) for error in errors] == [(2, 2), (3, 39)]


def test_too_many_requests_of_one_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PerKey, "timer", lambda self: 1000.0)
    (limit,) = api.throttle
    monkeypatch.setattr(limit, "num_requests", 3)
    answers = [get("load") for _ in range(4)]
    assert {answer.status_code for answer in answers[:-1]} == {200}
    assert of(answers[-1])["status"] == 429
    assert answers[-1]["Retry-After"] == "60"
    monkeypatch.setattr(PerKey, "timer", lambda self: 1061.0)
    assert get("load").status_code == 200
