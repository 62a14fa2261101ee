"""Where an item of advice and its gates say less than the second book of contraindications: line by line, no proof."""

from __future__ import annotations

from collections.abc import Iterator

from carrywell.knowledge.contraindications import Item, closes, gates_of
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import When
from carrywell.model.ways import Way, describe, ways


def ways_left_open(item: Item, knowledge: Knowledge, settled: frozenset[Way] = frozenset()) -> Iterator[str]:
    """Each way in which an entry closes the item, and nothing in the item or its gates does. `settled`: ways that
    cannot be while the item applies.
    """
    own = {way for when in lines_against(item, knowledge) for way in ways(when, knowledge)} | settled
    for entry in knowledge.contraindications.values():
        if closes(entry, item):
            for way in ways(entry.when, knowledge):
                if not any(part <= way for part in own):
                    yield f"{entry.id}: {describe(way)}"


def lines_against(item: Item, knowledge: Knowledge) -> Iterator[When]:
    yield from item.not_when
    for name in gates_of(item):
        gate = knowledge.gates[name]
        yield from (line.when for line in (*gate.not_when, *gate.ask_first_when))
