"""How soon she needs care (speed) and whom she contacts (door): two scales, decided in that order.

A foot that goes weak and pressure low down are both *today*; the faster level wins first, and among levels of the same
speed the door for nerves and heart comes before the maternity unit (docs/explanation/review.md, R025).
"""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Speed(IntEnum):
    SELF_CARE = 0
    WEEKS = 1
    TWO_DAYS = 2
    TODAY = 3
    NOW = 4


class CareLevel(StrEnum):
    """The six public names (contract), highest first."""

    EMERGENCY_NOW = "emergency_now"
    SAME_DAY_MATERNITY = "same_day_maternity"
    SAME_DAY_GP_OR_ED = "same_day_gp_or_ed"
    WITHIN_2_DAYS = "within_2_days"
    ROUTINE = "routine"
    SELF_CARE = "self_care"

    @property
    def speed(self) -> Speed:
        return _SPEED[self]

    @property
    def is_today(self) -> bool:
        return self.speed >= Speed.TODAY

    def one_step_slower(self) -> CareLevel:
        return _SLOWER[self]


_SPEED = {
    CareLevel.EMERGENCY_NOW: Speed.NOW,
    CareLevel.SAME_DAY_MATERNITY: Speed.TODAY,
    CareLevel.SAME_DAY_GP_OR_ED: Speed.TODAY,
    CareLevel.WITHIN_2_DAYS: Speed.TWO_DAYS,
    CareLevel.ROUTINE: Speed.WEEKS,
    CareLevel.SELF_CARE: Speed.SELF_CARE,
}

_SLOWER = {
    CareLevel.EMERGENCY_NOW: CareLevel.SAME_DAY_GP_OR_ED,
    CareLevel.SAME_DAY_MATERNITY: CareLevel.WITHIN_2_DAYS,
    CareLevel.SAME_DAY_GP_OR_ED: CareLevel.WITHIN_2_DAYS,
    CareLevel.WITHIN_2_DAYS: CareLevel.ROUTINE,
    CareLevel.ROUTINE: CareLevel.ROUTINE,
    CareLevel.SELF_CARE: CareLevel.SELF_CARE,
}


class Door(StrEnum):
    """Kinds of service, never numbers: what they are called and how to reach them is a matter of place.

    Declared in the order in which they are named when several are needed at the same speed.
    """

    AMBULANCE = "ambulance"
    HOSPITAL_SPINE = "hospital_spine"
    HOSPITAL_EMERGENCY = "hospital_emergency"
    MATERNITY_UNIT = "maternity_unit"
    EARLY_PREGNANCY_UNIT = "early_pregnancy_unit"
    GP_URGENT = "gp_urgent"
    MENTAL_HEALTH = "mental_health"
    MIDWIFE_OR_GP = "midwife_or_gp"
    PHYSIOTHERAPIST = "physiotherapist"


MATERNITY_DOORS = (Door.MATERNITY_UNIT, Door.EARLY_PREGNANCY_UNIT)
