"""Whether every gate and every `not_when` is backed by an entry of `kb/contraindications`.

The other way round, that nothing is offered which an entry closes, is proved by `carrywell knowledge prove`, with a
counterexample. Together the two notice what is dropped, in a gate, in an item or in the table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from carrywell.knowledge.faults import Fault
from carrywell.knowledge.yaml_text import Document
from carrywell.model.background import HomeTest
from carrywell.model.contraindication import CLOSABLE, Contraindication
from carrywell.model.exercise import Exercise
from carrywell.model.knowledge import Advice, Gate, Knowledge
from carrywell.model.rules import When
from carrywell.model.ways import Way, describe, ways

Documents = Mapping[tuple[str, str], Document]
Item = Advice | Exercise | HomeTest

# Gates that are not named after what they stand before.
_GATE_CLOSES = {"medicine_nsaid": "nsaid", "tens": "electrical_current"}


def items_of(knowledge: Knowledge) -> dict[tuple[str, str], Item]:
    """Everything that a contraindication can close, by folder and id."""
    found: dict[tuple[str, str], Item] = {("advice", name): item for name, item in knowledge.advice.items()}
    found |= {("exercises", name): item for name, item in knowledge.exercises.items()}
    return found | {("home_tests", name): item for name, item in knowledge.home_tests.items()}


def gates_of(item: Item) -> tuple[str, ...]:
    """The gates that an item stands behind; a home test has its own list only."""
    return () if isinstance(item, HomeTest) else item.gates


def done_by(item: Item) -> frozenset[str]:
    """What an item does to the body: its act, and what it involves."""
    acts = set() if isinstance(item, HomeTest) else {item.acts}
    return frozenset({*item.involves, *acts})


def closes(entry: Contraindication, item: Item) -> bool:
    """Whether the entry wants a clear no before this item is offered."""
    return item.id in entry.items or bool(done_by(item) & {*entry.closes, *entry.asks_first})


def check_contraindications(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    """For a knowledge base in which every name is known."""
    yield from _unknown_items(knowledge, documents)
    entries = tuple(knowledge.contraindications.values())
    for name, gate in knowledge.gates.items():
        yield from _unbacked_gate(name, gate, knowledge, documents)
    for (folder, name), item in items_of(knowledge).items():
        backed = _ways_of_all((entry for entry in entries if closes(entry, item)), knowledge)
        for at, when in enumerate(item.not_when):
            if missing := _not_backed(when, backed, knowledge):
                says = (
                    f"no contraindication closes {name} for {missing}; allowed is one that does, in contraindications/"
                )
                yield documents[folder, name].fault_at(("not_when", at), says)


def _unbacked_gate(name: str, gate: Gate, knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    before = _GATE_CLOSES.get(name, name)
    if before not in CLOSABLE:
        allowed = ", ".join(sorted(CLOSABLE - set(_GATE_CLOSES.values()) | set(_GATE_CLOSES)))
        yield documents["gates", name].fault_at(
            ("id",), f"a gate before {name!r}, which nothing does; allowed: {allowed}"
        )
        return
    for field, book in (("not_when", "closes"), ("ask_first_when", "asks_first")):
        entries = (entry for entry in knowledge.contraindications.values() if before in getattr(entry, book))
        backed = _ways_of_all(entries, knowledge)
        for at, line in enumerate(getattr(gate, field)):
            if missing := _not_backed(line.when, backed, knowledge):
                says = f"no contraindication {book} {before} for {missing}; allowed is one that does"
                yield documents["gates", name].fault_at((field, at, "when"), says)


def _unknown_items(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    known = {name for _, name in items_of(knowledge)}
    for name, entry in knowledge.contraindications.items():
        for item in entry.items:
            if item not in known:
                says = f"unknown item {item!r}; allowed are the ids in advice/, exercises/ and home_tests/"
                yield documents["contraindications", name].fault_on(item, says)


def _ways_of_all(entries: Iterable[Contraindication], knowledge: Knowledge) -> frozenset[Way]:
    return frozenset(way for entry in entries for way in ways(entry.when, knowledge))


def _not_backed(when: When, backed: frozenset[Way], knowledge: Knowledge) -> str:
    """The ways of a condition that no backing way is part of, in words; empty where there are none."""
    missing = sorted(describe(way) for way in ways(when, knowledge) if not any(other <= way for other in backed))
    more = f" (and {len(missing) - 1} more)" if len(missing) > 1 else ""
    return f"{missing[0]}{more}" if missing else ""
