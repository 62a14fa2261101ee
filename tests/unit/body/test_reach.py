from __future__ import annotations

import numpy as np
import pytest

from carrywell.body import posture_constants as of
from carrywell.body.kinematics import skeleton
from carrywell.body.posture import Angles
from carrywell.body.reach import OutOfReach, Place, angles_to_reach
from tests.lib.refusals import refused

STATURE_M = 1.63


def _hands(angles: Angles, stance_hips: float) -> tuple[float, float]:
    """Ahead of the hips and above the floor, by the model's own kinematics."""
    found = skeleton(angles, np.asarray(STATURE_M)).hands["left"]
    pelvis = np.radians(float(np.asarray(angles.pelvis_tilt)))
    cut = of.HIPS_BELOW * STATURE_M * np.array([np.sin(pelvis), np.cos(pelvis)])
    return float(found[0] + cut[0]), float(found[2] + cut[1] + stance_hips * STATURE_M)


@pytest.mark.parametrize("stance", ["standing", "kneeling", "sitting"])
@pytest.mark.parametrize(("above_hips_m", "ahead_m"), [(-0.2, 0.35), (0.0, 0.45), (0.1, 0.3), (-0.3, 0.5)])
def test_the_hands_of_the_model_are_where_they_were_asked_for(stance: str, above_hips_m: float, ahead_m: float) -> None:
    hips = of.HIPS_ABOVE_FLOOR[stance]
    place = Place(hips * STATURE_M + above_hips_m, ahead_m)
    angles = angles_to_reach(place, STATURE_M, stance, Angles(), 0.45)  # type: ignore[arg-type]
    assert _hands(angles, hips) == pytest.approx((ahead_m, place.height_m), abs=0.002)


def test_lower_work_needs_more_lean_and_high_work_none() -> None:
    leans = []
    for height_m in (1.0, 0.8, 0.7, 0.6, 0.5):
        angles = angles_to_reach(Place(height_m, 0.35), STATURE_M, "standing", Angles(), 0.45)
        leans.append(float(np.asarray(angles.pelvis_tilt)) + float(np.asarray(angles.lumbar_flexion)))
    assert leans[0] == 0
    assert leans == sorted(leans)
    assert leans[-1] > 60


def test_what_is_further_away_needs_more_lean() -> None:
    near, far = (angles_to_reach(Place(0.75, ahead), STATURE_M, "standing", Angles(), 0.45) for ahead in (0.3, 0.6))
    assert float(np.asarray(far.lumbar_flexion)) > float(np.asarray(near.lumbar_flexion))


def test_a_taller_woman_bends_more_at_the_same_table() -> None:
    small, tall = (
        float(np.asarray(angles_to_reach(Place(0.8, 0.35), stature, "standing", Angles(), 0.45).lumbar_flexion))
        for stature in (1.55, 1.80)
    )
    assert tall > small


def test_the_hips_do_what_the_low_back_cannot() -> None:
    angles = angles_to_reach(Place(0.40, 0.45), STATURE_M, "standing", Angles(), 0.45)
    assert float(np.asarray(angles.lumbar_flexion)) == of.MOST_LUMBAR_FLEXION_DEG
    assert float(np.asarray(angles.pelvis_tilt)) > of.MOST_LUMBAR_FLEXION_DEG / 2


def test_what_cannot_be_reached_is_said() -> None:
    with refused(OutOfReach, "found 5 cm high and 90 cm ahead of the hips, out of reach standing"):
        angles_to_reach(Place(0.05, 0.9), STATURE_M, "standing", Angles(), 0.45)
    with refused(OutOfReach, "stance: found lying_side; allowed with a working height: standing"):
        angles_to_reach(Place(0.05, 0.2), STATURE_M, "lying_side", Angles(), 0.45)
