"""A knowledge base of which only the changed items are gone through, and every item is found: the rest is known."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping
from typing import Any

from carrywell.model.knowledge import Knowledge
from tests.mutants.mutant import Mutant

RULES = ("findings", "combinations")


class Only(dict[str, Any]):
    """Found by its id is everything; `items` gives some."""

    def __init__(self, every: Mapping[str, Any], some: Mapping[str, Any]) -> None:
        super().__init__(every)
        self._some = dict(some)

    def items(self) -> ItemsView[str, Any]:
        return self._some.items()


def only_changed(mutant: Mutant, knowledge: Knowledge, folders: tuple[str, ...]) -> Knowledge:
    """`knowledge` with the change in it; whole where the change is in a folder that the others rest on."""
    if not mutant.folders() <= set(folders):
        return knowledge
    parts = {name: getattr(knowledge, name) for name in type(knowledge).model_fields}
    for folder in folders:
        every = parts[folder]
        parts[folder] = Only(every, {name: one for name, one in every.items() if name in mutant.changes})
    return Knowledge.model_construct(**parts)
