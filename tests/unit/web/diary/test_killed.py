"""The site killed while it writes: a handful of times here, a hundred times by `make kill`."""

from __future__ import annotations

from pathlib import Path

from tests.lib.killing import Seen, killed
from tests.lib.postgres import postgres

TIMES = 3


def must_be_whole(seen: Seen) -> None:
    assert seen.kills == TIMES
    assert seen.confirmed >= TIMES
    assert (seen.lost, seen.torn) == (0, 0)


def test_on_sqlite_nothing_confirmed_is_lost_and_nothing_is_half_there(tmp_path: Path) -> None:
    must_be_whole(killed(TIMES, {"CARRYWELL_DATA": str(tmp_path), "DATABASE_URL": ""}))


def test_on_postgresql_the_same(tmp_path: Path) -> None:
    with postgres(durable=True) as server:
        must_be_whole(killed(TIMES, {"CARRYWELL_DATA": str(tmp_path), "DATABASE_URL": server.url}))
