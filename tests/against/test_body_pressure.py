"""Against disc pressure measured in one man (Wilke 1999, 2001): level, shape and rank order apart.

One man of 45 years; the postures were read from photographs. One number of the model was chosen on this table: how far
ahead of the spine the trunk's mass lies. So the error is taken with each row left out of that choice.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from carrywell.body.posture import Angles, Posture
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import RANGES, Unknowns
from tests.lib import pressure_errors as error
from tests.lib.body_data import body_data, present
from tests.lib.measured_loads import HOLD_CLOSE_IN_THE_ABSTRACT, PRESSURES, pressures_measured
from tests.lib.postures_measured import GUESSED, JUDGED, MAN, OTHERS


@present
def test_the_table_is_that_of_the_evidence() -> None:
    rows = body_data()["validation_development"]["wilke_L4L5_pressure"]["rows"]
    seen = {row["id"]: row["value"] for row in rows if row["status"] == "seen" and not isinstance(row["value"], list)}
    assert pressures_measured() == seen
    assert set(PRESSURES) == {*JUDGED, *OTHERS, *GUESSED}
    assert next(row["range"] for row in rows if row["id"] == "w-hold-close")[1] == HOLD_CLOSE_IN_THE_ABSTRACT


def test_each_row_left_out_of_the_choice() -> None:
    """At most 0.12 MPa (the best published level) and 9 per cent."""
    left_out, _ = error.left_out(JUDGED)
    assert error.root_mean_square(left_out) <= 0.12
    assert np.mean(np.abs(left_out) / error.measured(JUDGED)) <= 0.09


def test_what_is_shipped_is_what_the_choice_gives() -> None:
    assert error.best_choice(JUDGED) == RANGES["trunk_ahead_m"][1]


def test_the_order_of_the_postures() -> None:
    every = JUDGED | OTHERS
    assert error.rank_correlation(error.pressures(every.values()), error.measured(every)) >= 0.95


def test_the_order_of_the_judged_eight_is_right_beyond_a_tenth_of_a_megapascal() -> None:
    """0.905 with 1.00 MPa for holding 20 kg close, as on the photograph; 0.970 with 1.10, as in the abstract."""
    model, found = error.pressures(JUDGED.values()), error.measured(JUDGED)
    assert error.rank_correlation(model, found) >= 0.90
    assert [pair for pair in error.turned_round(model, found) if found[pair[1]] - found[pair[0]] > 0.101] == []
    other = np.where([name == "w-hold-close" for name in JUDGED], HOLD_CLOSE_IN_THE_ABSTRACT, found)
    assert error.rank_correlation(model, other) >= 0.95


def test_sitting_straight_with_the_hands_on_the_thighs_is_below_standing_and_without_them_above() -> None:
    """Measured 0.45 and 0.50 MPa; the photograph shows the hands."""
    standing, sitting = error.pressures([JUDGED["w-stand"], JUDGED["w-sit-straight"]])
    assert sitting < standing < error.pressures([replace(JUDGED["w-sit-straight"], supports=())])[0]


def test_no_value_of_the_uncertain_numbers_gives_the_eight_another_order() -> None:
    """So the order lies in the postures as they were read, and no tuning would be more than fitting one man."""
    names = ("trunk_ahead_m", "co_contraction", "back_arm", "abdominal_pressure", "passive")
    corners = np.array(list(itertools.product(*(RANGES[name] for name in names)))).T
    found = error.pressures(JUDGED.values(), Unknowns(**dict(zip(names, corners, strict=True))))
    measured = error.measured(JUDGED)
    ranks = {round(error.rank_correlation(found[:, at], measured), 3) for at in range(corners.shape[1])}
    assert max(ranks) < 0.91


def test_the_shape_as_a_share_of_standing() -> None:
    model, found = error.pressures(JUDGED.values()), error.measured(JUDGED)
    assert np.corrcoef(model / model[0], found / found[0])[0, 1] >= 0.97


def test_bending_forward_rises_about_evenly_with_the_angle() -> None:
    tilts = np.array([0.0, 12.0, 24.0, 36.0])
    found = spine_load(Posture(Angles(lumbar_flexion=tilts, shoulder_flexion=tilts)), MAN).disc_pressure_mpa
    steps = np.diff(found)
    assert np.all(steps > 0)
    assert steps.max() / steps.min() < 1.6


@pytest.mark.parametrize("name", ["w-prone", "w-lateral", "w-ext20", "w-lat20"])
def test_other_postures_come_close(name: str) -> None:
    found = float(spine_load(OTHERS[name], MAN).disc_pressure_mpa)
    assert found == pytest.approx(pressures_measured()[name], abs=0.05)


def test_known_weakness_slouched_in_an_armchair_is_far_too_high() -> None:
    """Measured 0.27 MPa. The armchair of the model carries back and arms, not the pelvis; the document says so."""
    found = float(spine_load(OTHERS["w-sit-slouch"], MAN).disc_pressure_mpa)
    assert 1.2 < found / pressures_measured()["w-sit-slouch"] < 1.6


def test_known_weakness_sitting_bent_far_forward_is_too_high() -> None:
    """Measured 0.83 MPa. Thighs and forearms carry part of it, and the model lets them carry nothing."""
    found = float(spine_load(GUESSED["w-sit-flex"], MAN).disc_pressure_mpa)
    assert 1.1 < found / pressures_measured()["w-sit-flex"] < 1.6
