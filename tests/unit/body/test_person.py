from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carrywell.body import person_constants as of
from carrywell.body.person import BodyMasses, ImpossibleBody, People, belly_mass_kg, expected_gain_kg, masses
from tests.lib.refusals import refused

heights = st.floats(1.45, 1.90)
befores = st.floats(42, 120)


def total(body: BodyMasses) -> np.ndarray:
    return np.asarray(sum(body.parts.values()))


@given(heights, befores, st.floats(0, 42), st.sampled_from([1, 2, 3]))
def test_pregnant_the_parts_add_up_to_her_weight(height: float, before: float, weeks: float, babies: int) -> None:
    body = masses(People(height_m=height, weight_before_kg=before, weeks_pregnant=weeks, babies=babies))
    assert total(body) == pytest.approx(body.weight_kg)
    assert all(np.all(part >= 0) for part in body.parts.values())


@given(heights, befores, st.floats(0, 150), st.booleans(), st.booleans())
def test_after_birth_or_loss_too(height: float, before: float, weeks: float, feeding: bool, loss: bool) -> None:
    body = masses(
        People(height_m=height, weight_before_kg=before, weeks_postpartum=weeks, feeding=feeding, after_loss=loss)
    )
    assert total(body) == pytest.approx(body.weight_kg)


@given(st.floats(50, 90), st.floats(-2, 20), st.floats(0, 42))
def test_what_she_weighs_is_kept_however_much_she_gained(before: float, gain: float, weeks: float) -> None:
    body = masses(People(height_m=1.65, weight_before_kg=before, weight_kg=before + gain, weeks_pregnant=weeks))
    assert total(body) == pytest.approx(before + gain)


def test_many_people_at_once_are_the_same_as_one_by_one() -> None:
    weeks = np.array([8.0, 20.0, 39.0])
    before = np.array([[55.0], [80.0]])
    together = masses(People(height_m=1.65, weight_before_kg=before, weeks_pregnant=weeks))
    for row, kg in enumerate(before[:, 0]):
        for column, week in enumerate(weeks):
            alone = masses(People(height_m=1.65, weight_before_kg=kg, weeks_pregnant=week))
            for name, part in alone.parts.items():
                assert together.parts[name][row, column] == pytest.approx(part), name


def test_a_woman_who_gave_no_weight_is_of_the_middle() -> None:
    body = masses(People(weeks_postpartum=80, after_loss=True))
    assert body.weight_kg == pytest.approx(of.DEFAULT_BMI * of.DEFAULT_HEIGHT_M["female"] ** 2)


def test_the_weight_before_follows_from_the_weight_now() -> None:
    body = masses(People(height_m=1.65, weight_kg=75, weeks_pregnant=30))
    again = masses(People(height_m=1.65, weight_before_kg=body.before_kg, weeks_pregnant=30))
    assert body.weight_kg == 75
    assert again.weight_kg == pytest.approx(75, abs=0.01)


def test_the_belly_grows_and_with_twins_more() -> None:
    weeks = np.linspace(0, 42, 85)
    one, two = belly_mass_kg(weeks), belly_mass_kg(weeks, 2)
    assert np.all(np.diff(one) >= 0)
    assert np.all(two >= one)


def test_the_belly_is_gone_after_birth_and_the_breasts_stay_with_feeding() -> None:
    term = masses(People(weeks_pregnant=40)).parts
    born = masses(People(weeks_postpartum=0)).parts
    fed = masses(People(weeks_postpartum=12, feeding=True)).parts
    not_fed = masses(People(weeks_postpartum=12, feeding=False)).parts
    assert born["belly"] < term["belly"] / 5
    assert fed["belly"] < 0.01
    assert 0.3 < fed["breasts"] < term["breasts"]  # 190 ml more in each, measured in 46 (Kent 1999)
    assert not_fed["breasts"] < 0.01


def test_after_a_loss_no_belly_and_no_breasts_are_added() -> None:
    parts = masses(People(weeks_postpartum=3, after_loss=True)).parts
    assert (parts["belly"], parts["breasts"]) == (0, 0)


def test_a_body_that_cannot_be() -> None:
    with refused(ImpossibleBody, "too far below"):
        masses(People(height_m=1.65, weight_before_kg=90, weight_kg=50, weeks_pregnant=39))


def test_no_weight_is_left_without_the_pregnancy() -> None:
    with refused(ImpossibleBody, "no weight is left"):
        masses(People(height_m=1.65, weight_kg=5, weeks_pregnant=40))


def test_gain_by_week_rises() -> None:
    for babies in (1, 2):
        for bmi in (17, 22, 27, 33):
            gains = expected_gain_kg(bmi, np.linspace(0, 42, 85), babies)
            assert np.all(np.diff(gains) >= -1e-12)
