"""Whether exercises and the parts of a week fit the rest: poses, classes, gates and entries that they name exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from carrywell.knowledge.faults import Fault
from carrywell.knowledge.yaml_text import Document
from carrywell.model.knowledge import Knowledge

Documents = Mapping[tuple[str, str], Document]


def check_exercises(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for name, exercise in knowledge.exercises.items():
        document = documents["exercises", name]
        shown = [harder.pose for harder in exercise.harder if harder.pose is not None]
        yield from _unknown([exercise.start_pose, exercise.end_pose, *shown], knowledge.poses, "poses", document)
        yield from _unknown(exercise.suits, knowledge.classes, "classes", document)
        yield from _unknown(exercise.gates, knowledge.gates, "gates", document)
        yield from _unknown(exercise.instead, knowledge.exercises, "exercises", document)
        if name in exercise.instead:
            yield document.fault_at(("instead",), f"{name} stands in its own place; allowed is another exercise")
        if exercise.acts == "exercise" and "exercise" not in exercise.gates:
            yield document.fault_at(("gates",), f"{name} acts by exercise; allowed is only behind the gate exercise")
    for name, goal in knowledge.goals.items():
        either = {**knowledge.advice, **knowledge.exercises}
        yield from _unknown(goal.helped_by, either, "advice/ or exercises", documents["goals", name])
    for name, part in knowledge.week_parts.items():
        yield from _unknown(part.takes, knowledge.advice, "advice", documents["week_parts", name])


def _unknown(names: Iterable[str], known: Iterable[str], folder: str, document: Document) -> Iterator[Fault]:
    there = set(known)
    for name in names:
        if name not in there:
            yield document.fault_on(name, f"unknown id {name!r}; allowed: the ids in {folder}/")
