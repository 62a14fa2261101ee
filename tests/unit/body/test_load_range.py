from __future__ import annotations

import numpy as np
import pytest

from carrywell.body.load_range import FIGURES, load_with_range
from carrywell.body.person import People
from carrywell.body.posture import Angles, Load, Posture
from carrywell.body.unknowns import NAMES, RANGES, drawn

SHE = People(height_m=1.65, weight_before_kg=62, weeks_pregnant=32)
AT_SINK = Posture(Angles(pelvis_tilt=15, lumbar_flexion=15, shoulder_flexion=50))


def test_the_middle_lies_between_low_and_high() -> None:
    for posture in (Posture(), AT_SINK, Posture(stance="lying_side")):
        found = load_with_range(posture, SHE)
        assert all(found.low[name] <= found.middle[name] <= found.high[name] for name in FIGURES)


def test_standing_is_her_own_standing_for_certain() -> None:
    found = load_with_range(Posture(), SHE)
    assert found.low["relative_to_standing"] == found.high["relative_to_standing"] == 1


def test_a_share_of_standing_is_surer_than_newtons() -> None:
    found = load_with_range(Posture(loads=(Load(5, "front"),)), SHE)

    def width(name: str) -> float:
        return (found.high[name] - found.low[name]) / found.middle[name]

    assert width("relative_to_standing") < width("compression_n")


def test_it_is_the_same_each_time() -> None:
    assert load_with_range(AT_SINK, SHE) == load_with_range(AT_SINK, SHE)


def test_what_matters_most_is_an_unknown_of_the_model() -> None:
    assert load_with_range(AT_SINK, SHE).matters_most in NAMES


def test_a_movement_is_a_measured_multiple_of_standing() -> None:
    found = load_with_range(Posture(), SHE, times_standing=(1.5, 1.8, 3.8))
    assert found.middle["relative_to_standing"] == pytest.approx(1.8)
    assert 1.5 <= found.low["relative_to_standing"] < found.high["relative_to_standing"] <= 3.8
    assert found.matters_most == "times_standing"
    assert found.middle["compression_n"] == pytest.approx(1.8 * load_with_range(Posture(), SHE).middle["compression_n"])


def test_draws_fill_their_ranges_half_below_the_middle() -> None:
    unknown = drawn(500)
    for name, (low, middle, high) in RANGES.items():
        values = np.asarray(getattr(unknown, name))
        assert low <= values.min() < low + 0.05 * (high - low)
        assert high - 0.05 * (high - low) < values.max() <= high
        assert np.mean(values < middle) == pytest.approx(0.5, abs=0.02)


def test_draws_are_independent_of_one_another() -> None:
    unknown = drawn(500)
    values = np.stack([np.asarray(getattr(unknown, name)) for name in NAMES])
    together = np.corrcoef(values) - np.eye(len(NAMES))
    assert np.abs(together).max() < 0.15
