"""g: rules that nobody would ever feel."""

from __future__ import annotations

from carrywell.model.accepted import NoEffect
from carrywell.model.item import Item
from carrywell.proof.context import ProofContext
from carrywell.proof.properties.rules_matter import prove
from tests.lib.small_knowledge import combination, finding, knowledge, raised

NOW = "emergency_now"


def told(*items: Item) -> list[str]:
    return [found.says for found in prove(ProofContext(knowledge(*items)))]


def kept(*rules: str) -> NoEffect:
    own = {"id": "kept", "rules": rules, "because": "it names the condition in her reasons"}
    return NoEffect.model_validate({**own, "basis": "design", "reviewed": "none yet"})


def test_rules_that_decide_somewhere_are_proved() -> None:
    assert told(finding("fever", "same_day_maternity", raises=[raised("vomiting", to=NOW)]), finding("vomiting")) == []


def test_a_rule_for_another_door_has_an_effect() -> None:
    assert told(finding("fever", "same_day_gp_or_ed"), finding("flank_pain", "same_day_maternity")) == []
    assert (
        told(finding("fever", NOW, raises=[raised("vomiting", to=NOW, door="hospital_spine")]), finding("vomiting"))
        == []
    )


def test_a_raise_to_what_the_other_is_alone_never_decides() -> None:
    signs = finding("fever", "routine", raises=[raised("chest_pain", to=NOW)]), finding("chest_pain", NOW)
    (only,) = told(*signs)
    assert only == (
        "the rule fever+chest_pain never decides: where it counts, so do chest_pain, no slower and through the same "
        "door; drop it, or give the reason in kb/no_effect"
    )
    assert told(*signs, kept("fever+chest_pain")) == []


def test_a_rule_that_can_never_hold() -> None:
    late = combination("late", {"all": ["is:first_trimester", "is:weeks_ge_20"]}, NOW)
    assert told(late) == ["the rule late can never hold; drop it, or give the reason in kb/no_effect"]


def test_a_rule_whose_question_nobody_is_asked() -> None:
    signs = finding("fever", NOW), finding("shaking_chills", NOW, asked_if={"all": ["fever", {"not": "fever"}]})
    assert [says.split(";")[0] for says in told(*signs)] == [
        "the rule shaking_chills never decides: where it counts, so do fever, no slower and through the same door"
    ]


def test_an_excuse_that_is_not_needed() -> None:
    (only,) = told(finding("fever", NOW), kept("fever"))
    assert only == "kb/no_effect: the rule fever does decide, or is no rule; the entry is not needed"


def test_a_raise_below_the_level_of_the_sign_alone_contradicts_it() -> None:
    found = told(finding("fever", NOW, raises=[raised("vomiting", to="routine")]), finding("vomiting"))
    assert "fever at third_trimester is emergency_now, and is raised to routine" in found
