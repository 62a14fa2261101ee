"""How many diary entries the real server takes a second: `python -m benchmarks.diary_entries`, or `make bench`.

Many women, each signed in, with the forms' protection and the list of accesses; every entry says something new, so that
each is written. Two workers, the database and this client on the same cores. On SQLite and on a PostgreSQL, each twice,
and both times an entry is confirmed only once it is on the disk: on the disk that is here, which may be slow to say so;
and in memory, which answers at once, as the disk of a server does that keeps what it was given through a power cut.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from tempfile import TemporaryDirectory, TemporaryFile
from urllib.parse import urlencode

from benchmarks.real_server import RealServer, processor_seconds, real_server
from benchmarks.steps_per_second import as_many_as_it_takes
from carrywell.web.clock import today
from tests.lib.postgres import postgres

WORKERS = 2
TARGETS = {"SQLite": 500, "PostgreSQL": 1_000}
CONNECTIONS = 32
WARMING_SECONDS, SECONDS = 3.0, 6.0
WOMEN, DAYS = 60, 50
PLACES = (("the disk that is here", None), ("memory, as a disk that answers at once", "/dev/shm"))
_TOKEN = "b" * 32
_KEY = "of the benchmark alone"
_BEGIN = """
import json
from carrywell.web.diary.prepare import prepare
prepare()
from tests.lib.diaries import account, full, signed_in
women = [account(f"woman-{number}") for number in range(%d)]
for woman in women:
    full(woman)
print(json.dumps([signed_in(woman).cookies["carrywell"].value for woman in women]))
"""


def diary_entries() -> None:
    print(f"this disk takes {_writes_a_second():.0f} waited-for writes a second, one after the other")
    for says, place in PLACES:
        with TemporaryDirectory(dir=place) as folder:
            _on("SQLite", says, {"CARRYWELL_DATA": folder, "DATABASE_URL": ""}, lambda: 0.0)
            with postgres(durable=True, place=place) as base:
                environment = {"CARRYWELL_DATA": folder, "DATABASE_URL": base.url}
                _on("PostgreSQL", says, environment, lambda pid=base.pid: processor_seconds(pid))


def _writes_a_second() -> float:
    with TemporaryFile() as file:
        count, begin = 0, time.perf_counter()
        while time.perf_counter() < begin + 1:
            file.write(b"x" * 4096)
            file.flush()
            os.fdatasync(file.fileno())
            count += 1
        return count / (time.perf_counter() - begin)


def _on(name: str, says: str, environment: dict[str, str], of_database: Callable[[], float]) -> None:
    site = environment | {"CARRYWELL_ACCOUNTS": "1", "CARRYWELL_INSECURE": "1", "CARRYWELL_SECRET_KEY": _KEY}
    begun = subprocess.run(
        [sys.executable, "-c", _BEGIN % WOMEN], env={**os.environ, **site}, check=True, stdout=subprocess.PIPE
    )
    with real_server(WORKERS, **site) as server:
        entries = _Entries(json.loads(begun.stdout), server.port)
        asyncio.run(as_many_as_it_takes(server.port, entries, WARMING_SECONDS, CONNECTIONS))
        _measured(name, says, server, entries, of_database)


def _measured(name: str, says: str, server: RealServer, entries: _Entries, of_database: Callable[[], float]) -> None:
    its, own, base, begin = server.processor_seconds(), time.process_time(), of_database(), time.perf_counter()
    count = asyncio.run(as_many_as_it_takes(server.port, entries, SECONDS, CONNECTIONS))
    seconds, own = time.perf_counter() - begin, time.process_time() - own
    its, base = server.processor_seconds() - its, of_database() - base
    rate, target = count / seconds, TARGETS[name]
    memory = ", ".join(f"{held:.0f}" for held in server.memory_mb())
    print(f"diary entries on {name}, {says}: {rate:.0f} a second = {rate / target:.0%} of {target}")
    print(
        f"  an entry takes {its / count * 1000:.2f} ms of the processor in the site, {base / count * 1000:.2f} in the "
        f"database: at most {WORKERS * count / (its + base):.0f} a second on {WORKERS} cores of their own\n"
        f"  (they had {(its + base) / seconds:.1f} cores here, this client {own / seconds:.2f}, "
        f"load {os.getloadavg()[0]:.0f}); memory of the processes {memory} MB"
    )


class _Entries(Sequence[bytes]):
    """A form of each woman by turns, of one day after the other, whose line is new each time it is asked for."""

    def __init__(self, sessions: list[str], port: int) -> None:
        self._begun = [_request(session, at % DAYS, port) for at, session in enumerate(sessions * DAYS)]
        self._number = itertools.count()

    def __len__(self) -> int:
        return len(self._begun)

    def __getitem__(self, at: int) -> bytes:  # type: ignore[override]
        return self._begun[at] + b"%010d" % next(self._number)


def _request(session: str, back: int, port: int) -> bytes:
    """All but the last ten signs."""
    day = (today() - timedelta(days=back)).isoformat()
    form = {"pain_now": back % 11, "pain_worst": 9, "sites": "low_back", "did": "walk_daily"}
    body = urlencode(form | {"csrfmiddlewaretoken": _TOKEN, "line": "a long day "})
    head = (
        f"POST /diary/day/{day} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n"
        f"cookie: carrywell-form={_TOKEN}; carrywell={session}\r\n"
        f"content-type: application/x-www-form-urlencoded\r\ncontent-length: {len(body) + 10}\r\n\r\n"
    )
    return (head + body).encode()


if __name__ == "__main__":
    diary_entries()
