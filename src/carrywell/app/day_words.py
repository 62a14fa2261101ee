"""A weighed day for programs and for people."""

from __future__ import annotations

from typing import Any

from carrywell.app.day import Day
from carrywell.app.engine import Engine
from carrywell.body.day import BREAK_MINUTES, DayTask
from carrywell.model.text import Voice


def as_json(engine: Engine, day: Day, voice: Voice) -> dict[str, Any]:
    """`best` has what is to be changed, the greatest fall first; `falls_by` and its ends are shares of the dose.

    `lifts` is for researchers only: LiFFT was fitted to paid jobs, so it is not among the lines for people.
    """
    return {
        "dose_kn2h": round(day.dose_kn2h, 4),
        "tasks": [_task_json(engine, day, task, voice) for task in day.tasks],
        "help": {
            "minutes": day.help.minutes,
            "rest_minutes": day.help.rest_minutes,
            "changes": day.help.changes,
            "spell_minutes": day.help.spell_minutes,
        },
        "best": [_best_json(day, task) for task in changed(day)],
        "falls_by": round(day.fall.middle, 4),
        "low": {"falls_by": round(day.fall.low, 4)},
        "high": {"falls_by": round(day.fall.high, 4)},
        "left_out": list(day.left_out),
        "lifts": None if day.lifts is None else {"damage": day.lifts[0], "probability": round(day.lifts[1], 4)},
        "careful": voice.phrase("day_load.careful"),
    }


def _task_json(engine: Engine, day: Day, task: DayTask, voice: Voice) -> dict[str, Any]:
    way = task.ways[0]
    return {
        "task": task.id,
        "name": voice(engine.knowledge.tasks[task.id].name),
        "minutes": round(task.minutes, 2),
        "way": way.id,
        "relative_to_standing": round(way.force_n / way.at_ease_n, 4),
        "share": round(day.share(task), 4),
    }


def _best_json(day: Day, task: DayTask) -> dict[str, Any]:
    done = day.best[task.id]
    return {
        "task": task.id,
        "hand_over_minutes": round(done.handed * task.piece_minutes, 2),
        "hand_over": round(done.handed / task.pieces, 4),
        "way": task.ways[done.way].id if done.way else None,
        "breaks": done.breaks,
        "falls_by": round(day.falls_by(task), 4),
    }


def changed(day: Day) -> list[DayTask]:
    """What the plan changes, the greatest fall first."""
    return sorted(
        (task for task in day.tasks if day.falls_by(task) > 0), key=lambda task: (-day.falls_by(task), task.id)
    )


def as_text(engine: Engine, day: Day, voice: Voice) -> list[str]:
    """Lines for the terminal."""
    if not day.tasks:
        return [voice.phrase("day_load.empty")]
    lines = [voice.phrase("day_load.most")]
    lines += ["  " + task_line(engine, day, task, voice) for task in day.tasks]
    if to_change := changed(day):
        lines.append(voice.phrase("day_load.best"))
        lines += ["  " + line for task in to_change for line in done_lines(engine, day, task, voice)]
        ends = {name: f"{getattr(day.fall, name) * 100:.0f}" for name in ("low", "high")}
        lines.append(voice.phrase("day_load.falls", percent=f"{day.fall.middle * 100:.0f}", **ends))
    else:
        lines.append(voice.phrase("day_load.nothing"))
    if day.left_out:
        names = voice.listed(voice(engine.knowledge.load_tasks[way].name) for way in day.left_out)
        lines.append(voice.phrase("day_load.left_out", list=names))
    return [*lines, voice.phrase("day_load.careful")]


def task_line(engine: Engine, day: Day, task: DayTask, voice: Voice) -> str:
    """`Mopping: 40 % (30 minutes).`"""
    said = {"name": _name(engine, task, voice), "share": f"{day.share(task) * 100:.0f}"}
    return voice.phrase("day_load.task", minutes=f"{task.minutes:.0f}", **said)


def done_lines(engine: Engine, day: Day, task: DayTask, voice: Voice) -> list[str]:
    """What is to be done about one task, a sentence each."""
    done, name = day.best[task.id], _name(engine, task, voice)
    lines = []
    if done.handed == task.pieces:
        lines.append(voice.phrase("day_load.hand_over.all", name=_inside(engine, task, voice)))
    elif done.handed:
        counted = engine.knowledge.tasks[task.id].counted_in
        inside = _inside(engine, task, voice)
        lines.append(voice.counted(f"day_load.hand_over.{counted}", done.handed, name=inside))
    if done.way:
        way = voice(engine.knowledge.load_tasks[task.ways[done.way].id].name)
        lines.append(voice.phrase("day_load.otherwise", name=name, way=way))
    if done.breaks:
        minutes = f"{BREAK_MINUTES:.0f}"
        lines.append(voice.counted("day_load.breaks", done.breaks, minutes=minutes, name=name))
    return lines


def _inside(engine: Engine, task: DayTask, voice: Voice) -> str:
    return voice(engine.knowledge.tasks[task.id].name)


def _name(engine: Engine, task: DayTask, voice: Voice) -> str:
    name = _inside(engine, task, voice)
    return name[:1].upper() + name[1:]
