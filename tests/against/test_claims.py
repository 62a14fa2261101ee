"""The claims against the two evidence dossiers: each is covered once, as careful as there, and in our own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from carrywell.app.engine import open_engine
from carrywell.model.claim import VERDICTS, Claim
from tests.lib.published_cases import SHARED

EVIDENCE = SHARED / "evidence"
pytestmark = pytest.mark.skipif(
    not all((EVIDENCE / f"{name}.yaml").is_file() for name in ("triage", "care")),
    reason="shared/evidence is not beside this project, so there is nothing to compare with",
)

KNOWLEDGE = open_engine().knowledge
CLAIMS = KNOWLEDGE.claims
ONE_CLAIM = pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda claim: claim.id)

# Where the more careful of two verdicts is not taken, and why.
JUDGED_BY = {"essential_oils": "care:88"}  # triage:48 says that it was not researched there, and refers to care.yaml

# The same source under another id, or the primary one in place of a copy; None: no source, or a barred or copied page.
KNOWN_AS = {
    "luo_2020": "COCHRANE_CRAMPS_2020",
    "bergstrom_2014": "BERGSTROM_2014",
    "bergstrom_2017": "BERGSTROM_2017",
    "nice_ng201_u": "NICE_NG201_U",
    "kovacs_plo_2025": "KOVACS_2025",
    "peltz_2023": "PELTZ_2023",
    "fda_nsaid_2020": "FDA_NSAID_2020",
    "elht_pgp": "POGP_ELHT",
    "NG126_SUMMARY": "ECTOPIC_TRUST",
    "RCOG_PGP_2015": "RCOG_PGP_NEWS",
    "NHS_PGP_COPY": None,
    "design_rule": None,
    "memory": None,
}

# Each contradiction of care.yaml, and a pair of claims that tells it.
CONTRADICTIONS = {
    "points": ("thumbs_beside_spine", "no_acupressure"),
    "calcium_between": ("calcium_b1_quickly", "no_rush_calcium"),
    "calcium_within": ("calcium_softens_bones", "no_rush_calcium"),
    "lazy_or_active": ("be_lazy", "walk_thirty_minutes"),
    "rest_at_once": ("lie_down_at_once", "move_about"),
    "heat_cold": ("hot_towel_half_hour", "family_cold_massage"),
    "shoes": ("no_heels_at_all", "low_heels_not_flat"),
    "side": ("left_side", "sleep_on_side"),
    "towel_side": ("towel_under_knees", "sleep_on_side"),
    "squat": ("standing_squatting_sitting", "squat_to_pick_up"),
    "force": ("press_longer", "massage_very_light"),
    "after_birth": ("goes_by_itself", "twenty_percent_years"),
    "disc_rest": ("disc_bed_rest", "move_about"),
    "carry_child": ("no_holding_children", "use_baby_carrier"),
    "massage_daily_or_light": ("massage_every_day", "gentle_massage"),
    "weights": ("no_mopping_no_weights", "walk_thirty_minutes"),
    "worry": ("severe_pain_miscarriage", "bearable_no_worry"),
}


@cache
def dossier(name: str) -> dict[str, Any]:
    return yaml.safe_load((EVIDENCE / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def theirs() -> dict[str, dict[str, Any]]:
    """Every claim of the dossiers by the id that `covers` gives it: the dossier, and the place in its list."""
    return {
        f"{name}:{place}": claim
        for name in ("triage", "care")
        for place, claim in enumerate(dossier(name)["seed_claims"], start=1)
    }


def covered(claim: Claim) -> Iterator[dict[str, Any]]:
    return (theirs()[name] for name in claim.covers)


def test_every_claim_of_both_dossiers_is_covered_exactly_once() -> None:
    counted = Counter(name for claim in CLAIMS.values() for name in claim.covers)
    assert len(theirs()) == 59 + 99
    assert theirs().keys() - counted.keys() == set(), "write a claim, or merge it into one"
    assert counted.keys() - theirs().keys() == set(), "no such claim in the evidence"
    assert {name for name, times in counted.items() if times > 1} == set()


@ONE_CLAIM
def test_the_verdict_is_the_most_careful_one_of_what_it_covers(claim: Claim) -> None:
    verdicts = [one["verdict"] for one in covered(claim)]
    if claim.id in JUDGED_BY:
        assert JUDGED_BY[claim.id] in claim.covers
        verdicts = [theirs()[JUDGED_BY[claim.id]]["verdict"]]
    assert claim.verdict == min(verdicts, key=VERDICTS.index)


@ONE_CLAIM
def test_it_is_as_sure_as_the_evidence_for_that_verdict(claim: Claim) -> None:
    said = {one["strength"] for one in covered(claim) if one["verdict"] == claim.verdict}
    assert claim.strength in {"very_low" if strength == "none" else strength for strength in said}


@ONE_CLAIM
def test_it_names_every_source_of_what_it_covers(claim: Claim) -> None:
    sources = {KNOWN_AS.get(source, source) for one in covered(claim) for source in one["sources"]}
    assert set(claim.sources) == sources - {None}


@ONE_CLAIM
def test_it_shares_a_telling_word_with_each_claim_that_it_covers(claim: Claim) -> None:
    """Guards against a number that slipped: what is covered speaks of the same thing."""
    said = f"{claim.belief.english} {claim.evidence.english} {claim.better.english} {claim.harm or ''}"
    for one in covered(claim):
        theirs_said = one.get("claim_in_your_words", "") or one.get("claim_in_our_words", "")
        assert _telling(said) & _telling(theirs_said), theirs_said


def _telling(text: str) -> set[str]:
    everywhere = {"back", "pain", "with", "that", "from", "this", "have", "than", "does"}
    return {word[:5] for word in re.findall(r"[a-z]{4,}", text.lower())} - everywhere


LONGEST_SHARED_RUN = 7  # words; a shorter one is how anyone says it


@ONE_CLAIM
def test_no_sentence_is_taken_over_word_for_word(claim: Claim) -> None:
    ours = [text.english for text in (claim.belief, claim.evidence, claim.better, claim.harm) if text is not None]
    runs = {run for text in ours for run in _runs(text)}
    for one in covered(claim):
        for text in (one[key] for key in one if key.startswith(("claim_", "what_", "better_"))):
            assert runs & set(_runs(text)) == set()


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    length = LONGEST_SHARED_RUN + 1
    return (tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def test_every_contradiction_of_the_articles_is_told_by_a_pair() -> None:
    assert {entry["id"] for entry in dossier("care")["seed_contradictions"]} == CONTRADICTIONS.keys()


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_the_two_of_a_pair_name_each_other_and_come_from_its_articles(name: str) -> None:
    one, other = (CLAIMS[claim] for claim in CONTRADICTIONS[name])
    assert other.id in one.contradicts
    assert one.id in other.contradicts
    entry = next(entry for entry in dossier("care")["seed_contradictions"] if entry["id"] == name)
    articles = {theirs_one["seed_file"] for claim in (one, other) for theirs_one in covered(claim)}
    assert articles & set(entry["seeds"])
