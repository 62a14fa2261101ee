"""From angles to places: the centre of every part above the cut, in metres from the cut, and how the disc is turned."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike

from carrywell.body import posture_constants as of
from carrywell.body.person import Floats
from carrywell.body.posture import Angles
from carrywell.model.posture_parts import Level

SIDES = {"left": 1.0, "right": -1.0}


@dataclass(frozen=True)
class Frame:
    """Three axes in space (forward, left, up), each (..., 3)."""

    forward: Floats
    left: Floats
    up: Floats

    def to_world(self, x: ArrayLike, y: ArrayLike, z: ArrayLike) -> Floats:
        parts = ((x, self.forward), (y, self.left), (z, self.up))
        return np.asarray(sum(np.asarray(length, float)[..., None] * axis for length, axis in parts))

    def to_local(self, vector: Floats) -> Floats:
        axes = (self.forward, self.left, self.up)
        return np.stack([np.sum(vector * axis, axis=-1) for axis in axes], axis=-1)


@dataclass(frozen=True)
class Skeleton:
    """`places` has a centre of mass for each part, arms by side; `disc` is the frame of the cut.

    `joints` has shoulders and elbows by side.
    """

    places: dict[str, Floats]
    hands: dict[str, Floats]
    disc: Frame
    lumbar: Frame
    thorax: Frame
    height_m: Floats
    rod_m: Floats
    joints: dict[str, Floats] = field(default_factory=dict)

    def on_trunk(self, ahead_m: ArrayLike, left_m: ArrayLike, up_m: ArrayLike) -> Floats:
        """A place fixed to the trunk, by its height above the cut along the spine."""
        up = np.asarray(up_m, float)
        along = self.lumbar.to_world(0.0, 0.0, np.minimum(up, self.rod_m))
        beyond = self.thorax.to_world(0.0, 0.0, np.maximum(up - self.rod_m, 0.0))
        on_lumbar = (up <= self.rod_m)[..., None]
        across = np.where(
            on_lumbar, self.lumbar.to_world(ahead_m, left_m, 0.0), self.thorax.to_world(ahead_m, left_m, 0.0)
        )
        return along + beyond + across


def skeleton(
    angles: Angles,
    height_m: Floats,
    level: Level = "L4/L5",
    trunk_ahead_m: ArrayLike = 0.0,
    belly_ahead_m: ArrayLike = 0.1,
) -> Skeleton:
    """`trunk_ahead_m` moves the trunk's mass further ahead of the spine than `AHEAD_M` has it."""
    pelvis, lumbar, side, twist = (
        np.radians(np.asarray(value, float))
        for value in (angles.pelvis_tilt, angles.lumbar_flexion, angles.side_bend, angles.twist)
    )
    disc_share, rod_share = of.DISC_SHARE[level], of.ROD_SHARE[level]
    disc = _frame(np.radians(of.DISC_TILT_DEG[level]) + pelvis + disc_share * lumbar, disc_share * side, 0.0 * twist)
    rod = _frame(pelvis + rod_share * lumbar, rod_share * side, 0.5 * twist)
    thorax = _frame(pelvis + lumbar, side, twist)
    below = of.L5S1_BELOW if level == "L5/S1" else 0.0
    body = Skeleton({}, {}, disc, rod, thorax, height_m, (of.LUMBAR_ROD + below) * height_m)
    for name, up in of.HEIGHTS.items():
        ahead = np.asarray(belly_ahead_m if name == "belly" else of.AHEAD_M[name], float)
        ahead = ahead + (np.asarray(trunk_ahead_m, float) if name.endswith(("trunk", "low")) else 0.0)
        body.places[name] = body.on_trunk(ahead, 0.0, (up + below) * height_m)
    body.places["l5_slice"] = body.on_trunk(0.0, 0.0, 0.5 * of.L5S1_BELOW * height_m)
    _place_head(body, angles, below)
    _place_arms(body, angles, pelvis + lumbar, below)
    return body


def _frame(forward: Floats, right: Floats, turned_right: Floats) -> Frame:
    """Leaned forward, bent to her right, turned to her right, in radians."""
    cf, sf, cs, ss = np.cos(forward), np.sin(forward), np.cos(right), np.sin(right)
    cf, sf, cs, ss, ct, st = np.broadcast_arrays(cf, sf, cs, ss, np.cos(turned_right), np.sin(turned_right))
    zero = np.zeros_like(cf)
    ahead, left, up = (cf, zero, -sf), (sf * ss, cs, cf * ss), (sf * cs, -ss, cf * cs)
    first, second = np.stack(ahead, axis=-1), np.stack(left, axis=-1)
    return Frame(
        ct[..., None] * first - st[..., None] * second, st[..., None] * first + ct[..., None] * second, np.stack(up, -1)
    )


def _place_head(body: Skeleton, angles: Angles, below: float) -> None:
    nod = np.radians(np.asarray(angles.neck_flexion, float))
    neck = body.on_trunk(of.AHEAD_M["head"], 0.0, (of.NECK + below) * body.height_m)
    up = (of.HEIGHTS["head"] - of.NECK) * body.height_m
    body.places["head"] = neck + body.thorax.to_world(up * np.sin(nod), 0.0, up * np.cos(nod))


def _place_arms(body: Skeleton, angles: Angles, lean: Floats, below: float) -> None:
    """Both arms alike, each in a plane from back to front; 0 is hanging where the trunk is upright."""
    raised = np.radians(np.asarray(angles.shoulder_flexion, float)) - lean
    bent = raised + np.radians(np.asarray(angles.elbow_flexion, float))
    upper, lower = _hanging(raised), _hanging(bent)
    length = body.height_m[..., None]
    for side, sign in SIDES.items():
        left = sign * of.SHOULDER_HALF_BREADTH * body.height_m
        shoulder = body.on_trunk(of.AHEAD_M["shoulder"], left, (of.SHOULDER + below) * body.height_m)
        elbow = shoulder + of.UPPER_ARM * length * upper
        body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"] = shoulder, elbow
        body.places[f"upper_arm_{side}"] = shoulder + of.ARM_CENTRES["upper_arm"] * of.UPPER_ARM * length * upper
        body.places[f"forearm_{side}"] = elbow + of.ARM_CENTRES["forearm"] * of.FOREARM * length * lower
        body.hands[side] = elbow + (of.FOREARM + of.HAND) * length * lower
        body.places[f"hand_{side}"] = body.hands[side]


def _hanging(angle: Floats) -> Floats:
    return np.stack(np.broadcast_arrays(np.sin(angle), np.zeros_like(angle), -np.cos(angle)), axis=-1)
