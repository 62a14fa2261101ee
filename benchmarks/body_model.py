"""How fast the body model is: `python -m benchmarks.body_model`, or `make bench`.

On one core: complete postures a second in a batch (net load, passive tissue, pressure, muscles, sum), one posture, 500
draws with her standing beside them, the whole grid of tasks x 40 weeks x 500 draws, and a day solved exactly. Beside
them the same postures one by one with MuJoCo's inverse dynamics and a quadratic program of the same muscles (HiGHS),
and, where `CARRYWELL_OPENSIM_PYTHON` names a Python that has OpenSim, the moment arms of the same muscles by OpenSim.
Processor time is printed beside the clock: on a busy machine only the first is the model's own.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from carrywell.app.day import weigh_day
from carrywell.app.engine import Engine, open_engine
from carrywell.app.load_grid import WEEKS, load_grid
from carrywell.body.day import Help
from carrywell.body.load_range import load_with_range
from carrywell.body.muscles import GROUPS, muscles
from carrywell.body.person import People
from carrywell.body.posture import Angles, Posture
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import DRAWS
from carrywell.model.case import About, Case
from tests.lib.mujoco_body import MujocoBody
from tests.lib.muscle_sharing_qp import shared_by_qp

BATCH, RATE_TARGET = 100_000, 50_000
ONE_LIMIT_MS, DRAWS_LIMIT_MS, GRID_LIMIT_S = 2.0, 100.0, 60.0
OTHER_POSTURES = 500
WOMAN = People(height_m=1.65, weight_before_kg=62, weight_kg=62)
PREGNANT = People(height_m=1.65, weight_before_kg=62, weeks_pregnant=30)
DAY = {"mopping": 30.0, "cooking": 60.0, "lifting_child": 15.0, "carrying_child": 30.0, "standing_long": 120.0,
       "desk_work": 240.0, "laundry": 20.0, "shopping_bags": 20.0}  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """Seconds of the clock and of the processor."""

    clock_s: float
    processor_s: float

    def ms(self) -> str:
        return f"{self.processor_s * 1000:.2f} ms of the processor, {self.clock_s * 1000:.2f} on the clock"


def body_model() -> None:
    with _one_core():
        _measure()


@contextmanager
def _one_core() -> Iterator[None]:
    """Where the system can bind a process to a core."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    yield
    os.sched_setaffinity(0, before)


def _measure() -> None:
    engine = open_engine()
    _batch()
    one = _best(lambda: spine_load(Posture(Angles(lumbar_flexion=30)), PREGNANT), 50)
    print(f"one posture: {one.ms()} = {one.processor_s * 1000 / ONE_LIMIT_MS:.0%} of {ONE_LIMIT_MS:g} ms")
    draws = _best(lambda: load_with_range(Posture(Angles(lumbar_flexion=30)), PREGNANT), 20)
    share = draws.processor_s * 1000 / DRAWS_LIMIT_MS
    print(f"{DRAWS} draws and her standing: {draws.ms()} = {share:.0%} of {DRAWS_LIMIT_MS:g} ms")
    _other()
    _opensim()
    _grid(engine)
    case = Case(about=About(weeks_pregnant=30), day=DAY)
    day = _best(lambda: weigh_day(engine, case, Help(60, 15, 3)), 5)
    print(f"a day of {len(DAY)} tasks, weighed and solved, with its interval: {day.ms()}")


def _batch() -> None:
    posture = _random(BATCH)
    taken = _best(lambda: spine_load(posture, WOMAN), 3)
    by_processor, by_clock = BATCH / taken.processor_s, BATCH / taken.clock_s
    print(
        f"batch of {BATCH}: {by_processor:.0f} complete postures a second of the processor, {by_clock:.0f} on the "
        f"clock = {by_processor / RATE_TARGET:.1f} times {RATE_TARGET}"
    )


def _other() -> None:
    """Our batch does more (passive tissue, pressure, three axes); this is net moment and muscle sharing alone."""
    posture, other, one = _random(OTHER_POSTURES), MujocoBody.of(WOMAN), np.asarray(1.0)
    has = muscles(np.asarray(1.65), np.asarray(62.0), np.asarray(False), one, one, one)
    single = [
        Posture(
            Angles(
                **{name: float(np.asarray(value)[at]) for name, value in vars(posture.angles).items() if np.ndim(value)}
            )
        )
        for at in range(OTHER_POSTURES)
    ]

    def solve() -> None:
        for each in single:
            moment = np.array([0.0, -other.moment_nm(each), 0.0])
            shared_by_qp(moment, has.arms_m, has.strengths_n, 0.02, reserve=True)

    taken = _best(solve, 3)
    inverse = _best(lambda: [other.moment_nm(each) for each in single], 3)
    print(
        f"MuJoCo's inverse dynamics and a QP: {OTHER_POSTURES / taken.processor_s:.0f} a second of the processor "
        f"(inverse dynamics alone {OTHER_POSTURES / inverse.processor_s:.0f})"
    )


def _opensim() -> None:
    """Moment arms alone: three for each of our muscles, in postures of a chain of 18 coordinates."""
    python, one = os.environ.get("CARRYWELL_OPENSIM_PYTHON", ""), np.asarray(1.0)
    if not python:
        print("OpenSim: left out, CARRYWELL_OPENSIM_PYTHON names no Python that has it")
        return
    postures = np.random.default_rng(20261125).uniform(-0.1, 0.1, (OTHER_POSTURES, 18))
    postures[0] = 0.0
    has = muscles(np.asarray(1.70), np.asarray(70.0), np.asarray(True), one, one, one)  # the size of the table
    places = [[ahead, side * aside, 0.0] for _, (ahead, aside), *_ in GROUPS for side in (1, -1)]
    asked = json.dumps(
        {"muscles": list(zip(places, has.directions.tolist(), strict=True)), "postures": postures.tolist()}
    )
    script = Path(__file__).with_name("opensim_arms.py")
    done = subprocess.run([python, str(script)], input=asked, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    forward, up, right = np.array(found["first"]).T
    apart = np.abs(np.stack([forward, -right, up], axis=-1) - has.arms_m).max()
    print(
        f"OpenSim {found['version']}: moment arms of {len(places)} muscles in {OTHER_POSTURES / found['seconds']:.0f} "
        f"postures a second of the processor; at most {apart * 1000:.4f} mm from ours"
    )


def _grid(engine: Engine) -> None:
    tasks = len(engine.knowledge.load_tasks)

    def work() -> None:
        for _ in track(
            load_grid(engine), total=tasks, description="grid", console=Console(stderr=True), transient=True
        ):
            pass

    taken = _best(work, 1)
    count = tasks * len(WEEKS) * DRAWS
    print(
        f"grid of {tasks} tasks x {len(WEEKS)} weeks x {DRAWS} draws = {count}: {taken.processor_s:.1f} s of the "
        f"processor, {taken.clock_s:.1f} on the clock = {taken.clock_s / GRID_LIMIT_S:.0%} of {GRID_LIMIT_S:g} s"
    )


def _random(count: int) -> Posture:
    chance = np.random.default_rng(20261125)
    lumbar = chance.uniform(-10, 45, count)
    return Posture(
        Angles(
            pelvis_tilt=chance.uniform(-10, 40, count),
            lumbar_flexion=lumbar,
            shoulder_flexion=chance.uniform(0, 90, count),
            elbow_flexion=chance.uniform(0, 90, count),
        )
    )


def _best(work: Callable[[], object], times: int) -> Taken:
    """The quickest by the processor."""
    return min((_taken(work) for _ in range(times)), key=lambda taken: taken.processor_s)


def _taken(work: Callable[[], object]) -> Taken:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Taken(time.perf_counter() - clock, time.process_time() - processor)


if __name__ == "__main__":
    body_model()
