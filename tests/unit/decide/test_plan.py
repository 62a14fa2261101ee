"""What she can do: each rule of the plan, on a knowledge base of a few entries."""

from __future__ import annotations

import pytest

from carrywell.decide.facts import Facts
from carrywell.decide.plan import MOST_TODAY, plan_for
from carrywell.model.assessment import Plan
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.item import Item
from carrywell.model.truth import Truth
from tests.lib.cases import assessed, planned, postpartum, pregnant
from tests.lib.small_knowledge import advice, fact, finding, gate, knowledge

FINDINGS = tuple(finding(name) for name in ("fever", "skin_numb", "saddle_numbness", "bladder_change"))


def plan(case: Case, *items: Item, level: str = "routine", unanswered: Truth = Truth.UNKNOWN) -> Plan:
    small = knowledge(*FINDINGS, *items)
    return plan_for(Facts(case, small, unanswered), CareLevel(level), small)


def offered(found: Plan) -> list[str]:
    return [entry.id for entries in found.by_topic.values() for entry in entries]


def left(found: Plan) -> dict[str, list[str]]:
    return {out.advice.id: [reason.fact for reason in out.reasons] for out in found.not_for_you}


class TestContraindications:
    WALK = advice("short_walk", not_when=["fever"])
    GATED = advice("short_walk", gates=["exercise"])
    EXERCISE = gate("exercise", "fever", ask_first=("skin_numb",))

    def test_a_clear_no_lets_an_entry_through(self) -> None:
        assert offered(plan(pregnant(30, fever="no"), self.WALK)) == ["short_walk"]
        assert offered(plan(pregnant(30, fever="no", skin_numb="no"), self.GATED, self.EXERCISE)) == ["short_walk"]

    @pytest.mark.parametrize("said", [{"fever": "yes"}, {"fever": "unsure"}, {}])
    def test_anything_else_leaves_it_out_and_says_what_did_it(self, said: dict[str, str]) -> None:
        for items in ((self.WALK,), (self.GATED, self.EXERCISE)):
            found = plan(pregnant(30, **{"skin_numb": "no", **said}), *items)
            assert offered(found) == []
            assert left(found) == {"short_walk": ["fever"]}

    def test_silence_counts_as_no_only_where_the_caller_says_so(self) -> None:
        assert offered(plan(pregnant(30), self.GATED, self.EXERCISE, unanswered=Truth.FALSE)) == ["short_walk"]

    def test_what_to_ask_first_leaves_it_out_as_well_and_is_marked(self) -> None:
        (out,) = plan(pregnant(30, fever="no", skin_numb="yes"), self.GATED, self.EXERCISE).not_for_you
        (reason,) = out.reasons
        assert (reason.fact, reason.ask_first, reason.said) == ("skin_numb", True, Truth.TRUE)

    def test_whether_she_said_it_or_it_is_open_is_kept(self) -> None:
        for said, known in (("yes", Truth.TRUE), ("unsure", Truth.UNKNOWN)):
            (out,) = plan(pregnant(30, fever=said), self.WALK).not_for_you
            assert out.reasons[0].said is known

    def test_a_gate_gives_its_own_sentence(self) -> None:
        (out,) = plan(pregnant(30, fever="yes", skin_numb="no"), self.GATED, self.EXERCISE).not_for_you
        assert out.reasons[0].says.english == "because fever"

    def test_without_one_the_finding_speaks_in_her_voice(self) -> None:
        (out,) = plan(pregnant(30, fever="yes"), self.WALK).not_for_you
        assert out.reasons[0].says.english == "me fever"

    def test_or_the_named_fact_does(self) -> None:
        walk = advice("short_walk", not_when=["is:nerve_signs"])
        (out,) = plan(pregnant(30), walk, fact("nerve_signs", "saddle_numbness")).not_for_you
        assert (out.reasons[0].fact, out.reasons[0].says.english) == ("is:nerve_signs", "says nerve_signs")

    def test_a_fact_that_nobody_has_words_for_is_named(self) -> None:
        (out,) = plan(pregnant(30), advice("short_walk", not_when=["history:scoliosis"])).not_for_you
        assert (out.reasons[0].fact, out.reasons[0].says) == ("history:scoliosis", None)

    def test_the_same_reason_is_given_once(self) -> None:
        both = advice("short_walk", not_when=["fever"], gates=["exercise", "heat"])
        found = plan(pregnant(30, fever="yes", skin_numb="no"), both, self.EXERCISE, gate("heat", "fever"))
        assert left(found) == {"short_walk": ["fever"]}

    def test_reasons_stand_in_their_order_the_entry_s_own_first(self) -> None:
        both = advice("short_walk", not_when=["bladder_change", "fever"], gates=["exercise"])
        found = plan(pregnant(30), both, gate("exercise", "saddle_numbness", "fever", ask_first=("skin_numb",)))
        assert left(found) == {"short_walk": ["bladder_change", "fever", "saddle_numbness", "skin_numb"]}

    @pytest.mark.parametrize(
        ("said", "did_it"),
        [
            ({"skin_numb": "no"}, "is:nerve_signs"),
            ({"skin_numb": "no", "saddle_numbness": "yes"}, "is:nerve_signs"),
            ({"skin_numb": "unsure"}, "skin_numb"),
            ({}, "skin_numb"),
        ],
    )
    def test_of_several_the_one_that_is_not_clearly_no_did_it(self, said: dict[str, str], did_it: str) -> None:
        heat = advice("heat", gates=["heat"])
        either = gate("heat", {"any": ["skin_numb", "is:nerve_signs"]})
        assert left(plan(pregnant(30, **said), heat, either, fact("nerve_signs", "saddle_numbness"))) == {
            "heat": [did_it]
        }

    def test_a_number_of_the_pain_may_do_it(self) -> None:
        lasting = {"compare": {"number": "started_weeks_ago", "is": ">=", "limit": 2}}
        walk = advice("short_walk", not_when=[{"all": [lasting, "fever"]}])
        found = plan(pregnant(30, started_weeks_ago=3, fever="yes"), walk)
        assert left(found) == {"short_walk": ["started_weeks_ago"]}

    def test_a_denial_that_does_it_is_named_by_what_she_denied(self) -> None:
        walk = advice("short_walk", not_when=[{"not": "fever"}])
        assert left(plan(pregnant(30, fever="no"), walk)) == {"short_walk": ["fever"]}


class TestWarnings:
    """Avoid and limit entries are never left out because of an answer."""

    @pytest.mark.parametrize("kind", ["avoid", "limit"])
    @pytest.mark.parametrize("level", CareLevel)
    def test_at_every_level(self, kind: str, level: CareLevel) -> None:
        warning = advice("no_ladder", kind=kind, acts="exercise")
        found = plan(pregnant(30, fever="yes"), warning, level=level)
        assert offered(found) == ["no_ladder"]
        assert left(found) == {}

    @pytest.mark.parametrize(("said", "shown"), [("yes", True), ("unsure", True), (None, True), ("no", False)])
    def test_wherever_they_may_apply(self, said: str | None, shown: bool) -> None:
        warning = advice("no_heat", kind="avoid", applies_when="skin_numb")
        case = pregnant(30) if said is None else pregnant(30, skin_numb=said)
        assert (offered(plan(case, warning)) == ["no_heat"]) is shown

    @pytest.mark.parametrize(("said", "shown"), [("yes", True), ("unsure", False), (None, False), ("no", False)])
    def test_a_proposal_is_made_only_where_it_surely_applies(self, said: str | None, shown: bool) -> None:
        proposal = advice("soft_cloth", applies_when="skin_numb")
        case = pregnant(30) if said is None else pregnant(30, skin_numb=said)
        assert (offered(plan(case, proposal)) == ["soft_cloth"]) is shown
        assert left(plan(case, proposal)) == {}

    def test_of_another_stage_nothing_is_shown(self) -> None:
        warning = advice("wound", kind="avoid", stages=["postpartum_0_6w"])
        assert offered(plan(pregnant(30), warning)) == []


class TestLevels:
    ACTS = ("rest", "position", "exercise", "massage", "heat", "medicine", "other")
    ENTRIES = tuple(advice(act, acts=act, rank=3) for act in ACTS)

    @pytest.mark.parametrize(
        ("level", "allowed"),
        [
            ("emergency_now", ()),
            ("same_day_maternity", ("position",)),
            ("same_day_gp_or_ed", ("position",)),
            ("within_2_days", ("position", "rest")),
            ("routine", ACTS),
            ("self_care", ACTS),
        ],
    )
    def test_what_may_be_done_to_the_body(self, level: str, allowed: tuple[str, ...]) -> None:
        found = plan(pregnant(30), *self.ENTRIES, level=level)
        assert set(offered(found)) == set(allowed)
        assert all(out.by_level and not out.reasons for out in found.not_for_you)
        assert {out.advice.id for out in found.not_for_you} == set(self.ACTS) - set(allowed)


class TestOrder:
    def test_expected_benefit_first_then_name(self) -> None:
        entries = (advice("b", rank=3), advice("a", rank=3), advice("c", rank=5))
        assert offered(plan(pregnant(30), *entries)) == ["c", "a", "b"]

    def test_what_fits_her_answers_comes_nearer_to_the_top(self) -> None:
        entries = (advice("a", rank=3), advice("b", rank=3, helps_when=["worse_with:stairs", "fever"]))
        assert offered(plan(pregnant(30), *entries)) == ["a", "b"]
        assert offered(plan(pregnant(30, worse_with=["stairs"]), *entries)) == ["b", "a"]

    def test_many_fitting_answers_do_not_outweigh_every_benefit(self) -> None:
        fits = [f"worse_with:{what}" for what in ("stairs", "walking", "bending", "lifting", "driving")]
        many, good = advice("many", rank=1, helps_when=fits), advice("good", rank=5)
        case = pregnant(30, worse_with=[what.partition(":")[2] for what in fits])
        assert offered(plan(case, many, good)) == ["good", "many"]

    def test_what_was_left_out_stands_in_the_same_order(self) -> None:
        entries = (advice("b", rank=1, not_when=["fever"]), advice("a", rank=5, not_when=["fever"]))
        assert list(left(plan(pregnant(30), *entries))) == ["a", "b"]


class TestToday:
    TOPICS = ("movement", "relief", "sleep", "posture")

    def today(self, *items: Item, level: str = "routine") -> list[str]:
        return [entry.id for entry in plan(pregnant(30), *items, level=level).today]

    def test_at_most_three(self) -> None:
        entries = [advice(topic, topic=topic, today=True) for topic in self.TOPICS]
        assert len(self.today(*entries)) == MOST_TODAY == 3

    def test_of_different_topics(self) -> None:
        entries = [advice(f"walk_{at}", topic="movement", today=True) for at in range(4)]
        assert self.today(*entries, advice("warm_pack", topic="relief", today=True, rank=1)) == ["walk_0", "warm_pack"]

    def test_only_what_is_meant_for_it(self) -> None:
        assert self.today(advice("walk"), advice("no_ladder", kind="avoid", today=True)) == []

    @pytest.mark.parametrize("level", ["emergency_now", "same_day_maternity", "same_day_gp_or_ed"])
    def test_nothing_at_the_levels_of_today(self, level: str) -> None:
        assert self.today(advice("on_the_side", acts="position", today=True), level=level) == []

    def test_position_and_rest_within_two_days(self) -> None:
        entries = (advice("on_the_side", acts="position", today=True), advice("walk", acts="exercise", today=True))
        assert self.today(*entries, level="within_2_days") == ["on_the_side"]


class TestBabyCare:
    """With the shipped knowledge base: no baby is spoken of unless she said that her baby is with her."""

    @pytest.mark.parametrize(
        "said", [{}, {"baby_with_me": "no"}, {"baby_with_me": "rather_not_say"}, {"ended": "loss"}]
    )
    @pytest.mark.parametrize("unanswered", ["cautious", "no"])
    def test_without_her_yes_there_is_none(self, said: dict[str, str], unanswered: str) -> None:
        for weeks in (2, 20, 80):
            found = assessed(postpartum(weeks, sites=["low_back"], **said), unanswered)  # type: ignore[arg-type]
            topics = {advice.topic for advice in planned(found).values()}
            topics |= {out.advice.topic for out in found.plan.not_for_you}
            assert topics
            assert "baby_care" not in topics

    def test_with_her_yes_there_is_some(self) -> None:
        found = assessed(postpartum(20, baby_with_me="yes", ended="birth", sites=["low_back"]))
        assert found.plan.by_topic["baby_care"]
