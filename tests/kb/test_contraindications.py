"""The second book of contraindications: it is whole, spells its findings out, and reaches what it means to close."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.contraindications import Item, closes, done_by, items_of
from carrywell.model.background import HomeTest
from carrywell.model.contraindication import CLOSABLE, Contraindication
from carrywell.model.rules import names_in
from carrywell.model.ways import ways
from tests.lib.ways_left_open import ways_left_open

KNOWLEDGE = open_engine().knowledge
ENTRIES = KNOWLEDGE.contraindications
ITEMS = items_of(KNOWLEDGE)
OFFERED = [item for item in ITEMS.values() if getattr(item, "kind", "do") == "do"]


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.id)
def test_an_entry_closes_something_that_is_offered_or_says_why_not(entry: Contraindication) -> None:
    closed = [item.id for item in OFFERED if closes(entry, item)]
    assert closed or entry.note


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.id)
def test_an_entry_spells_its_findings_out(entry: Contraindication) -> None:
    """A named fact belongs to the first book: weakened there, it would weaken both. Those about the person may stay."""
    named = [KNOWLEDGE.facts.get(name.removeprefix("is:")) for name in names_in(entry.when)]
    rests = {fact.id for fact in named if fact and KNOWLEDGE.rests_on(fact.when) & KNOWLEDGE.findings.keys()}
    assert rests == set()


def test_every_word_for_what_is_done_is_used_by_an_item_and_by_an_entry() -> None:
    done = {word for item in OFFERED for word in done_by(item)}
    closed = {word for entry in ENTRIES.values() for word in (*entry.closes, *entry.asks_first)}
    assert CLOSABLE - done == set()
    assert CLOSABLE - closed == {"medicine"}, "medicines are closed by their kind"


def test_what_moves_warms_or_presses_on_the_body_stands_behind_its_gate() -> None:
    for item in OFFERED:
        if not isinstance(item, HomeTest) and item.acts in ("exercise", "massage", "heat"):
            assert item.acts in item.gates, item.id
        for word, gate in (("belt", "belt"), ("electrical_current", "tens"), ("nsaid", "medicine_nsaid")):
            if not isinstance(item, HomeTest) and word in item.involves:
                assert gate in item.gates, item.id


@pytest.mark.parametrize("item", OFFERED, ids=lambda item: item.id)
def test_every_way_in_which_an_item_is_closed_stands_in_the_item_or_its_gates(item: Item) -> None:
    """The proof says so of every case; here it is compared line by line, which names what is missing."""
    # What an item is never offered without settles the rest: curl-ups begin half a year after birth.
    settled = SETTLED.get(item.id, frozenset())
    assert list(ways_left_open(item, KNOWLEDGE, settled)) == []


# Contraindications that cannot be while the item applies at all.
SETTLED = dict.fromkeys(("ret_abdominal", "curl_up"), ways(ENTRIES["caesarean_lt_12w"].when, KNOWLEDGE))


def test_the_items_that_a_caesarean_closes_are_open_again_by_the_calendar() -> None:
    for name in ("caesarean_lt_6w", "caesarean_lt_12w", "after_birth_lt_6w"):
        weeks = [name for name in KNOWLEDGE.rests_on(ENTRIES[name].when) if name.startswith("weeks_")]
        assert weeks == ["weeks_postpartum"]
