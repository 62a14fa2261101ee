"""Which days, at its edges: most days, and a day that has just enough room."""

from __future__ import annotations

from carrywell.decide.week_days import days_of, room_for, session_days
from carrywell.model.weekly import Minutes
from carrywell.model.wishes import DAYS
from tests.unit.model.test_exercise import exercise


def test_an_exercise_for_six_days_is_done_every_day() -> None:
    six = exercise(dose={"repetitions": [5, 5], "days_a_week": [6, 7]})
    assert days_of(six, session_days(()), ()) == DAYS


def test_a_day_with_just_enough_room_is_taken() -> None:
    room = {**dict.fromkeys(DAYS, 0.0), "tue": 30.0, "thu": 20.0}
    assert room_for(Minutes(3, 45), room, session_days(())) == (Minutes(1, 30), ("tue",))
    assert room_for(Minutes(3, 20), room, session_days(())) == (Minutes(2, 20), ("tue", "thu"))
