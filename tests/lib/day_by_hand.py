"""Two other ways to spread help over a day: every possible one tried, and one step after the other, the best first."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from carrywell.body.day import DayTask, Doing, Help, day_dose_kn2h, dose_kn2h, keeps_to


def every_day(tasks: Sequence[DayTask], help_: Help) -> Mapping[str, Doing]:
    """The best of all; for small days."""
    names = [task.id for task in tasks]
    tried = itertools.product(*(list(_every(task, help_)) for task in tasks))
    allowed = (found for one in tried if keeps_to(help_, tasks, found := dict(zip(names, one, strict=True))))
    return min(allowed, key=lambda found: day_dose_kn2h(tasks, found, help_.spell_minutes))


def _every(task: DayTask, help_: Help) -> Iterator[Doing]:
    handed = range(task.least_handed, task.pieces + 1) if task.can_be_handed_over else ()
    for way in range(len(task.ways)):
        for pieces in (0, *handed):
            for breaks in range(task.most_breaks(help_.spell_minutes) + 1):
                yield Doing(way, pieces, breaks)


def step_by_step(tasks: Sequence[DayTask], help_: Help) -> Mapping[str, Doing]:
    """Greedy: always the step that takes off most for a minute of help or rest; a change of way costs none."""
    done = {task.id: Doing() for task in tasks}
    while True:
        steps = [(task, step) for task in tasks for step in _steps(task, done[task.id], help_)]
        steps = [(task, step) for task, step in steps if keeps_to(help_, tasks, done | {task.id: step})]
        worth = [(_worth(task, done[task.id], step, help_), task.id, step) for task, step in steps]
        best = max(worth, key=lambda each: each[0], default=(0.0, "", Doing()))
        if best[0] <= 1e-12:
            return done
        done[best[1]] = best[2]


def _steps(task: DayTask, now: Doing, help_: Help) -> Iterator[Doing]:
    for way in range(len(task.ways)):
        yield Doing(way, now.handed, now.breaks)
    if task.can_be_handed_over:
        yield Doing(now.way, max(now.handed + 1, task.least_handed), now.breaks)
    if now.breaks < task.most_breaks(help_.spell_minutes):
        yield Doing(now.way, now.handed, now.breaks + 1)


def _worth(task: DayTask, now: Doing, step: Doing, help_: Help) -> float:
    falls = dose_kn2h(task, now, help_.spell_minutes) - dose_kn2h(task, step, help_.spell_minutes)
    minutes = (step.handed - now.handed) * task.piece_minutes + 5 * (step.breaks - now.breaks)
    return falls / max(minutes, 1e-3)
