from __future__ import annotations

from typing import Any

import pytest

from carrywell.batch.columns import frame_of
from carrywell.batch.decide import ManyCases
from carrywell.decide.assess import CAUTIOUS, COUNTS_AS_NO, Silence
from carrywell.decide.rulebook import rulebook
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import EASED, combination, finding, knowledge, raised


def decided(small: Knowledge, *cases: Case, silence: Silence = COUNTS_AS_NO) -> list[tuple[str, list[str]]]:
    """Level and doors of each case."""
    found = ManyCases(small, rulebook(small), silence).decide(frame_of(cases, small))
    return [(row["care.level"], row["care.doors"]) for row in found.to_dicts()]


def levels(small: Knowledge, *cases: Case, silence: Silence = COUNTS_AS_NO) -> list[str]:
    return [level for level, _ in decided(small, *cases, silence=silence)]


def test_the_highest_level_of_every_rule_that_holds() -> None:
    small = knowledge(
        finding("fever", "same_day_gp_or_ed"),
        finding("vomiting", "within_2_days", raises=[raised("fever", to="emergency_now")]),
        finding("jaundice", "routine"),
    )
    said: list[dict[str, Any]] = [
        {},
        {"jaundice": "yes"},
        {"jaundice": "yes", "vomiting": "yes"},
        {"fever": "yes", "jaundice": "yes"},
        {"fever": "yes", "vomiting": "yes"},
    ]
    found = levels(small, *(pregnant(30, **answers) for answers in said))
    assert found == ["routine", "routine", "within_2_days", "same_day_gp_or_ed", "emergency_now"]


def test_what_is_open_counts_only_towards_the_levels_of_today() -> None:
    small = knowledge(finding("fever", "same_day_gp_or_ed"), finding("vomiting", "within_2_days"))
    assert levels(small, pregnant(30, fever="unsure"), pregnant(30, vomiting="unsure")) == [
        "same_day_gp_or_ed",
        "routine",
    ]
    assert levels(small, pregnant(30, fever="no"), pregnant(30), silence=CAUTIOUS) == ["routine", "same_day_gp_or_ed"]


def test_not_sure_how_it_feels_counts_one_step_slower() -> None:
    small = knowledge(finding("severe_pain", "same_day_maternity", unsure="one_step_lower"))
    assert levels(small, pregnant(30, severe_pain="unsure"), pregnant(30, severe_pain="yes")) == [
        "within_2_days",
        "same_day_maternity",
    ]


def test_not_sure_how_it_feels_never_counts_for_less_than_no() -> None:
    """Where the rule could hold without the feel of the pain, what else is open decides."""
    rule = {"any": ["severe_pain", "fever"]}
    small = knowledge(
        finding("severe_pain", unsure="one_step_lower"),
        finding("fever"),
        combination("hot", rule, "same_day_maternity"),
    )
    cases = [pregnant(30, severe_pain="unsure", fever=fever) for fever in ("no", "unsure", "yes")]
    assert levels(small, *cases) == ["within_2_days", "same_day_maternity", "same_day_maternity"]


def test_a_rule_on_the_pain_alone_speaks_only_for_what_she_marked() -> None:
    small = knowledge(combination("chest", "site:chest", "same_day_gp_or_ed"))
    cases = [pregnant(30, sites=["chest"]), pregnant(30, sites=["foot"]), pregnant(30)]
    assert levels(small, *cases, silence=CAUTIOUS) == ["same_day_gp_or_ed", "routine", "routine"]


def test_a_level_by_stage() -> None:
    small = knowledge(finding("fever", "within_2_days", level_by_stage={"third_trimester": "emergency_now"}))
    cases = [pregnant(27, fever="yes"), pregnant(28, fever="yes"), postpartum(1, fever="yes"), pregnant(28, fever="no")]
    assert levels(small, *cases) == ["within_2_days", "emergency_now", "within_2_days", "routine"]


@pytest.mark.parametrize("silence", [CAUTIOUS, COUNTS_AS_NO])
def test_self_care_is_earned(silence: Silence) -> None:
    small = knowledge(finding("fever", "within_2_days"), finding("low_mood_2w", "within_2_days", intimate=True))
    eased = {EASED: "yes", "fever": "no"}
    cases = [
        pregnant(30, **eased, low_mood_2w="no"),
        pregnant(30, **eased, low_mood_2w="rather_not_say"),
        pregnant(30, **eased),
        pregnant(30, **{**eased, "fever": "unsure"}, low_mood_2w="no"),
        pregnant(30, **{**eased, EASED: "unsure"}, low_mood_2w="no"),
    ]
    unasked = "routine" if silence is CAUTIOUS else "self_care"
    assert levels(small, *cases, silence=silence) == ["self_care", "self_care", unasked, "routine", "routine"]


def test_an_intimate_question_that_nobody_was_asked_stands_in_the_way_of_self_care() -> None:
    small = knowledge(finding("low_mood_2w", "within_2_days", intimate=True))
    assert levels(small, pregnant(30, **{EASED: "yes"}), silence=CAUTIOUS) == ["routine"]


def test_every_door_that_a_deciding_rule_needs() -> None:
    small = knowledge(
        finding("fever", "same_day_maternity"),
        finding("leg_weakness_one", "same_day_gp_or_ed", door="hospital_spine"),
        finding("vomiting", "emergency_now"),
    )
    both = {"fever": "yes", "leg_weakness_one": "yes"}
    found = decided(small, pregnant(30, **both), pregnant(30, fever="yes"), pregnant(30, **both, vomiting="yes"))
    assert found == [
        ("same_day_gp_or_ed", ["hospital_spine", "maternity_unit"]),
        ("same_day_maternity", ["maternity_unit"]),
        ("emergency_now", ["ambulance"]),
    ]


def test_the_maternity_unit_moves_with_the_calendar() -> None:
    small = knowledge(finding("fever", "same_day_maternity"))
    cases = [
        pregnant(15.9, fever="yes"),
        pregnant(16, fever="yes"),
        postpartum(5, fever="yes"),
        postpartum(6, fever="yes"),
    ]
    assert decided(small, *cases) == [
        ("same_day_maternity", ["early_pregnancy_unit"]),
        ("same_day_maternity", ["maternity_unit"]),
        ("same_day_maternity", ["maternity_unit"]),
        ("same_day_gp_or_ed", ["hospital_emergency"]),
    ]


def test_an_open_emergency_sign_one_step_slower_leads_to_maternity_while_it_receives_her() -> None:
    small = knowledge(finding("severe_pain", "emergency_now", unsure="one_step_lower"))
    cases = [pregnant(30, severe_pain="unsure"), postpartum(30, severe_pain="unsure")]
    assert decided(small, *cases) == [
        ("same_day_maternity", ["maternity_unit"]),
        ("same_day_gp_or_ed", ["gp_urgent"]),
    ]


def test_without_hurry_the_door_is_always_the_same() -> None:
    small = knowledge(finding("jaundice", "routine", door="physiotherapist"))
    assert decided(small, pregnant(30, jaundice="yes")) == [("routine", ["midwife_or_gp"])]
