"""d, on a few questions: a gate that belongs there, one that does not, and an umbrella that is never asked."""

from __future__ import annotations

from carrywell.model.accepted import Presupposes
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.properties.interview import prove
from tests.lib.small_knowledge import EASED, finding, knowledge, raised, screen

THIRD = Stage.THIRD_TRIMESTER


def missed(*items: object) -> list[Counterexample]:
    return list(prove(ProofContext(asking(*items), (THIRD,))))


def asking(*items: object) -> Knowledge:
    screens = [
        screen(name, purpose="triage", lines=()) for name in ("now", "today", "also", "closer", "cautions", "numbers")
    ]
    return knowledge(*items, *screens)  # type: ignore[arg-type]


def gated(**more: object) -> tuple[Finding, Finding]:
    return finding("leg_pain_one", "routine"), finding(
        "leg_pain_cough", "same_day_gp_or_ed", asked_if="leg_pain_one", **more
    )


def presupposes(name: str, when: str) -> Presupposes:
    own = {"id": name, "when": when, "because": "without the one there is no other"}
    return Presupposes.model_validate({**own, "basis": "design", "reviewed": "none yet"})


def test_questions_without_gates_are_all_asked() -> None:
    fever = finding("fever", "same_day_maternity", raises=[raised("vomiting", to="emergency_now")])
    assert missed(fever, finding("vomiting", kind="context")) == []


def test_a_danger_sign_that_no_rule_speaks_of_is_never_asked_though_it_rules_out_self_care() -> None:
    (found,) = missed(finding("vomiting"))
    assert found.levels == ("self_care", "routine")


def test_a_question_behind_a_gate_is_missed_where_it_would_be_answered_yes() -> None:
    (found, *_) = missed(*gated())
    stopped, everything = found.cases
    assert everything["answers"] == {"leg_pain_cough": "unsure"} or everything["answers"]["leg_pain_cough"] == "yes"
    assert "leg_pain_cough" not in stopped.get("answers", {})
    assert found.levels == ("routine", "same_day_gp_or_ed")


def test_a_gate_that_the_question_presupposes_is_right() -> None:
    assert missed(*gated(), presupposes("leg_pain_cough", "leg_pain_one")) == []


def test_a_gate_that_is_narrower_than_what_is_presupposed_is_not() -> None:
    narrow = finding("leg_pain_cough", "same_day_gp_or_ed", asked_if={"all": ["leg_pain_one", EASED]})
    assert missed(finding("leg_pain_one", "routine"), narrow, presupposes("leg_pain_cough", "leg_pain_one")) != []


def test_a_question_that_is_asked_all_the_same_presupposes_nothing() -> None:
    signs = finding("leg_pain_one", "routine"), finding("leg_pain_cough", "same_day_gp_or_ed")
    (found,) = missed(*signs, presupposes("leg_pain_cough", "leg_pain_one"))
    assert found.says.endswith("the entry is not needed")
    (unknown,) = missed(*signs, presupposes("leg_pain_coughs", "leg_pain_one"))
    assert unknown.says == "kb/presupposes: leg_pain_coughs is no finding"


def test_a_question_hidden_by_the_week_is_missed() -> None:
    late = finding("show_mucus", "within_2_days", asked_if="is:weeks_lt_37")
    (found, *_) = missed(late)
    assert found.cases[1]["about"]["weeks_pregnant"] >= 37
    assert missed(late, presupposes("show_mucus", "is:weeks_lt_37")) == []


def test_what_an_umbrella_covers_is_asked_through_it() -> None:
    umbrella = finding("arm_or_leg", kind="umbrella", covers=["one_leg_swollen", "leg_pain_one"], opens="opens")
    signs = (finding("one_leg_swollen", "same_day_gp_or_ed"), finding("leg_pain_one", "within_2_days"))
    assert missed(umbrella, *signs) == []


def test_an_umbrella_behind_a_gate_hides_what_it_covers() -> None:
    hidden = finding("arm_or_leg", kind="umbrella", covers=["one_leg_swollen"], opens="opens", asked_if=EASED)
    (found, *_) = missed(hidden, finding("one_leg_swollen", "same_day_gp_or_ed"))
    assert found.levels == ("routine", "same_day_gp_or_ed")
