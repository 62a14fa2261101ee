"""How many diary entries the real server takes a second: `python -m benchmarks.diary_entries`, or `make bench`.

On SQLite and on a PostgreSQL, each twice: with every entry on the disk before it is confirmed, as it is shipped, which
asks the disk as much as the program; and without waiting for the disk, which shows the program alone. Two workers, with
the forms' protection, and this client on the same cores. Each entry is a whole form of one day; the days take turns.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from datetime import timedelta
from tempfile import TemporaryDirectory, TemporaryFile
from urllib.parse import urlencode

from benchmarks.real_server import RealServer, real_server
from benchmarks.steps_per_second import as_many_as_it_takes
from carrywell.web.clock import today
from carrywell.web.diary.cookie import COOKIE, proof
from tests.lib.postgres import postgres

WORKERS = 2
TARGETS = {"SQLite": 500, "PostgreSQL": 1_000}
WARMING_SECONDS, SECONDS = 2.0, 6.0
DAYS = 50
_TOKEN = "b" * 32
_KEY = "of the benchmark alone"
_BEGIN = """
from carrywell.web.diary.prepare import prepare
prepare()
from tests.lib.diaries import full
full()
"""


def diary_entries() -> None:
    print(f"this disk takes {_writes_a_second():.0f} waited-for writes a second, one after the other")
    for says, durable, place in (("on the disk", True, None), ("not waiting for it", False, "/dev/shm")):
        with TemporaryDirectory(dir=place) as folder:
            _on("SQLite", says, {"CARRYWELL_DATA": folder, "DATABASE_URL": ""})
            with postgres(durable) as server:
                _on("PostgreSQL", says, {"CARRYWELL_DATA": folder, "DATABASE_URL": server.url})


def _writes_a_second() -> float:
    with TemporaryFile() as file:
        count, begin = 0, time.perf_counter()
        while time.perf_counter() < begin + 1:
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())
            count += 1
        return count / (time.perf_counter() - begin)


def _on(name: str, says: str, environment: dict[str, str]) -> None:
    local = environment | {"CARRYWELL_LOCAL": "1", "CARRYWELL_SECRET_KEY": _KEY}
    subprocess.run([sys.executable, "-c", _BEGIN], env={**os.environ, **local}, check=True)
    with real_server(WORKERS, **local) as server:
        requests = [_request(day, server.port) for day in range(DAYS)]
        asyncio.run(as_many_as_it_takes(server.port, requests, WARMING_SECONDS))
        _measured(name, says, server, requests)


def _measured(name: str, says: str, server: RealServer, requests: list[bytes]) -> None:
    its, begin = server.processor_seconds(), time.perf_counter()
    entries = asyncio.run(as_many_as_it_takes(server.port, requests, SECONDS))
    seconds, its = time.perf_counter() - begin, server.processor_seconds() - its
    memory = ", ".join(f"{held:.0f}" for held in server.memory_mb())
    print(
        f"diary entries on {name}, {says}: {entries / seconds:.0f} a second = "
        f"{entries / seconds / TARGETS[name]:.0%} of "
        f"{TARGETS[name]}; {its / entries * 1000:.2f} ms of the processor each; memory of the processes {memory} MB"
    )


def _request(back: int, port: int) -> bytes:
    day = (today() - timedelta(days=back)).isoformat()
    form = {"pain_now": back % 11, "pain_worst": 9, "sites": "low_back", "did": "walk_daily", "line": "a long day"}
    body = urlencode(form | {"csrfmiddlewaretoken": _TOKEN})
    head = (
        f"POST /diary/day/{day} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\n"
        f"cookie: carrywell-form={_TOKEN}; {COOKIE}={proof(_KEY)}\r\n"
        f"content-type: application/x-www-form-urlencoded\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode()


if __name__ == "__main__":
    diary_entries()
