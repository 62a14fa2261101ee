"""Use case: every task in every week of pregnancy, for a woman of middle size, with its interval; for research."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import numpy as np

from carrywell.app.engine import Engine
from carrywell.app.load import posture_of
from carrywell.body.load_range import HIGH_PERCENT, LOW_PERCENT, as_she_stands, over_range
from carrywell.body.person import Floats, People
from carrywell.body.posture import STANDING
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import DRAWS, MIDDLE, Unknowns, drawn
from carrywell.model.load_task import LoadTask
from carrywell.model.told import WrongValue

WEEKS = tuple(range(1, 41))


class UnknownKind(WrongValue):
    """A file that is neither .csv nor .parquet."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """Nine of ten draws lie between low and high. `beyond_strength`: share of draws that her muscles cannot hold."""

    task: str
    weeks_pregnant: int
    relative_to_standing: float
    relative_low: float
    relative_high: float
    compression_n: float
    compression_low_n: float
    compression_high_n: float
    beyond_strength: float


def load_grid(engine: Engine, draws: int = DRAWS) -> Iterator[list[GridRow]]:
    """The weeks of one task at a time, the tasks in their order; as `load_of` has them, many at once."""
    weeks = People(weeks_pregnant=np.asarray(WEEKS, float))
    spread = People(weeks_pregnant=np.asarray(WEEKS, float)[:, None])
    unknown = drawn(draws)
    at_ease, at_ease_drawn = _forces(weeks, MIDDLE), _forces(spread, as_she_stands(unknown))
    tasks = engine.knowledge.load_tasks.values()
    for task in sorted(tasks, key=lambda task: task.order):
        if task.times_standing is not None:
            low, middle, high = task.times_standing
            times = np.linspace(low, high, draws)[np.argsort(np.argsort(unknown.strength))]
            force, force_drawn, beyond = at_ease * middle, at_ease_drawn * times, np.zeros(len(WEEKS))
        else:
            half = (task.range.pelvis_tilt, task.range.lumbar_flexion, task.range.shoulder_flexion)
            posture = posture_of(task, People())
            varied = as_she_stands(unknown) if posture == STANDING else over_range(unknown, half)
            found = spine_load(posture, spread, unknown=varied)
            force, force_drawn = spine_load(posture, weeks).compression_n, found.compression_n
            beyond = np.mean(found.beyond_strength, axis=-1)
        yield list(_rows(task, force, force / at_ease, force_drawn, force_drawn / at_ease_drawn, beyond))


def _forces(people: People, unknown: Unknowns) -> Floats:
    return spine_load(STANDING, people, unknown=unknown).compression_n


def _rows(
    task: LoadTask, force: Floats, share: Floats, forces: Floats, shares: Floats, beyond: Floats
) -> Iterator[GridRow]:
    ends = [np.percentile(each, [LOW_PERCENT, HIGH_PERCENT], axis=-1) for each in (shares, forces)]
    for at, week in enumerate(WEEKS):
        (share_low, share_high), (low, high) = (end[:, at] for end in ends)
        numbers = (share[at], share_low, share_high, force[at], low, high, beyond[at])
        yield GridRow(task.id, week, *(round(float(number), 4) for number in numbers))


def write_grid(path: Path, rows: Iterable[GridRow]) -> None:
    """As `.csv`, or as `.parquet` with the extra `batch`. UnknownKind, OSError; ModuleNotFoundError without polars."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, [each.name for each in fields(GridRow)])
            writer.writeheader()
            writer.writerows(map(asdict, rows))
    elif path.suffix == ".parquet":
        import polars

        polars.DataFrame([asdict(row) for row in rows]).write_parquet(path)
    else:
        raise UnknownKind("wrong.file_kind", path=str(path))
