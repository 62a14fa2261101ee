"""What is left out because of the care level: named, with no other reason."""

from __future__ import annotations

from carrywell.model.care import CareLevel
from tests.unit.decide.test_exercises import LUMBAR, opened


def test_what_the_care_level_leaves_out_is_named_and_has_no_other_reason() -> None:
    usual, at_once = opened(LUMBAR), opened(LUMBAR, CareLevel.EMERGENCY_NOW)
    everything = {*usual.exercises, *(one.exercise.id for one in usual.left_out)}
    assert {one.exercise.id for one in at_once.left_out} == everything
    assert {(one.reasons, one.by_level) for one in at_once.left_out} == {((), True)}
