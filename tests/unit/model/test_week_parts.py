from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.week_parts import Ladder

FILE = {
    "id": "beginner", "says": "You begin.", "order": 1, "when": {"all": []}, "stages": "all", "first_days": 3,
    "first_minutes": 15, "goal_days": 5, "goal_minutes": 30, "basis": "design", "reviewed": "none yet",
}  # fmt: skip


def test_the_goal_of_a_ladder_in_a_week() -> None:
    assert Ladder.model_validate(FILE).goal_weekly_minutes == 150


@pytest.mark.parametrize("wrong", [{"goal_days": 2}, {"goal_minutes": 10}])
def test_a_goal_below_the_first_week_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValidationError, match="below the first week"):
        Ladder.model_validate({**FILE, **wrong})


def test_minutes_come_in_fives() -> None:
    with pytest.raises(ValidationError, match="multiple of 5"):
        Ladder.model_validate({**FILE, "first_minutes": 12})
