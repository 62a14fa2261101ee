"""What silence counts as, in each part of one decision."""

from __future__ import annotations

from carrywell.decide.assess import ASKED, CAUTIOUS, INTERVIEWED, assess
from carrywell.decide.rulebook import rulebook
from carrywell.model.assessment import Assessment
from carrywell.model.care import CareLevel
from carrywell.model.truth import Truth
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import advice, assessed, finding, knowledge, raised, recheck

SUDDEN = finding("thoracic_pain", "routine", raises=[raised("onset:sudden", to="emergency_now")])
INTIMATE = finding("genital_sensation_loss", "emergency_now", intimate=True)
WALK = advice("short_walk", not_when=["genital_sensation_loss"])


def offered(found: Assessment) -> set[str]:
    return {entry.id for entries in found.plan.by_topic.values() for entry in entries}


def test_how_the_pain_began_may_stay_open_where_every_other_silence_is_no() -> None:
    case = pregnant(30, thoracic_pain="yes", sites=["upper_back"])
    small = knowledge(SUDDEN)
    assert assessed(case, small, ASKED).triage.level is CareLevel.EMERGENCY_NOW
    assert assessed(case, small, INTERVIEWED).triage.level is CareLevel.ROUTINE


def test_the_plan_needs_a_clear_no_to_an_intimate_question_that_was_not_asked() -> None:
    small = knowledge(INTIMATE, WALK)
    assert offered(assessed(pregnant(30), small, INTERVIEWED)) == set()
    assert offered(assessed(pregnant(30, genital_sensation_loss="no"), small, INTERVIEWED)) == {"short_walk"}


def test_rather_not_say_is_no_clear_no_for_the_plan() -> None:
    case = pregnant(30, genital_sensation_loss="rather_not_say")
    for silence in (CAUTIOUS, INTERVIEWED):
        found = assessed(case, knowledge(INTIMATE, WALK), silence)
        assert found.triage.level is CareLevel.ROUTINE
        assert offered(found) == set()


def test_what_she_would_rather_not_say_is_told_as_open_and_not_as_a_yes() -> None:
    case = pregnant(30, genital_sensation_loss="rather_not_say")
    (out,) = assessed(case, knowledge(INTIMATE, WALK), INTERVIEWED).plan.not_for_you
    assert [(reason.fact, reason.said) for reason in out.reasons] == [("genital_sensation_loss", Truth.UNKNOWN)]


def test_what_several_moments_show_brings_the_next_check_forward() -> None:
    small = knowledge(recheck("soon", {"all": []}, in_hours=24, over_time=["stronger"]))
    for over_time, hours in ((frozenset({"stronger"}), 24), (frozenset(), 168)):
        found = assess(pregnant(30), small, rulebook(small), over_time=over_time)
        assert found.follow_up.in_hours == hours
