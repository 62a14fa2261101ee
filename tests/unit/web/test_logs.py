"""The log: what broke and where, and never what she typed."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from carrywell.model.case import About
from carrywell.web.logs import JsonLines
from tests.lib.cases import also, pregnant
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
    assert "Internal Server Error: /check" in written
    assert "ValidationError" in written
    assert "in _quotes_what_was_typed" in written
    assert TYPED not in written
    assert "weeks_pregnant=" not in written.replace("weeks_pregnant=float(TYPED)", "")


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
