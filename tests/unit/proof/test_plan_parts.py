"""h: warnings stay, babies stay out where there is none, and nothing public rests on a private answer.

That this holds for every plan of the shipped knowledge is proved in tests/properties/test_proofs.
"""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.knowledge import Advice, Knowledge, SafetyNet
from carrywell.model.rules import ALWAYS
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.properties.plan_parts import PROPERTY, private_outside_its_track, prove
from tests.lib.second_books import condition, contraindication, floor
from tests.lib.small_knowledge import (
    advice,
    cause,
    combination,
    fact,
    finding,
    gate,
    knowledge,
    pain_class,
    private_result,
    raised,
    recheck,
    safety_net,
    screen,
)

SHIPPED = open_engine().knowledge
BABY_CARE = [one for one in SHIPPED.advice.values() if one.topic == "baby_care"]
AFTER = Stage.POSTPARTUM_0_6W
UNSAFE = finding("unsafe_at_home", private=True, intimate=True)


def broken(small: Knowledge, stage: Stage = AFTER) -> list[Counterexample]:
    return list(prove(ProofContext(small, (stage,))))


def told(small: Knowledge, stage: Stage = AFTER) -> set[str]:
    return {found.says for found in broken(small, stage)}


def shipped_with(name: str, **update: object) -> Knowledge:
    """The shipped knowledge, with one entry changed past what the reader lets through."""
    changed = SHIPPED.advice[name].model_copy(update=update)
    return SHIPPED.model_copy(update={"advice": {**SHIPPED.advice, name: changed}})


class TestWarnings:
    def test_one_for_everybody_or_for_who_she_is_is_proved(self) -> None:
        everybody = advice("no_ladder", kind="avoid")
        hers = advice("lift_little", kind="limit", applies_when={"all": ["is:caesarean", "is:postpartum_lt_6w"]})
        assert told(knowledge(finding("fever"), everybody, hers)) == set()

    def test_one_that_hangs_on_an_answer_is_answered_away(self) -> None:
        small = knowledge(finding("fever"), advice("stay_cool", kind="limit", applies_when="fever"))
        assert told(small) == {"postpartum_0_6w: an answer takes the warning stay_cool away"}
        other, she = broken(small)[0].cases
        assert other["answers"]["fever"] in ("yes", "unsure")
        assert she.get("answers", {}).get("fever") in (None, "no")

    def test_a_named_fact_made_of_answers_is_seen_through(self) -> None:
        hot = fact("hot", {"any": ["fever", "site:low_back"]})
        small = knowledge(finding("fever"), hot, advice("stay_cool", kind="limit", applies_when="is:hot"))
        assert told(small) == {"postpartum_0_6w: an answer takes the warning stay_cool away"}

    def test_in_the_shipped_knowledge_too(self) -> None:
        found = told(
            shipped_with("med_nsaid", applies_when=SHIPPED.facts["fever_or_unwell"].when), Stage.THIRD_TRIMESTER
        )
        assert found == {"third_trimester: an answer takes the warning med_nsaid away"}


class TestBabyCare:
    def test_it_needs_her_word_that_the_baby_is_with_her(self) -> None:
        small = knowledge(advice("nappies", topic="baby_care", applies_when="is:baby_with_me"))
        assert told(small) == set()

    def test_without_it_a_baby_is_shown_to_a_woman_who_said_nothing(self) -> None:
        found = broken(knowledge(advice("nappies", topic="baby_care")))
        says = "postpartum_0_6w: nappies is in the plan, and she has not said that her baby is with her"
        assert {one.says for one in found} == {says}
        assert "baby_with_me" not in found[0].cases[0]["about"]

    def test_a_warning_about_a_baby_is_no_exception(self) -> None:
        small = knowledge(advice("no_sofa", topic="baby_care", kind="avoid", applies_when="is:vaginal_birth"))
        assert len(told(small)) == 1

    @pytest.mark.parametrize("stage", sorted({one.stages[0] for one in BABY_CARE}))
    def test_no_entry_can_lose_its_condition(self, stage: Stage) -> None:
        """All of a stage lose it at once; of each it is told."""
        entries: list[Advice] = [one for one in BABY_CARE if one.stages[0] is stage]
        lost = [one.model_copy(update={"applies_when": ALWAYS}) for one in entries]
        small = knowledge(*SHIPPED.findings.values(), *lost)
        small = small.model_copy(update={"facts": SHIPPED.facts, "gates": SHIPPED.gates, "classes": SHIPPED.classes})
        says = told(small, stage)
        assert [one.id for one in entries if not any(f" {one.id} " in f" {line} " for line in says)] == []


class TestPrivateTrack:
    @pytest.mark.parametrize(
        ("item", "place"),
        [
            (finding("fever", asked_if="unsafe_at_home"), "findings/fever"),
            (finding("fever", raises=[raised("unsafe_at_home", to="emergency_now")]), "findings/fever"),
            (finding("any_trouble", kind="umbrella", covers=["unsafe_at_home"], opens="x"), "findings/any_trouble"),
            (combination("both", {"all": ["is:pregnant", "unsafe_at_home"]}, "emergency_now"), "combinations/both"),
            (fact("trouble", {"any": ["unsafe_at_home", "site:low_back"]}), "facts/trouble"),
            (advice("walk", helps_when=["unsafe_at_home"]), "advice/walk"),
            (advice("walk", not_when=["unsafe_at_home"]), "advice/walk"),
            (gate("exercise", "unsafe_at_home"), "gates/exercise"),
            (cause("strain", 2, applies_when="unsafe_at_home"), "causes/strain"),
            (pain_class("lumbar", "site:low_back", {"unsafe_at_home": 1}), "classes/lumbar"),
            (recheck("soon", "unsafe_at_home"), "recheck/soon"),
            (safety_net("danger", 1, findings=["unsafe_at_home"]), "safety_net/danger"),
            (screen("now", "unsafe_at_home"), "screens/now"),
            (contraindication("danger", "unsafe_at_home", closes=["massage"]), "contraindications/danger"),
            (floor("danger", {"level": "emergency_now", "alone": ["unsafe_at_home"]}), "floors/danger"),
            (condition("harm", "routine", "unsafe_at_home", "site:low_back"), "conditions/harm"),
        ],
        ids=lambda part: part if isinstance(part, str) else "",
    )
    def test_what_names_a_private_finding_is_told_with_its_place(self, item: SafetyNet, place: str) -> None:
        says = [found.says for found in private_outside_its_track(knowledge(UNSAFE, item))]
        assert says == [f"{place} names the private finding unsafe_at_home"]

    @pytest.mark.parametrize(
        "item",
        [
            private_result("unsafe", 1, "unsafe_at_home"),
            screen("alone", "unsafe_at_home", purpose="private"),
            condition("violence", "routine", "unsafe_at_home"),
            finding("danger_now", private=True, asked_if="unsafe_at_home"),
        ],
        ids=lambda item: item.id,
    )
    def test_the_track_itself_may(self, item: SafetyNet) -> None:
        assert list(private_outside_its_track(knowledge(UNSAFE, item))) == []

    def test_a_fact_that_rests_on_one_is_seen_through(self) -> None:
        trouble = fact("trouble", "unsafe_at_home")
        says = [
            one.says
            for one in private_outside_its_track(knowledge(UNSAFE, trouble, advice("w", helps_when=["is:trouble"])))
        ]
        assert "advice/w names the private finding unsafe_at_home" in says

    def test_it_is_told_once_and_not_at_every_stage(self) -> None:
        small = knowledge(UNSAFE, gate("exercise", "unsafe_at_home"))
        assert len(list(prove(ProofContext(small)))) == 1


def test_the_property_can_be_told() -> None:
    assert PROPERTY.letter == "h"
