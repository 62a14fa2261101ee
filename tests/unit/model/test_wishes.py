from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from carrywell.model.wishes import Wishes


@pytest.mark.parametrize(("wrong", "told"), [
    ({"likes": ["walk"], "dislikes": ["walk"]}, "wrong.liked_and_not(name=walk)"),
    ({"things": ["ball", "ball"]}, "twice"),
    ({"days": ["mon", "mon"]}, "twice"),
    ({"days": ["monday"]}, "'mon', 'tue'"),
    ({"minutes_a_day": 5}, "greater than or equal to 10"),
    ({"last_week": {"exercises": {"clam": {"went": "badly"}}}}, "'too_hard'"),
])  # fmt: skip
def test_wishes_that_make_no_sense(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Wishes.model_validate(wrong)
    assert told in str(refused.value)


def test_nothing_is_needed() -> None:
    assert Wishes().last_week is None
