from __future__ import annotations

import pytest

from carrywell.model.care import MATERNITY_DOORS, CareLevel, Door, Speed

HIGHEST_FIRST = [
    "emergency_now", "same_day_maternity", "same_day_gp_or_ed", "within_2_days", "routine", "self_care",
]  # fmt: skip


def test_the_six_public_names_stand_highest_first() -> None:
    assert [level.value for level in CareLevel] == HIGHEST_FIRST


def test_no_level_is_faster_than_the_one_above_it() -> None:
    speeds = [level.speed for level in CareLevel]
    assert speeds == sorted(speeds, reverse=True)


def test_the_three_levels_of_today() -> None:
    today = [level.value for level in CareLevel if level.is_today]
    assert today == ["emergency_now", "same_day_maternity", "same_day_gp_or_ed"]


@pytest.mark.parametrize(
    ("level", "slower"),
    [
        ("emergency_now", "same_day_gp_or_ed"),
        ("same_day_maternity", "within_2_days"),
        ("same_day_gp_or_ed", "within_2_days"),
        ("within_2_days", "routine"),
        ("routine", "routine"),
        ("self_care", "self_care"),
    ],
)
def test_one_step_slower(level: str, slower: str) -> None:
    assert CareLevel(level).one_step_slower() is CareLevel(slower)


def test_one_step_slower_is_one_step_and_no_more() -> None:
    for level in CareLevel:
        assert level.speed - level.one_step_slower().speed in (0, 1)


def test_there_is_a_speed_for_every_step() -> None:
    assert {level.speed for level in CareLevel} == set(Speed)


def test_doors_for_nerves_and_heart_are_named_before_the_maternity_unit() -> None:
    order = list(Door)
    for urgent in (Door.AMBULANCE, Door.HOSPITAL_SPINE, Door.HOSPITAL_EMERGENCY):
        assert all(order.index(urgent) < order.index(maternity) for maternity in MATERNITY_DOORS)
