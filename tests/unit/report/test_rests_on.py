from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.answer import Answer
from carrywell.model.assessment import Assessment
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.report.rests_on import items_of
from tests.lib import small_knowledge as small
from tests.lib.cases import ORDINARY, all_no, assessed, planned, pregnant

KNOWLEDGE = open_engine().knowledge


def rests_on(case: Case, *items: object, more: tuple[str, ...] = ()) -> set[str]:
    """Of a knowledge base that holds these items and the few that each one needs."""
    knowledge = small.knowledge(*items)  # type: ignore[arg-type]
    return _items(small.assessed(case, knowledge), knowledge, more)


def _items(found: Assessment, knowledge: Knowledge, more: tuple[str, ...] = ()) -> set[str]:
    return set(items_of(found, knowledge, found.causes[:3], [net.id for net in found.follow_up.signs[:5]], more))


class TestTriage:
    def test_a_finding_that_decided_with_its_condition_and_door(self) -> None:
        fever = small.finding("fever", "same_day_gp_or_ed", door="gp_urgent", conditions=["pyelonephritis"])
        found = rests_on(pregnant(31, fever="yes"), fever)
        needed = {"findings/fever", "conditions/pyelonephritis", "doors/gp_urgent", "care_levels/same_day_gp_or_ed"}
        assert needed <= found
        assert "stages/third_trimester" in found

    def test_not_a_finding_that_she_denied(self) -> None:
        items = (small.finding("fever", "same_day_gp_or_ed"), small.finding("vomiting", "same_day_gp_or_ed"))
        found = rests_on(pregnant(31, fever="yes", vomiting="no"), *items)
        assert "findings/fever" in found
        assert "findings/vomiting" not in found

    def test_an_open_answer_that_counted(self) -> None:
        assert "findings/fever" in rests_on(pregnant(31), small.finding("fever", "same_day_gp_or_ed"))

    def test_a_rule_that_counted_at_a_slower_level_too(self) -> None:
        items = (small.finding("fever", "emergency_now"), small.finding("vomiting", "within_2_days"))
        found = rests_on(pregnant(31, fever="yes", vomiting="yes"), *items)
        assert {"findings/fever", "findings/vomiting"} <= found

    def test_what_raised_it_through_a_named_fact(self) -> None:
        fever = small.finding("fever", "routine", raises=[small.raised("is:unwell", to="emergency_now")])
        items = (fever, small.fact("unwell", {"any": ["vomiting", "is:worse"]}), small.fact("worse", "feels_unwell"))
        found = rests_on(
            pregnant(31, fever="yes", vomiting="yes"), *items, small.finding("vomiting"), small.finding("feels_unwell")
        )
        assert {"facts/unwell", "facts/worse", "findings/vomiting", "findings/feels_unwell"} <= found

    def test_a_combination(self) -> None:
        both = small.combination("both", {"all": ["fever", "vomiting"]}, "within_2_days")
        items = (both, small.finding("fever"), small.finding("vomiting"))
        found = rests_on(pregnant(31, fever="yes", vomiting="yes"), *items)
        assert {"combinations/both", "conditions/a_condition", "findings/fever", "findings/vomiting"} <= found

    def test_what_opened_the_question(self) -> None:
        items = (small.finding("fever", "same_day_gp_or_ed", asked_if="vomiting"), small.finding("vomiting"))
        assert "findings/vomiting" in rests_on(pregnant(31, fever="yes", vomiting="yes"), *items)

    def test_the_umbrella_under_which_it_was_asked_where_she_answered_that(self) -> None:
        over = {"kind": "umbrella", "covers": ["fever"], "opens": "Which?"}
        items = (small.finding("fever", "same_day_gp_or_ed"), small.finding("infection_signs", **over))
        case = pregnant(31, fever="yes")
        assert "findings/infection_signs" not in rests_on(case, *items)
        answered = case.model_copy(update={"answers": {**case.answers, "infection_signs": Answer.YES}})
        assert "findings/infection_signs" in rests_on(answered, *items)

    def test_for_self_care_every_danger_sign_that_she_denied(self) -> None:
        found = _items(assessed(all_no(pregnant(23, **ORDINARY))), KNOWLEDGE)
        assert {"facts/eased_by_rest", "findings/saddle_numbness", "care_levels/self_care"} <= found
        assert "findings/block_not_worn_off" not in found  # asked after a birth only


class TestShown:
    def test_advice_with_its_gates_and_what_it_looks_at(self) -> None:
        items = (
            small.advice("walk", gates=["exercise"], applies_when="is:early", helps_when=["day:mopping"]),
            small.gate("exercise", "fever", ask_first=("vomiting",)),
            small.fact("early", "is:pregnant"),
            small.finding("fever"),
            small.finding("vomiting"),
        )
        found = rests_on(pregnant(31, fever="no", vomiting="no"), *items)
        wanted = {"advice/walk", "gates/exercise", "facts/early", "findings/fever", "findings/vomiting"}
        assert {*wanted, "tasks/mopping"} <= found

    def test_advice_that_was_left_out_for_her(self) -> None:
        items = (small.advice("walk", not_when=["fever"]), small.finding("fever"))
        assert {"advice/walk", "findings/fever"} <= rests_on(pregnant(31, fever="yes"), *items)

    def test_class_cause_sign_and_recheck(self) -> None:
        lumbar = small.pain_class("lumbar", {"all": []}, {"site:low_back": 3}, speaks_against=[small.against("fever")])
        items = (lumbar, small.cause("load", 2, applies_when="vomiting"), small.safety_net("worse", 1))
        items += (small.recheck("soon", "fever", 24), small.finding("fever"), small.finding("vomiting"))  # type: ignore[assignment]
        found = rests_on(pregnant(31, sites=["low_back"], vomiting="yes", fever="yes"), *items)
        assert {"classes/lumbar", "causes/load", "safety_net/worse", "recheck/soon"} <= found
        assert "recheck/weekly" not in found

    @pytest.mark.parametrize("unanswered", ["cautious", "no"])
    def test_all_that_the_result_of_the_shipped_knowledge_shows(self, unanswered: str) -> None:
        found = assessed(pregnant(31, fever="yes", sites=["low_back"]), unanswered)  # type: ignore[arg-type]
        items = _items(found, KNOWLEDGE)
        assert {f"advice/{name}" for name in planned(found)} <= items
        assert {f"findings/{one.rule.finding}" for one in found.triage.deciding if one.rule.finding} <= items
        assert items <= set(KNOWLEDGE.digests.items)


def test_what_only_the_way_used_is_added() -> None:
    assert "screens/now" in rests_on(pregnant(31), more=("screens/now",))


def test_nothing_private_even_if_advice_looked_at_it() -> None:
    items = (small.advice("walk", not_when=["unsafe_at_home"]), small.finding("unsafe_at_home", private=True))
    found = rests_on(pregnant(31, unsafe_at_home="no"), *items)
    assert "advice/walk" in found
    assert "findings/unsafe_at_home" not in found


def test_nothing_private_is_ever_part_of_it() -> None:
    case = pregnant(31, self_harm_thoughts="yes", unsafe_at_home="yes")
    for unanswered in ("cautious", "no"):
        items = _items(assessed(case, unanswered), KNOWLEDGE)  # type: ignore[arg-type]
        assert not {item for item in items if item.startswith("private/")}
        assert not {f"findings/{name}" for name, finding in KNOWLEDGE.findings.items() if finding.private} & items
