"""Her measures add up, and her belly grows with the weeks and goes back after birth."""

from __future__ import annotations

from itertools import pairwise

import pytest

from carrywell.figure.draw import MARGIN_CM, compose
from carrywell.figure.proportions import HIP_HEIGHT_CM, STATURE_CM, Body, belly, belly_mass_kg
from carrywell.figure.skeleton import skeleton
from tests.lib.figure import POSES, pose

WEEKS = [step / 2 for step in range(0, 91)]
AFTER = [0, 0.5, 1, 2, 3, 4, 6, 8, 12, 26, 52, 156]


def test_she_is_as_tall_as_she_is_said_to_be() -> None:
    tall = pose(hip=(0, HIP_HEIGHT_CM), legs={"hip": 0, "knee": 0})
    crown = -(compose(tall, Body(weeks_pregnant=10)).box.top + MARGIN_CM)
    assert crown == pytest.approx(STATURE_CM, abs=2)


def test_the_belly_never_shrinks_in_pregnancy() -> None:
    grown = [belly(Body(weeks_pregnant=weeks)).out_cm for weeks in WEEKS]
    assert grown == sorted(grown)
    assert grown[0] == 0


@pytest.mark.parametrize(("weeks", "least", "most"), [(12, 0.5, 2.5), (24, 8, 11), (36, 13, 16), (40, 14, 18)])
def test_the_belly_stands_out_as_the_weight_says(weeks: float, least: float, most: float) -> None:
    assert least <= belly(Body(weeks_pregnant=weeks)).out_cm <= most


def test_the_lower_trunk_gains_what_was_measured() -> None:
    """0.29 kg a week in the second and third trimester (Jensen 1996)."""
    gained = belly_mass_kg(Body(weeks_pregnant=38)) - belly_mass_kg(Body(weeks_pregnant=18))
    assert gained == pytest.approx(20 * 0.29)


def test_after_birth_the_belly_is_there_and_goes_back_week_by_week() -> None:
    left = [belly(Body(weeks_postpartum=weeks)).out_cm for weeks in AFTER]
    assert left == sorted(left, reverse=True)
    assert left[0] > belly(Body(weeks_pregnant=20)).out_cm
    assert left[-1] < belly(Body(weeks_pregnant=12)).out_cm


def test_the_front_of_the_figure_moves_out_with_every_week() -> None:
    fronts = [
        max(cut.front for cut in skeleton(POSES["standing"], Body(weeks_pregnant=w)).slices) for w in range(16, 42)
    ]
    assert all(later > earlier for earlier, later in pairwise(fronts))


@pytest.mark.parametrize("given", [{}, {"weeks_pregnant": 20, "weeks_postpartum": 2}])
def test_a_body_has_exactly_one_clock(given: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="exactly one of the two"):
        Body(**given)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"weeks_pregnant": 46}, "weeks_pregnant: found 46; allowed: 0 to 45"),
        ({"weeks_postpartum": -1}, "weeks_postpartum: found -1; allowed: 0 to 156"),
        ({"weeks_postpartum": float("nan")}, "weeks_postpartum: found nan; allowed: 0 to 156"),
    ],
)
def test_weeks_that_cannot_be_are_refused(given: dict[str, float], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        Body(**given)
