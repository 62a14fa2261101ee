"""A mutant: the knowledge base with one thing changed, as somebody might change it by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carrywell.knowledge.reader import FOLDERS
from carrywell.model.item import Item
from carrywell.model.knowledge import Knowledge

Change = tuple[str, Item | None]  # folder, and what the item is now; None: it is gone


@dataclass(frozen=True)
class Mutant:
    """`name` says which item and what of it: `raises/fever+site:flank`. `changes`: by the ids of the items."""

    operator: str
    name: str
    changes: dict[str, Change]

    def items(self) -> Iterator[tuple[str, str, Item | None]]:
        """Folder, id, and the item as it is now."""
        yield from ((folder, name, item) for name, (folder, item) in self.changes.items())

    def folders(self) -> frozenset[str]:
        return frozenset(folder for folder, _ in self.changes.values())

    def applied(self, knowledge: Knowledge) -> Knowledge:
        """Built anew, so that nothing that was worked out from the original is taken along."""
        parts = {name: getattr(knowledge, name) for name in type(knowledge).model_fields}
        for folder, name, item in self.items():
            others = {other: kept for other, kept in parts[folder].items() if other != name}
            parts[folder] = others if item is None else {other: parts[folder][other] for other in parts[folder]}
            if item is not None:
                parts[folder][name] = item
        return Knowledge.model_construct(**parts)


def changed(operator: str, name: str, folder: str, item: Item, **fields: object) -> Mutant:
    """The mutant in which these fields of one item are others."""
    return Mutant(operator, f"{folder}/{item.id}: {name}", {item.id: (folder, item.model_copy(update=fields))})


def dropped(operator: str, folder: str, item: Item) -> Mutant:
    assert folder in FOLDERS
    return Mutant(operator, f"{folder}/{item.id}", {item.id: (folder, None)})
