"""Topic by topic: what the care evidence tells has its place in the knowledge base, or a reason why it has none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from carrywell.app.engine import open_engine
from carrywell.knowledge.texts import texts_of
from tests.lib.care_topics import IN_NO_ARTICLE, OTHER_PARTS
from tests.lib.published_cases import SHARED

CARE = SHARED / "evidence" / "care.yaml"
KNOWLEDGE = open_engine().knowledge
NO_PLACE = "none: "
NOTES_ON_SOURCES = ("_sources",)  # keys of the evidence that only name the sources of the key before


def places() -> Iterator[tuple[str, str]]:
    for topics in (IN_NO_ARTICLE, *OTHER_PARTS.values()):
        for topic, entries in topics.items():
            yield from ((topic, entry) for entry in entries if not entry.startswith(NO_PLACE))


@pytest.mark.parametrize(("topic", "entry"), list(places()))
def test_its_place_is_there_and_speaks_of_it(topic: str, entry: str) -> None:
    place, _, says = entry.partition("|")
    folder, _, name = place.partition("/")
    item = getattr(KNOWLEDGE, folder)[name]
    told = " ".join(text.english for text in texts_of(item)) + getattr(item, "note", "")
    assert says.lower() in told.lower(), topic


def test_a_topic_without_a_place_says_why() -> None:
    for topics in (IN_NO_ARTICLE, *OTHER_PARTS.values()):
        for topic, entries in topics.items():
            assert entries, topic
            reasons = [entry.removeprefix(NO_PLACE) for entry in entries if entry.startswith(NO_PLACE)]
            assert all(len(reason) > len("no") for reason in reasons), topic
    assert not any(entry.startswith(NO_PLACE) for entries in IN_NO_ARTICLE.values() for entry in entries)


@cache
def evidence() -> dict[str, Any]:
    if not CARE.is_file():
        pytest.skip("shared/evidence is not beside this project, so nothing to compare")
    found: dict[str, Any] = yaml.safe_load(CARE.read_text(encoding="utf-8"))
    return found


def test_all_twenty_topics_that_no_article_has_are_in_the_table() -> None:
    assert list(IN_NO_ARTICLE) == evidence()["missing_from_all_seeds"]
    assert len(IN_NO_ARTICLE) == 20


def test_every_entry_of_advice_of_the_evidence_is_there_under_its_id() -> None:
    assert {one["id"] for one in evidence()["advice"]} - set(KNOWLEDGE.advice) == set()


@pytest.mark.parametrize("part", OTHER_PARTS)
def test_every_topic_of_a_part_is_in_the_table(part: str) -> None:
    found = evidence()[part]
    if isinstance(found, dict):
        names = [name for name in found if not name.endswith(NOTES_ON_SOURCES) and not name.endswith("_note")]
    else:
        names = [one.get("id") or one["nutrient"] for one in found]
    assert set(names) <= set(OTHER_PARTS[part])
    assert (
        set(OTHER_PARTS[part]) <= {*names, *found} if isinstance(found, dict) else set(OTHER_PARTS[part]) == set(names)
    )
