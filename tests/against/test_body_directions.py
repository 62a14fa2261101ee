"""Against ratios and directions: implants in vertebrae, muscle activity of pregnant women, sitting and leaning."""

from __future__ import annotations

import numpy as np
import pytest

from carrywell.body.posture import STANDING, Angles, Load, Posture
from carrywell.body.spine import spine_load
from carrywell.body.unknowns import RANGES, Unknowns
from tests.lib.body_data import body_data, present
from tests.lib.measured_loads import PREGNANT, RATIOS, SITTING, WOMAN, Ratio, compression_n

# Said in the report as wrong. The plateau was measured at L1 in people with a fixator behind it, where Wilke and
# Takahashi found a load that goes on rising; on sitting erect the studies disagree, and the model cannot tell.
_KNOWN_WRONG = {"d15-plateau", "rf-erect"}


def _name(ratio: Ratio) -> str:
    return ratio.row[1]


@pytest.mark.parametrize("ratio", [ratio for ratio in RATIOS if _name(ratio) not in _KNOWN_WRONG], ids=_name)
def test_the_direction_is_the_measured_one(ratio: Ratio) -> None:
    found = ratio.model()
    assert ratio.holds(found), f"{ratio.what}: measured {ratio.measured}, model {found:.2f}"


@pytest.mark.parametrize("ratio", [ratio for ratio in RATIOS if _name(ratio) in _KNOWN_WRONG], ids=_name)
def test_what_is_known_to_be_wrong_is_still_wrong(ratio: Ratio) -> None:
    """Where it comes right, it is to be judged."""
    assert not ratio.holds(ratio.model())


@present
def test_every_ratio_is_a_row_of_the_evidence() -> None:
    studies = body_data()["validation_development"]
    known = {(study, row["id"]) for study, found in studies.items() for row in found.get("rows", ()) if "id" in row}
    assert [ratio.row for ratio in RATIOS if ratio.row not in known] == []


def test_muscle_effort_in_standing_with_a_belly() -> None:
    """Measured 4.6 against 2.4 per cent of maximum in week 36. By the whole range of leaning back."""
    low, middle, high = RANGES["lean_back"]
    ratio = spine_load(STANDING, PREGNANT, unknown=Unknowns(lean_back=np.array([high, middle, low]))).back_effort
    ratio = ratio / spine_load(STANDING, WOMAN).back_effort
    assert 1.5 <= ratio[0] < ratio[1] < ratio[2] <= 2.4
    assert ratio[0] < 4.6 / 2.4 < ratio[2]


def test_sitting_erect_and_relaxed_are_within_what_is_not_known_of_the_trunk() -> None:
    """Measured 1.11. A few degrees of lean of the relaxed trunk, which no study gives, turn the answer round."""
    leans = np.array([-2.0, 2.0, 6.0])
    relaxed = Posture(Angles(leans - 18, 18, shoulder_flexion=20, elbow_flexion=30), "sitting")
    erect = Posture(Angles(-10, 12, shoulder_flexion=20, elbow_flexion=30), "sitting")
    ratio = compression_n(erect) / spine_load(relaxed, WOMAN).compression_n
    assert ratio.min() < 0.95 < 1.03 < ratio.max()


def test_one_hand_on_the_basin_takes_about_a_third() -> None:
    """Measured about 30 per cent less."""
    basin = next(ratio for ratio in RATIOS if _name(ratio) == "rm-basin")
    assert basin.model() == pytest.approx(30, abs=8)


def test_lying_and_leaning_on_a_backrest_are_below_sitting_without() -> None:
    leaned = Posture(Angles(pelvis_tilt=-25, lumbar_flexion=5), "sitting", supports=("backrest",))
    assert compression_n(Posture(stance="lying_back")) < compression_n(leaned) < compression_n(SITTING)


def test_the_load_rises_evenly_with_the_tilt_with_and_without_a_load() -> None:
    """Takahashi 2006."""
    tilts = np.array([0.0, 10.0, 20.0, 30.0])
    for loads in ((), (Load(10, "both_hands"),)):
        posture = Posture(Angles(lumbar_flexion=tilts, shoulder_flexion=tilts + 15), loads=loads)
        found = spine_load(posture, WOMAN).compression_n
        assert np.all(np.diff(found) > 0)
        assert np.corrcoef(tilts, found)[0, 1] > 0.98
