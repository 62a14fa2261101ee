"""Poses of the figure: how she stands, sits or lies, what is round her, and from where she is seen.

Centimetres and degrees. She faces +x; y is the height above the floor; z is her right. The figure is 165 cm tall.
A limb is given by its joints' angles, or by the place where its foot or hand is; not by both.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from carrywell.model.item import Item, Part, Reviewed, Words
from carrywell.model.stage import LONGEST_PREGNANCY_WEEKS

View = Literal["side", "front", "back"]
Stance = Literal["standing", "walking", "sitting", "kneeling", "all_fours", "lying_side", "lying_back", "rising"]
Group = Literal["rest", "exercise", "task", "massage", "body"]
PropKind = Literal[
    "floor", "wall", "mat", "bed", "bed_above", "pillow", "rolled_towel",
    "chair", "stool", "foot_stool", "sofa", "table", "desk", "worktop", "sink", "shelf", "bath", "cot", "stairs", "car",
    "washing_machine", "ball", "stick", "box", "basket", "shopping_bag", "backpack", "backpack_strap", "belt",
    "bucket", "mop", "vacuum", "pan", "iron", "pram", "bike", "water", "arrow",
    "baby", "baby_lying", "carrier", "toddler", "toddler_hip",
]  # fmt: skip
LONG: frozenset[PropKind] = frozenset({"mop", "vacuum", "stick", "bike", "arrow"})  # given by both ends
OF_A_BABY: frozenset[PropKind] = frozenset({"baby", "baby_lying", "carrier", "cot", "pram", "toddler", "toddler_hip"})
Spot = Literal["low_back", "mid_back", "upper_back", "shoulders", "buttocks", "sacrum"]
Stroke = Literal["up", "down", "circle", "hold", "none"]
Facing = Literal["forward", "back", "up", "down", "in", "out"]


def _place(value: tuple[float, ...]) -> tuple[float, ...]:
    if len(value) not in (2, 3):
        raise ValueError(f"a place is [x, y] or [x, y, z] in cm; found {len(value)} numbers")
    if any(abs(number) > 260 for number in value):
        raise ValueError("a place is at most 260 cm from the middle of the picture")
    return value


Place = Annotated[tuple[float, ...], AfterValidator(_place)]
Direction = tuple[float, float, float]


class Trunk(Part):
    """Pelvis first, then how the spine goes on from it. 0 is upright standing; forward and to her right are plus."""

    lean: float = Field(default=0, ge=-180, le=180)  # of the pelvis against the vertical
    tip: float = Field(default=0, ge=-90, le=90)
    roll: float = Field(default=0, ge=-180, le=180)  # about her own length
    turn: float = Field(default=0, ge=-180, le=180)  # about the vertical
    lumbar: float = Field(default=0, ge=-35, le=60)
    thoracic: float = Field(default=0, ge=-25, le=50)
    side_bend: float = Field(default=0, ge=-45, le=45)
    twist: float = Field(default=0, ge=-60, le=60)
    neck: float = Field(default=0, ge=-50, le=60)
    head: float = Field(default=0, ge=-40, le=40)
    look: float = Field(default=0, ge=-80, le=80)


class Leg(Part):
    hip: float | None = Field(default=None, ge=-30, le=145)
    out: float = Field(default=0, ge=-35, le=80)  # away from the middle
    turn: float = Field(default=0, ge=-50, le=80)  # the knee to the outside
    knee: float | None = Field(default=None, ge=0, le=158)
    ankle: float = Field(default=0, ge=-35, le=90)  # toes pointed: plus
    toes: float = Field(default=0, ge=-20, le=80)  # bent up at the ball
    foot: Place | None = None  # of the ankle, and of the sole above the floor
    knee_to: Direction | None = None
    heel_up: float = Field(default=0, ge=-40, le=85)
    toes_out: float = Field(default=6, ge=-90, le=90)
    crossed: bool = False  # drawn over the other leg

    def model_post_init(self, _context: object, /) -> None:
        if self.foot is None and (self.hip is None or self.knee is None):
            raise ValueError("a leg needs hip and knee angles, or the place of its foot")
        if self.foot is not None and (self.hip is not None or self.knee is not None):
            raise ValueError("a leg is given by angles or by the place of its foot, not by both")


class Arm(Part):
    shoulder: float | None = Field(default=None, ge=-70, le=185)  # against the trunk, forward and up
    out: float = Field(default=6, ge=-50, le=175)
    turn: float = Field(default=0, ge=-100, le=100)  # the forearm to the middle
    elbow: float | None = Field(default=None, ge=0, le=155)
    wrist: float = Field(default=0, ge=-80, le=80)
    palm: float = Field(default=0, ge=-110, le=110)  # of the forearm; palm down or back: plus
    hand: Place | None = None  # the middle of the palm
    elbow_to: Direction | None = None
    fingers: Facing | None = None
    faces: Facing | None = None  # where the palm looks
    grip: bool = False
    blade: float = Field(default=0, ge=-4, le=6)  # the shoulder forward of its place, cm
    shrug: float = Field(default=0, ge=-3, le=6)
    with_belly: float = Field(default=0, ge=0, le=1.2)  # how far the hand goes along with a growing belly

    def model_post_init(self, _context: object, /) -> None:
        if self.hand is None and (self.shoulder is None or self.elbow is None):
            raise ValueError("an arm needs shoulder and elbow angles, or the place of its hand")
        if self.hand is not None and (self.shoulder is not None or self.elbow is not None):
            raise ValueError("an arm is given by angles or by the place of its hand, not by both")


class Prop(Part):
    kind: PropKind
    at: Place = (0.0, 0.0)
    size: Place | None = None
    turn: float = Field(default=0, ge=-180, le=180)
    to: Place | None = None  # the other end of what is long
    mirrored: bool = False
    layer: Literal["behind", "between", "held", "front"] = "behind"
    with_belly: float = Field(default=0, ge=0, le=1.2)

    def model_post_init(self, _context: object, /) -> None:
        if (self.to is not None) != (self.kind in LONG):
            raise ValueError(f"`to`, the other end, belongs to {', '.join(sorted(LONG))}, and only to these")


class MassageHand(Part):
    """A hand of the one who massages: where on her, and how it moves."""

    on: Spot
    side: Literal["left", "right"]
    stroke: Stroke = "none"


class Pose(Item):
    name: Words
    alt: Words
    group: Group
    stance: Stance
    views: tuple[View, ...] = Field(default=("side",), min_length=1)
    not_after_weeks: float | None = Field(default=None, gt=0, le=LONGEST_PREGNANCY_WEEKS)
    hip: Place
    trunk: Trunk = Trunk()
    legs: Leg | None = None
    left_leg: Leg | None = None
    right_leg: Leg | None = None
    arms: Arm | None = None
    left_arm: Arm | None = None
    right_arm: Arm | None = None
    bun: bool = True  # hair let down where a wall or bed is behind her head
    props: tuple[Prop, ...] = ()
    massage: tuple[MassageHand, ...] = ()
    reviewed: Reviewed
    note: str = ""  # for the people who keep the knowledge base; never shown

    def model_post_init(self, _context: object, /) -> None:
        for name, pair, own in (
            ("leg", self.legs, (self.left_leg, self.right_leg)),
            ("arm", self.arms, (self.left_arm, self.right_arm)),
        ):
            if pair is None and None in own:
                raise ValueError(f"both {name}s are needed: {name}s, or left_{name} and right_{name}")
            if pair is not None and None not in own:
                raise ValueError(f"{name}s says nothing where left_{name} and right_{name} are given")

    def leg(self, side: str) -> Leg:
        found = (self.left_leg if side == "left" else self.right_leg) or self.legs
        assert found is not None  # model_post_init
        return found

    def arm(self, side: str) -> Arm:
        found = (self.left_arm if side == "left" else self.right_arm) or self.arms
        assert found is not None  # model_post_init
        return found

    def suits(self, weeks_pregnant: float | None) -> bool:
        """Whether it may be shown in this week; None is after the end of a pregnancy: lying flat is no question."""
        return weeks_pregnant is None or self.not_after_weeks is None or weeks_pregnant <= self.not_after_weeks

    @property
    def shows_baby(self) -> bool:
        """Such a picture is never shown to a woman whose baby is not with her."""
        return any(prop.kind in OF_A_BABY for prop in self.props)
