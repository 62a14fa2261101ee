from __future__ import annotations

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from carrywell.model.calendar_day import CalendarDay

DAY = TypeAdapter(CalendarDay)


@pytest.mark.parametrize("said", ["2026-11-22", date(2026, 11, 22)])
def test_a_day(said: object) -> None:
    assert DAY.validate_python(said) == date(2026, 11, 22)


@pytest.mark.parametrize("said", ["0", "86400", "20261122", 0, "22.11.2026", "2026-11-22T00:00:00", "2026-11", ""])
def test_anything_else_is_refused_and_never_taken_for_seconds_since_1970(said: object) -> None:
    with pytest.raises(ValidationError, match=r"wrong\.no_day"):
        DAY.validate_python(said)


def test_a_day_that_no_calendar_has_is_refused() -> None:
    with pytest.raises(ValidationError, match="day value is outside expected range"):
        DAY.validate_python("2026-02-30")
