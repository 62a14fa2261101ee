"""docs/reference/contraindications.md: each entry and what it closes; each item and everything that closes it."""

from __future__ import annotations

from collections.abc import Iterable

from carrywell.knowledge.contraindications import Item, closes, done_by, gates_of, items_of
from carrywell.model.contraindication import Contraindication
from carrywell.model.exercise import Exercise
from carrywell.model.knowledge import Advice, Knowledge
from tests.docs.pages.markdown import code, condition, counted, page, table

UNNAMED = frozenset({"rest", "position", "other"})  # acts that nothing closes


def written(knowledge: Knowledge) -> dict[str, str]:
    return {"docs/reference/contraindications.md": _contraindications(knowledge)}


def _contraindications(knowledge: Knowledge) -> str:
    entries = sorted(knowledge.contraindications.values(), key=lambda entry: entry.id)
    items = [item for item in items_of(knowledge).values() if getattr(item, "kind", "do") == "do"]
    closed = [item for item in items if _closing(item, entries)]
    intro = (
        "What rules a treatment out, written from the evidence and apart from the gates and the advice that leave it "
        "out: [plan](../explanation/plan.md#two-books). "
        f"{counted(len(entries), 'entry', 'entries')}; {len(closed)} of {len(items)} items that may be offered are "
        "closed by at least one. Both *closes* and *asks first* need a clear no; with *asks first* her midwife or "
        "doctor may still agree. How to add one: [add a contraindication](../how-to/add-a-contraindication.md)."
    )
    heads = ["Id", "Is", "Holds when", "Closes", "Asks first", "Single items", "Ground"]
    rows = [_entry(entry) for entry in entries]
    return page(
        "Contraindications",
        intro,
        "## What each one closes\n\n" + table(heads, rows),
        "## What closes each item\n\n"
        + table(["Item", "Is", "Does", "Gates", "Not when", "Ask first"], [_item(item, entries) for item in items]),
    )


def _entry(entry: Contraindication) -> list[str]:
    ground = entry.basis + (f", {code(entry.sources)}" if entry.sources else "")
    lists = [code(names) for names in (entry.closes, entry.asks_first, entry.items)]
    return [f"`{entry.id}`", entry.meaning, condition(entry.when), *lists, ground]


def _item(item: Item, entries: Iterable[Contraindication]) -> list[str]:
    kind = item.topic if isinstance(item, Advice) else "exercise" if isinstance(item, Exercise) else "home test"
    gates = code(gates_of(item))
    found = _closing(item, entries)
    asking = [entry.id for entry in found if _only_asks(entry, item)]
    closing = [entry.id for entry in found if entry.id not in asking]
    return [f"`{item.id}`", kind, code(sorted(done_by(item) - UNNAMED)), gates, code(closing), code(asking)]


def _closing(item: Item, entries: Iterable[Contraindication]) -> list[Contraindication]:
    return [entry for entry in entries if closes(entry, item)]


def _only_asks(entry: Contraindication, item: Item) -> bool:
    return item.id not in entry.items and not done_by(item) & {*entry.closes}
