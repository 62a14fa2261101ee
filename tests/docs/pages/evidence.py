"""docs/reference/evidence.md: every item that claims something, on what ground, how sure, and who has reviewed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from carrywell.model.item import Evidenced
from carrywell.model.knowledge import Knowledge
from tests.docs.pages.markdown import code, counted, page, table

BASES = ("sourced", "inferred", "design")


def written(knowledge: Knowledge) -> dict[str, str]:
    folders = dict(_folders(knowledge))
    every = [item for items in folders.values() for item in items]
    reviewed = sum(item.reviewed != "none yet" for item in every)
    intro = (
        f"{counted(len(every), 'item', 'items')} of the knowledge base claim something. Each says on what ground: "
        "*sourced* (a source says so), *inferred* (it follows from the sources) or *design* (a cautious judgement of "
        "our own), and where the evidence was graded, how strong it is. "
        f"Reviewed by a clinician: {reviewed}. The sources by their ids: [sources](sources.md)."
    )
    return {
        "docs/reference/evidence.md": page(
            "Evidence",
            intro,
            "## How much of it rests on what\n\n" + _counts(folders),
            "## What rests on consensus or on our own judgement alone\n\n"
            "These need a clinician first.\n\n" + _table(_weakest(folders)),
            *(
                f"## {folder}\n\n{_table([(folder, item) for item in items], False)}"
                for folder, items in folders.items()
            ),
        )
    }


def _folders(knowledge: Knowledge) -> Iterator[tuple[str, list[Evidenced]]]:
    for folder in sorted(type(knowledge).model_fields):
        kept = getattr(knowledge, folder)
        items = [item for item in kept.values() if isinstance(item, Evidenced)] if isinstance(kept, dict) else []
        if items:
            yield folder, sorted(items, key=lambda item: item.id)


def _counts(folders: dict[str, list[Evidenced]]) -> str:
    rows = []
    for folder, items in folders.items():
        bases = Counter(item.basis for item in items)
        consensus = sum(_strength(item) == "consensus" for item in items)
        rows.append([folder, *(str(count) for count in (len(items), *(bases[basis] for basis in BASES), consensus))])
    return table(["Folder of kb/", "Items", "Sourced", "Inferred", "Design", "Of these, consensus only"], rows)


def _weakest(folders: dict[str, list[Evidenced]]) -> list[tuple[str, Evidenced]]:
    return [
        (folder, item)
        for folder, items in folders.items()
        for item in items
        if item.basis == "design" or _strength(item) == "consensus"
    ]


def _table(items: list[tuple[str, Evidenced]], with_folder: bool = True) -> str:
    heads = ["Folder"] * with_folder + ["Item", "Ground", "Strength", "Sources", "Reviewed"]
    rows = [
        [folder] * with_folder + [f"`{item.id}`", item.basis, _strength(item), code(item.sources), _reviewed(item)]
        for folder, item in items
    ]
    return table(heads, rows)


def _strength(item: Evidenced) -> str:
    """Of the evidence, where it was graded; how strongly a sign has to be felt is another thing."""
    strength = getattr(item, "strength", None)
    return strength if isinstance(strength, str) else ""


def _reviewed(item: Evidenced) -> str:
    return item.reviewed if isinstance(item.reviewed, str) else f"{item.reviewed.by}, {item.reviewed.on}"
