from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.load_task import LoadTask

_TASK = {"id": "t", "name": "a task", "order": 1, "checked_by": "nothing", "basis": "design", "reviewed": "none yet"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"times_standing": [2, 1, 3]}, "rising and above 0"),
        ({"times_standing": [0, 1, 3]}, "rising and above 0"),
        ({"times_standing": [1, 2, 3], "stance": "sitting"}, "is of standing"),
        ({"checked_by": "measured"}, "needs the source"),
        ({"angles": {"elbow_flexion": 200}}, "less than or equal to 155"),
        ({"loads": [{"kg": -1, "at": "both_hands"}]}, "greater than or equal to 0"),
        ({"supports": ["a_friend"]}, "Input should be"),
    ],
)
def test_a_wrong_task_cannot_be_built(change: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        LoadTask.model_validate(_TASK | change)


def test_a_task_is_standing_at_ease_unless_said() -> None:
    task = LoadTask.model_validate(_TASK)
    assert (task.stance, task.angles.lumbar_flexion, task.loads) == ("standing", 0, ())


_AT_A_TABLE = {"works_at": {"height_cm": [60, 80, 100], "reach_cm": [25, 35, 50]}}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"works_at": {"height_cm": [60, 50, 100], "reach_cm": [25, 35, 50]}}, "height_cm is .* rising, from 0 to 200"),
        ({"works_at": {"height_cm": [60, 80, 100], "reach_cm": [25, 35, 500]}}, "reach_cm is .* rising, from 0 to 200"),
        (_AT_A_TABLE | {"angles": {"elbow_flexion": 20}}, "works_at gives the arms"),
        (_AT_A_TABLE | {"times_standing": [1, 2, 3]}, "does not go with times_standing"),
        ({"usual_way": True}, "usual_way is of a task of her day"),
    ],
)
def test_a_working_height_that_cannot_be(change: dict[str, object], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        LoadTask.model_validate(_TASK | change)
