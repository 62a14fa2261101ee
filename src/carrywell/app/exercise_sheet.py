"""The exercises as anybody may read them, without a check: with all that speaks against each, and the stop signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from carrywell.model.case import About
from carrywell.model.exercise import Exercise, Group
from carrywell.model.knowledge import Advice, Gate, Knowledge
from carrywell.model.rules import names_in

STOP_SIGNS: Mapping[bool, str] = {True: "ex_stop", False: "ex_stop_pp"}  # in pregnancy, and after it
# Whose body is drawn where nobody has said her weeks; what is done on the back belongs to the first weeks.
_PREGNANT, _ON_BACK, _AFTER = About(weeks_pregnant=24), About(weeks_pregnant=12), About(weeks_postpartum=12)


@dataclass(frozen=True, slots=True)
class ExerciseSheet:
    """`against`: the facts that close this exercise alone, by name; `gates`: those that close many. `stop`: the stop
    signs of each time in which it may be done.
    """

    exercise: Exercise
    drawn: About
    against: tuple[str, ...]
    gates: tuple[Gate, ...]
    stop: tuple[Advice, ...]
    others: tuple[Exercise, ...]


def exercise_sheet(knowledge: Knowledge, name: str) -> ExerciseSheet:
    """KeyError for an exercise that does not exist."""
    exercise = knowledge.exercises[name]
    before = any(stage.pregnant for stage in exercise.stages)
    times = dict.fromkeys(stage.pregnant for stage in exercise.stages)
    return ExerciseSheet(
        exercise,
        (_ON_BACK if exercise.on_back else _PREGNANT) if before else _AFTER,
        tuple(dict.fromkeys(name for when in exercise.not_when for name in names_in(when))),
        tuple(knowledge.gates[gate] for gate in exercise.gates),
        tuple(knowledge.advice[STOP_SIGNS[pregnant]] for pregnant in times),
        tuple(one for one in by_group(knowledge)[exercise.group] if one.id != name),
    )


def by_group(knowledge: Knowledge) -> Mapping[Group, Sequence[Exercise]]:
    """In the order of expected benefit, of the groups as of the exercises within each."""
    groups: dict[Group, list[Exercise]] = {}
    for exercise in sorted(knowledge.exercises.values(), key=lambda one: (-one.rank, one.id)):
        groups.setdefault(exercise.group, []).append(exercise)
    return groups
