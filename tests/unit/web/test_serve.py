"""`python -m carrywell.web.serve`: the first free port, and what the surroundings may set."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from carrywell.web import serve


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which something listens already."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_taken_port_is_passed_over(taken: int) -> None:
    free = serve.free_port(taken)
    assert taken < free < taken + 50
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", free))


def test_no_free_port_is_said(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "_PORTS_TRIED", 1)
    with pytest.raises(OSError, match=f"no free port from {taken} to {taken}"):
        serve.free_port(taken)


class _Server:
    """In place of the real one: what it was started with."""

    started: dict[str, Any]

    def __init__(self, target: str, **options: Any) -> None:
        _Server.started = options | {"target": target}

    def serve(self) -> None:
        """Ends at once."""


@pytest.fixture(autouse=True)
def _no_real_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve, "Granian", _Server)
    for name in ("CARRYWELL_BIND", "CARRYWELL_PORT", "CARRYWELL_WORKERS", "CARRYWELL_SECRET_KEY"):
        monkeypatch.setenv(name, "")  # so that what `main` sets is taken away again
        monkeypatch.delenv(name)


def test_the_site_answers_on_this_machine_only_and_keeps_no_log_of_visits(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        serve.main()
    assert ended.value.code == 0
    assert _Server.started["address"] == "127.0.0.1"
    assert _Server.started["port"] >= 8000
    assert _Server.started["log_access"] is False
    assert _Server.started["target"] == "carrywell.web.wsgi:application"
    assert f"http://127.0.0.1:{_Server.started['port']}/" in capsys.readouterr().out


def test_address_port_and_workers_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARRYWELL_BIND", "0.0.0.0")
    monkeypatch.setenv("CARRYWELL_PORT", "8123")
    monkeypatch.setenv("CARRYWELL_WORKERS", "3")
    with pytest.raises(SystemExit):
        serve.main()
    assert [_Server.started[name] for name in ("address", "port", "workers")] == ["0.0.0.0", 8123, 3]


def test_all_workers_sign_with_one_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each worker reads the settings for itself: without this, a partner's link would open in one worker of four."""
    with pytest.raises(SystemExit):
        serve.main()
    drawn = os.environ["CARRYWELL_SECRET_KEY"]
    assert len(drawn) >= 50
    monkeypatch.setenv("CARRYWELL_SECRET_KEY", "a key that somebody chose")
    with pytest.raises(SystemExit):
        serve.main()
    assert os.environ["CARRYWELL_SECRET_KEY"] == "a key that somebody chose"


def test_on_her_own_machine_the_printed_address_opens_the_diary(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(serve, "prepare", lambda: None)
    monkeypatch.setattr(serve, "DATA_FOLDER", tmp_path)
    monkeypatch.setenv("CARRYWELL_LOCAL", "1")
    keys = set()
    for _ in range(2):
        with pytest.raises(SystemExit):
            serve.main()
        found = re.search(r"open http://127\.0\.0\.1:\d+/diary/open\?key=([\w-]{32}) ", capsys.readouterr().out)
        assert found
        keys.add(found[1])
    assert len(keys) == 2


@pytest.mark.parametrize(
    ("switched_on", "prepared", "threads"),
    [("CARRYWELL_LOCAL", 1, 1), ("CARRYWELL_ACCOUNTS", 1, 5), ("CARRYWELL_OTHER", 0, 1)],
)
def test_the_tables_are_prepared_where_there_is_a_diary_and_women_wait_for_the_disk_together_where_there_are_many(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, switched_on: str, prepared: int, threads: int
) -> None:
    calls: list[str] = []
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(serve, "prepare", lambda: calls.append("prepared"))
    monkeypatch.setattr(serve, "DATA_FOLDER", tmp_path)
    monkeypatch.setenv(switched_on, "1")
    with pytest.raises(SystemExit):
        serve.main()
    assert len(calls) == prepared
    assert _Server.started["blocking_threads"] == threads
