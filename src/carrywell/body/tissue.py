"""What holds without muscles: the disc, the ligaments behind it, and the pressure in the abdomen."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from carrywell.body.person import Floats

# Disc: a couple, no force. 10 N m at 50 degrees of lumbar flexion beyond standing (memory).
DISC_NM_PER_DEG = 0.2
# Ligaments and fascia: 3 (exp(flexion / 20) - 1) N m on an arm of 5 cm; their tension presses on the disc (memory).
LIGAMENT_NM, LIGAMENT_DEG, LIGAMENT_BEHIND_M = 3.0, 20.0, 0.05
# Side bending and twisting: 2.3 and 8.4 N m a degree for a level (AMMR), of which L4/L5 takes about a fifth.
SIDE_NM_PER_DEG, TWIST_NM_PER_DEG = 2.3 * 0.2, 8.4 * 0.2 * 0.1

# Abdominal pressure: 1 kPa + 60 Pa for each N m of bending, at most 12 kPa, on 200 cm2, 5 cm ahead of the disc; all
# from memory.
PRESSURE_PA, PRESSURE_PA_PER_NM, PRESSURE_MOST_PA = 1000.0, 60.0, 12_000.0
DIAPHRAGM_M2, PRESSURE_AHEAD_M = 0.020, 0.05
# More of it late in pregnancy: 10.9 to 14.2 mmHg at term against 7.3 to 11.5 after birth, four papers; about 4 mmHg.
PRESSURE_AT_TERM_PA = 530.0

DISC_AREA_M2 = 18e-4  # L4/L5 of the man whose pressure was measured, 1.68 m (memory)
DISC_AREA_AT_M = 1.68
WOMAN_DISC_AREA = 0.85  # of a man of her height (memory)
PRESSURE_FACTOR = 0.66  # compression = pressure x area x this (memory; 0.55 to 0.77 are used)


def disc_couple_nm(lumbar_flexion_deg: ArrayLike, factor: ArrayLike = 1.0) -> Floats:
    """Against bending forward; below 0 against bending backward."""
    return np.asarray(DISC_NM_PER_DEG * np.asarray(lumbar_flexion_deg, float) * np.asarray(factor, float))


def ligament_tension_n(lumbar_flexion_deg: ArrayLike, factor: ArrayLike = 1.0) -> Floats:
    """0 in standing and when bent backward."""
    flexion = np.maximum(np.asarray(lumbar_flexion_deg, float), 0.0)
    moment = LIGAMENT_NM * np.expm1(flexion / LIGAMENT_DEG) * np.asarray(factor, float)
    return np.asarray(moment / LIGAMENT_BEHIND_M)


def abdominal_force_n(bending_nm: ArrayLike, pregnant_share: ArrayLike, factor: ArrayLike = 1.0) -> Floats:
    """Upward on what is above the cut. `pregnant_share`: weeks of pregnancy over 40, 0 when she is not pregnant."""
    effort = PRESSURE_PA_PER_NM * np.maximum(np.asarray(bending_nm, float), 0.0) * np.asarray(factor, float)
    rest = PRESSURE_PA + PRESSURE_AT_TERM_PA * np.asarray(pregnant_share, float)
    return np.asarray(np.minimum(rest + effort, PRESSURE_MOST_PA) * DIAPHRAGM_M2)


def disc_area_m2(height_m: ArrayLike, male: ArrayLike, factor: ArrayLike = 1.0) -> Floats:
    size = (np.asarray(height_m, float) / DISC_AREA_AT_M) ** 2 * np.where(male, 1.0, WOMAN_DISC_AREA)
    return np.asarray(DISC_AREA_M2 * size * np.asarray(factor, float))
