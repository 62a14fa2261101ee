"""f: what moves a boundary, a named week or a question is told with the week."""

from __future__ import annotations

from carrywell.model.accepted import NotAskedAcross
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.properties.boundaries import prove
from tests.lib.small_knowledge import finding, knowledge

EARLY = ["first_trimester", "second_trimester", "third_trimester"]


def told(small: Knowledge) -> list[str]:
    return [found.says for found in prove(ProofContext(small))]


def shifted(stage: Stage, weeks: float) -> Knowledge:
    small = knowledge()
    stages = {**small.stages, stage: small.stages[stage].model_copy(update={"from_weeks": weeks})}
    return small.model_copy(update={"stages": stages})


def accepted(**more: object) -> NotAskedAcross:
    own = {"id": "because_of_birth", "boundary": "birth", "asked": "before", "findings": ["fewer_movements"]}
    ground = {"because": "there is no baby inside any more", "basis": "design", "reviewed": "none yet"}
    return NotAskedAcross.model_validate({**own, **ground, **more})


def test_the_published_weeks_are_proved() -> None:
    assert told(knowledge()) == []


def test_a_stage_that_begins_late_is_told_with_the_first_week() -> None:
    assert "28 weeks is second_trimester; published: third_trimester" in told(shifted(Stage.THIRD_TRIMESTER, 29))
    assert "6 weeks is postpartum_0_6w; published: postpartum_6w_12m" in told(shifted(Stage.POSTPARTUM_6W_12M, 6.5))


def test_a_stage_that_begins_early_is_told() -> None:
    (only,) = told(shifted(Stage.SECOND_TRIMESTER, 13))
    assert only == "13 weeks is second_trimester; published: first_trimester"


def test_a_fact_that_does_not_mean_what_its_name_says_is_told() -> None:
    small = knowledge()
    facts = {**small.facts, "weeks_ge_20": small.facts["weeks_ge_24"].model_copy(update={"id": "weeks_ge_20"})}
    assert told(small.model_copy(update={"facts": facts})) == [
        "is:weeks_ge_20 does not mean what its name says at 20 weeks"
    ]


def test_a_danger_sign_that_ends_at_a_boundary_needs_a_reason() -> None:
    sign = finding("fewer_movements", "same_day_maternity", stages=EARLY)
    (only,) = told(knowledge(sign))
    assert only.startswith("fewer_movements is asked only before birth")
    assert told(knowledge(sign, accepted())) == []


def test_a_reason_that_is_not_needed_is_told() -> None:
    (only,) = told(knowledge(finding("fewer_movements", "same_day_maternity"), accepted()))
    assert only.endswith("the entry is not needed")


def test_a_sign_hidden_by_its_gate_is_lost_at_the_week() -> None:
    (only,) = told(knowledge(finding("show_mucus", "routine", asked_if="is:weeks_lt_20")))
    assert only.startswith("show_mucus is asked only before 20+0")
