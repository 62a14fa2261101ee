"""docs/reference/topics.md: where each topic of the care evidence has its place, or why it has none."""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.model.knowledge import Knowledge
from tests.docs.pages.markdown import page, table
from tests.lib.care_topics import IN_NO_ARTICLE, OTHER_PARTS

_TITLES = {
    "heat_rules": "Heat and cold",
    "lifting_rules": "Lifting",
    "day_rules": "The day",
    "medicines": "Medicines",
    "nutrition": "Food",
    "massage": "Massage",
    "general_exercise_rules": "Exercise",
}


def written(_knowledge: Knowledge) -> dict[str, str]:
    intro = (
        "What the evidence on care tells, topic by topic, and the items of the knowledge base that hold it; after "
        "*none* the reason why something has no place. Its 119 entries of advice and its 40 exercises stand under "
        "their own ids in [advice](advice.md) and [exercises](exercises.md). `tests/kb/test_care_topics.py` holds the "
        "tables to both sides."
    )
    parts = [f"## {_TITLES[name]}\n\n{_table(topics)}" for name, topics in OTHER_PARTS.items()]
    return {
        "docs/reference/topics.md": page(
            "Topics of care", intro, f"## In none of the articles\n\n{_table(IN_NO_ARTICLE)}", *parts
        )
    }


def _table(topics: Mapping[str, tuple[str, ...]]) -> str:
    return table(["Topic", "Where"], [[topic.replace("_", " "), _where(entries)] for topic, entries in topics.items()])


def _where(entries: tuple[str, ...]) -> str:
    """Each place once, in order; the reasons after them."""
    places = dict.fromkeys(entry.partition("|")[0] for entry in entries if not entry.startswith("none: "))
    reasons = [entry for entry in entries if entry.startswith("none: ")]
    return "; ".join([", ".join(f"`{place}`" for place in places), *reasons]).removeprefix("; ")
