"""The site killed (SIGKILL) while it writes, again and again: nothing confirmed is lost, and nothing is there by half.

`make kill` does it a hundred times on SQLite and on PostgreSQL, and prints what it saw. The site is its own
application, with all its layers, in a process that is forked from one that has read everything: so a kill costs a
fraction of a second. A form counts as confirmed once its answer has been read from the pipe.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.lib.postgres import postgres
from tests.lib.tree import ROOT

DAYS = 20  # each day of the diary is written over and over
_TOKEN = "k" * 32  # cookie and form carry the same, as in a browser
_PATIENCE_S = 60


@dataclass
class Seen:
    """`torn`: rows that are neither before nor after a form; `lost`: days whose last confirmed word is not there."""

    kills: int = 0
    confirmed: int = 0
    torn: int = 0
    lost: int = 0


@contextmanager
def written_to(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """The process that forks a writer for each line of its input."""
    command = [sys.executable, "-m", "tests.lib.killing", "writes"]
    with subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def killed(times: int, environment: dict[str, str], seed: int = 7) -> Seen:
    """`environment`: CARRYWELL_DATA or DATABASE_URL."""
    seen, last, random = Seen(), {}, Random(seed)
    with written_to(environment | {"CARRYWELL_LOCAL": "1"}) as process:
        assert process.stdin
        assert process.stdout
        for number in range(times):
            print(number, file=process.stdin, flush=True)
            writer = int(process.stdout.readline())
            until = time.monotonic() + random.uniform(0.02, 0.12)
            after = random.randint(1, 30)
            told = 0
            while time.monotonic() < until or told < after:
                assert select.select([process.stdout], [], [], _PATIENCE_S)[0], "no form was confirmed"
                day, word = map(int, process.stdout.readline().split())
                last[day] = word
                told += 1
            os.kill(writer, signal.SIGKILL)
            for line in iter(process.stdout.readline, "dead\n"):  # what was confirmed before it died
                day, word = map(int, line.split())
                last[day] = word
                told += 1
            seen.kills, seen.confirmed = seen.kills + 1, seen.confirmed + told
            print("look", file=process.stdin, flush=True)
            found = {}
            for line in iter(process.stdout.readline, "end\n"):
                day, word, whole = map(int, line.split())
                found[day] = word
                seen.torn += not whole
            seen.lost += sum(found.get(day, -1) < word for day, word in last.items())
    return seen


# What runs in the other process.


def _writes() -> None:
    from django.db import connections

    from carrywell.web.diary.prepare import prepare

    prepare()
    from tests.lib.diaries import begun, here

    begun()
    assert here().get("/diary").status_code == 200  # so that everything is read before the fork
    connections.close_all()
    for line in sys.stdin:
        if line == "look\n":
            _look()
            continue
        if (child := os.fork()) == 0:
            os.write(1, f"{os.getpid()}\n".encode())
            _write_on(int(line))
        os.waitpid(child, 0)
        print("dead", flush=True)


def _write_on(number: int) -> None:
    """Until it is killed: a form, its answer, and only then a line. The line is one write, so it is never half."""
    from tests.lib.diaries import here

    client = here(strict=True)
    client.cookies["carrywell-form"] = _TOKEN
    word = number * 100_000
    while True:
        for at in range(DAYS):
            word += 1
            day = date.today() - timedelta(days=at)
            form = {"pain_now": word % 11, "pain_worst": word % 11, "line": str(word), "csrfmiddlewaretoken": _TOKEN}
            answer = client.post(f"/diary/day/{day.isoformat()}", form | {"sites": ["groin"] if word % 2 else ["ribs"]})
            assert answer.status_code == 302, answer.content
            os.write(1, f"{at} {word}\n".encode())


def _look() -> None:
    from django.db import connections

    from carrywell.web.diary.models import Access, Day

    for entry in Day.objects.all():
        word = int(entry.line)
        sites = ["groin"] if word % 2 else ["ribs"]
        whole = entry.pain_now == entry.pain_worst == word % 11 and entry.sites == sites
        print((date.today() - entry.day).days, word, int(whole))
    assert Access.objects.exists()
    connections.close_all()
    print("end", flush=True)


def main(times: int) -> None:
    with TemporaryDirectory() as folder:
        print("SQLite:", killed(times, {"CARRYWELL_DATA": folder, "DATABASE_URL": ""}), flush=True)
    with postgres(durable=True) as server:
        print("PostgreSQL:", killed(times, {"DATABASE_URL": server.url, "CARRYWELL_DATA": str(Path("build/kill"))}))


if __name__ == "__main__":
    _writes() if sys.argv[1] == "writes" else main(int(sys.argv[1]))
