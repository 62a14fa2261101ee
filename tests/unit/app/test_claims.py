"""The claims in the order of the page, those with her words in them, and those that an advice answers."""

from __future__ import annotations

import pytest

from carrywell.app.claims import claim_groups, claims_about, stems
from carrywell.model.claim import Claim
from carrywell.model.stage import Stage
from carrywell.model.text import Voice
from tests.lib.claims import claim, knowledge_of

HARM = {"verdict": "harmful", "harm": "It hurts."}


def grouped(*claims: Claim, searched: str = "") -> dict[str, list[str]]:
    knowledge = knowledge_of(*claims)
    groups = claim_groups(knowledge, Voice(knowledge.phrases), searched)
    return {group.anchor: [one.id for one in group.claims] for group in groups}


def found(searched: str, *claims: Claim) -> set[str]:
    return {name for names in grouped(*claims, searched=searched).values() for name in names}


def test_what_can_do_harm_comes_first_then_what_is_contradicted_then_the_topics_in_order() -> None:
    groups = grouped(
        claim("soft", topic="food"),
        claim("plank"),
        claim("lazy", verdict="contradicted"),
        claim("pills", **HARM),
    )
    assert list(groups.items()) == [
        ("harmful", ["pills"]),
        ("contradicted", ["lazy"]),
        ("sleep", ["plank"]),
        ("food", ["soft"]),
    ]


def test_within_a_topic_the_unproved_comes_before_the_right_and_harm_before_neither() -> None:
    groups = grouped(
        claim("right", verdict="supported"),
        claim("calm"),
        claim("odd", verdict="unsupported"),
        claim("burns", harm="It burns."),
    )
    assert groups == {"sleep": ["odd", "burns", "calm", "right"]}


PLANK = claim("plank", belief="Put a plank under the bed.", better="Take what feels good.")
CRAMP = claim("cramp", belief="A cramp means too little calcium.", evidence="It was not shown.")
CAFE = claim("cafe", belief="Café au lait is bad for you.", harm="None known so far.")


@pytest.mark.parametrize(("searched", "expected"), [
    ("plank", {"plank"}),
    ("PLANKS", {"plank"}),
    ("cramping", {"cramp"}),
    ("calc", {"cramp"}),
    ("is it true that a cramp is calcium?", {"cramp"}),
    ("cramp plank", set()),
    ("cafe", {"cafe"}),
    ("known", {"cafe"}),
    ("sleep", {"plank", "cramp", "cafe"}),
    ("feel", {"plank"}),
    ("zebra", set()),
    ("", {"plank", "cramp", "cafe"}),
    ("  ?! ", {"plank", "cramp", "cafe"}),
])  # fmt: skip
def test_a_search_finds_the_claims_that_hold_each_word(searched: str, expected: set[str]) -> None:
    assert found(searched, PLANK, CRAMP, CAFE) == expected


def test_a_language_without_spaces_is_searched_within_its_sentences() -> None:
    assert found("钙片", claim("calcium", belief="腰痛要吃钙片"), PLANK) == {"calcium"}


def test_small_words_are_looked_for_where_there_is_nothing_else() -> None:
    assert stems("is it good") == ["is", "it", "good"]
    assert stems("is calcium good") == ["calcium"]


def test_a_short_word_keeps_its_ending() -> None:
    assert stems("bus legs sing massages") == ["bus", "legs", "sing", "massag"]


def test_the_claims_about_an_advice_are_those_that_name_it() -> None:
    knowledge = knowledge_of(
        claim("plank", advice=["bed_board"]),
        claim("soft", advice=["bed_board", "bed_soft"], **HARM),
        claim("other"),
    )
    assert [one.id for one in claims_about(knowledge, "bed_board")] == ["soft", "plank"]
    assert list(claims_about(knowledge, "bed_soft_too")) == []


def test_at_a_stage_only_what_is_said_of_that_time() -> None:
    knowledge = knowledge_of(claim("early", advice=["rest"], stages=["first_trimester"]))
    assert [one.id for one in claims_about(knowledge, "rest", Stage.FIRST_TRIMESTER)] == ["early"]
    assert list(claims_about(knowledge, "rest", Stage.POSTPARTUM_0_6W)) == []
