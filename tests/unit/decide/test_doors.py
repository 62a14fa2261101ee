from __future__ import annotations

import pytest

from carrywell.decide.doors import door_at, maternity_receives, usual_door
from carrywell.model.care import CareLevel, Door
from carrywell.model.stage import Stage

THIRD, NEW_MOTHER, LATER = Stage.THIRD_TRIMESTER, Stage.POSTPARTUM_0_6W, Stage.POSTPARTUM_6W_12M
TODAY, NOW = CareLevel.SAME_DAY_MATERNITY, CareLevel.EMERGENCY_NOW


def test_each_level_has_a_usual_door() -> None:
    assert {level.value: usual_door(level).value for level in CareLevel} == {
        "emergency_now": "ambulance",
        "same_day_maternity": "maternity_unit",
        "same_day_gp_or_ed": "gp_urgent",
        "within_2_days": "midwife_or_gp",
        "routine": "midwife_or_gp",
        "self_care": "midwife_or_gp",
    }


def test_maternity_receives_her_until_six_weeks_after() -> None:
    assert [stage for stage in Stage if maternity_receives(stage)] == list(Stage)[:4]


def test_the_rule_s_own_door_comes_before_the_usual_one() -> None:
    assert door_at(Door.HOSPITAL_SPINE, TODAY, slower=False, stage=THIRD, is_early=False) is Door.HOSPITAL_SPINE
    assert door_at(None, NOW, slower=False, stage=THIRD, is_early=False) is Door.AMBULANCE


@pytest.mark.parametrize("own", [None, Door.MATERNITY_UNIT, Door.EARLY_PREGNANCY_UNIT])
def test_a_door_of_maternity_moves_with_the_calendar(own: Door | None) -> None:
    moments = [(Stage.FIRST_TRIMESTER, True), (THIRD, False), (NEW_MOTHER, False), (LATER, False)]
    assert [door_at(own, TODAY, slower=False, stage=stage, is_early=early) for stage, early in moments] == [
        Door.EARLY_PREGNANCY_UNIT,
        Door.MATERNITY_UNIT,
        Door.MATERNITY_UNIT,
        Door.HOSPITAL_EMERGENCY,
    ]


def test_an_open_emergency_sign_one_step_slower_goes_to_maternity_while_it_receives_her() -> None:
    level = CareLevel.SAME_DAY_GP_OR_ED
    assert door_at(None, level, slower=True, stage=THIRD, is_early=False) is Door.MATERNITY_UNIT
    assert door_at(None, level, slower=True, stage=LATER, is_early=False) is Door.GP_URGENT
    assert door_at(None, level, slower=False, stage=THIRD, is_early=False) is Door.GP_URGENT
