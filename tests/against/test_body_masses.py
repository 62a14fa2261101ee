"""Against the tables of body mass: de Leva's segments, Jensen's belly, the gain of IOM 2009 and of twins."""

from __future__ import annotations

import numpy as np
import pytest

from carrywell.body.person import People, belly_mass_kg, expected_gain_kg, masses
from tests.lib.body_data import body_data, present

pytestmark = present

_BMI_OF_ROW = {"<18.5": 17.5, "18.5-24.9": 22, "25-29.9": 27, ">=30": 33}


@pytest.mark.parametrize("sex", ["female", "male"])
def test_segments_as_in_the_table(sex: str) -> None:
    table = body_data()["anthropometry"]["segment_mass_fraction_of_body_mass"][sex]
    parts = masses(People(weight_before_kg=100, weight_kg=100, height_m=1.75, male=sex == "male")).parts
    for name in ("head", "upper_trunk", "middle_trunk"):
        assert parts[name] == pytest.approx(100 * table[name]["mass"], rel=0.001)
    for name in ("upper_arm", "forearm", "hand", "thigh", "shank", "foot"):
        assert parts[name] == pytest.approx(200 * table[name]["mass"], rel=0.001)
    lower = parts["abdomen_low"] + parts["l5_slice"] + parts["pelvis"]
    assert lower == pytest.approx(100 * table["lower_trunk"]["mass"], rel=0.001)


def test_a_mans_mass_above_the_cut_is_close_to_another_models() -> None:
    """The other model's parameters come to 50.6 % of body mass above L4/L5."""
    share = body_data()["anthropometry"]["vertebral_share_of_lumbar_mass"]
    also, levels = share["also"], share["values"]
    above = (
        also["thorax_fraction_of_body"]
        + also["lumbar_fraction_of_body_T12L1_to_L5S1"] * (1 - levels["L5"])
        + also["head_fraction"]
        + 2 * (also["shoulder_each"] + also["upper_arm_each"] + 0.016 + 0.006)
    )
    parts = masses(People(weight_before_kg=100, weight_kg=100, height_m=1.75, male=True)).parts
    ours = sum(
        parts[name] for name in ("head", "upper_trunk", "middle_trunk", "abdomen_low", "upper_arm", "forearm", "hand")
    )
    assert ours == pytest.approx(100 * above, rel=0.03)


def test_the_belly_grows_as_jensen_measured() -> None:
    growth = belly_mass_kg(40) - belly_mass_kg(15)
    assert growth == pytest.approx(7.25)
    assert belly_mass_kg(30) - belly_mass_kg(29) == pytest.approx(0.29)


def test_the_belly_at_term_is_what_its_contents_weigh() -> None:
    table = body_data()["pregnancy"]["where_the_gain_goes_kg"][0]["table"]
    inside = [table[name] for name in ("fetus", "placenta_membranes", "amniotic_fluid", "uterus")]
    assert sum(low for low, _ in inside) < belly_mass_kg(40) < sum(high for _, high in inside)
    low, high = table["breasts"]
    assert low < masses(People(weeks_pregnant=40)).parts["breasts"] < high


def test_the_gain_is_within_the_recommendation() -> None:
    for row in body_data()["pregnancy"]["recommended_gain_singleton_kg"]["table"]:
        low, high = row["total"]
        gains = expected_gain_kg(_BMI_OF_ROW[row["bmi"]], np.array([39.0, 40.0]))
        assert np.all((low <= gains) & (gains <= high)), row["bmi"]


def test_the_gain_with_twins_is_the_median() -> None:
    table = body_data()["pregnancy"]["twin_gain_median_kg"]["table"]
    for name, bmi in (("normal", 22), ("overweight", 27), ("obese", 33)):
        assert expected_gain_kg(bmi, [20, 37], 2) == pytest.approx([table[name]["week20"], table[name]["week37"]])
