"""What silence counts as, in each part of one decision."""

from __future__ import annotations

from carrywell.decide.assess import ASKED, CAUTIOUS, INTERVIEWED
from carrywell.model.assessment import Assessment
from carrywell.model.care import CareLevel
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import advice, assessed, finding, knowledge, raised

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
