"""Use case: how much a task or a posture loads her back, for programs and for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from carrywell.app.engine import Engine
from carrywell.body.load_range import FIGURES, Ranged, load_with_range
from carrywell.body.person import People, masses
from carrywell.body.posture import Angles, Load, Posture
from carrywell.body.reach import Place, angles_to_reach
from carrywell.decide.facts import Facts
from carrywell.model.case import About, Case
from carrywell.model.load_task import LoadTask
from carrywell.model.posture_parts import Level, PostureAbout, PostureFile
from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS, LONGEST_PREGNANCY_WEEKS
from carrywell.model.text import Voice
from carrywell.model.told import WrongValue
from carrywell.model.truth import Truth

_DIGITS = {"compression_n": 1, "shear_n": 1, "disc_pressure_mpa": 4, "moment_nm": 2, "relative_to_standing": 4}
OF_NOBODY = PostureAbout()
_SAME_KG = 1e-6
MOST_ASKED_KG = 30.0  # what a page or a command may ask for; heavier things are no task of hers


class UnknownTask(WrongValue):
    """There is no such task; says which there are."""


class WrongQuestion(WrongValue):
    """A value that the task does not take; `name` says which, `told` what was found and what is allowed."""

    def __init__(self, key: str, name: str, found: float, **values: object) -> None:
        super().__init__(key, name=name, found=f"{found:g}", **values)
        self.name = name


@dataclass(frozen=True, slots=True)
class Loaded:
    """`task` is None for a posture of one's own; `whose` is False where nothing is known of her.

    `at_cm`: height of the hands above the floor and reach ahead of the hips, where these decide the posture.
    """

    task: LoadTask | None
    level: Level
    found: Ranged
    whose: bool
    posture: Posture
    at_cm: tuple[float, float] | None = None


def load_of_task(engine: Engine, name: str, about: About | PostureAbout = OF_NOBODY, level: Level = "L4/L5") -> Loaded:
    """UnknownTask; ImpossibleBody where her numbers do not go together."""
    return load_of(engine, name, about, level=level)


def load_of(
    engine: Engine,
    name: str,
    about: About | PostureAbout = OF_NOBODY,
    weeks: float | None = None,
    working_height_cm: float | None = None,
    reach_cm: float | None = None,
    load_kg: float | None = None,
    *,
    level: Level = "L4/L5",
) -> Loaded:
    """A task done in another week, at another height or reach of the hands, with another load.

    `weeks` counts since birth where `about` does, and of the pregnancy else. `load_kg` is all that she holds.
    UnknownTask; WrongQuestion where a value is out of range or the task has none; OutOfReach, ImpossibleBody.
    """
    task = engine.knowledge.load_tasks.get(name)
    if task is None:
        raise UnknownTask("wrong.unknown_task", name=repr(name), allowed=tuple(_in_order(engine)))
    people = person_of(about if weeks is None else _in_week(about, weeks))
    at_cm = _at_cm(task, working_height_cm, reach_cm)
    posture = posture_of(task, people, at_cm, load_kg)
    half = task.range
    found = load_with_range(
        posture,
        people,
        level,
        times_standing=task.times_standing,
        range_deg=(half.pelvis_tilt, half.lumbar_flexion, half.shoulder_flexion),
    )
    return Loaded(task, level, found, about != OF_NOBODY or weeks is not None, posture, at_cm)


def posture_of(
    task: LoadTask, people: People, at_cm: tuple[float, float] | None = None, load_kg: float | None = None
) -> Posture:
    """Of one woman: hands at the usual height and reach, the usual load, unless said. OutOfReach, ImpossibleBody."""
    angles = Angles(**task.angles.model_dump())
    if task.works_at is not None:
        height_cm, reach_cm = at_cm or (task.works_at.height_cm[1], task.works_at.reach_cm[1])
        place = Place(height_cm / 100, reach_cm / 100)
        stature_m = float(masses(people).height_m)
        angles = angles_to_reach(place, stature_m, task.stance, angles, task.works_at.pelvis_share)
    return Posture(angles, task.stance, _loads(task, load_kg), tuple(task.supports))


def _in_week(about: About | PostureAbout, weeks: float) -> About | PostureAbout:
    if isinstance(about, PostureAbout) and about.sex == "male":
        raise WrongQuestion("wrong.none_for_a_man", "weeks", weeks)
    clock = "weeks_pregnant" if about.weeks_postpartum is None else "weeks_postpartum"
    most = LONGEST_PREGNANCY_WEEKS if clock == "weeks_pregnant" else LONGEST_POSTPARTUM_WEEKS
    if not 0 <= weeks <= most:
        raise WrongQuestion("wrong.between", "weeks", weeks, low=0, high=f"{most:g}")
    return about.model_copy(update={clock: weeks})


def _at_cm(task: LoadTask, height_cm: float | None, reach_cm: float | None) -> tuple[float, float] | None:
    spans = {"working_height_cm": height_cm, "reach_cm": reach_cm}
    if task.works_at is None:
        for name, asked in spans.items():
            if asked is not None:
                raise WrongQuestion("wrong.no_height", name, asked, task=task.id)
        return None
    return (
        _within("working_height_cm", height_cm, task.works_at.height_cm),
        _within("reach_cm", reach_cm, task.works_at.reach_cm),
    )


def _within(name: str, asked: float | None, span: tuple[float, float, float]) -> float:
    low, usual, high = span
    if asked is None:
        return usual
    if not low <= asked <= high:
        raise WrongQuestion("wrong.between", name, asked, low=f"{low:g}", high=f"{high:g}")
    return asked


def _loads(task: LoadTask, load_kg: float | None) -> tuple[Load, ...]:
    """The task's loads, of another weight in all where one is asked for."""
    whole = sum(load.kg for load in task.loads)
    if load_kg is None:
        return tuple(Load(load.kg, load.at) for load in task.loads)
    if not task.loads:
        raise WrongQuestion("wrong.nothing_held", "load_kg", load_kg, task=task.id)
    if not 0 <= load_kg <= MOST_ASKED_KG:
        raise WrongQuestion("wrong.between", "load_kg", load_kg, low=0, high=f"{MOST_ASKED_KG:g}")
    return tuple(Load(load.kg * load_kg / whole, load.at) for load in task.loads)


def load_of_posture(own: PostureFile) -> Loaded:
    """ImpossibleBody where the numbers of the person do not go together."""
    loads = tuple(Load(load.kg, load.at) for load in own.loads)
    posture = Posture(Angles(**own.angles.model_dump()), own.stance, loads, tuple(own.supports))
    return Loaded(None, own.level, load_with_range(posture, person_of(own.about), own.level), True, posture)


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


def person_of(about: About | PostureAbout) -> People:
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
        "posture": _posture_json(loaded),
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


def _posture_json(loaded: Loaded) -> dict[str, Any]:
    """What the figures are of: angles in degrees, what is held, and where the hands are."""
    angles = {each.name: round(float(getattr(loaded.posture.angles, each.name)), 1) for each in fields(Angles)}
    height, reach = loaded.at_cm or (None, None)
    return {
        "stance": loaded.posture.stance,
        "angles": {name: value for name, value in angles.items() if value},
        "loads": [{"kg": round(float(np.asarray(load.kg)), 2), "at": load.at} for load in loaded.posture.loads],
        "supports": list(loaded.posture.supports),
        "working_height_cm": height,
        "reach_cm": reach,
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
    lines += _asked_lines(loaded, voice)
    if task and task.better:
        others = voice.listed(voice(engine.knowledge.load_tasks[other].name) for other in task.better)
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


def _asked_lines(loaded: Loaded, voice: Voice) -> list[str]:
    """Where her hands are, and what she holds where that is not what the task's name says."""
    lines = []
    if loaded.at_cm is not None:
        height, reach = (f"{cm:.0f}" for cm in loaded.at_cm)
        lines.append(voice.phrase("load.at", height=height, reach=reach))
    held = sum(float(np.asarray(load.kg)) for load in loaded.posture.loads)
    if loaded.task is not None and abs(held - sum(load.kg for load in loaded.task.loads)) > _SAME_KG:
        lines.append(voice.phrase("load.held", kg=f"{held:.1f}".removesuffix(".0")))
    return lines


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
