"""Use case: what her day asks of her back, which tasks make most of it, and the best use of limited help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from carrywell.app.best_help import best_help
from carrywell.app.engine import Engine
from carrywell.app.load import person_of, posture_of
from carrywell.body.day import (
    MOST_MINUTES,
    DayTask,
    Doing,
    Help,
    ImpossibleDay,
    Way,
    as_lift,
    day_dose_kn2h,
    dose_kn2h,
    weighted_hours,
)
from carrywell.body.dose import lifft_damage, lifft_probability
from carrywell.body.person import Floats
from carrywell.body.posture import STANDING, Posture
from carrywell.body.reach import OutOfReach
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import MIDDLE, Unknowns, drawn
from carrywell.decide.facts import Facts
from carrywell.model.case import Case
from carrywell.model.load_task import LoadTask
from carrywell.model.told import WrongValue
from carrywell.model.truth import Truth

# From these weeks on, the plan's own rule on standing breaks it up after so many minutes (kb/advice, std_limit).
SPELL_MINUTES, LATE_SPELL_MINUTES, LATE_WEEK = 30.0, 20.0, 32.0
_DRAWS = 100
_LOW, _HIGH = 5, 95


class UnknownWay(WrongValue):
    """A way that is not to be proposed, and that does not exist; says which there are."""


@dataclass(frozen=True)
class Fall:
    """By how much the day's dose falls, as a share of it."""

    middle: float
    low: float
    high: float


@dataclass(frozen=True)
class Day:
    """`tasks` by falling dose. `best`: how each is done with the help there is. `left_out`: ways with less load that
    are not proposed, since it is not clear that they suit her. `lifts`: damage and probability by LiFFT, None without.
    """

    tasks: tuple[DayTask, ...]
    help: Help
    best: Mapping[str, Doing]
    fall: Fall
    left_out: tuple[str, ...]
    lifts: tuple[float, float] | None

    @property
    def dose_kn2h(self) -> float:
        return day_dose_kn2h(self.tasks, {}, self.help.spell_minutes)

    def share(self, task: DayTask) -> float:
        """Of the day's dose as it is now."""
        return dose_kn2h(task, Doing(), self.help.spell_minutes) / self.dose_kn2h

    def falls_by(self, task: DayTask) -> float:
        """What this task's part of the plan takes off the day's dose, as a share of the whole."""
        spell = self.help.spell_minutes
        return (dose_kn2h(task, Doing(), spell) - dose_kn2h(task, self.best[task.id], spell)) / self.dose_kn2h


def weigh_day(engine: Engine, case: Case, help_: Help, without: Sequence[str] = ()) -> Day:
    """`without`: ways (ids of load tasks) that are not to be proposed. The spell of `help_` is set by her week.

    ImpossibleDay, UnknownWay, ImpossibleBody. An empty day has no tasks, and nothing falls.
    """
    for name in without:
        if name not in engine.knowledge.load_tasks:
            raise UnknownWay("wrong.unknown_way", name=repr(name), allowed=tuple(sorted(engine.knowledge.load_tasks)))
    late = (case.about.weeks_pregnant or 0) >= LATE_WEEK
    help_ = replace(help_, spell_minutes=LATE_SPELL_MINUTES if late else SPELL_MINUTES)
    reader = _Reader(engine, case, frozenset(without))
    try:
        tasks = reader.tasks()
    except OutOfReach as error:
        raise ImpossibleDay("wrong.no_reach", says=error.told) from error
    whole = sum(task.minutes for task in tasks)
    if whole > MOST_MINUTES:
        raise ImpossibleDay("wrong.day_too_long", found=f"{whole:g}", most=f"{MOST_MINUTES:g}")
    best = best_help(tasks, help_)
    in_order = sorted(tasks, key=lambda task: (-dose_kn2h(task, Doing(), help_.spell_minutes), task.id))
    return Day(
        tuple(in_order), help_, best, reader.fall(tasks, best, help_.spell_minutes), reader.left_out, reader.lifts()
    )


class _Reader:
    """One case: her tasks with their ways, and what each way asks of her back."""

    def __init__(self, engine: Engine, case: Case, without: frozenset[str]) -> None:
        self.knowledge, self.case, self.without = engine.knowledge, case, without
        self.facts = Facts(case, engine.knowledge)
        self.people = person_of(case.about)
        self.left_out: tuple[str, ...] = ()
        self._drawn = drawn(_DRAWS)
        self._forces: dict[tuple[str, bool], Floats] = {}

    def tasks(self) -> list[DayTask]:
        found = []
        for name in sorted(self.case.day, key=lambda name: self.knowledge.tasks[name].order):
            amount, task = self.case.day[name], self.knowledge.tasks[name]
            if amount > 0:
                ways = tuple(self._way(way, task.share_in_posture) for way in self._ways(name))
                pieces = max(1, round(amount))
                found.append(DayTask(name, task.minutes_of(amount), pieces, ways, task.can_be_taken_over))
        return found

    def usual(self, name: str) -> LoadTask:
        return next(way for way in self.knowledge.load_tasks.values() if way.usual_way and way.task == name)

    def _ways(self, name: str) -> list[LoadTask]:
        """How she does it now, and of the ways that suit her the one with the least load, where that is less."""
        usual = self.usual(name)
        better = [way for way in _reached(usual, self.knowledge.load_tasks) if way.id not in self.without]
        suits = [way for way in better if self._suits(way)]
        self.left_out += tuple(way.id for way in better if way not in suits)
        least = min((usual, *suits), key=lambda way: (float(self._force(way, MIDDLE)), way.order))
        return [usual] if least is usual else [usual, least]

    def _suits(self, way: LoadTask) -> bool:
        clear = all(self.facts.holds(when) is Truth.FALSE for when in way.not_when)
        return clear and self.facts.holds(way.applies_when) is Truth.TRUE and self._in_reach(way)

    def _in_reach(self, way: LoadTask) -> bool:
        try:
            self._force(way, MIDDLE)
        except OutOfReach:
            return False
        return True

    def _way(self, way: LoadTask, share: float) -> Way:
        return Way(way.id, float(self._force(way, MIDDLE)), float(self._force(None, MIDDLE)), share)

    def _force(self, way: LoadTask | None, unknown: Unknowns) -> Floats:
        """Compression in N; of relaxed standing where `way` is None. One value, or one for each draw."""
        key = ("" if way is None else way.id, unknown is MIDDLE)
        if key not in self._forces:
            moves = way is not None and way.times_standing is not None
            posture = STANDING if way is None or moves else posture_of(way, self.people)
            found = spine_load(posture, self.people, unknown=unknown).compression_n
            times = way.times_standing[1] if way is not None and way.times_standing is not None else 1.0
            self._forces[key] = np.asarray(found * times)
        return self._forces[key]

    def fall(self, tasks: Sequence[DayTask], best: Mapping[str, Doing], spell_minutes: float) -> Fall:
        """The same plan with every unknown drawn: how far the answer can be trusted."""
        if not tasks:
            return Fall(0.0, 0.0, 0.0)
        middle = 1 - day_dose_kn2h(tasks, best, spell_minutes) / day_dose_kn2h(tasks, {}, spell_minutes)
        now = sum(self._doses(task, Doing(), spell_minutes) for task in tasks)
        then = sum(self._doses(task, best[task.id], spell_minutes) for task in tasks)
        low, high = np.percentile(1 - then / now, [_LOW, _HIGH])
        return Fall(middle, min(float(low), middle), max(float(high), middle))

    def _doses(self, task: DayTask, doing: Doing, spell_minutes: float) -> Floats:
        """In kN2 h, one for each draw."""
        way = task.ways[doing.way]
        force = self._force(self.knowledge.load_tasks[way.id], self._drawn)
        share, at_ease = way.share_in_posture, self._force(None, self._drawn)
        squared = share * force**2 + (1 - share) * at_ease**2
        return np.asarray(squared / 1e6 * weighted_hours(task, doing, spell_minutes))

    def lifts(self) -> tuple[float, float] | None:
        """LiFFT over the tasks that are counted in times and lift something; damage a day, and its probability."""
        damage = 0.0
        for name, times in self.case.day.items():
            if self.knowledge.tasks[name].counted_in == "times" and times > 0:
                lift = as_lift(self._posture(self.usual(name)), self.people, times)
                damage += lifft_damage(lift) if lift else 0.0
        return (damage, lifft_probability(damage)) if damage else None

    def _posture(self, way: LoadTask) -> Posture:
        return STANDING if way.times_standing is not None else posture_of(way, self.people)


def _reached(usual: LoadTask, ways: Mapping[str, LoadTask]) -> list[LoadTask]:
    """Every way that is better than the usual one, or better than a better one."""
    found: dict[str, LoadTask] = {}
    open_ = list(usual.better)
    while open_:
        name = open_.pop(0)
        if name not in found and name != usual.id:
            found[name] = ways[name]
            open_ += ways[name].better
    return list(found.values())
