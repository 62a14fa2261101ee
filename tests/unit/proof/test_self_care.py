"""i: self-care is earned by a no to every danger sign and pain that eases with rest."""

from __future__ import annotations

from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.properties.self_care import prove
from tests.lib.small_knowledge import EASED, fact, finding, knowledge

THIRD = Stage.THIRD_TRIMESTER
EASES = {"any": [EASED, {"all": ["worse_with:walking", "better_with:rest"]}]}


def broken(small: Knowledge) -> list[tuple[str, dict[str, object]]]:
    return [(found.says, found.cases[0]) for found in prove(ProofContext(small, (THIRD,)))]


def test_signs_that_are_asked_and_denied_are_proved() -> None:
    assert broken(knowledge(finding("fever", "same_day_maternity"), finding("leg_pain_one", "routine"))) == []
    assert broken(knowledge(finding("fever", "routine"), fact("eased_by_rest", EASES))) == []


def test_a_sign_hidden_behind_a_gate_is_not_denied() -> None:
    hidden = finding("leg_pain_cough", "routine", asked_if="leg_pain_one")
    ((says, case), *_) = broken(knowledge(finding("leg_pain_one", "routine"), hidden))
    assert says == "self-care although a danger sign is not denied"
    answers = case["answers"]
    assert isinstance(answers, dict)
    assert answers["leg_pain_one"] == "no"
    assert "leg_pain_cough" not in answers


def test_pain_that_does_not_come_with_movement() -> None:
    says = "self-care although the pain does not come with movement and ease with rest"
    at_night = fact("eased_by_rest", {"all": ["worse_with:night", "better_with:rest"]})
    assert {found for found, _ in broken(knowledge(at_night))} == {says}
    unasked = fact("eased_by_rest", {"all": []})
    assert {found for found, _ in broken(knowledge(unasked))} == {says}
