"""Triage at its edges: the order of doors, the level without its reasons, what self-care carries with it."""

from __future__ import annotations

from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import rulebook
from carrywell.decide.triage import level_alone, triage
from carrywell.model.care import CareLevel, Door
from carrywell.model.truth import Truth
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import EASED, finding, knowledge, raised, triaged

# In the alphabet the hospital's spine team comes after its emergency department; for her it comes first.
SPINE = finding("saddle_numbness", "emergency_now", door="hospital_spine")
HEART = finding("chest_pain", "emergency_now", door="hospital_emergency")
MATERNITY = finding("fewer_movements", "same_day_maternity")
GP = finding("fever", "same_day_gp_or_ed")


def test_doors_come_in_their_own_order_and_not_in_that_of_the_alphabet() -> None:
    case = pregnant(30, saddle_numbness="yes", chest_pain="yes")
    assert triaged(case, knowledge(HEART, SPINE)).doors == (Door.HOSPITAL_SPINE, Door.HOSPITAL_EMERGENCY)
    case = pregnant(30, fewer_movements="yes", fever="yes")
    assert triaged(case, knowledge(GP, MATERNITY)).doors == (Door.MATERNITY_UNIT, Door.GP_URGENT)


def test_the_level_alone_is_that_of_the_whole_decision() -> None:
    small = knowledge(GP, SPINE, finding(EASED, kind="pattern"))
    book = rulebook(small)
    for said in ({}, {"fever": "yes"}, {"saddle_numbness": "yes"}, {"fever": "no", "saddle_numbness": "no"}):
        for silence in (Truth.FALSE, Truth.UNKNOWN):
            facts = Facts(pregnant(30, **said), small, silence)
            assert level_alone(facts, book) is triage(facts, book).level, said


def test_self_care_names_no_door_and_no_rule_that_decided() -> None:
    found = triaged(pregnant(30, fever="no", **{EASED: "yes"}), knowledge(GP))
    assert found.level is CareLevel.SELF_CARE
    assert (found.doors, found.deciding, found.counted) == ((), (), ())


def test_a_number_is_no_open_answer_about_the_feel() -> None:
    small = knowledge(
        finding("blood_pressure_upper", asks_for="number", unsure="one_step_lower", kind="context"),
        finding("fever", "emergency_now"),
    )
    assert triaged(pregnant(30, fever="unsure", blood_pressure_upper=120), small).level is CareLevel.EMERGENCY_NOW


def test_a_reading_that_was_given_does_not_make_an_open_answer_beside_it_slower() -> None:
    high = {"compare": {"number": "blood_pressure_upper", "is": ">=", "limit": 140}}
    small = knowledge(
        finding(
            "blood_pressure_upper", asks_for="number", unsure="one_step_lower", kind="context", lowest=50, highest=300
        ),
        finding("fever", raises=[raised(high, to="emergency_now")]),
    )
    case = pregnant(30, fever="unsure", blood_pressure_upper=150)
    for silence in (Truth.FALSE, Truth.UNKNOWN):
        assert triaged(case, small, silence).level is CareLevel.EMERGENCY_NOW
