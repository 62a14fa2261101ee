"""Use case: read the whole knowledge base and count what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from carrywell.knowledge.reader import FOLDERS, KB, all_texts, read_knowledge
from carrywell.knowledge.translations import read_translations
from carrywell.model.item import Evidenced, Item
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import LANGUAGES
from carrywell.model.translation import Coverage, coverage_of


@dataclass(frozen=True, slots=True)
class KnowledgeCounts:
    version: str
    items: Mapping[str, int]
    sentences: int
    by_basis: Mapping[str, int]
    reviewed: int
    not_reviewed: int
    coverage: Mapping[str, Coverage]


def check_knowledge(kb: Path = KB) -> KnowledgeCounts:
    """Faulty with every fault of the knowledge base, or else of its translations."""
    knowledge = read_knowledge(kb)
    texts = all_texts(knowledge)
    return count(
        knowledge,
        {
            language: coverage_of(language, texts, read_translations(knowledge, language, kb))
            for language in LANGUAGES[1:]
        },
    )


def count(knowledge: Knowledge, coverage: Mapping[str, Coverage]) -> KnowledgeCounts:
    items = {folder: len(getattr(knowledge, folder)) for folder in FOLDERS}
    items["words"] = len(knowledge.phrases)
    evidenced = [item for item in _items(knowledge) if isinstance(item, Evidenced)]
    bases = ("sourced", "inferred", "design")
    open_ones = sum(item.reviewed == "none yet" for item in evidenced)
    return KnowledgeCounts(
        version=knowledge.version,
        items=items,
        sentences=len(all_texts(knowledge)),
        by_basis={basis: sum(item.basis == basis for item in evidenced) for basis in bases},
        reviewed=len(evidenced) - open_ones,
        not_reviewed=open_ones,
        coverage=coverage,
    )


def _items(knowledge: Knowledge) -> Iterator[Item]:
    for folder in FOLDERS:
        yield from getattr(knowledge, folder).values()
