"""The six stages of pregnancy and the three years after. Where they meet stands in `kb/stages/`."""

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

# What a case may say at all (contract: three years after the birth or loss).
LONGEST_PREGNANCY_WEEKS = 45.0
LONGEST_POSTPARTUM_WEEKS = 156.0
