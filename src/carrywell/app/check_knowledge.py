"""Use case: read the whole knowledge base and count what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from carrywell.knowledge.reader import FOLDERS, KB, read_knowledge
from carrywell.model.item import Evidenced
from carrywell.model.knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class KnowledgeCounts:
    version: str
    items: Mapping[str, int]
    by_basis: Mapping[str, int]
    reviewed: int
    not_reviewed: int


def check_knowledge(kb: Path = KB) -> KnowledgeCounts:
    """Faulty with every fault of the knowledge base."""
    return count(read_knowledge(kb))


def count(knowledge: Knowledge) -> KnowledgeCounts:
    items = {folder: len(getattr(knowledge, folder)) for folder in FOLDERS}
    items["words"] = len(knowledge.phrases)
    evidenced = [
        item for folder in FOLDERS for item in getattr(knowledge, folder).values() if isinstance(item, Evidenced)
    ]
    bases = ("sourced", "inferred", "design")
    open_ones = sum(item.reviewed == "none yet" for item in evidenced)
    return KnowledgeCounts(
        version=knowledge.version,
        items=items,
        by_basis={basis: sum(item.basis == basis for item in evidenced) for basis in bases},
        reviewed=len(evidenced) - open_ones,
        not_reviewed=open_ones,
    )
