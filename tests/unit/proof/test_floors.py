"""c: no level lies below its floor, and no sign of the shipped knowledge can be lowered unseen.

That the shipped knowledge itself keeps its floors is proved in tests/properties/test_proofs.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.properties.floors import PROPERTY, claims, prove
from tests.lib.second_books import condition, floor
from tests.lib.small_knowledge import combination, finding, knowledge, private_result, raised

SHIPPED = open_engine().knowledge
LEVELS = tuple(CareLevel)
THIRD = Stage.THIRD_TRIMESTER
FEVER_TODAY = floor("infection", {"level": "same_day_gp_or_ed", "alone": ["fever"]})
CHILLS_NOW = floor("infection", {"level": "emergency_now", "together": [["fever", "shaking_chills"]]})


def broken(small: Knowledge, stage: Stage = THIRD) -> list[Counterexample]:
    return list(prove(ProofContext(small, (stage,))))


def told(small: Knowledge, stage: Stage = THIRD) -> list[str]:
    return [found.says for found in broken(small, stage)]


@pytest.mark.parametrize("stage", Stage)
def test_every_public_sign_of_a_stage_has_a_claim_of_its_own(stage: Stage) -> None:
    alone = {claim.when for claim in claims(SHIPPED, stage) if claim.is_floor}
    named = {name for when in alone if (name := getattr(when, "name", None))}
    asked = {
        name
        for name, one in SHIPPED.findings.items()
        if not one.private and stage in one.stages and one.level_at(stage) is not None
    }
    assert asked <= named


def lowered(levels: Mapping[str, CareLevel | None], stage: Stage) -> Knowledge:
    """The shipped knowledge, with these signs at these levels at this stage and untouched at the others."""
    signs = {name: _lowered(SHIPPED.findings[name], stage, level) for name, level in levels.items()}
    return SHIPPED.model_copy(update={"findings": {**SHIPPED.findings, **signs}})


def _lowered(sign: Finding, stage: Stage, level: CareLevel | None) -> Finding:
    by_stage = {other: own for other in sign.stages if (own := sign.level_at(other)) is not None and other is not stage}
    by_stage |= {stage: level} if level else {}
    return sign.model_copy(update={"level": None, "level_by_stage": by_stage})


def a_step_lower() -> dict[Stage, dict[str, CareLevel | None]]:
    """Every sign, at the first stage at which it has a level."""
    steps: dict[Stage, dict[str, CareLevel | None]] = {}
    for name, sign in SHIPPED.findings.items():
        stage = next((one for one in sign.stages if sign.level_at(one)), None)
        if stage is not None and not sign.private:
            level = sign.level_at(stage)
            assert level is not None
            steps.setdefault(stage, {})[name] = LEVELS[LEVELS.index(level) + 1]
    return steps


@pytest.mark.parametrize(("stage", "levels"), a_step_lower().items(), ids=lambda part: getattr(part, "value", ""))
def test_no_sign_can_be_lowered_by_a_step(stage: Stage, levels: dict[str, CareLevel | None]) -> None:
    """The signs of a stage are lowered at once; of each it is told alone, with the smallest case that says it."""
    found = list(islice(prove(ProofContext(lowered(levels, stage), (stage,))), len(levels)))
    named = {name: one for name in levels for one in found if f": {name}: its own rule brings" in one.says}
    assert set(levels) - set(named) == set()
    assert [case["answers"] for name in levels for case in named[name].cases] == [{name: "yes"} for name in levels]


def test_a_sign_cannot_lose_its_level() -> None:
    first = next(prove(ProofContext(lowered({"saddle_numbness": None}, THIRD), (THIRD,))))
    assert "no rule gives it a level" in first.says


def test_the_smallest_case_says_the_sign_and_nothing_else() -> None:
    (first, *_) = broken(knowledge(finding("fever", "within_2_days"), FEVER_TODAY))
    assert first.says == "third_trimester: fever: its own rule brings within_2_days, and the floor is same_day_gp_or_ed"
    assert [case["answers"] for case in first.cases] == [{"fever": "yes"}]
    assert first.levels == ("within_2_days",)


def test_what_others_reach_together_is_enough_for_a_pair() -> None:
    """The pair has no rule of its own, since one of the two is an emergency alone."""
    alone = knowledge(finding("fever", "same_day_gp_or_ed"), finding("shaking_chills", "emergency_now"), CHILLS_NOW)
    assert told(alone) == []


def test_a_pair_that_brings_less_than_its_floor() -> None:
    pair = raised("shaking_chills", to="same_day_gp_or_ed")
    signs = (finding("fever", "same_day_gp_or_ed", raises=[pair]), finding("shaking_chills", "same_day_gp_or_ed"))
    found = broken(knowledge(*signs, CHILLS_NOW))
    assert found[0].cases[0]["answers"] == {"fever": "yes", "shaking_chills": "yes"}
    assert (
        found[-1].says
        == "third_trimester: all of (fever, shaking_chills): floors/infection asks for emergency_now at the least"
    )


def test_the_maternity_unit_that_a_level_promises_is_named() -> None:
    leak = floor("waters", {"level": "same_day_maternity", "alone": ["fluid_leak"]})
    assert told(knowledge(finding("fluid_leak", "same_day_maternity"), leak)) == []
    elsewhere = knowledge(finding("fluid_leak", "same_day_maternity", door="gp_urgent"), leak)
    assert told(elsewhere) == ["third_trimester: fluid_leak: floors/waters asks for same_day_maternity at the least"]


def test_long_after_birth_a_hospital_stands_in_for_the_maternity_unit() -> None:
    wound = floor("wound", {"level": "same_day_maternity", "alone": ["wound_problem"]})
    assert told(knowledge(finding("wound_problem", "same_day_maternity"), wound), Stage.POSTPARTUM_12M_36M) == []


def test_the_door_that_a_floor_asks_for_is_named() -> None:
    spine = floor("nerves", {"level": "emergency_now", "door": "hospital_spine", "alone": ["saddle_numbness"]})
    assert told(knowledge(finding("saddle_numbness", "emergency_now", door="hospital_spine"), spine)) == []
    says = "third_trimester: saddle_numbness: floors/nerves asks for emergency_now at the least, and for hospital_spine"
    assert told(knowledge(finding("saddle_numbness", "emergency_now"), spine)) == [says]


def test_a_routine_sign_rules_self_care_out() -> None:
    routine = floor("course", {"level": "routine", "alone": ["not_better_2w"]})
    assert told(knowledge(finding("not_better_2w", "routine"), routine)) == []
    says = told(knowledge(finding("not_better_2w", kind="pattern"), routine))
    assert says[-1] == "third_trimester: not_better_2w: floors/course asks for routine at the least"


def test_a_condition_is_reached_by_its_typical_picture() -> None:
    signs = (finding("fever", "same_day_gp_or_ed"), finding("flank_pain", "within_2_days"))
    assert told(knowledge(*signs, condition("pyelonephritis", "same_day_gp_or_ed", "fever", "flank_pain"))) == []
    says = told(knowledge(*signs, condition("pyelonephritis", "emergency_now", "fever", "flank_pain")))
    assert says == [
        "third_trimester: all of (fever, flank_pain): conditions/pyelonephritis asks for emergency_now at the least"
    ]


def test_a_question_of_another_stage_is_no_part_of_the_picture() -> None:
    early = finding("low_tummy_pain", "emergency_now", stages=["first_trimester"])
    signs = (early, finding("vaginal_bleeding", "same_day_maternity"))
    picture = condition("miscarriage", "emergency_now", "low_tummy_pain", "vaginal_bleeding")
    assert told(knowledge(*signs, picture), Stage.FIRST_TRIMESTER) == []
    assert len(told(knowledge(*signs, picture), THIRD)) == 1


def test_a_combination_reaches_its_own_level() -> None:
    both = combination("both", {"all": ["fever", "vomiting"]}, "emergency_now")
    assert told(knowledge(finding("fever"), finding("vomiting"), both)) == []


def test_a_private_sign_brings_a_private_result() -> None:
    unsafe = finding("unsafe_at_home", private=True, intimate=True)
    assert told(knowledge(unsafe, private_result("unsafe", 1, "unsafe_at_home"))) == []
    assert told(knowledge(unsafe)) == ["third_trimester: unsafe_at_home is said, and no private result is shown"]


def test_the_property_can_be_told() -> None:
    assert PROPERTY.letter == "c"
