"""Reads what she has, wants and did last week (docs/explanation/plan.md): strictly, with the place of every fault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from carrywell.knowledge.build import build
from carrywell.knowledge.data_file import read_data_text, read_text_file
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.yaml_text import Document
from carrywell.model.exercise import BY_THE_CLOCK
from carrywell.model.knowledge import Knowledge
from carrywell.model.told import told
from carrywell.model.wishes import Wishes


def read_wishes_file(path: Path, knowledge: Knowledge) -> Wishes:
    """Faulty when it is wrong; OSError when the file cannot be read."""
    return read_wishes_text(str(path), read_text_file(path, told("wanted.data")), knowledge)


def read_wishes_text(file: str, content: str, knowledge: Knowledge) -> Wishes:
    """`file` is only the name in the faults; a name ending in .json must hold JSON."""
    return wishes_in(read_data_text(file, content), knowledge)


def wishes_in(document: Document, knowledge: Knowledge) -> Wishes:
    """Faulty when they are wrong, or name what the knowledge base does not have."""
    wishes = build(Wishes, document)
    if faults := list(_unknown(wishes, document, knowledge)):
        raise Faulty(faults)
    return wishes


def _unknown(wishes: Wishes, document: Document, knowledge: Knowledge) -> Iterator[Fault]:
    for field in ("likes", "dislikes"):
        for at, name in enumerate(getattr(wishes, field)):
            if name not in knowledge.exercises and name not in knowledge.advice:
                says = told("fault.unknown_id", name=repr(name), allowed=told("fault.ids_of_both"))
                yield document.fault_at((field, at), says)
    last = wishes.last_week
    if last is None:
        return
    by_the_clock = {name for name, exercise in knowledge.exercises.items() if exercise.group in BY_THE_CLOCK}
    for name in last.exercises:
        place = ("last_week", "exercises", name)
        if name in by_the_clock:
            yield document.fault_on_key(place, told("fault.by_the_clock", name=name))
        elif name not in knowledge.exercises:
            says = told("fault.unknown_exercise", name=repr(name), allowed=told("fault.ids_of_exercises"))
            yield document.fault_on_key(place, says)
    for at, name in enumerate(last.tried):
        if name not in knowledge.advice:
            says = told("fault.unknown_id", name=repr(name), allowed=told("fault.ids_of_advice"))
            yield document.fault_at(("last_week", "tried", at), says)
