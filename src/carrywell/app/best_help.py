"""The best use of limited help over a day, exactly: a mixed-integer program, solved by HiGHS.

For each task: one of its ways, how many of its pieces are handed over, how many breaks. Minimised is the day's dose,
under the helper's minutes, the minutes for breaks, and the number of tasks that may be done another way. Among equal
days, the one with the least to change. Needs the extra `day`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import highspy

from carrywell.body.day import BREAK_MINUTES, LONG_SPELL_EXTRA, DayTask, Doing, Help

_Sum = highspy.highs.highs_linear_expression

# Against changes that bring nothing; far below what any piece of a task weighs, in kN2 h.
_FUSS = 1e-7


class QuietHighs(highspy.Highs):
    """HiGHS without its greeting on standard output, and on one thread.

    It greets while it is made, before an option can be set, which would break --json. It keeps one pool of threads for
    the process, and refuses to solve where another number of them is asked for later.
    """

    def enableCallbacks(self) -> None:  # noqa: N802, a name of HiGHS
        self.setOptionValue("output_flag", False)
        self.setOptionValue("threads", 1)
        super().enableCallbacks()  # type: ignore[no-untyped-call]


@dataclass(frozen=True)
class _Choice:
    """The unknowns of one task; `mine` and `beyond` by way."""

    way: tuple[highspy.highs.highs_var, ...]
    mine: tuple[highspy.highs.highs_var, ...]
    beyond: tuple[highspy.highs.highs_var, ...]
    handed: highspy.highs.highs_var
    any_handed: highspy.highs.highs_var
    breaks: highspy.highs.highs_var


def best_help(tasks: Sequence[DayTask], help_: Help) -> Mapping[str, Doing]:
    """How each task is done on the day with the least dose. A day without tasks has none to do."""
    if not tasks:
        return {}
    solver = QuietHighs()  # type: ignore[no-untyped-call]
    solver.setOptionValue("random_seed", 0)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 1e-9)
    choices = [_choice(solver, task, help_) for task in tasks]
    both = list(zip(tasks, choices, strict=True))
    solver.addConstr(_total(task.piece_minutes * each.handed for task, each in both) <= help_.minutes)
    solver.addConstr(_total(BREAK_MINUTES * each.breaks for each in choices) <= help_.rest_minutes)
    if otherwise := [way for each in choices for way in each.way[1:]]:
        solver.addConstr(_total(otherwise) <= help_.changes)
    solver.minimize(_total(_dose(task, each) for task, each in both))
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"the day could not be solved: {solver.getModelStatus()}")
    return {task.id: _read(solver, each) for task, each in both}


def _choice(solver: highspy.Highs, task: DayTask, help_: Help) -> _Choice:
    ways = range(len(task.ways))
    most_handed = task.pieces if task.can_be_handed_over else 0
    each = _Choice(
        tuple(solver.addBinary() for _ in ways),
        tuple(solver.addIntegral(0, task.pieces) for _ in ways),
        tuple(solver.addVariable(0, task.minutes) for _ in ways),
        solver.addIntegral(0, most_handed),
        solver.addBinary(),
        solver.addIntegral(0, task.most_breaks(help_.spell_minutes)),
    )
    solver.addConstr(_total(each.way) == 1)
    solver.addConstr(_total(each.mine) + each.handed == task.pieces)
    solver.addConstr(each.handed >= task.least_handed * each.any_handed)
    solver.addConstr(each.handed <= task.pieces * each.any_handed)
    for way in ways:
        solver.addConstr(each.mine[way] <= task.pieces * each.way[way])
        unbroken = help_.spell_minutes * (1 + each.breaks)
        solver.addConstr(each.beyond[way] >= task.piece_minutes * each.mine[way] - unbroken)
    return each


def _dose(task: DayTask, each: _Choice) -> _Sum:
    worked = (
        way.kn2 / 60 * (task.piece_minutes * mine + LONG_SPELL_EXTRA * beyond)
        for way, mine, beyond in zip(task.ways, each.mine, each.beyond, strict=True)
    )
    fuss = _total((*each.way[1:], each.handed, each.any_handed, each.breaks))
    return _total((*worked, _FUSS * fuss))


def _total(parts: Iterable[Any]) -> _Sum:
    return highspy.Highs.qsum(list(parts))


def _read(solver: highspy.Highs, each: _Choice) -> Doing:
    ways = [round(solver.val(way)) for way in each.way]
    handed, breaks = round(solver.val(each.handed)), round(solver.val(each.breaks))
    all_handed = not any(round(solver.val(mine)) for mine in each.mine)
    return Doing(0 if all_handed else ways.index(1), handed, breaks)
