"""What lies before what: far limbs, the body as one outline, details, near limbs."""

from __future__ import annotations

from dataclasses import dataclass, field

from carrywell.figure import head as heads
from carrywell.figure import outline as shape
from carrywell.figure import proportions as size
from carrywell.figure.details import detail_lines
from carrywell.figure.limb_outline import FOREARM, SHANK, THIGH, UPPER_ARM, Bone, bone_part, limb_path, round_bone
from carrywell.figure.outline import Line
from carrywell.figure.path import closed, rounded
from carrywell.figure.skeleton import SIDES, Skeleton
from carrywell.figure.sketch import Mark
from carrywell.figure.vector import Camera

_FAR_CM = 3.0  # a limb this much further off than the trunk is drawn behind it
_LEG_OPENS, _ARM_OPENS = 0.26, 0.2  # where the lines of a near limb begin, as a share of its upper bone
_SLEEVE = 0.55


@dataclass(slots=True)
class Layers:
    behind: list[Mark] = field(default_factory=list)
    body: list[Mark] = field(default_factory=list)
    legs: list[Mark] = field(default_factory=list)
    arms: list[Mark] = field(default_factory=list)
    points: Line = field(default_factory=list)  # everything that must be inside the picture

    def shape(self, line: Line) -> str:
        self.points += line
        return closed(line)


def figure_layers(her: Skeleton, eye: Camera, *, bun: bool = True) -> Layers:
    layers = Layers()
    trunk_depth = eye.nearness(her.chest.at(up=-20))
    far_legs = [s for s in SIDES if _leg_depth(her, s, eye) < trunk_depth - _FAR_CM]
    far_arms = [s for s in SIDES if _arm_depth(her, s, eye) < trunk_depth - _FAR_CM]
    near_legs = sorted(
        (s for s in SIDES if s not in far_legs), key=lambda s: (her.legs[s].crossed, _leg_depth(her, s, eye))
    )
    near_arms = sorted((s for s in SIDES if s not in far_arms), key=lambda s: _arm_depth(her, s, eye))
    for side in far_arms:
        layers.behind += _arm(layers, her, side, eye, far=True)
    for side in far_legs:
        layers.behind += _leg(layers, her, side, eye, far=True)
    _body(layers, her, eye, near_legs, near_arms, bun)
    for side in near_legs:
        layers.legs += _leg(layers, her, side, eye, far=False)
    if lines := detail_lines(her, eye):
        layers.body.append(Mark(lines, "detail"))
    for side in near_arms:
        layers.arms += _arm(layers, her, side, eye, far=False)
    return layers


def _leg_depth(her: Skeleton, side: str, eye: Camera) -> float:
    leg = her.legs[side]
    return (eye.nearness(leg.hip) + eye.nearness(leg.knee) + eye.nearness(leg.ankle)) / 3


def _arm_depth(her: Skeleton, side: str, eye: Camera) -> float:
    arm = her.arms[side]
    return (eye.nearness(arm.shoulder) + eye.nearness(arm.elbow) + eye.nearness(arm.wrist)) / 3


def _body(layers: Layers, her: Skeleton, eye: Camera, legs: list[str], arms: list[str], bun: bool) -> None:
    """Trunk, neck, head and the roots of the near limbs share one outline, so that no joint looks like a doll's."""
    left, right = shape.trunk(her.slices, eye)
    clothes = layers.shape(left + right[::-1])
    for side in legs:
        clothes += layers.shape(round_bone(_thigh(her, side), eye, end=0.42))
    roots = arms if abs(eye.toward[2]) > 0.95 else list(SIDES)
    for side in roots:
        clothes += layers.shape(round_bone(_upper_arm(her, side), eye, end=0.5 if side in arms else 0.25))
    head, neck = layers.shape(heads.head(her.head, eye)), layers.shape(shape.neck(her.neck, her.head, eye))
    layers.body.append(Mark(clothes + head + neck, "skin"))
    layers.body.append(Mark(clothes, "clothes", outlined=False))
    layers.body.append(Mark("".join(layers.shape(half) for half in heads.hair(her.head, eye)), "hair"))
    if bun:
        knot, near = heads.bun(her.head, eye)
        layers.body.insert(len(layers.body) if near else 0, Mark(layers.shape(knot), "hair"))


def _thigh(her: Skeleton, side: str) -> Bone:
    return Bone(her.legs[side].thigh, size.THIGH_CM, THIGH)


def _upper_arm(her: Skeleton, side: str) -> Bone:
    return Bone(her.arms[side].upper, size.UPPER_ARM_CM, UPPER_ARM)


def _leg(layers: Layers, her: Skeleton, side: str, eye: Camera, *, far: bool) -> list[Mark]:
    bones = her.legs[side]
    shank = Bone(bones.shank, size.SHANK_CM, SHANK)
    limb, points = limb_path(_thigh(her, side), shank, eye, start=None if far else _LEG_OPENS)
    parts = shape.foot(bones, eye)
    foot = "".join(rounded(part, 1.6) for part in parts)
    layers.points += [*points, *parts[0], *parts[1]]
    tone = "-far" if far else ""
    marks = [Mark(limb + foot, f"clothes{tone}"), Mark(foot, f"skin{tone}", outlined=False)]
    if not far:  # over the seam where the open outline begins
        marks.append(Mark(rounded(bone_part(_thigh(her, side), eye, 0.15, 0.4), 0.1), "clothes", outlined=False))
    return marks


def _arm(layers: Layers, her: Skeleton, side: str, eye: Camera, *, far: bool) -> list[Mark]:
    bones, out = her.arms[side], 1.0 if side == "right" else -1.0
    upper, forearm = _upper_arm(her, side), Bone(bones.forearm, size.FOREARM_CM, FOREARM)
    limb, points = limb_path(upper, forearm, eye, start=None if far else _ARM_OPENS)
    parts = shape.hand(bones, out, eye)
    layers.points += points
    for part in parts:
        layers.points += part
    hand = "".join(rounded(part, 1.3) for part in parts)
    tone = "-far" if far else ""
    sleeve = layers.shape(round_bone(upper, eye, end=_SLEEVE))
    return [Mark(limb + hand, f"skin{tone}"), Mark(sleeve, f"clothes{tone}", outlined=False)]
