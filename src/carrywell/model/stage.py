"""The six stages of pregnancy and the three years after, and where they meet.

Boundaries: 13+6 | 14+0 and 27+6 | 28+0 weeks of pregnancy; birth; 6 weeks, 52 weeks (12 months) and 156 weeks (3 years)
after birth or loss. A moment on a boundary belongs to the later stage.
"""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    FIRST_TRIMESTER = "first_trimester"
    SECOND_TRIMESTER = "second_trimester"
    THIRD_TRIMESTER = "third_trimester"
    POSTPARTUM_0_6W = "postpartum_0_6w"
    POSTPARTUM_6W_12M = "postpartum_6w_12m"
    POSTPARTUM_12M_36M = "postpartum_12m_36m"

    @property
    def pregnant(self) -> bool:
        return self in PREGNANT


PREGNANT = (Stage.FIRST_TRIMESTER, Stage.SECOND_TRIMESTER, Stage.THIRD_TRIMESTER)
POSTPARTUM = (Stage.POSTPARTUM_0_6W, Stage.POSTPARTUM_6W_12M, Stage.POSTPARTUM_12M_36M)

SECOND_TRIMESTER_FROM_WEEKS = 14.0
THIRD_TRIMESTER_FROM_WEEKS = 28.0
LONGEST_PREGNANCY_WEEKS = 45.0
EARLY_POSTPARTUM_UNTIL_WEEKS = 6.0
YEAR_WEEKS = 52.0
LONGEST_POSTPARTUM_WEEKS = 156.0


def pregnant_stage(weeks_pregnant: float) -> Stage:
    if weeks_pregnant < SECOND_TRIMESTER_FROM_WEEKS:
        return Stage.FIRST_TRIMESTER
    if weeks_pregnant < THIRD_TRIMESTER_FROM_WEEKS:
        return Stage.SECOND_TRIMESTER
    return Stage.THIRD_TRIMESTER


def postpartum_stage(weeks_postpartum: float) -> Stage:
    if weeks_postpartum < EARLY_POSTPARTUM_UNTIL_WEEKS:
        return Stage.POSTPARTUM_0_6W
    if weeks_postpartum < YEAR_WEEKS:
        return Stage.POSTPARTUM_6W_12M
    return Stage.POSTPARTUM_12M_36M
