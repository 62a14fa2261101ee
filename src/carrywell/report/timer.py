"""From a dose to what a timer counts: get ready, move, hold, change sides, rest; or one spell by the clock.

A repetition takes as long as where a plan adds up minutes (model.exercise). The seconds to get ready and to turn over
are a design judgement.
"""

from __future__ import annotations

from collections.abc import Iterator

from carrywell.model.exercise import SECONDS_FOR_ONE, Dose, Exercise
from carrywell.model.step import Step
from carrywell.model.timer import Phase

READY_S = 5
TURN_OVER_S = 15
_MOVE_S = round(SECONDS_FOR_ONE)


def exercise_phases(exercise: Exercise, dose: Dose, most: bool = False) -> tuple[Phase, ...]:
    """Of one time. Empty for a class, where the teacher looks at the clock."""
    if exercise.group == "class":
        return ()
    if dose.minutes is not None:
        return clock_phases(dose.minutes[most])
    return (Phase("ready", READY_S), *_repetitions(dose, most, turns_over=exercise.positions == ("lying_side",)))


def clock_phases(minutes: int) -> tuple[Phase, ...]:
    return (Phase("ready", READY_S), Phase("go", minutes * 60))


def massage_phases(steps: tuple[Step, ...]) -> tuple[Phase, ...]:
    """Empty where a step has no time of its own."""
    timed = [(at, step.seconds) for at, step in enumerate(steps, start=1) if step.seconds is not None]
    if len(timed) < len(steps):
        return ()
    return tuple(Phase("step", seconds, count=at) for at, seconds in timed)


def _repetitions(dose: Dose, most: bool, *, turns_over: bool) -> Iterator[Phase]:
    """Lying on the side, first all of one side; else the sides take turns."""
    if dose.each_side and turns_over:
        yield from _sets(dose, most, in_turn=False)
        yield Phase("turn_over", TURN_OVER_S)
        yield from _sets(dose, most, in_turn=False)
    else:
        yield from _sets(dose, most, in_turn=dose.each_side)


def _sets(dose: Dose, most: bool, *, in_turn: bool) -> Iterator[Phase]:
    assert dose.repetitions is not None  # model.exercise: repetitions, or minutes
    for number in range(1, dose.sets + 1):
        if number > 1 and dose.rest_s:
            yield Phase("rest", dose.rest_s, number)
        for count in range(1, dose.repetitions[most] + 1):
            yield from _once(dose, number, count)
            if in_turn:
                yield from _once(dose, number, count, other_side=True)


def _once(dose: Dose, number: int, count: int, *, other_side: bool = False) -> Iterator[Phase]:
    yield Phase("other_side" if other_side else "move", _MOVE_S, number, count)
    if dose.hold_s:
        yield Phase("hold", dose.hold_s, number, count)
