"""The interview at its edges: what is still open of the pain, what the forms could add, what the plan waits for."""

from __future__ import annotations

import pytest

from carrywell.decide.interview import Interviewer, interviewer, is_told_on
from carrywell.decide.rulebook import rulebook
from carrywell.model.case import Case
from carrywell.model.item import Item
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import EASED, advice, combination, fact, finding, gate, knowledge, raised

SUDDEN = finding("thoracic_pain", "routine", raises=[raised("onset:sudden", to="emergency_now")])
STAIRS = finding("leg_pain_one", "routine", raises=[raised("worse_with:stairs", to="emergency_now")])
LASTING = combination("long", {"compare": {"number": "started_weeks_ago", "is": ">=", "limit": 6}}, "emergency_now")


def asker(*items: Item) -> Interviewer:
    small = knowledge(*items)
    return interviewer(small, rulebook(small))


def open_pain(case: Case, *items: Item) -> frozenset[str]:
    asking = asker(*items)
    return asking.open_pain(asking.standing(case))


def test_only_what_could_still_raise_the_level_is_open_of_the_pain() -> None:
    assert open_pain(pregnant(30, thoracic_pain="yes"), SUDDEN) == {"onset"}
    assert open_pain(pregnant(30, thoracic_pain="no"), SUDDEN) == frozenset()
    assert open_pain(pregnant(30, thoracic_pain="yes", onset="gradual"), SUDDEN) == frozenset()
    assert open_pain(pregnant(30), SUDDEN, LASTING) == {"onset"} | open_pain(pregnant(30), LASTING)


@pytest.mark.parametrize("kind", ["onset", "course", "side"])
def test_each_choice_of_the_pain_can_be_open(kind: str) -> None:
    value = {"onset": "sudden", "course": "worse_over_days", "side": "both"}[kind]
    sign = finding("thoracic_pain", "routine", raises=[raised(f"{kind}:{value}", to="emergency_now")])
    assert open_pain(pregnant(30, thoracic_pain="yes"), sign) == {kind}
    assert open_pain(pregnant(30, thoracic_pain="yes", **{kind: value}), sign) == frozenset()


def test_what_makes_it_worse_matters_only_while_it_could_raise_the_level() -> None:
    asking = asker(STAIRS)
    for said, matters in (("yes", True), ("unsure", True), ("no", False)):
        standing = asking.standing(pregnant(30, leg_pain_one=said))
        assert asking.changes_matter(standing) is matters, said
        assert not asking.place_matters(standing)


def test_each_form_answers_its_own_facts() -> None:
    for name in ("site:flank", "side:left", "onset:sudden", "course:steady", "started_weeks_ago", "pain_now"):
        assert is_told_on("where", name), name
        assert not is_told_on("changes", name), name
    for name in ("worse_with:stairs", "better_with:rest"):
        assert is_told_on("changes", name), name
        assert not is_told_on("where", name), name
    assert not any(is_told_on(form, "fever") for form in ("where", "changes"))


def test_how_it_began_left_open_is_an_emergency_only_once_she_was_asked_where() -> None:
    asking = asker(SUDDEN)
    assert not asking.is_emergency(pregnant(30, thoracic_pain="yes"))
    assert asking.is_emergency(pregnant(30, thoracic_pain="yes", sites=["upper_back"]))
    assert not asking.is_emergency(pregnant(30, thoracic_pain="yes", sites=["upper_back"], onset="gradual"))


def test_only_an_open_sign_of_today_at_her_stage_is_asked_once_more() -> None:
    early = finding("fever", "routine", level_by_stage={"third_trimester": "emergency_now"})
    slow = finding("vomiting", "within_2_days")
    asking = asker(early, slow)
    for weeks, again in ((30, {"fever"}), (10, set())):
        case = pregnant(weeks, fever="unsure", vomiting="unsure")
        assert {line.id for line in asking.needs_clarifying(case, (early, slow))} == again
    assert asking.needs_clarifying(pregnant(30, fever="yes"), (early,)) == ()


def test_the_plan_waits_for_every_gate_and_every_item() -> None:
    small = knowledge(
        *(finding(name, kind="context") for name in ("fever", "vomiting", "sickle_cell", "weak_cervix", "chills")),
        fact("hot", "chills"),
        gate("exercise", "fever", ask_first=("vomiting",)),
        gate("massage", "sickle_cell"),
        advice("short_walk", not_when=["weak_cervix"]),
        advice("heat_pack", applies_when="is:hot"),
    )
    found = interviewer(small, rulebook(small)).for_plan
    assert found >= {"fever", "vomiting", "sickle_cell", "weak_cervix", "chills"}
    assert EASED not in found
