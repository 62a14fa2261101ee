from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carrywell.body.lifting import (
    MULTIPLIERS,
    ImpossibleLift,
    Lift,
    frequency_multiplier,
    lifting_index,
    multipliers,
    recommended_weight,
    worksheet,
)
from carrywell.body.lifting_tables import METRIC, US, Coupling, Duration
from tests.lib.refusals import refused

BEST = Lift(reach=25, height=75, distance=25)

lifts = st.builds(
    Lift,
    reach=st.floats(0, 70),
    height=st.floats(0, 180),
    distance=st.floats(0, 180),
    asymmetry_deg=st.floats(0, 140),
    per_minute=st.floats(0, 17),
    duration=st.sampled_from(["short", "moderate", "long"]),
    coupling=st.sampled_from(["good", "fair", "poor"]),
)


def test_at_best_the_whole_load_constant() -> None:
    assert recommended_weight(BEST) == 23
    assert recommended_weight(Lift(10, 30, 10, units=US)) == 51
    assert multipliers(BEST) == dict.fromkeys(MULTIPLIERS, 1.0)


@pytest.mark.parametrize(
    ("change", "name", "value"),
    [
        ({"reach": 20}, "HM", 1.0),
        ({"reach": 50}, "HM", 0.5),
        ({"reach": 63}, "HM", 25 / 63),
        ({"reach": 63.1}, "HM", 0.0),
        ({"height": 0}, "VM", 0.775),
        ({"height": 175}, "VM", 0.70),
        ({"height": 175.1}, "VM", 0.0),
        ({"distance": 5}, "DM", 1.0),
        ({"distance": 175}, "DM", 0.82 + 4.5 / 175),
        ({"distance": 175.1}, "DM", 0.0),
        ({"asymmetry_deg": 90}, "AM", 0.712),
        ({"asymmetry_deg": 135}, "AM", 0.568),
        ({"asymmetry_deg": 135.1}, "AM", 0.0),
        ({"coupling": "fair", "height": 74.9}, "CM", 0.95),
        ({"coupling": "fair", "height": 75}, "CM", 1.0),
        ({"coupling": "poor", "height": 75}, "CM", 0.90),
    ],
)
def test_each_multiplier_and_where_it_ends(change: dict[str, object], name: str, value: float) -> None:
    assert multipliers(replace(BEST, **change))[name] == pytest.approx(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("per_minute", "duration", "high", "value"),
    [
        (0, "short", False, 1.00),
        (0.2, "long", True, 0.85),
        (3, "short", False, 0.88),
        (2.4, "short", False, 0.898),
        (0.35, "moderate", False, 0.935),
        (8, "long", False, 0.18),
        (8.5, "long", False, 0.0),
        (10, "long", True, 0.13),
        (12, "short", False, 0.37),
        (12.5, "short", False, 0.0),
        (15, "short", True, 0.28),
        (15.1, "short", True, 0.0),
    ],
)
def test_the_frequency_table_and_between_its_rows(
    per_minute: float, duration: Duration, high: bool, value: float
) -> None:
    assert frequency_multiplier(per_minute, duration, high) == pytest.approx(value)


def test_at_the_destination_frequency_looks_at_the_origin_and_coupling_at_the_destination() -> None:
    """Lifted from the floor to a shelf, nine times a minute, all day."""
    shelf = replace(BEST, height=100, per_minute=9, duration="long", coupling="fair", height_at_origin=10)
    found = multipliers(shelf)
    assert (found["FM"], found["CM"]) == (0.0, 1.0)
    assert multipliers(replace(shelf, height_at_origin=None))["FM"] == 0.15


@pytest.mark.parametrize(
    ("lift", "name", "printed"),
    [
        (Lift(22, 30, 10, units=US), "HM", 0.46),
        (Lift(23, 30, 10, units=US), "HM", 0.44),
        (Lift(24, 30, 10, units=US), "HM", 0.42),
        (Lift(25, 75, 130), "DM", 0.86),
        (Lift(25, 75, 145), "DM", 0.85),
        (Lift(10, 20, 10, units=US), "VM", 0.93),  # 0.925: rows that end in 5 are printed upwards
    ],
)
def test_a_worksheet_has_what_the_tables_print(lift: Lift, name: str, printed: float) -> None:
    assert worksheet(lift).multipliers[name] == printed


def test_a_worksheet_rounds_limit_and_index_to_one_place() -> None:
    done = worksheet(Lift(36, 40, 60, coupling="fair"), load=15)
    assert (done.recommended, done.index) == (round(done.recommended, 1), round(done.index or 0, 1))
    assert worksheet(BEST).index is None


def test_no_index_where_nothing_may_be_lifted() -> None:
    assert lifting_index(10, 0) is None
    assert lifting_index(11.5, 23) == 0.5
    assert worksheet(replace(BEST, reach=80), load=5).index is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"reach": -1}, "H: found -1; allowed"),
        ({"height": float("nan")}, "V: found nan"),
        ({"distance": float("inf")}, "D: found inf"),
        ({"asymmetry_deg": 200}, "A: found 200"),
        ({"per_minute": 99}, "F: found 99"),
        ({"height_at_origin": -5}, "V_origin: found -5"),
    ],
)
def test_an_impossible_lift_says_which_number(change: dict[str, float], says: str) -> None:
    with refused(ImpossibleLift, says):
        replace(BEST, **change)  # type: ignore[arg-type]


@given(lifts)
def test_nothing_is_ever_above_the_load_constant_or_below_zero(lift: Lift) -> None:
    assert 0 <= recommended_weight(lift) <= METRIC.load_constant
    assert all(0 <= value <= 1 for value in multipliers(lift).values())


@given(lifts, st.sampled_from(["reach", "distance", "asymmetry_deg", "per_minute"]), st.floats(0, 30))
def test_further_longer_more_turned_or_more_often_never_allows_more(lift: Lift, name: str, more: float) -> None:
    harder = replace(lift, **{name: getattr(lift, name) + more})
    assert recommended_weight(harder) <= recommended_weight(lift) + 1e-12


@given(lifts)
def test_longer_work_and_a_worse_grip_never_allow_more(lift: Lift) -> None:
    durations: list[Duration] = ["short", "moderate", "long"]
    grips: list[Coupling] = ["good", "fair", "poor"]
    for by in ([replace(lift, duration=name) for name in durations], [replace(lift, coupling=name) for name in grips]):
        limits = [recommended_weight(each) for each in by]
        assert limits == sorted(limits, reverse=True)
