"""a: six levels that exclude each other and leave nobody out."""

from __future__ import annotations

import pytest
import z3

from carrywell.model.care import CareLevel
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.levels import Levels
from carrywell.proof.logic import FALSE
from carrywell.proof.properties.one_level import prove
from tests.lib.small_knowledge import finding, knowledge

SMALL = knowledge(
    finding("fever", "same_day_maternity"), finding("vomiting", "within_2_days"), finding("chest_pain", "emergency_now")
)


def test_is_proved_at_every_stage() -> None:
    assert list(prove(ProofContext(SMALL))) == []


@pytest.mark.parametrize("gone", [CareLevel.SAME_DAY_MATERNITY, CareLevel.ROUTINE, CareLevel.EMERGENCY_NOW])
def test_a_level_that_is_lost_leaves_cases_without_one(gone: CareLevel, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Levels.is_level

    def is_level(levels: Levels, level: CareLevel) -> z3.BoolRef:
        return FALSE if level is gone else whole(levels, level)

    monkeypatch.setattr(Levels, "is_level", is_level)
    found = list(prove(ProofContext(SMALL, (Stage.THIRD_TRIMESTER,))))
    assert {one.levels for one in found} == {(gone.value,)}
