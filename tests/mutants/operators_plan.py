"""What can go wrong in what keeps the wrong treatment from her: advice, home tests, gates; and in the second books."""

from __future__ import annotations

from collections.abc import Iterator

from carrywell.model.knowledge import Advice, Gate, Knowledge
from carrywell.model.rules import ALWAYS
from carrywell.model.ways import in_words
from tests.mutants.mutant import Mutant, changed, dropped
from tests.mutants.operators_triage import without_a_stage

PROPOSED = ("advice", "home_tests")


def drop_not_when(knowledge: Knowledge) -> Iterator[Mutant]:
    """One of the reasons that an item gives against itself."""
    for folder in PROPOSED:
        for item in getattr(knowledge, folder).values():
            for at, when in enumerate(item.not_when):
                left = (*item.not_when[:at], *item.not_when[at + 1 :])
                yield changed("drop_not_when", f"not_when without {in_words(when)}", folder, item, not_when=left)


def drop_gate(knowledge: Knowledge) -> Iterator[Mutant]:
    """A gate that an item does not pass through any more."""
    for item in knowledge.advice.values():
        for gate in item.gates:
            left = tuple(other for other in item.gates if other != gate)
            yield changed("drop_gate", f"without the gate {gate}", "advice", item, gates=left)


def drop_gate_line(knowledge: Knowledge) -> Iterator[Mutant]:
    for gate in knowledge.gates.values():
        yield from _without_a_line(gate, "not_when")
        yield from _without_a_line(gate, "ask_first_when")


def swap_gates(knowledge: Knowledge) -> Iterator[Mutant]:
    """Each item with the next one that has other gates."""
    gated = [item for item in knowledge.advice.values() if item.kind == "do"]
    for at, item in enumerate(gated):
        later = (other for other in (*gated[at + 1 :], *gated[:at]) if set(other.gates) != set(item.gates))
        other = next(later, None)
        if other is not None and item.gates:
            yield _swapped(item, other)


def drop_warning_stage(knowledge: Knowledge) -> Iterator[Mutant]:
    for item in _warnings(knowledge):
        yield from without_a_stage("drop_warning_stage", "advice", item)


def drop_warning_condition(knowledge: Knowledge) -> Iterator[Mutant]:
    """A warning that is shown to everyone of its stages, whomever it was for."""
    for item in _warnings(knowledge):
        if item.applies_when != ALWAYS:
            yield changed("drop_warning_condition", "no applies_when", "advice", item, applies_when=ALWAYS)


def drop_floor(knowledge: Knowledge) -> Iterator[Mutant]:
    """A sign, or a group of signs, that the floors forget."""
    for floor in knowledge.floors.values():
        for at, line in enumerate(floor.lines):
            for field in ("alone", "together"):
                written = getattr(line, field)
                for where, one in enumerate(written):
                    left = line.model_copy(update={field: (*written[:where], *written[where + 1 :])})
                    kept = (left,) if left.alone or left.together else ()
                    says = one if isinstance(one, str) else " + ".join(in_words(part) for part in one)
                    lines = (*floor.lines[:at], *kept, *floor.lines[at + 1 :])
                    yield changed("drop_floor", f"{line.level} without {says}", "floors", floor, lines=lines)


def drop_contraindication(knowledge: Knowledge) -> Iterator[Mutant]:
    """An entry that is gone, and one that has lost a thing it closes."""
    for entry in knowledge.contraindications.values():
        yield dropped("drop_contraindication", "contraindications", entry)
        for field in ("closes", "asks_first", "items"):
            for name in getattr(entry, field):
                left = tuple(other for other in getattr(entry, field) if other != name)
                says = f"{field} without {name}"
                yield changed("drop_contraindication", says, "contraindications", entry, **{field: left})


def _without_a_line(gate: Gate, field: str) -> Iterator[Mutant]:
    lines = getattr(gate, field)
    for at, line in enumerate(lines):
        says = f"{field} without {in_words(line.when)}"
        yield changed("drop_gate_line", says, "gates", gate, **{field: (*lines[:at], *lines[at + 1 :])})


def _swapped(item: Advice, other: Advice) -> Mutant:
    return Mutant(
        "swap_gates",
        f"advice/{item.id}: gates of {other.id}, and the other way round",
        {
            item.id: ("advice", item.model_copy(update={"gates": other.gates})),
            other.id: ("advice", other.model_copy(update={"gates": item.gates})),
        },
    )


def _warnings(knowledge: Knowledge) -> Iterator[Advice]:
    yield from (item for item in knowledge.advice.values() if item.kind != "do")
