"""`make bench`: how long a decision and a page step take on this machine, beside the limits that the project
sets itself.

Each figure is printed as the measured value and as its share of the limit, so that a slower machine is seen as such:
the first line times a fixed piece of plain Python, the yardstick.
"""

from __future__ import annotations

import http.client
import random
import statistics
import threading
import time
from collections.abc import Callable
from urllib.parse import urlencode

from benchmarks.body_model import body_model
from benchmarks.diary_entries import diary_entries
from benchmarks.figure import pictures
from benchmarks.first_visit import first_visit
from benchmarks.load_slider import load_slider
from benchmarks.many_cases import in_its_own_process as many_cases
from benchmarks.page_compression import page_compression
from benchmarks.real_server import FORM, real_server
from benchmarks.steps_per_second import steps_per_second
from carrywell.app.check_case import check_case
from carrywell.app.engine import Engine, open_engine
from carrywell.app.play_interview import play_interview
from carrywell.knowledge.reader import read_knowledge
from carrywell.model.answer import Answer
from carrywell.model.case import About, Case, Pain
from carrywell.web.state import State

DECISION_LIMIT_MS = 5.0
STEP_P99_LIMIT_MS = 50.0
CLIENTS = 8
STEPS_EACH = 150
WARMING_STEPS = 20  # for each client, not counted: entries of the plan are rendered once a process
CASES = 300


def main() -> None:
    print(f"yardstick: {_best(_yardstick, 5) * 1000:.1f} ms for a million additions")
    engine = open_engine()
    print(f"reading kb/ strictly: {_best(read_knowledge, 3) * 1000:.0f} ms; opening the bundle: {_open_ms():.0f} ms")
    _decisions(engine)
    _interview(engine)
    _page_steps(engine)
    pictures(engine)
    many_cases()
    body_model()
    load_slider()
    steps_per_second()
    page_compression()
    diary_entries()
    first_visit()


def _yardstick() -> None:
    total = 0
    for number in range(1_000_000):
        total += number


def _best(work: Callable[[], object], times: int) -> float:
    return min(_seconds(work) for _ in range(times))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _open_ms() -> float:
    open_engine.cache_clear()
    return _seconds(open_engine) * 1000


def random_cases(engine: Engine, count: int) -> list[Case]:
    """Cases of every stage with a few answers each; the same every time."""
    chance = random.Random(20261125)
    ids = [name for name, finding in engine.knowledge.findings.items() if finding.asks_for != "number"]
    cases = []
    for _ in range(count):
        weeks = chance.uniform(4, 41)
        about = About(weeks_pregnant=weeks) if chance.random() < 0.6 else About(weeks_postpartum=weeks * 3)
        said = {
            name: chance.choice([Answer.NO, Answer.NO, Answer.UNSURE, Answer.YES]) for name in chance.sample(ids, 12)
        }
        cases.append(Case(about=about, answers=said, pain=Pain(sites=("low_back",), worse_with=("walking",))))
    return cases


def _decisions(engine: Engine) -> None:
    times = [_seconds(lambda case=case: check_case(engine, case, "no")) * 1000 for case in random_cases(engine, CASES)]
    _report("one decision", statistics.median(times), _percentile(times, 99), DECISION_LIMIT_MS)


def _interview(engine: Engine) -> None:
    case = Case(about=About(weeks_pregnant=23), pain=Pain(sites=("low_back",), worse_with=("walking",)))
    played = play_interview(engine, case)
    each = _best(lambda: play_interview(engine, case), 5) * 1000 / len(played.steps)
    counts = f"{len(played.asked)} questions, {len(played.steps)} screens"
    print(f"next question in a played interview: {each:.2f} ms ({counts})")


def _report(what: str, median: float, p99: float, limit: float) -> None:
    print(f"{what}: median {median:.2f} ms, 99th percentile {p99:.2f} ms = {p99 / limit:.0%} of {limit:g} ms")


def _percentile(times: list[float], percent: int) -> float:
    return statistics.quantiles(times, n=100)[percent - 1]


def _page_steps(engine: Engine) -> None:
    """The real server with one worker, eight clients at once on the same cores; half the steps end in a result."""
    with real_server(workers=1) as server:
        times: list[float] = []
        clients = [threading.Thread(target=_client, args=(server.port, engine, times)) for _ in range(CLIENTS)]
        begin = time.perf_counter()
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        seconds = time.perf_counter() - begin
        steps = len(times) + CLIENTS * WARMING_STEPS
        print(
            f"page steps: {steps} by {CLIENTS} clients, {steps / seconds:.0f} a second, results and questions by turns"
        )
        _report("one page step", statistics.median(times), _percentile(times, 99), STEP_P99_LIMIT_MS)


def _client(port: int, engine: Engine, times: list[float]) -> None:
    bodies = [_question_body(engine), _result_body(engine)]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    for at in range(-WARMING_STEPS, STEPS_EACH):
        begin = time.perf_counter()
        connection.request("POST", "/check", bodies[at % 2], FORM)
        response = connection.getresponse()
        response.read()
        assert response.status == 200, response.status
        if at >= 0:
            times.append((time.perf_counter() - begin) * 1000)


def _question_body(engine: Engine) -> str:
    state = State(Case(about=About(weeks_pregnant=23)), ("pregnant",))
    lines = "breathless_chest_pain,chest_pain,faint_collapse"
    return urlencode({"state": state.dump(), "page": f"q/now/{lines}", "none": "1"})


def _result_body(engine: Engine) -> str:
    """The last step before an ordinary result."""
    case = Case(about=About(weeks_pregnant=23), pain=Pain(sites=("low_back",), worse_with=("walking",)))
    said = play_interview(engine, case).assessment.case
    return urlencode({"state": State(said, ("where", "changes", "day")).dump(), "page": "private", "skip": "1"})


if __name__ == "__main__":
    main()
