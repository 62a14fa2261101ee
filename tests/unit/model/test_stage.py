from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.case import About
from carrywell.model.stage import POSTPARTUM, PREGNANT, Stage

DAY = 1 / 7
KNOWLEDGE = open_engine().knowledge


@pytest.mark.parametrize(
    ("weeks", "stage"),
    [
        (0, Stage.FIRST_TRIMESTER),
        (13 + 6 * DAY, Stage.FIRST_TRIMESTER),
        (14, Stage.SECOND_TRIMESTER),
        (27 + 6 * DAY, Stage.SECOND_TRIMESTER),
        (28, Stage.THIRD_TRIMESTER),
        (45, Stage.THIRD_TRIMESTER),
    ],
)
def test_a_moment_on_a_boundary_of_pregnancy_belongs_to_the_later_stage(weeks: float, stage: Stage) -> None:
    assert KNOWLEDGE.stage_of(About(weeks_pregnant=weeks)) is stage


@pytest.mark.parametrize(
    ("weeks", "stage"),
    [
        (0, Stage.POSTPARTUM_0_6W),
        (6 - DAY, Stage.POSTPARTUM_0_6W),
        (6, Stage.POSTPARTUM_6W_12M),
        (52 - DAY, Stage.POSTPARTUM_6W_12M),
        (52, Stage.POSTPARTUM_12M_36M),
        (156, Stage.POSTPARTUM_12M_36M),
    ],
)
def test_a_moment_on_a_boundary_after_birth_belongs_to_the_later_stage(weeks: float, stage: Stage) -> None:
    assert KNOWLEDGE.stage_of(About(weeks_postpartum=weeks)) is stage


def test_each_stage_is_before_birth_or_after_it() -> None:
    assert (*PREGNANT, *POSTPARTUM) == tuple(Stage)
    assert [stage for stage in Stage if stage.pregnant] == list(PREGNANT)
