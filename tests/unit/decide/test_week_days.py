from __future__ import annotations

import pytest

from carrywell.decide.week_days import days_of, room_for, session_days
from carrywell.model.weekly import Minutes
from carrywell.model.wishes import DAYS, Day
from tests.unit.model.test_exercise import exercise

MON_WED_FRI: tuple[Day, ...] = ("mon", "wed", "fri")


def test_sessions_have_a_day_between_them() -> None:
    assert session_days(()) == MON_WED_FRI


def test_sessions_are_on_the_days_that_she_named_three_at_most() -> None:
    assert session_days(("tue",)) == ("tue",)
    assert session_days(("sat", "sun", "mon", "tue")) == ("mon", "tue", "sun")


@pytest.mark.parametrize(("fewest", "wished", "days"), [
    (2, (), ("mon", "wed")),
    (3, (), MON_WED_FRI),
    (5, (), ("mon", "tue", "wed", "fri", "sun")),
    (7, ("tue",), DAYS),
    (3, ("tue",), ("tue",)),
    (5, ("mon", "tue", "wed", "sat"), ("mon", "tue", "wed", "sat")),
])  # fmt: skip
def test_an_exercise_takes_the_fewest_days_of_its_dose(fewest: int, wished: tuple[Day, ...], days: object) -> None:
    one = exercise(dose={"repetitions": [5, 5], "days_a_week": [fewest, 7]})
    assert days_of(one, session_days(wished), wished) == days


class TestWalking:
    FREE = dict.fromkeys(DAYS, 60.0)

    def test_goes_first_to_the_days_without_a_session(self) -> None:
        assert room_for(Minutes(3, 20), self.FREE, MON_WED_FRI) == (Minutes(3, 20), ("tue", "thu", "sat"))
        found = room_for(Minutes(5, 20), self.FREE, MON_WED_FRI)
        assert found == (Minutes(5, 20), ("mon", "tue", "thu", "sat", "sun"))

    def test_is_cut_to_the_time_that_there_is_in_steps_of_five(self) -> None:
        room = {**dict.fromkeys(DAYS, 4.0), "thu": 14.0}
        assert room_for(Minutes(3, 20), room, MON_WED_FRI) == (Minutes(1, 10), ("thu",))

    def test_has_no_place_where_no_day_has_five_minutes(self) -> None:
        assert room_for(Minutes(3, 20), dict.fromkeys(DAYS, 4.0), MON_WED_FRI) is None
