"""Muscle forces that balance a moment at the cut with the smallest sum of squared efforts, for many moments at once.

Smallest sum of (force / strength)^2 with each force between a floor and its strength, in balance about three axes. The
solution is known up to three multipliers: force = strength x clip(strength x (moment arm . multipliers), floor, 1).
Newton steps on those three find them; no solver is needed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from carrywell.body.person import Floats

# (name, place at the cut in m ahead and to the side, direction of pull on the part above, area of one side in cm2):
# man of 1.70 m and 70 kg, from memory; written with measured disc pressures in mind, which flatters the comparison.
GROUPS = (
    ("erector_spinae", (-0.060, 0.035), (0.10, 0.00, -1.0), 17.0),
    ("multifidus", (-0.052, 0.015), (0.00, 0.00, -1.0), 7.0),
    ("quadratus_lumborum", (-0.035, 0.068), (0.00, 0.15, -1.0), 3.0),
    ("psoas", (0.000, 0.045), (0.10, 0.12, -1.0), 9.0),
    ("rectus_abdominis", (0.090, 0.035), (0.00, 0.00, -1.0), 5.0),
    ("external_oblique", (0.030, 0.125), (0.60, -0.20, -1.0), 7.0),
    ("internal_oblique", (0.020, 0.125), (-0.60, -0.10, -1.0), 6.0),
    ("latissimus", (-0.060, 0.070), (0.00, 0.30, -1.0), 2.0),
)
NAMES = tuple(f"{name}_{side}" for name, *_ in GROUPS for side in ("left", "right"))
BACK = tuple(at for at, name in enumerate(NAMES) if name.startswith(("erector", "multifidus")))
ABDOMINAL = tuple(at for at, name in enumerate(NAMES) if name.startswith(("rectus", "external", "internal")))
STRESS_N_PER_CM2 = 60.0  # memory
WOMAN_AREA, WOMAN_ARM = 0.76, 0.96  # of a man of her height and weight: assumed
_REFERENCE_M, _REFERENCE_KG = 1.70, 70.0

RESIDUAL_NM = 1e-3
_STEPS = 20  # four or five do, unless the moment is beyond strength
_AT_ONCE = 4096  # rows that stay in the cache of a core
_LEAST_STEP = 1e-8
_RIDGE = 1e-5  # keeps a step finite where few muscles are between floor and strength


@dataclass(frozen=True)
class Muscles:
    """Per muscle: arm about the cut for a pull of 1 N (..., 16, 3), direction (16, 3), strength in N (..., 16)."""

    arms_m: Floats
    directions: Floats
    strengths_n: Floats


def muscles(
    height_m: Floats, before_kg: Floats, male: Floats, arm_scale: Floats, strength_scale: Floats, abdominal: Floats
) -> Muscles:
    """Of people of this size. `arm_scale`: of the back muscles' arms; `abdominal`: of the abdominal strength."""
    places, directions, areas = _table()
    size = height_m / _REFERENCE_M * np.where(male, 1.0, WOMAN_ARM)
    scale = np.ones((*np.broadcast(size, arm_scale).shape, len(NAMES)))
    scale[..., BACK] *= np.asarray(arm_scale)[..., None]
    at = places * (scale * np.asarray(size)[..., None])[..., None]
    area = (before_kg / _REFERENCE_KG) ** (2 / 3) * np.where(male, 1.0, WOMAN_AREA) * strength_scale
    strengths = (
        np.asarray(area)[..., None] * areas * STRESS_N_PER_CM2 * np.ones(np.broadcast(area, abdominal).shape)[..., None]
    )
    strengths[..., ABDOMINAL] *= np.asarray(abdominal)[..., None]
    return Muscles(np.cross(at, directions), directions, strengths)


def _table() -> tuple[Floats, Floats, Floats]:
    places, directions, areas = [], [], []
    for _, (ahead, aside), (forward, left, up), area in GROUPS:
        for side in (1.0, -1.0):
            places.append((ahead, side * aside, 0.0))
            directions.append(np.array((forward, side * left, up)) / np.sqrt(forward**2 + left**2 + up**2))
            areas.append(area)
    return np.array(places), np.array(directions), np.array(areas)


@dataclass(frozen=True)
class Shared:
    """`residual_nm` is what the muscles cannot balance: above 0.001 N m the task is beyond strength."""

    forces_n: Floats
    residual_nm: Floats

    @property
    def beyond_strength(self) -> np.ndarray:
        return self.residual_nm > RESIDUAL_NM


def share(moment_nm: Floats, of: Muscles, floor: Floats) -> Shared:
    """Forces (..., 16) whose moments add up to `moment_nm` (..., 3). `floor`: least effort, a share of strength."""
    shape = np.broadcast_shapes(moment_nm.shape[:-1], of.strengths_n.shape[:-1], of.arms_m.shape[:-2], np.shape(floor))
    wanted = np.broadcast_to(moment_nm, (*shape, 3)).reshape(-1, 3)
    strength = np.broadcast_to(of.strengths_n, (*shape, len(NAMES))).reshape(-1, len(NAMES))
    arms = np.broadcast_to(of.arms_m, (*shape, len(NAMES), 3)).reshape(-1, len(NAMES), 3)
    least = np.broadcast_to(floor, shape).reshape(-1)
    parts = [slice(start, start + _AT_ONCE) for start in range(0, len(wanted), _AT_ONCE)]
    found = [_efforts(wanted[part].T, (arms[part] * strength[part][..., None]).T, least[part]) for part in parts]
    effort = np.concatenate([each for each, _ in found], axis=-1).T
    residual = np.concatenate([each for _, each in found])
    return Shared((effort * strength).reshape(*shape, len(NAMES)), residual.reshape(shape))


def _efforts(wanted: Floats, pull: Floats, least: Floats) -> tuple[Floats, Floats]:
    """Efforts (16, n) and what they leave of `wanted` (3, n); `pull` (3, 16, n) is the moment of a full effort.

    Newton on the dual, which is convex and piecewise quadratic; a step that goes uphill is halved.
    """
    wanted, pull = np.ascontiguousarray(wanted), np.ascontiguousarray(pull)
    whole = _products(pull, pull)  # as if no muscle were at its floor or its strength
    found = _solved(whole, wanted)
    open_ = np.arange(wanted.shape[-1])
    for _ in range(_STEPS):
        rows, goal, low = pull[..., open_], wanted[:, open_], least[open_]
        effort = _along(rows, found[:, open_])
        gap = np.einsum("imn,mn->in", rows, np.clip(effort, low, 1.0)) - goal
        left = np.linalg.norm(gap, axis=0) > RESIDUAL_NM / 1000
        if not left.any():
            break
        open_, rows, goal, low = open_[left], rows[..., left], goal[:, left], low[left]
        effort, gap = effort[:, left], gap[:, left]
        free = rows * ((effort > low) & (effort < 1.0))
        step = -_solved(_products(free, rows) + _RIDGE * whole[..., open_], gap)
        found[:, open_] += _descend(found[:, open_], step, rows, goal, low) * step
    effort = np.clip(_along(pull, found), least, 1.0)
    return effort, np.linalg.norm(np.einsum("imn,mn->in", pull, effort) - wanted, axis=0)


def _along(pull: Floats, at: Floats) -> Floats:
    return np.asarray(np.einsum("imn,in->mn", pull, at))


def _products(one: Floats, other: Floats) -> Floats:
    """(3, 3, n), symmetric."""
    found = np.empty((3, 3, one.shape[-1]))
    for row in range(3):
        for column in range(row, 3):
            found[row, column] = found[column, row] = np.einsum("mn,mn->n", one[row], other[column])
    return found


def _solved(matrices: Floats, right: Floats) -> Floats:
    return np.asarray(np.linalg.solve(np.moveaxis(matrices, -1, 0), right.T[..., None])[..., 0].T)


def _dual(at: Floats, pull: Floats, goal: Floats, low: Floats) -> Floats:
    effort = _along(pull, at)
    kept = np.clip(effort, low, 1.0)
    return np.asarray(np.einsum("mn,mn->n", kept, effort - kept / 2) - np.einsum("in,in->n", at, goal))


def _descend(at: Floats, step: Floats, pull: Floats, goal: Floats, low: Floats) -> Floats:
    """How much of each step to take."""
    now = _dual(at, pull, goal, low)
    size, worse = np.ones(at.shape[-1]), np.ones(at.shape[-1], bool)
    while worse.any() and size.min() > _LEAST_STEP:
        worse = _dual(at + size * step, pull, goal, low) > now + 1e-12 * np.abs(now)
        size = np.where(worse, size / 2, size)
    return size
