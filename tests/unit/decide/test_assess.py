"""How one decision is put together, and what silence counts as in each of its parts."""

from __future__ import annotations

from carrywell.decide.assess import CAUTIOUS, COUNTS_AS_NO, INTERVIEWED
from carrywell.model.care import CareLevel
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import advice, assessed, cause, finding, knowledge, pain_class, recheck

SMALL = knowledge(
    finding("fever", "emergency_now"),
    advice("short_walk", not_when=["fever"], acts="position"),
    advice("for_the_low_back", applies_when="class:lumbar"),
    cause("load", 2, applies_when="class:lumbar"),
    recheck("lumbar_daily", "class:lumbar", 24),
    pain_class("lumbar", "site:low_back", {"site:low_back": 3}),
)
IN_THE_BACK = pregnant(30, sites=["low_back"])


def offered(silence: object, **answers: str) -> list[str]:
    found = assessed(pregnant(30, sites=["low_back"], **answers), SMALL, silence)  # type: ignore[arg-type]
    return [entry.id for entries in found.plan.by_topic.values() for entry in entries]


def test_by_default_silence_counts_as_a_possible_yes() -> None:
    found = assessed(IN_THE_BACK, SMALL, CAUTIOUS)
    assert found.triage.level is found.if_unanswered is CareLevel.EMERGENCY_NOW
    assert found.by_answers is CareLevel.ROUTINE


def test_where_silence_counts_as_no_the_cautious_level_is_told_too() -> None:
    found = assessed(IN_THE_BACK, SMALL, COUNTS_AS_NO)
    assert (found.triage.level, found.if_unanswered) == (CareLevel.ROUTINE, CareLevel.EMERGENCY_NOW)
    assert found.by_answers is CareLevel.ROUTINE


def test_after_the_interview_silence_is_no_for_the_level_and_open_for_the_plan() -> None:
    found = assessed(IN_THE_BACK, SMALL, INTERVIEWED)
    assert found.triage.level is CareLevel.ROUTINE
    assert "short_walk" not in offered(INTERVIEWED)
    assert "short_walk" in offered(INTERVIEWED, fever="no")
    assert "short_walk" in offered(COUNTS_AS_NO)


def test_causes_plan_and_follow_up_know_the_pattern_of_the_pain() -> None:
    found = assessed(IN_THE_BACK, SMALL, COUNTS_AS_NO)
    assert found.pain.likely_id == "lumbar"
    assert [entry.id for entry in found.causes] == ["load"]
    assert "for_the_low_back" in offered(COUNTS_AS_NO)
    assert found.follow_up.recheck.id == "lumbar_daily"
    elsewhere = assessed(pregnant(30, sites=["groin"]), SMALL, COUNTS_AS_NO)
    assert elsewhere.causes == ()
    assert elsewhere.follow_up.recheck.id == "weekly"


def test_the_case_is_kept_as_it_was_given() -> None:
    assert assessed(IN_THE_BACK, SMALL).case is IN_THE_BACK
