"""Use case: how much a task or a posture loads her back, for programs and for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from carrywell.app.engine import Engine
from carrywell.body.load_range import FIGURES, Ranged, load_with_range
from carrywell.body.person import People
from carrywell.body.posture import Angles, Load, Posture
from carrywell.decide.facts import Facts
from carrywell.model.case import About, Case
from carrywell.model.load_task import LoadTask
from carrywell.model.posture_parts import Level, PostureAbout, PostureAngles, PostureFile, PostureLoad, Stance, Support
from carrywell.model.text import Voice
from carrywell.model.truth import Truth

_DIGITS = {"compression_n": 1, "shear_n": 1, "disc_pressure_mpa": 4, "moment_nm": 2, "relative_to_standing": 4}
OF_NOBODY = PostureAbout()


class UnknownTask(ValueError):
    """There is no such task; says which there are."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """`task` is None for a posture of one's own; `whose` is False where nothing is known of her."""

    task: LoadTask | None
    level: Level
    found: Ranged
    whose: bool


def load_of_task(engine: Engine, name: str, about: About | PostureAbout = OF_NOBODY, level: Level = "L4/L5") -> Loaded:
    """UnknownTask; ImpossibleBody where her numbers do not go together."""
    task = engine.knowledge.load_tasks.get(name)
    if task is None:
        raise UnknownTask(f"unknown task {name!r}; allowed: {', '.join(_in_order(engine))}")
    half = task.range
    found = load_with_range(
        _posture(task.stance, task.angles, task.loads, task.supports),
        _person(about),
        level,
        times_standing=task.times_standing,
        range_deg=(half.pelvis_tilt, half.lumbar_flexion, half.shoulder_flexion),
    )
    return Loaded(task, level, found, about != OF_NOBODY)


def load_of_posture(own: PostureFile) -> Loaded:
    """ImpossibleBody where the numbers of the person do not go together."""
    posture = _posture(own.stance, own.angles, own.loads, own.supports)
    return Loaded(None, own.level, load_with_range(posture, _person(own.about), own.level), True)


def task_list(engine: Engine, voice: Voice, about: About | None = None) -> list[dict[str, Any]]:
    """The tasks in their order, each with its words; of hers, none with a baby where hers is not with her."""
    facts = None if about is None else Facts(Case(about=about), engine.knowledge)
    tasks = (engine.knowledge.load_tasks[name] for name in _in_order(engine))
    return [
        {"task": task.id, "name": voice(task.name), "day": task.task}
        for task in tasks
        if facts is None or facts.holds(task.applies_when) is Truth.TRUE
    ]


def _in_order(engine: Engine) -> list[str]:
    tasks = engine.knowledge.load_tasks
    return sorted(tasks, key=lambda name: tasks[name].order)


def _posture(
    stance: Stance, angles: PostureAngles, loads: tuple[PostureLoad, ...], supports: tuple[Support, ...]
) -> Posture:
    return Posture(
        Angles(**angles.model_dump()), stance, tuple(Load(load.kg, load.at) for load in loads), tuple(supports)
    )


def _person(about: About | PostureAbout) -> People:
    """A baby that is with her is taken to be fed."""

    def known(value: float | None, scale: float = 1.0) -> float:
        return np.nan if value is None else value * scale

    return People(
        height_m=known(about.height_cm, 0.01),
        weight_kg=known(about.weight_kg),
        weight_before_kg=known(about.weight_before_pregnancy_kg),
        weeks_pregnant=known(about.weeks_pregnant),
        weeks_postpartum=known(about.weeks_postpartum),
        babies=about.babies or 1,
        feeding=about.baby_with_me != "no",
        after_loss=about.ended == "loss",
        male=isinstance(about, PostureAbout) and about.sex == "male",
    )


def as_json(loaded: Loaded, voice: Voice) -> dict[str, Any]:
    """The keys of the contract; `low` and `high` hold nine of ten draws of what is unknown."""
    found = loaded.found
    return {
        "task": loaded.task.id if loaded.task else None,
        "level": loaded.level,
        **_rounded(found.middle),
        "low": _rounded(found.low),
        "high": _rounded(found.high),
        "depends_most_on": found.matters_most,
        "beyond_strength": found.beyond_strength,
        "checked_by": loaded.task.checked_by if loaded.task else "nothing",
        "better": list(loaded.task.better) if loaded.task else [],
        "sources": list(loaded.task.sources) if loaded.task else [],
        "careful": voice.phrase("load.careful"),
    }


def _rounded(figures: Mapping[str, float]) -> dict[str, float]:
    return {name: round(figures[name], _DIGITS[name]) for name in FIGURES}


def as_text(engine: Engine, loaded: Loaded, voice: Voice) -> list[str]:
    """Lines for the terminal: her own standing first, newtons last."""
    found, task = loaded.found, loaded.task

    def ends(name: str, scale: float) -> dict[str, str]:
        return {end: f"{getattr(found, end)[name] * scale:.0f}" for end in ("low", "high")}

    name = voice(task.name) if task else voice.phrase("load.own_posture")
    share = f"{found.middle['relative_to_standing'] * 100:.0f}"
    lines = [voice.phrase("load.share", name=_capital(name), share=share, **ends("relative_to_standing", 100))]
    if task and task.better:
        others = ", ".join(voice(engine.knowledge.load_tasks[other].name) for other in task.better)
        lines.append(voice.phrase("load.better", list=others))
    lines.append(voice.phrase("load.matters", what=voice.phrase(f"load.depends.{found.matters_most}")))
    lines.append(voice.phrase(f"load.checked.{task.checked_by if task else 'nothing'}"))
    if found.beyond_strength:
        lines.append(voice.phrase("load.beyond_strength"))
    newtons = f"{found.middle['compression_n']:.0f}"
    lines.append(voice.phrase("load.newtons", level=loaded.level, n=newtons, **ends("compression_n", 1)))
    lines.append(voice.phrase("load.orientation"))
    lines += [] if loaded.whose else [voice.phrase("load.middle_woman")]
    return [*lines, voice.phrase("load.careful")]


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
