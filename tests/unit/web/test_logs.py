"""The log: what broke and where, and never what she typed."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from carrywell.model.case import About
from carrywell.web.logs import JsonLines
from tests.lib.cases import also, pregnant
from tests.lib.diaries import here
from tests.lib.posts import client, sends

TYPED = "4711"  # stands for anything that she could type


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """All that the site's own handlers write; no record of any logger may say what she typed either."""
    written = io.StringIO()
    own = [handler for handler in logging.getLogger("django").handlers if type(handler) is logging.StreamHandler]
    assert own
    for handler in own:
        monkeypatch.setattr(handler, "stream", written)
    caplog.set_level(logging.DEBUG)
    yield written
    assert [record for record in caplog.records if TYPED in record.getMessage()] == []


def _quotes_what_was_typed(*_: object, **__: object) -> None:
    """As pydantic does: the message of its error holds the value."""
    About(weeks_pregnant=float(TYPED))


def test_an_ordinary_way_writes_nothing(log: io.StringIO) -> None:
    sends("pregnant", weeks_pregnant="23")
    sends("q/now/chest_pain", pregnant(23), chest_pain="yes")
    sends("pregnant", weeks_pregnant=TYPED)
    assert log.getvalue() == ""


def test_a_broken_view_writes_kind_and_place_and_not_what_she_typed(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carrywell.web.views.read_page", _quotes_what_was_typed)
    answer = sends("pregnant", weeks_pregnant=TYPED)
    assert answer.status_code == 500
    written = log.getvalue()
    assert "ERROR django.request 500 check" in written
    assert "ValidationError" in written
    assert "in _quotes_what_was_typed" in written
    assert TYPED not in written
    assert "weeks_pregnant=" not in written.replace("weeks_pregnant=float(TYPED)", "")


ID = "0192f0c1-2222-7333-8444-0123456789ab"


@pytest.mark.parametrize(
    ("address", "page", "secret"),
    [
        (f"/diary/dates/{TYPED}secret.ics", "diary-dates", TYPED),
        ("/zh-Hans/diary/day/2026-11-25", "diary-day", "2026-11-25"),
        (f"/diary/check/{ID}", "diary-check", ID),
    ],
)
def test_a_broken_page_goes_by_its_name_and_neither_key_nor_day_nor_id_is_written(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch, settings: Any, address: str, page: str, secret: str
) -> None:
    settings.DIARY = "local"
    for place in ("owner.may_enter", "views_calendar.may_enter"):
        monkeypatch.setattr(f"carrywell.web.diary.{place}", _quotes_what_was_typed)
    assert here().get(address).status_code == 500
    written = log.getvalue()
    assert f"ERROR django.request 500 {page}\n" in written
    assert secret not in written


def test_a_host_that_is_not_ours_is_not_quoted(log: io.StringIO) -> None:
    assert here().get("/", headers={"host": f"{TYPED}.example"}).status_code == 400
    assert "ERROR django.security.DisallowedHost" in log.getvalue()
    assert TYPED not in log.getvalue()


def test_a_broken_decision_writes_nothing_of_the_case(log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: object, case: object, *__: object) -> None:
        raise ValueError(f"cannot decide on {case!r}")

    monkeypatch.setattr("carrywell.web.views.check_case", breaks)
    case = also(pregnant(23.4711), chest_pain="yes")
    assert sends("result", case, ("pregnant",)).status_code == 500
    written = log.getvalue()
    assert "ValueError" in written
    assert TYPED not in written
    assert "chest_pain" not in written


def test_what_the_site_refuses_is_not_written_out(log: io.StringIO) -> None:
    assert client().post("/check", {"page": TYPED, "state": TYPED}).status_code == 400
    assert client().post("/check", {"page": "where", "state": TYPED * 100_000}).status_code == 400
    assert client().get("/check", {"weeks": TYPED}).status_code == 200
    assert client().get("/nowhere", {"weeks": TYPED}).status_code == 404
    assert TYPED not in log.getvalue()


def test_as_json_a_line_names_kind_and_place_and_neither_message_nor_address() -> None:
    try:
        _quotes_what_was_typed()
        raise RuntimeError(TYPED)
    except (ValueError, RuntimeError) as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "%s", (f"/diary/day/{TYPED}",), info)
    record.status_code = 500
    told = json.loads(JsonLines().format(record))
    assert (told["level"], told["status"], told["logger"]) == ("ERROR", 500, "django.request")
    assert told["error"] in ("ValidationError", "RuntimeError")
    assert told["where"]
    assert TYPED not in json.dumps(told)


def test_who_tried_to_sign_in_is_in_no_log() -> None:
    for name in ("axes", "allauth"):
        logger = logging.getLogger(name)
        assert logger.getEffectiveLevel() == logging.ERROR
        assert not logger.propagate
