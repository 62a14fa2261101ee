"""From her weighed day to what its page shows: what makes most of it, and the best use of the help there is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carrywell.app.day import Day
from carrywell.app.day_words import changed, done_lines
from carrywell.app.engine import Engine
from carrywell.body.day import DayTask
from carrywell.model.text import Voice
from carrywell.web.load_presenter import capital


@dataclass(frozen=True, slots=True)
class DayLine:
    """`way`: the load task that is taken for how she does it, whose page shows it. `percent`: of the day's load."""

    id: str
    name: str
    way: str
    minutes: str
    percent: str


@dataclass(frozen=True, slots=True)
class DayPage:
    lines: tuple[DayLine, ...]
    best: tuple[str, ...]
    falls: str
    left_out: str


def day_page(engine: Engine, day: Day, voice: Voice) -> DayPage:
    to_change = changed(day)
    ends = {name: f"{getattr(day.fall, name) * 100:.0f}" for name in ("low", "high")}
    falls = voice.phrase("day_load.falls", percent=f"{day.fall.middle * 100:.0f}", **ends)
    return DayPage(
        tuple(_line(engine, day, task, voice) for task in day.tasks),
        tuple(line for task in to_change for line in done_lines(engine, day, task, voice)),
        falls if to_change else voice.phrase("day_load.nothing"),
        _left_out(engine, day.left_out, voice),
    )


def _line(engine: Engine, day: Day, task: DayTask, voice: Voice) -> DayLine:
    name = capital(voice(engine.knowledge.tasks[task.id].name))
    return DayLine(task.id, name, task.ways[0].id, f"{task.minutes:.0f}", f"{day.share(task) * 100:.0f}")


def _left_out(engine: Engine, ways: Iterable[str], voice: Voice) -> str:
    names = [voice(engine.knowledge.load_tasks[way].name) for way in ways]
    return voice.phrase("day_load.left_out", list=voice.listed(names)) if names else ""
