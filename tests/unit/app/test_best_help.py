"""The exact optimum, beside every possible day and a greedy choice."""

from __future__ import annotations

import random

import highspy
import pytest

from carrywell.app.best_help import QuietHighs, best_help
from carrywell.body.day import DayTask, Doing, Help, Way, day_dose_kn2h, keeps_to
from tests.lib.day_by_hand import every_day, step_by_step


def _small_day(chance: random.Random) -> tuple[DayTask, ...]:
    tasks = []
    for number in range(chance.randint(1, 3)):
        pieces = chance.randint(1, 5)
        ways = tuple(
            Way(f"way{at}", chance.uniform(300, 3000), 500, chance.choice((0.5, 1.0)))
            for at in range(chance.randint(1, 2))
        )
        minutes = pieces * chance.choice((2.0, 5.0, 12.5))
        tasks.append(DayTask(f"task{number}", minutes, pieces, ways, chance.random() < 0.7))
    return tuple(tasks)


def _help(chance: random.Random) -> Help:
    return Help(
        chance.choice((0, 7, 20, 40)), chance.choice((0, 5, 10)), chance.randint(0, 2), chance.choice((10.0, 20.0))
    )


@pytest.mark.parametrize("seed", range(40))
def test_no_day_at_all_is_better(seed: int) -> None:
    chance = random.Random(seed)
    tasks, help_ = _small_day(chance), _help(chance)
    found = best_help(tasks, help_)
    assert keeps_to(help_, tasks, found)
    exact, tried = (day_dose_kn2h(tasks, each, help_.spell_minutes) for each in (found, every_day(tasks, help_)))
    assert exact == pytest.approx(tried, abs=1e-5)


def test_never_worse_than_greedy_and_sometimes_better() -> None:
    gained = []
    for seed in range(40):
        chance = random.Random(1000 + seed)
        tasks = tuple(task for part in range(3) for task in _named(_small_day(chance), part))
        help_ = _help(chance)
        exact, greedy = (
            day_dose_kn2h(tasks, each, help_.spell_minutes)
            for each in (best_help(tasks, help_), step_by_step(tasks, help_))
        )
        gained.append(greedy - exact)
    assert min(gained) >= -1e-5
    assert max(gained) > 1e-3


def _named(tasks: tuple[DayTask, ...], part: int) -> list[DayTask]:
    return [
        DayTask(f"{part}{task.id}", task.minutes, task.pieces, task.ways, task.can_be_handed_over) for task in tasks
    ]


def test_an_empty_day_and_no_help() -> None:
    assert best_help((), Help(60)) == {}
    task = DayTask("mopping", 30, 30, (Way("bent", 2000, 500), Way("upright", 1000, 500)), can_be_handed_over=True)
    assert best_help((task,), Help()) == {"mopping": Doing()}


def test_nothing_is_changed_that_brings_nothing() -> None:
    task = DayTask("desk", 30, 30, (Way("one", 1000, 500), Way("same", 1000, 500)))
    assert best_help((task,), Help(60, 60, 3)) == {"desk": Doing()}


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    """The solver greets on standard output by itself; that would break what programs read."""
    best_help((DayTask("desk", 30, 30, (Way("one", 1000, 500),), can_be_handed_over=True),), Help(10))
    assert capfd.readouterr().out == ""


def test_a_day_that_the_solver_gives_up_is_an_error_and_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QuietHighs, "getModelStatus", lambda solver: highspy.HighsModelStatus.kTimeLimit)
    with pytest.raises(RuntimeError, match=r"the day could not be solved: .*kTimeLimit"):
        best_help((DayTask("desk", 30, 30, (Way("one", 1000, 500),)),), Help())


def test_a_day_can_be_solved_after_another_problem_in_the_same_process() -> None:
    """HiGHS has one pool of threads for all: whoever solves first must not stop the next."""
    first = QuietHighs()
    wanted = first.addVariable(0, 3)
    first.maximize(wanted)
    assert first.val(wanted) == 3
    task = DayTask("mopping", 30, 30, (Way("bent", 2000, 500),), can_be_handed_over=True)
    assert best_help((task,), Help(30)) == {"mopping": Doing(handed=30)}
