"""Which door a rule leads to: the rule's own or that of its level, moved by the calendar.

Written so that a reading which works out many cases at once can ask for each moment in a pregnancy.
"""

from __future__ import annotations

from carrywell.model.care import MATERNITY_DOORS, CareLevel, Door
from carrywell.model.stage import Stage

EARLY_PREGNANCY_UNIT_BEFORE_WEEKS = 16.0  # usual, differs by place: kb/doors/early_pregnancy_unit.yaml


def usual_door(level: CareLevel) -> Door:
    match level:
        case CareLevel.EMERGENCY_NOW:
            return Door.AMBULANCE
        case CareLevel.SAME_DAY_MATERNITY:
            return Door.MATERNITY_UNIT
        case CareLevel.SAME_DAY_GP_OR_ED:
            return Door.GP_URGENT
        case _:
            return Door.MIDWIFE_OR_GP


def maternity_receives(stage: Stage) -> bool:
    return stage.pregnant or stage is Stage.POSTPARTUM_0_6W


def door_at(door: Door | None, level: CareLevel, slower: bool, stage: Stage, is_early: bool) -> Door:
    """`door`: the rule's own. `slower`: the level is a step below the rule's. `is_early`: before the 16th week."""
    found = door or usual_door(level)
    if found is Door.GP_URGENT and slower and maternity_receives(stage):
        found = Door.MATERNITY_UNIT  # an open emergency sign, taken one step slower, in pregnancy or just after
    if found not in MATERNITY_DOORS:
        return found
    if not maternity_receives(stage):
        return Door.HOSPITAL_EMERGENCY
    return Door.EARLY_PREGNANCY_UNIT if is_early else Door.MATERNITY_UNIT
