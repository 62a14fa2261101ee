"""The claims are told plainly, have a place to lead to, and hold nothing that belongs to her alone."""

from __future__ import annotations

import re

import pytest

from carrywell.app.claims import claim_groups
from carrywell.app.engine import open_engine
from carrywell.model.claim import CLAIM_TOPICS, VERDICTS, Claim
from tests.lib.reading_grade import grade, words

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge
CLAIMS = KNOWLEDGE.claims
ONE_CLAIM = pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda claim: claim.id)

HIGHEST_GRADE = 6.0
FEWEST_WORDS = 6  # the formula was made for running text
LONGEST_CLAIM = 28  # words: it stands on one summary of a phone
PRIVATE = r"\b(?:violen\w+|abus\w+|suicid\w+|self-harm\w*|hit you|hurt yourself|kill\w*)\b"


@ONE_CLAIM
def test_what_people_say_asks_for_six_years_of_school(claim: Claim) -> None:
    if len(words(claim.belief.english)) >= FEWEST_WORDS:
        assert round(grade(claim.belief.english), 1) <= HIGHEST_GRADE
    assert len(words(claim.belief.english)) <= LONGEST_CLAIM


@ONE_CLAIM
def test_so_does_the_answer_as_a_whole(claim: Claim) -> None:
    answer = [claim.evidence, claim.better, *([claim.harm] if claim.harm else [])]
    assert round(grade(" ".join(text.english for text in answer)), 1) <= HIGHEST_GRADE


@ONE_CLAIM
def test_a_claim_leads_to_an_advice_or_a_danger_sign(claim: Claim) -> None:
    assert claim.advice or claim.findings


@ONE_CLAIM
def test_a_warning_that_is_no_matter_of_comfort_names_the_signs(claim: Claim) -> None:
    """Whatever is harmful, or is about danger, says which signs to ask about."""
    if claim.verdict == "harmful" or claim.topic == "danger":
        assert claim.findings


def test_nothing_of_the_private_track_stands_there() -> None:
    texts = {
        text.key: text.english
        for claim in CLAIMS.values()
        for text in (claim.belief, claim.evidence, claim.better, claim.harm)
        if text is not None
    }
    assert {key for key, text in texts.items() if re.search(PRIVATE, text, re.IGNORECASE)} == set()
    shown = {finding for claim in CLAIMS.values() for finding in claim.findings}
    assert {finding for finding in shown if KNOWLEDGE.findings[finding].private} == set()


def test_every_topic_and_verdict_has_its_words_and_is_used() -> None:
    assert {claim.topic for claim in CLAIMS.values()} == set(CLAIM_TOPICS)
    assert {claim.verdict for claim in CLAIMS.values()} == set(VERDICTS)
    for name in (*(f"topic.{topic}" for topic in CLAIM_TOPICS), *(f"verdict.{verdict}" for verdict in VERDICTS)):
        assert KNOWLEDGE.phrases[f"claim.{name}"].english


def test_every_claim_stands_on_the_page_once() -> None:
    groups = claim_groups(KNOWLEDGE, ENGINE.voice())
    assert sorted(claim.id for group in groups for claim in group.claims) == sorted(CLAIMS)
    assert [group.anchor for group in groups][:2] == ["harmful", "contradicted"]
    assert all(f"{group.title}" in KNOWLEDGE.phrases for group in groups)


@pytest.mark.parametrize(("searched", "claim"), [
    ("calcium", "no_rush_calcium"),
    ("vitamin b1", "calcium_b1_quickly"),
    ("hot bath", "hot_bath"),
    ("should I sleep on my left side?", "left_side"),
    ("epidural", "epidural_no_lasting_pain"),
    ("relaxin", "relaxin_unstable_spine"),
    ("wool socks cold feet", "cold_feet"),
    ("acupressure points", "no_acupressure"),
    ("bed rest", "disc_bed_rest"),
])  # fmt: skip
def test_what_women_look_for_is_found(searched: str, claim: str) -> None:
    found = claim_groups(KNOWLEDGE, ENGINE.voice(), searched)
    assert claim in {one.id for group in found for one in group.claims}
