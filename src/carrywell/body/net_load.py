"""Net force and moment at the cut: the weight of all that is above it, what she holds, what supports her."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from carrywell.body import posture_constants as of
from carrywell.body.kinematics import SIDES, Skeleton
from carrywell.body.person import BodyMasses, Floats
from carrywell.body.posture import Posture
from carrywell.model.posture_parts import Level, LoadPlace

G = 9.81
_DOWN = np.array([0.0, 0.0, -1.0])


@dataclass(frozen=True)
class NetLoad:
    """On the part above the cut, in the frame of the disc (forward, left, up): N and N m, each (..., 3)."""

    force_n: Floats
    moment_nm: Floats


def net_load(
    posture: Posture,
    body: Skeleton,
    has: BodyMasses,
    level: Level,
    belly_on_pelvis: ArrayLike = 0.2,
    straightens_nm: ArrayLike = 0.0,
) -> NetLoad:
    """`straightens_nm`: what the stretched tissue of a bent back straightens it with; a backrest takes that up too.

    Lying, all of her is carried by what she lies on, so nothing is left at the cut.
    """
    force, moment = np.zeros(3), np.zeros(3)
    if not posture.lying:
        pulls = _weights(body, has, level, belly_on_pelvis) + _loads(posture, body)
        for place, newtons in pulls:
            force, moment = _added(force, moment, place, newtons[..., None] * _DOWN)
        for name in posture.supports:
            for place, push in _support(name, body, has, moment, straightens_nm):
                force, moment = _added(force, moment, place, push)
    shape = np.broadcast_shapes(force.shape, moment.shape, body.disc.up.shape)
    force, moment = np.broadcast_to(force, shape), np.broadcast_to(moment, shape)
    return NetLoad(body.disc.to_local(force), body.disc.to_local(moment))


def _added(force: Floats, moment: Floats, place: Floats, push: Floats) -> tuple[Floats, Floats]:
    return force + push, moment + np.cross(place, push)


def _weights(body: Skeleton, has: BodyMasses, level: Level, belly_on_pelvis: ArrayLike) -> list[tuple[Floats, Floats]]:
    above = ["head", "upper_trunk", "middle_trunk", "abdomen_low", "breasts"]
    above += ["l5_slice"] if level == "L5/S1" else []
    found = [(body.places[name], has.parts[name] * G) for name in above]
    found.append((body.places["belly"], has.parts["belly"] * G * (1 - np.asarray(belly_on_pelvis, float))))
    for side in SIDES:
        found += [(body.places[f"{name}_{side}"], has.parts[name] * G / 2) for name in ("upper_arm", "forearm", "hand")]
    return found


def _loads(posture: Posture, body: Skeleton) -> list[tuple[Floats, Floats]]:
    found = []
    for load in posture.loads:
        newtons = np.asarray(load.kg, float) * G * (1 - of.ON_PELVIS_SHARE.get(load.at, 0.0))
        found.append((load_place(load.at, body), newtons))
    return found


def load_place(at: LoadPlace, body: Skeleton) -> Floats:
    """Where a load pulls, in metres from the cut."""
    if at == "both_hands":
        return (body.hands["left"] + body.hands["right"]) / 2
    if at in ("left_hand", "right_hand"):
        return body.hands[at.removesuffix("_hand")]
    ahead, left, up = (share * body.height_m for share in of.LOAD_PLACES[at])
    return body.on_trunk(ahead, left, up)


def _support(
    name: str, body: Skeleton, has: BodyMasses, moment: Floats, straightens_nm: ArrayLike
) -> list[tuple[Floats, Floats]]:
    """What a support pushes with: no more than her balance needs, and a hand no more than is comfortable.

    The pillows of lying push nothing here.
    """
    if name == "backrest":
        place = body.on_trunk(0.0, 0.0, of.BACKREST_HEIGHT * body.height_m)
        backward = np.maximum(np.asarray(straightens_nm, float) - moment[..., 1], 0.0)
        push = (backward / (of.BACKREST_HEIGHT * body.height_m))[..., None]
        return [(place, push * (body.thorax.forward + of.BACKREST_FRICTION * body.thorax.up))]
    if name == "thighs":
        forward_nm = moment[..., 1] - np.asarray(straightens_nm, float)
        return [_on_thigh(body, has, side, forward_nm) for side in SIDES]
    if name not in of.HAND_SUPPORT_SHARE:
        return []
    most = of.HAND_SUPPORT_SHARE[name] * has.weight_kg * G
    if name == "armrests":
        shoulder = body.on_trunk(0.0, 0.0, of.SHOULDER * body.height_m)
        place = shoulder + of.ARMREST_AHEAD * body.height_m[..., None] * np.array([1.0, 0.0, 0.0])
        arms = sum(has.parts[part] for part in ("upper_arm", "forearm", "hand")) * G
        return [(place, -np.minimum(most, arms)[..., None] * _DOWN)]
    sides = tuple(SIDES) if name == "both_hands" else ("right",)
    found = []
    for side in sides:
        place = body.hands[side] * np.array([1.0, 0.0, 1.0])  # a hand that is leaned on is put before the middle
        ahead = np.maximum(place[..., 0], 0.05)
        needed = np.maximum(moment[..., 1], 0.0) / ahead / len(sides)
        push = np.where(place[..., 0] > 0.05, np.minimum(most / len(sides), needed), 0.0)
        found.append((place, -push[..., None] * _DOWN))
    return found


def _on_thigh(body: Skeleton, has: BodyMasses, side: str, forward_nm: Floats) -> tuple[Floats, Floats]:
    """What a thigh pushes up with under a hand that lies on it: so much that elbow and shoulder have least to hold.

    The sum of the squares of their moments is smallest, as the muscles of the back share theirs; never more than the
    forearm and the hand weigh, since nobody leans here, nor than what else pulls her forward (`forward_nm`).
    """
    weights = {part: has.parts[part] * G / 2 for part in ("upper_arm", "forearm", "hand")}
    beyond = {"elbow": ("forearm", "hand"), "shoulder": ("upper_arm", "forearm", "hand")}
    held, squares = np.zeros(()), np.full((), 1e-9)
    for joint, parts in beyond.items():
        at = body.joints[f"{joint}_{side}"][..., 0]
        moment = sum(weights[part] * (body.places[f"{part}_{side}"][..., 0] - at) for part in parts)
        arm = body.hands[side][..., 0] - at
        held, squares = held + moment * arm, squares + arm**2
    ahead = body.hands[side][..., 0]
    needed = np.where(ahead > 0.05, np.maximum(forward_nm, 0.0) / np.maximum(ahead, 0.05) / len(SIDES), 0.0)
    push = np.clip(held / squares, 0.0, np.minimum(weights["forearm"] + weights["hand"], needed))
    return body.hands[side], -push[..., None] * _DOWN
