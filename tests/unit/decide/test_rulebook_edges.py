"""What a rule carries along: its name, its cause, its door, its sources, and which of its answers may count lower."""

from __future__ import annotations

from carrywell.decide.rulebook import rulebook
from carrywell.model.assessment import Rule
from carrywell.model.care import CareLevel, Door
from carrywell.model.item import Item
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import combination, finding, knowledge, raised, triaged


def rules(*items: Item) -> dict[str, Rule]:
    return {rule.id: rule for rule in rulebook(knowledge(*items)).rules}


def test_a_raise_is_named_after_all_that_it_needs_and_tells_its_condition() -> None:
    found = rules(finding("fever", raises=[raised("vomiting", "chills", to="emergency_now")]))
    assert found["fever+vomiting+chills"].conditions == ("a_condition",)
    assert found["fever+vomiting+chills"].with_ == ("vomiting", "chills")


def test_a_finding_alone_stands_with_nothing() -> None:
    assert rules(finding("fever", "emergency_now"))["fever"].with_ == ()


def test_a_combination_keeps_its_door_its_condition_and_its_sources() -> None:
    sourced = {"basis": "sourced", "sources": ["a_source"]}
    rule = rules(combination("leak", "fluid_leak", "emergency_now", door="hospital_spine", **sourced))["leak"]
    assert (rule.door, rule.conditions, rule.sources) == (Door.HOSPITAL_SPINE, ("a_condition",), ("a_source",))


def test_not_sure_counts_one_step_lower_only_where_the_combination_says_so() -> None:
    sign = finding("fever", kind="context")
    for unsure, level in (("as_yes", CareLevel.EMERGENCY_NOW), ("one_step_lower", CareLevel.SAME_DAY_MATERNITY)):
        small = knowledge(sign, combination("hot", "fever", "emergency_now", unsure=unsure))
        assert triaged(pregnant(30, fever="unsure"), small).level.speed is level.speed, unsure


def test_a_combination_speaks_for_marks_alone_only_where_no_question_is_in_it() -> None:
    found = rules(
        finding("fever", kind="context"),
        combination("place", "site:chest", "emergency_now"),
        combination("both", {"all": ["site:chest", "fever"]}, "emergency_now"),
    )
    assert (found["place"].marked_only, found["both"].marked_only) == (True, False)
