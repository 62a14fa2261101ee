"""The site as `make serve` runs it, for as long as it is measured, and what is posted to it on whole ways through."""

from __future__ import annotations

import html
import http.client
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from carrywell.web.serve import free_port
from tests.lib.random_ways import Fields as PostFields
from tests.lib.random_ways import random_way

Fields = dict[str, str]
FORM = {"content-type": "application/x-www-form-urlencoded"}
MOST_STEPS = 40
_HIDDEN = re.compile(r'<input type="hidden" name="(page|state)" value="([^"]*)">')
_ANSWERS: dict[str, Fields] = {
    "pregnant": {"weeks_pregnant": "24", "babies": "1", "none": "1"},
    "after": {
        "weeks_postpartum": "6", "ended": "birth", "birth": "vaginal", "baby_with_me": "yes",
        "recent_neuraxial": "no", "none": "1",
    },
    "where": {"sites": "low_back", "onset": "gradual", "course": "steady", "started_weeks_ago": "6", "now": "4"},
    "changes": {"worse_with": "walking", "better_with": "rest"},
    "day": {"day-driving": "30", "history": "desk_work"},
    "private": {"skip": "1"},
}  # fmt: skip
WAYS = {"pregnant": {}, "after": {}, "emergency": {"pregnant": {"weeks_pregnant": "31", "chest_or_breath": "yes"}}}


@dataclass(frozen=True, slots=True)
class RealServer:
    port: int
    pid: int

    def memory_mb(self) -> list[float]:
        """What each process holds for itself, in MB (proportional set size), the first one being the one that starts
        the others.
        """
        return [_memory_kb(pid) / 1024 for pid in _with_children(self.pid)]

    def processor_seconds(self) -> float:
        """What it and its workers have used of the processor, from Linux's /proc: the same however busy the machine."""
        return processor_seconds(self.pid)


def processor_seconds(pid: int) -> float:
    """Of a process and all that it started and that is still there."""
    return sum(_ticks(each) for each in _with_children(pid)) / os.sysconf("SC_CLK_TCK")


def _with_children(pid: int) -> Iterator[int]:
    yield pid
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _with_children(int(child))


def _memory_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])  # of the user, and of the system on its behalf


@contextmanager
def real_server(workers: int, **environment: str) -> Iterator[RealServer]:
    """Running and answering. TimeoutError when it does not answer within 60 seconds."""
    port = free_port(8700)
    server = subprocess.Popen(
        [sys.executable, "-m", "carrywell.web.serve"],
        env=os.environ | {"CARRYWELL_PORT": str(port), "CARRYWELL_WORKERS": str(workers)} | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait_until_it_answers(port)
        yield RealServer(port, server.pid)
    finally:
        _end(server)


def _end(server: subprocess.Popen[bytes]) -> None:
    """With its workers, also when it no longer listens to a friendly word."""
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _wait_until_it_answers(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
            connection.request("GET", "/healthy")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise TimeoutError("the server did not answer within 60 seconds")


def many_ways(port: int, seeds: Iterable[int]) -> list[str]:
    """The body of each step of ways that part from each other."""
    connection, bodies = http.client.HTTPConnection("127.0.0.1", port, timeout=30), list[str]()

    def send(post: PostFields) -> str:
        bodies.append(urlencode(post, doseq=True))
        connection.request("POST", "/check", bodies[-1], FORM)
        response = connection.getresponse()
        assert response.status == 200, response.status
        return response.read().decode()

    for seed in seeds:
        for _ in random_way(send, random.Random(seed)):
            pass
    connection.close()
    return bodies


def whole_ways(port: int) -> list[tuple[str, str]]:
    """Each step of each way, as the page it is posted from and the body of the post."""
    return [step for said in WAYS for step in _way(port, "after" if said == "after" else "pregnant", WAYS[said])]


def _way(port: int, first: str, said: dict[str, Fields]) -> Iterator[tuple[str, str]]:
    """From the start button over the result and the day, to the result that is fitted to her."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    carried: Fields = {"page": "status", "state": ""}
    for _ in range(MOST_STEPS):
        answers = (
            {first: "1"} if carried["page"] == "status" else said.get(carried["page"]) or _answers(carried["page"])
        )
        body = urlencode(carried | answers)
        yield carried["page"], body
        connection.request("POST", "/check", body, FORM)
        response = connection.getresponse()
        page = response.read().decode()
        assert response.status == 200, (carried["page"], response.status)
        carried = {name: html.unescape(value) for name, value in _HIDDEN.findall(page)}
        if carried["page"] == "result" and 'name="fit"' not in page:
            connection.close()
            return
    raise AssertionError(f"no result within {MOST_STEPS} steps")


def _answers(page: str) -> Fields:
    if page == "result":
        return {"fit": "1"}
    if page.startswith(("q/", "c/")):
        return dict.fromkeys(page.split("/")[2].split(","), "no")
    return _ANSWERS[page]
