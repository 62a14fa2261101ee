"""What the faults of a whole knowledge base are stands in bad_kb; here is what counts as known."""

from __future__ import annotations

from carrywell.knowledge.references import known_facts, known_numbers, whens_of
from carrywell.model.person import PERSON_NUMBERS
from carrywell.model.rules import Fact
from tests.lib.small_knowledge import advice, fact, finding, gate, knowledge, raised

SMALL = knowledge(
    finding("fever"),
    finding("blood_pressure_upper", asks_for="number"),
    fact("feverish", "fever"),
)


def test_a_condition_may_speak_about_findings_facts_and_the_pain() -> None:
    assert {"fever", "is:feverish", "is:pregnant", "site:low_back", "history:scoliosis"} <= known_facts(SMALL)


def test_a_number_is_compared_and_never_a_fact() -> None:
    assert "blood_pressure_upper" not in known_facts(SMALL)
    of_the_pain = {"pain_now", "pain_worst_week", "started_weeks_ago"}
    assert known_numbers(SMALL) == {"blood_pressure_upper", *of_the_pain, *PERSON_NUMBERS}


def test_every_condition_of_an_item_is_found_however_deep() -> None:
    fever = finding("fever", raises=[raised("vomiting", to="emergency_now")], asked_if="is:pregnant")
    assert set(whens_of(fever)) == {Fact("vomiting"), Fact("is:pregnant")}
    walk = advice("short_walk", applies_when="is:pregnant", not_when=["fever"], helps_when=["site:low_back"])
    assert set(whens_of(walk)) == {Fact("is:pregnant"), Fact("fever"), Fact("site:low_back")}
    assert set(whens_of(gate("exercise", "fever", ask_first=("vomiting",)))) == {Fact("fever"), Fact("vomiting")}
