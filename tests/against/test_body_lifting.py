"""Against the manual of the lifting equation and the examples of LiFFT, as the reference data holds them."""

from __future__ import annotations

import pytest

from carrywell.body.dose import RepeatedLift, lifft_damage, lifft_probability
from carrywell.body.lifting import Lift, frequency_multiplier, recommended_weight, worksheet
from carrywell.body.lifting_pattern import duration_of, spread_frequency
from carrywell.body.lifting_tables import COUPLING, US, Duration
from tests.lib.body_data import body_data, present

pytestmark = present

_PACKAGES = Lift(10, 22, 37, per_minute=3, coupling="fair", units=US)  # example 4 of the manual, pages 44 to 46
_PRESS = Lift(23, 15, 48, coupling="fair", units=US)  # example 1; its inputs are from memory


def _example(name: str) -> dict[str, float]:
    examples = body_data()["niosh"]["worked_examples_development"]
    found: dict[str, float] = next(each["expected"] for each in examples if each["id"] == name)
    return found


def test_packages_at_the_origin() -> None:
    expected = _example("rnle-4-origin")
    assert worksheet(_PACKAGES).recommended == expected["RWL_lb_worksheet"]
    assert round(recommended_weight(_PACKAGES), 1) == expected["RWL_lb_full_precision"]


def test_packages_at_the_destination() -> None:
    """15.2 lb on the worksheet, 15.3 at full precision; from the height of 22 in at the origin to 59 in."""
    shelf = Lift(20, 59, 37, per_minute=3, coupling="fair", height_at_origin=22, units=US)
    assert (worksheet(shelf).recommended, round(recommended_weight(shelf), 1)) == (15.2, 15.3)


def test_the_printed_cell_decides_the_punch_press() -> None:
    expected = _example("rnle-1-origin")
    done = worksheet(_PRESS, load=44)
    assert (done.recommended, done.index) == (expected["RWL_lb_with_printed_HM"], expected["LI"])
    assert round(recommended_weight(_PRESS), 1) == expected["RWL_lb_formula"]


def test_frequency_duration_and_between_two_rows() -> None:
    assert round(spread_frequency(10, 8), 2) == _example("rnle-frequency-1")["F"]
    assert duration_of([(30, 10), (45, 0)]) == _example("rnle-duration-1")["category"]
    assert frequency_multiplier(2.4, "short", True) == pytest.approx(_example("rnle-interpolation")["FM"])


def test_every_cell_of_the_frequency_table() -> None:
    table = body_data()["niosh"]["frequency_multiplier"]
    columns: list[tuple[Duration, bool]] = [
        (each, high) for each in ("short", "moderate", "long") for high in (False, True)
    ]
    for per_minute, row in table.items():
        often = 15.5 if per_minute == "above_15" else per_minute
        assert [frequency_multiplier(often, *column) for column in columns] == row, per_minute


def test_every_cell_of_the_coupling_table() -> None:
    table = body_data()["niosh"]["coupling_multiplier"]
    assert {name: tuple(row.values()) for name, row in table.items()} == COUPLING


def test_lifft_to_four_digits() -> None:
    for check in body_data()["dose"]["lifft"]["checks"]:
        damage = lifft_damage(RepeatedLift(check["load_kg"], check["distance_m"], check["repetitions"]))
        assert damage == pytest.approx(check["damage"], rel=5e-5)
        assert round(lifft_probability(damage), 4) == check["probability"]
