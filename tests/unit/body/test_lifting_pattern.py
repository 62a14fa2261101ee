from __future__ import annotations

from dataclasses import replace

import pytest

from carrywell.body.lifting import Lift, recommended_weight
from carrywell.body.lifting_pattern import JobTask, composite_index, duration_of, spread_frequency
from carrywell.body.lifting_tables import US

BOX = Lift(reach=30, height=75, distance=25, per_minute=1)


def test_lifting_in_part_of_each_quarter_of_an_hour() -> None:
    assert spread_frequency(10, 8) == pytest.approx(5.33, abs=0.005)
    assert spread_frequency(10, 15) == 10


@pytest.mark.parametrize(("per_minute", "minutes"), [(16, 5), (5, 0), (5, 16), (-1, 5)])
def test_where_that_does_not_apply(per_minute: float, minutes: float) -> None:
    with pytest.raises(ValueError, match="allowed: 0 to 15"):
        spread_frequency(per_minute, minutes)


@pytest.mark.parametrize(
    ("spells", "category"),
    [
        ([(30, 10), (45, 0)], "moderate"),  # the manual's illustration: 75 minutes
        ([(30, 30), (45, 0)], "short"),
        ([(60, 60), (60, 60)], "short"),
        ([(120, 36), (120, 0)], "moderate"),
        ([(120, 35), (120, 0)], "long"),
        ([(240, 30), (240, 0)], "long"),
    ],
)
def test_short_recovery_adds_spells_together(spells: list[tuple[float, float]], category: str) -> None:
    assert duration_of(spells) == category


@pytest.mark.parametrize("spells", [[], [(-5, 0)], [(300, 10), (200, 0)]])
def test_days_that_the_equation_does_not_cover(spells: list[tuple[float, float]]) -> None:
    with pytest.raises(ValueError, match=r"allowed|8 hours"):
        duration_of(spells)


def test_a_job_of_one_task_is_that_task() -> None:
    assert composite_index([JobTask(BOX, 10)]) == pytest.approx(10 / recommended_weight(BOX))


def test_a_second_task_adds_what_its_lifts_add_to_the_frequency() -> None:
    """By hand: FM of 1, 2 and 3 lifts a minute is 0.94, 0.91 and 0.88."""
    light = replace(BOX, per_minute=2)
    at_once = 23 * 25 / 30
    expected = 10 / (at_once * 0.94) + 4 / at_once * (1 / 0.88 - 1 / 0.94)
    assert composite_index([JobTask(light, 4), JobTask(BOX, 10)]) == pytest.approx(expected)


def test_the_largest_load_counts_for_strength() -> None:
    light = replace(BOX, per_minute=2)
    usual = composite_index([JobTask(BOX, 10), JobTask(light, 4)])
    with_a_heavy_one = composite_index([JobTask(BOX, 10), JobTask(light, 4, largest_load=8)])
    assert usual is not None
    assert with_a_heavy_one is not None
    assert with_a_heavy_one > usual


def test_no_index_for_a_job_with_a_lift_that_is_not_allowed() -> None:
    assert composite_index([JobTask(BOX, 10), JobTask(replace(BOX, reach=70), 1)]) is None
    often = replace(BOX, per_minute=9)
    assert composite_index([JobTask(often, 5), JobTask(often, 5)]) is None


def test_no_job_without_tasks_or_in_two_units() -> None:
    with pytest.raises(ValueError, match="at least one task"):
        composite_index([])
    with pytest.raises(ValueError, match="same units"):
        composite_index([JobTask(BOX, 5), JobTask(Lift(12, 30, 10, units=US), 5)])
