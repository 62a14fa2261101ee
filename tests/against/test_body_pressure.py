"""Against disc pressure measured in one man (Wilke 1999, 2001): level, shape and rank order apart.

One man of 45 years; the postures were read from photographs. One number of the model was chosen on this table: how far
ahead of the spine the trunk's mass lies. So the error is taken with each row left out of that choice.
"""

from __future__ import annotations

import numpy as np
import pytest

from carrywell.body.posture import Angles, Posture
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import RANGES, Unknowns
from tests.lib.body_data import body_data, present
from tests.lib.postures_measured import JUDGED, MAN, OTHERS

pytestmark = present


def _measured() -> dict[str, float]:
    rows = body_data()["validation_development"]["wilke_L4L5_pressure"]["rows"]
    return {row["id"]: row["value"] for row in rows if row["status"] == "seen" and not isinstance(row["value"], list)}


def _pressures(unknown: Unknowns) -> np.ndarray:
    return np.array([spine_load(posture, MAN, unknown=unknown).disc_pressure_mpa for posture in JUDGED.values()])


def _values() -> np.ndarray:
    return np.array([_measured()[name] for name in JUDGED])


def _ranks(values: np.ndarray) -> np.ndarray:
    """Equal values share their rank."""
    return np.array([np.sum(values < one) + (np.sum(values == one) - 1) / 2 for one in values])


def test_each_row_left_out_of_the_choice() -> None:
    """At most 0.12 MPa (the best published level) and 9 per cent."""
    measured = _values()
    errors = _pressures(Unknowns(trunk_ahead_m=np.linspace(0.0, 0.03, 7))) - measured[:, None]
    left_out = []
    for row in range(len(measured)):
        chosen = np.delete(errors**2, row, axis=0).mean(axis=0).argmin()
        left_out.append(errors[row, chosen])
    assert np.sqrt(np.mean(np.square(left_out))) <= 0.12
    assert np.mean(np.abs(left_out) / measured) <= 0.09


def test_what_is_shipped_is_what_the_choice_gives() -> None:
    tried = np.linspace(0.0, 0.03, 7)
    errors = _pressures(Unknowns(trunk_ahead_m=tried)) - _values()[:, None]
    assert tried[np.square(errors).mean(axis=0).argmin()] == RANGES["trunk_ahead_m"][1]


def test_the_order_of_the_postures() -> None:
    """The eight judged rows alone come to 0.88: measured within 0.1 MPa of one another, some change places."""
    every = JUDGED | OTHERS
    model = np.array([spine_load(posture, MAN).disc_pressure_mpa for posture in every.values()])
    measured = np.array([_measured()[name] for name in every])
    assert np.corrcoef(_ranks(model), _ranks(measured))[0, 1] >= 0.95
    judged = np.corrcoef(_ranks(model[: len(JUDGED)]), _ranks(measured[: len(JUDGED)]))[0, 1]
    assert judged >= 0.88


def test_the_shape_as_a_share_of_standing() -> None:
    model, measured = _pressures(Unknowns()), _values()
    assert np.corrcoef(model / model[0], measured / measured[0])[0, 1] >= 0.97


def test_bending_forward_rises_about_evenly_with_the_angle() -> None:
    tilts = np.array([0.0, 12.0, 24.0, 36.0])
    found = spine_load(Posture(Angles(lumbar_flexion=tilts, shoulder_flexion=tilts)), MAN).disc_pressure_mpa
    steps = np.diff(found)
    assert np.all(steps > 0)
    assert steps.max() / steps.min() < 1.6


@pytest.mark.parametrize("name", ["w-prone", "w-lateral", "w-ext20", "w-lat20"])
def test_other_postures_come_close(name: str) -> None:
    found = float(spine_load(OTHERS[name], MAN).disc_pressure_mpa)
    assert found == pytest.approx(_measured()[name], abs=0.05)


def test_known_weakness_slouched_in_an_armchair_is_far_too_high() -> None:
    """Measured 0.27 MPa. The model has no armchair that carries the arms and the pelvis; the document says so."""
    found = float(spine_load(OTHERS["w-sit-slouch"], MAN).disc_pressure_mpa)
    assert 1.3 < found / _measured()["w-sit-slouch"] < 2.2
