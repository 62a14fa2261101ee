"""The care level over all cases, on rules that can be seen as a whole."""

from __future__ import annotations

from carrywell.decide.rulebook import rulebook
from carrywell.model.care import CareLevel, Door, Speed
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.truth import Truth
from carrywell.proof.cases import values_in, values_of
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.levels import Levels
from carrywell.proof.woman import Woman
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import EASED, combination, finding, knowledge, raised, triaged


def symbolic(small: Knowledge, case: Case, silence: Truth) -> Levels:
    return Levels(SymbolicFacts(Woman(small, small.stage_of(case.about)), silence), rulebook(small))


def level(small: Knowledge, case: Case, silence: Truth = Truth.FALSE) -> CareLevel:
    """By proof; the program must say the same."""
    levels = symbolic(small, case, silence)
    found = values_in([levels.is_level(one) for one in CareLevel], values_of(levels.facts.woman, case))
    (only,) = (one for one, is_it in zip(CareLevel, found, strict=True) if is_it)
    assert only is triaged(case, small, silence).level
    return only


def doors(small: Knowledge, case: Case, speed: Speed) -> set[Door]:
    levels = symbolic(small, case, Truth.FALSE)
    found = values_in([levels.door(speed, door) for door in Door], values_of(levels.facts.woman, case))
    named = {door for door, is_it in zip(Door, found, strict=True) if is_it}
    assert named == set(triaged(case, small).doors)
    return named


FEVER = knowledge(
    finding("fever", "same_day_gp_or_ed", raises=[raised("vomiting", to="emergency_now")]), finding("vomiting")
)


def test_the_highest_rule_that_holds() -> None:
    assert level(FEVER, pregnant(30, fever="yes")) is CareLevel.SAME_DAY_GP_OR_ED
    assert level(FEVER, pregnant(30, fever="yes", vomiting="yes")) is CareLevel.EMERGENCY_NOW
    assert level(FEVER, pregnant(30)) is CareLevel.ROUTINE


def test_what_is_open_counts_at_the_levels_of_today_only() -> None:
    slow = knowledge(finding("fever", "within_2_days"))
    assert level(FEVER, pregnant(30, fever="unsure")) is CareLevel.SAME_DAY_GP_OR_ED
    assert level(FEVER, pregnant(30), Truth.UNKNOWN) is CareLevel.EMERGENCY_NOW
    assert level(slow, pregnant(30, fever="unsure")) is CareLevel.ROUTINE


def test_one_step_slower_where_only_the_feel_of_the_pain_is_open() -> None:
    raise_it = [raised("fever", to="emergency_now")]
    small = knowledge(
        finding("severe_pain", "same_day_maternity", unsure="one_step_lower", raises=raise_it), finding("fever")
    )
    assert level(small, pregnant(30, severe_pain="unsure")) is CareLevel.WITHIN_2_DAYS
    assert level(small, pregnant(30, severe_pain="unsure", fever="yes")).speed is Speed.TODAY
    assert level(small, pregnant(30, severe_pain="yes", fever="unsure")) is CareLevel.EMERGENCY_NOW


def test_a_rule_on_the_pain_alone_speaks_only_for_what_she_marked() -> None:
    small = knowledge(combination("chest_on_the_map", "site:chest", "same_day_gp_or_ed"))
    assert level(small, pregnant(30), Truth.UNKNOWN) is CareLevel.ROUTINE
    assert level(small, pregnant(30, sites=["chest"])) is CareLevel.SAME_DAY_GP_OR_ED


def test_self_care_has_to_be_earned() -> None:
    small = knowledge(finding("fever", "same_day_gp_or_ed"), finding("low_mood_2w", "routine", intimate=True))
    eased = pregnant(30, fever="no", **{EASED: "yes"})
    assert level(small, eased) is CareLevel.SELF_CARE
    assert level(small, eased, Truth.UNKNOWN) is CareLevel.ROUTINE  # the intimate question was not put to her
    assert level(small, pregnant(30, fever="no")) is CareLevel.ROUTINE


def test_doors_move_with_the_calendar() -> None:
    small = knowledge(finding("fever", "same_day_maternity"))
    assert doors(small, pregnant(15, fever="yes"), Speed.TODAY) == {Door.EARLY_PREGNANCY_UNIT}
    assert doors(small, pregnant(16, fever="yes"), Speed.TODAY) == {Door.MATERNITY_UNIT}
    assert doors(small, postpartum(20, fever="yes"), Speed.TODAY) == {Door.HOSPITAL_EMERGENCY}
