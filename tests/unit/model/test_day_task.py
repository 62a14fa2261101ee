from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.day_task import Task

_TASK = {"id": "mopping", "name": "mopping", "counted_in": "minutes", "stages": "all", "order": 1}


def test_times_have_minutes_and_minutes_are_themselves() -> None:
    assert Task.model_validate(_TASK).minutes_of(30) == 30
    assert Task.model_validate(_TASK | {"counted_in": "times", "minutes_each": 4}).minutes_of(6) == 24


@pytest.mark.parametrize(
    ("counted_in", "minutes_each"), [("times", None), ("minutes", 4.0), ("times", 0.0), ("times", 61.0)]
)
def test_minutes_of_one_time_go_with_times_only(counted_in: str, minutes_each: float | None) -> None:
    with pytest.raises(ValidationError, match="minutes_each"):
        Task.model_validate(_TASK | {"counted_in": counted_in, "minutes_each": minutes_each})
