from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carrywell.body.lifting import Lift, recommended_weight
from carrywell.body.lifting_pregnancy import pregnancy_limit
from carrywell.body.lifting_tables import US

CLOSE = Lift(reach=30, height=75, distance=25, per_minute=0.1)
ALL_DAY = replace(CLOSE, per_minute=0.5, duration="long")


@pytest.mark.parametrize(
    ("lift", "weeks", "kg"),
    [
        (CLOSE, 10, 16.3),
        (replace(CLOSE, per_minute=0.2), 10, 16.3),
        (CLOSE, 19.9, 16.3),
        (CLOSE, 20, 11.8),
        (ALL_DAY, 12, 8.2),
        (ALL_DAY, 30, 5.9),
    ],
)
def test_the_four_limits_that_were_found(lift: Lift, weeks: float, kg: float) -> None:
    found = pregnancy_limit(lift, weeks)
    assert (found.why, round(found.limit_kg or 0, 1)) == ("chart", kg)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"height": 20}, "below_mid_shin"),
        ({"height": 75, "height_at_origin": 0}, "below_mid_shin"),
        ({"height": 165}, "overhead"),
    ],
)
def test_nothing_from_the_floor_and_nothing_overhead(change: dict[str, float], why: str) -> None:
    found = pregnancy_limit(replace(CLOSE, **change), 12)  # type: ignore[arg-type]
    assert (found.limit_kg, found.why) == (0.0, why)


@pytest.mark.parametrize("change", [{"reach": 37}, {"height": 45}, {"height": 130}])
def test_no_number_for_a_part_of_the_chart_that_was_not_found(change: dict[str, float]) -> None:
    found = pregnancy_limit(replace(CLOSE, **change), 12)  # type: ignore[arg-type]
    assert (found.limit_kg, found.why) == (None, "zone_not_found")


def test_no_number_for_repeated_lifting_of_an_hour() -> None:
    found = pregnancy_limit(replace(CLOSE, per_minute=0.21), 12)
    assert (found.limit_kg, found.why) == (None, "repeated_hour_not_found")


def test_not_in_inches() -> None:
    with pytest.raises(ValueError, match="centimetres"):
        pregnancy_limit(Lift(12, 30, 10, units=US), 12)


@given(
    st.floats(0, 70),
    st.floats(0, 180),
    st.floats(0, 140),
    st.floats(0, 17),
    st.sampled_from(["short", "moderate", "long"]),
)
def test_never_above_what_the_equation_allows_anybody(
    reach: float, height: float, asymmetry: float, per_minute: float, duration: str
) -> None:
    lift = Lift(reach, height, 25, asymmetry, per_minute, duration)  # type: ignore[arg-type]
    early, late = (pregnancy_limit(lift, weeks).limit_kg for weeks in (12, 30))
    assert all(limit is None or limit <= recommended_weight(lift) for limit in (early, late))
    assert early is None or late is None or late <= early
