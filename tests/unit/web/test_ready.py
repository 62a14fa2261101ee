"""Whether the process can do its work: told apart from whether it lives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import OperationalError

from carrywell.web.ready import TABLES_FIT
from tests.lib.diaries import here


@pytest.fixture(autouse=True)
def a_process_that_was_not_asked_yet() -> Iterator[None]:
    TABLES_FIT.clear()
    yield
    TABLES_FIT.clear()


def test_without_a_diary_no_database_is_needed(settings: Any) -> None:
    settings.DIARY = "off"
    answer = here().get("/ready")
    assert (answer.status_code, answer.content) == (200, b"ready")


@pytest.mark.django_db
def test_with_its_tables_it_is_ready(settings: Any) -> None:
    settings.DIARY = "local"
    assert here().get("/ready").content == b"ready"


@pytest.mark.django_db
def test_a_database_that_does_not_answer_is_said(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DIARY = "local"

    def _away(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr("carrywell.web.ready.MigrationExecutor", _away)
    answer = here().get("/ready")
    assert (answer.status_code, answer.content) == (503, b"database")
    assert here().get("/healthy").status_code == 200


@pytest.mark.django_db
def test_the_tables_are_looked_at_once_and_the_database_each_time(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.DIARY = "local"
    assert here().get("/ready").content == b"ready"

    def _again(*_: object) -> None:
        raise AssertionError("looked at the tables once more")

    monkeypatch.setattr("carrywell.web.ready.MigrationExecutor", _again)
    assert here().get("/ready").content == b"ready"

    def _away(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr("django.db.backends.base.base.BaseDatabaseWrapper.cursor", _away)
    assert here().get("/ready").content == b"database"


@pytest.mark.django_db
def test_tables_of_another_version_are_said(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DIARY = "local"
    monkeypatch.setattr("carrywell.web.ready.MigrationExecutor.migration_plan", lambda *_: ["a step"])
    assert here().get("/ready").content == b"tables"
