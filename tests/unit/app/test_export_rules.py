from __future__ import annotations

from carrywell.app.engine import open_engine
from carrywell.app.export_rules import questions_as_fhir, rules_as_json

ENGINE = open_engine()


def test_the_rules_carry_what_the_way_of_deciding_adds() -> None:
    rules = rules_as_json(ENGINE)
    assert rules["rough_sites"]["back_somewhere"] == ["flank", "low_back", "mid_back", "upper_back"]
    assert rules["early_pregnancy_unit_before_weeks"] == 16
    assert rules["maternity_receives"][-1] == "postpartum_0_6w"
    assert {level["id"]: level["usual_door"] for level in rules["care_levels"]}["emergency_now"] == "ambulance"
    assert "fever" in rules["self_care"]["denied"]


def test_the_words_are_in_the_language_that_is_named() -> None:
    assert rules_as_json(ENGINE, "zh-Hans")["language"] == "zh-Hans"
    assert questions_as_fhir(ENGINE, "zh-Hans")["language"] == "zh-Hans"
