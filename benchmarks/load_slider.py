"""How long the real server takes for the part of a page that follows a slider: `python -m benchmarks.load_slider`.

No setting comes twice, so each is worked out anew with its draws; for a woman of middle size, and for one whose height
and weight come from her result. One worker, one client on the same cores.
"""

from __future__ import annotations

import http.client
import statistics
import time
from collections.abc import Iterator
from urllib.parse import urlencode

from benchmarks.real_server import FORM, real_server
from carrywell.model.case import About, Case
from carrywell.web.state import State

LIMIT_MS = 30.0
WARMING, MOVES = 5, 150
TASK = "nappy_bed"


def load_slider() -> None:
    with real_server(workers=1) as server:
        for what, moves in (("a slider", _of_nobody()), ("a slider, of her", _of_her())):
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
            requests = list(moves)
            for request in requests[:WARMING]:
                _ms(connection, *request)
            begin = server.processor_seconds()
            times = [_ms(connection, *request) for request in requests[WARMING:]]
            processor_ms = (server.processor_seconds() - begin) / MOVES * 1000
            p99 = statistics.quantiles(times, n=100)[98]
            print(
                f"{what}: {processor_ms:.1f} ms of the processor = {processor_ms / LIMIT_MS:.0%} of {LIMIT_MS:g} ms; "
                f"on the clock median {statistics.median(times):.1f} ms, 99th percentile {p99:.1f} ms"
            )


def _settings() -> Iterator[dict[str, object]]:
    for at in range(WARMING + MOVES):
        part = "less" if at % 3 == 2 else "this"
        yield {"when": "pregnant", "part": part, "weeks": 5 + at % 37, "height": 50 + at % 59, "reach": 25 + at % 29}


def _of_nobody() -> Iterator[tuple[str, str, str]]:
    for setting in _settings():
        yield "GET", f"/load/{TASK}?{urlencode(setting)}", ""


def _of_her() -> Iterator[tuple[str, str, str]]:
    about = About(weeks_pregnant=30, height_cm=172, weight_kg=78, weight_before_pregnancy_kg=68)
    state = State(Case(about=about), ("pregnant",)).dump()
    for setting in _settings():
        yield "POST", f"/load/{TASK}", urlencode({"state": state, "page": "result"} | setting)


def _ms(connection: http.client.HTTPConnection, method: str, path: str, body: str) -> float:
    begin = time.perf_counter()
    connection.request(method, path, body, FORM if body else {})
    response = connection.getresponse()
    response.read()
    assert response.status == 200, response.status
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    load_slider()
