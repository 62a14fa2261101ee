"""The load on a lumbar disc in a posture: net load at the cut, passive tissue, abdominal pressure, muscles, the sum.

A linked-segment model cut at L4/L5 or L5/S1. Everything broadcasts: postures x people x draws.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from carrywell.body import tissue
from carrywell.body.kinematics import skeleton
from carrywell.body.muscles import BACK, muscles, share
from carrywell.body.net_load import NetLoad, net_load
from carrywell.body.person import BodyMasses, Floats, People, masses
from carrywell.body.posture import Angles, Posture
from carrywell.body.unknowns import MIDDLE, Unknowns
from carrywell.model.posture_parts import Level

BELLY_AHEAD_AT_TERM_M = 0.12  # assumption: 10 to 14 cm
BELLY_AHEAD_AT_FIRST_M = 0.08
_UPRIGHT_DEG = 20.0  # bent further, nobody leans back
_HIP_BELOW_M, _BELLY_ABOVE_HIP = 0.079, 0.109  # fractions of stature: the hips below L4/L5
_ABOVE_HIPS_SHARE, _ITS_HEIGHT = 0.60, 0.23  # of body mass above the hips, and its centre above them


@dataclass(frozen=True)
class SpineLoad:
    """N, N m and MPa. Compression along the disc's normal; shear: what is above slides forward (plus) on the disc.

    `moment_nm` is the net bending moment forward at the cut. `back_effort` is a share of the back muscles' strength.
    Where `beyond_strength`, the muscles cannot hold the posture, and the other numbers are at least so large.
    """

    compression_n: Floats
    shear_n: Floats
    disc_pressure_mpa: Floats
    moment_nm: Floats
    back_effort: Floats
    forces_n: Floats
    residual_nm: Floats
    beyond_strength: NDArray[np.bool_]


def spine_load(posture: Posture, people: People, level: Level = "L4/L5", unknown: Unknowns = MIDDLE) -> SpineLoad:
    """ImpossibleBody for a body that cannot be."""
    has = masses(replace(people, belly_scale=np.asarray(people.belly_scale) * np.asarray(unknown.belly_mass)))
    angles = _as_she_stands(posture, people, has, unknown)
    body = skeleton(angles, has.height_m, level, unknown.trunk_ahead_m, _belly_ahead_m(people, unknown))
    tension = tissue.ligament_tension_n(angles.lumbar_flexion, unknown.passive)
    straightens = tissue.disc_couple_nm(angles.lumbar_flexion, unknown.passive) + tension * tissue.LIGAMENT_BEHIND_M
    net = net_load(posture, body, has, level, unknown.belly_on_pelvis, straightens)
    return _summed(net, angles, people, has, unknown, tension, straightens)


def _pregnant_share(people: People) -> Floats:
    return np.asarray(np.clip(np.nan_to_num(np.asarray(people.weeks_pregnant, float)) / 40.0, 0.0, 1.05))


def _belly_ahead_m(people: People, unknown: Unknowns) -> Floats:
    grown = BELLY_AHEAD_AT_FIRST_M + (BELLY_AHEAD_AT_TERM_M - BELLY_AHEAD_AT_FIRST_M) * _pregnant_share(people)
    return np.asarray(grown * np.asarray(unknown.belly_ahead, float))


def _as_she_stands(posture: Posture, people: People, has: BodyMasses, unknown: Unknowns) -> Angles:
    """The angles with what is not known of them; pregnant and upright on her feet, leaned back, lordosis changed."""
    given = posture.angles
    pelvis = np.asarray(given.pelvis_tilt, float) + np.asarray(unknown.pelvis_deg)
    lumbar = np.asarray(given.lumbar_flexion, float) + np.asarray(unknown.lumbar_deg)
    arms = np.asarray(given.shoulder_flexion, float) + np.asarray(unknown.arm_deg)
    if posture.stance == "standing":
        bent = np.asarray(given.pelvis_tilt, float) + np.asarray(given.lumbar_flexion, float)
        upright = np.clip(1 - np.abs(bent) / _UPRIGHT_DEG, 0.0, 1.0) * (_pregnant_share(people) > 0)
        back = np.asarray(unknown.lean_back) * balancing_lean_deg(people, has, unknown) * upright
        more = np.asarray(unknown.lordosis_deg) * upright * _pregnant_share(people)
        pelvis, lumbar, arms = pelvis - back + more, lumbar - more, arms - back
    return _unchecked(given, pelvis_tilt=pelvis, lumbar_flexion=lumbar, shoulder_flexion=arms)


def balancing_lean_deg(people: People, has: BodyMasses, unknown: Unknowns = MIDDLE) -> Floats:
    """How far she would lean back at the hips for her body's centre to stay where it was without the belly.

    Measured, the centre stays within 4 mm (Opala-Berdzik 2010).
    """
    belly = has.parts["belly"] * _belly_ahead_m(people, unknown)
    return np.degrees(
        np.arcsin(np.clip(belly / (_ABOVE_HIPS_SHARE * has.weight_kg * _ITS_HEIGHT * has.height_m), 0, 0.5))
    )


def _unchecked(angles: Angles, **changed: ArrayLike) -> Angles:
    """A draw may lie a little outside what a woman may ask for."""
    found = object.__new__(Angles)
    for name, value in (vars(angles) | changed).items():
        object.__setattr__(found, name, value)
    return found


def _summed(
    net: NetLoad,
    angles: Angles,
    people: People,
    has: BodyMasses,
    unknown: Unknowns,
    tension: Floats,
    straightens: Floats,
) -> SpineLoad:
    male = np.asarray(people.male, bool)
    bending = net.moment_nm[..., 1]
    pressure_n = tissue.abdominal_force_n(bending, _pregnant_share(people), unknown.abdominal_pressure)
    passive = np.stack(
        np.broadcast_arrays(
            -tissue.SIDE_NM_PER_DEG * np.asarray(angles.side_bend, float),
            -straightens - pressure_n * tissue.PRESSURE_AHEAD_M,
            tissue.TWIST_NM_PER_DEG * np.asarray(angles.twist, float),
        ),
        axis=-1,
    )
    has_muscles = muscles(
        has.height_m, has.before_kg, male, np.asarray(unknown.back_arm), np.asarray(unknown.strength), np.asarray(1.0)
    )
    shared = share(-(net.moment_nm + passive), has_muscles, np.asarray(unknown.co_contraction))
    pull = shared.forces_n @ has_muscles.directions
    compression = -net.force_n[..., 2] - pull[..., 2] + tension - pressure_n
    area = tissue.disc_area_m2(has.height_m, male, unknown.disc_area) * tissue.PRESSURE_FACTOR
    effort = shared.forces_n / has_muscles.strengths_n
    return SpineLoad(
        compression,
        net.force_n[..., 0] + pull[..., 0],
        compression / area / 1e6,
        bending,
        effort[..., BACK].mean(axis=-1),
        shared.forces_n,
        shared.residual_nm,
        shared.beyond_strength,
    )
