from __future__ import annotations

import numpy as np
import pytest

from carrywell.body.day import (
    LONG_SPELL_EXTRA,
    DayTask,
    Doing,
    Help,
    ImpossibleDay,
    Way,
    as_lift,
    day_dose_kn2h,
    dose_kn2h,
    keeps_to,
)
from carrywell.body.person import People
from carrywell.body.posture import Angles, Load, Posture
from tests.lib.refusals import refused

BENT = Way("bent", 2000, 500)
UPRIGHT = Way("upright", 1000, 500)
MOPPING = DayTask("mopping", 30, 30, (BENT, UPRIGHT), can_be_handed_over=True)


def test_a_minute_counts_with_the_square_of_its_force() -> None:
    assert dose_kn2h(MOPPING, Doing(), 60) == pytest.approx(2.0**2 * 0.5)
    assert dose_kn2h(MOPPING, Doing(way=1), 60) == pytest.approx(1.0**2 * 0.5)


def test_outside_the_posture_she_stands_at_ease() -> None:
    half = DayTask("cooking", 60, 60, (Way("sink", 2000, 500, share_in_posture=0.5),))
    assert dose_kn2h(half, Doing(), 60) == pytest.approx((4 + 0.25) / 2)


def test_what_is_handed_over_is_gone() -> None:
    assert dose_kn2h(MOPPING, Doing(handed=30), 60) == 0
    assert dose_kn2h(MOPPING, Doing(handed=15), 60) == pytest.approx(dose_kn2h(MOPPING, Doing(), 60) / 2)


def test_a_long_spell_counts_more_until_it_is_broken_up() -> None:
    short, long, broken = (
        dose_kn2h(MOPPING, Doing(breaks=breaks), spell) for breaks, spell in ((0, 30), (0, 20), (1, 20))
    )
    assert long == pytest.approx(short * (1 + LONG_SPELL_EXTRA / 3))
    assert broken == short
    assert MOPPING.most_breaks(20) == 1
    assert MOPPING.most_breaks(30) == 0


def test_a_day_is_the_sum_of_its_tasks_and_what_is_not_named_stays() -> None:
    other = DayTask("desk", 120, 120, (UPRIGHT,))
    whole = day_dose_kn2h((MOPPING, other), {"mopping": Doing(handed=30)}, 200)
    assert whole == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("help_", "doing", "fits"),
    [
        (Help(minutes=10), Doing(handed=10), True),
        (Help(minutes=9), Doing(handed=10), False),
        (Help(minutes=30), Doing(handed=9), False),
        (Help(changes=1), Doing(way=1), True),
        (Help(), Doing(way=1), False),
        (Help(rest_minutes=5), Doing(breaks=1), True),
        (Help(rest_minutes=4), Doing(breaks=1), False),
        (Help(changes=3), Doing(way=2), False),
    ],
)
def test_what_keeps_to_the_help_there_is(help_: Help, doing: Doing, fits: bool) -> None:
    assert keeps_to(help_, (MOPPING,), {"mopping": doing}) is fits


def test_a_task_that_nobody_else_can_do_is_not_handed_over() -> None:
    desk = DayTask("desk", 30, 30, (UPRIGHT,))
    assert not keeps_to(Help(minutes=60), (desk,), {"desk": Doing(handed=30)})


def test_a_short_task_is_handed_over_whole() -> None:
    lifting = DayTask("lifting", 3, 15, (BENT,), can_be_handed_over=True)
    assert lifting.least_handed == 15


def test_numbers_that_make_no_day() -> None:
    with refused(ImpossibleDay, "mopping: found -3 minutes; allowed: a number above 0"):
        DayTask("mopping", -3, 1, (BENT,))
    with refused(ImpossibleDay, "rest_minutes: found nan; allowed: 0 to 1440"):
        Help(rest_minutes=float("nan"))


def test_what_is_held_is_a_lift_at_its_distance() -> None:
    people = People(height_m=1.65, weight_before_kg=60, weight_kg=60)
    far = as_lift(Posture(Angles(shoulder_flexion=80), loads=(Load(5, "both_hands"),)), people, 10)
    near = as_lift(Posture(Angles(elbow_flexion=90), loads=(Load(5, "both_hands"),)), people, 10)
    assert far is not None
    assert near is not None
    assert (far.load_kg, far.repetitions) == (5, 10)
    assert 0.1 < near.distance_m < far.distance_m < 0.8
    assert as_lift(Posture(), people, 10) is None
    assert np.isfinite(far.distance_m)
