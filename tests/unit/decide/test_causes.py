from __future__ import annotations

from carrywell.decide.causes import causes_for
from carrywell.decide.facts import Facts
from carrywell.model.case import Case
from carrywell.model.knowledge import Cause
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import cause, finding, knowledge


def named(case: Case, *causes: Cause) -> list[str]:
    small = knowledge(finding("fever"), *causes)
    return [found.id for found in causes_for(Facts(case, small), small.causes)]


def test_the_weightiest_first_then_by_name() -> None:
    assert named(pregnant(30), cause("b", 2), cause("c", 5), cause("a", 2)) == ["c", "a", "b"]


def test_what_her_own_answers_point_to_comes_before_what_is_true_of_all() -> None:
    everyone, hers = cause("growing_belly", 3), cause("history", 2, applies_when="history:back_pain_before")
    assert named(pregnant(30, history=["back_pain_before"]), everyone, hers) == ["history", "growing_belly"]


def test_but_not_before_what_weighs_much_more() -> None:
    everyone, hers = cause("growing_belly", 5), cause("history", 2, applies_when="history:back_pain_before")
    assert named(pregnant(30, history=["back_pain_before"]), everyone, hers) == ["growing_belly", "history"]


def test_a_cause_that_only_may_apply_is_not_named() -> None:
    hers = cause("history", 2, applies_when="history:back_pain_before")
    assert named(pregnant(30), hers) == []
    assert named(pregnant(30, history=[]), hers) == []


def test_a_cause_of_another_stage_is_not_named() -> None:
    assert named(pregnant(30), cause("birth", 5, stages=["postpartum_0_6w"])) == []


def test_an_answer_weighs_as_much_as_two_steps_of_weight_and_no_more() -> None:
    everyone, hers = cause("a_growing_belly", 4), cause("history", 2, applies_when="history:back_pain_before")
    case = pregnant(30, history=["back_pain_before"])
    assert named(case, hers, everyone) == ["a_growing_belly", "history"]
