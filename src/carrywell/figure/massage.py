"""The hands of the one who massages: flat on her back, with an arrow for the way they go."""

from __future__ import annotations

from math import atan2, cos, degrees, radians, sin

from carrywell.figure.skeleton import Skeleton
from carrywell.figure.sketch import Sketch
from carrywell.figure.trunk import on_surface
from carrywell.figure.vector import Camera
from carrywell.model.pose import MassageHand, Pose, Spot, Stroke

# Height above the hips, degrees around from the front on her right.
_SPOTS: dict[Spot, tuple[float, float]] = {
    "low_back": (17.0, 150.0),
    "mid_back": (28.0, 152.0),
    "upper_back": (38.0, 152.0),
    "shoulders": (47.5, 128.0),
    "buttocks": (-1.0, 145.0),
    "sacrum": (7.0, 174.0),
}


def massage_marks(pose: Pose, her: Skeleton, eye: Camera) -> Sketch:
    sheet = Sketch()
    for hand in pose.massage:
        _hand(sheet, hand, her, eye)
    return sheet


def _hand(sheet: Sketch, hand: MassageHand, her: Skeleton, eye: Camera) -> None:
    height, around = _SPOTS[hand.on]
    out = 1.0 if hand.side == "right" else -1.0
    here, above = (eye.flat(on_surface(her.slices, height + more, around * out)) for more in (0.0, 6.0))
    spine = eye.flat(on_surface(her.slices, height, 180.0))
    slant = degrees(atan2(-(above[1] - here[1]), above[0] - here[0])) - 90
    left = (here[0] - spine[0]) * cos(radians(slant)) - (here[1] - spine[1]) * sin(radians(slant)) < 0
    sheet.x, sheet.y, sheet.turn = here[0], -here[1], slant + (-14 if left else 14)
    flat_hand(sheet, left=left)
    sheet.turn = slant
    arrow(sheet, hand.stroke, -10.5 if left else 10.5)


def flat_hand(sheet: Sketch, *, left: bool) -> None:
    """A hand from its back, the fingers up, by the middle of its palm; the left one has its thumb to the right."""
    s = 1.0 if left else -1.0
    edge = (
        (3.2, -4.6), (7.2, 0.6), (8.0, 3.2), (6.8, 4.2), (3.9, 1.6), (4.0, 8.8), (2.1, 9.6), (2.1, 11.2), (0.0, 11.8),
        (-2.0, 11.2), (-2.0, 9.8), (-4.1, 8.8), (-4.0, 0.0), (-3.0, -5.0), (-2.4, -9.0), (2.4, -9.0),
    )  # fmt: skip
    sheet.shape([(s * x, y) for x, y in edge], 1.1, "hand")
    for x, tip in ((2.0, 9.4), (0.0, 10.6), (-2.0, 9.4)):
        sheet.line((s * x, 3.6), (s * x, tip), style="hand-line")


def arrow(sheet: Sketch, stroke: Stroke, aside: float) -> None:
    """The way the hand goes, drawn beside it: along, in circles, or held with steady pressure."""
    if stroke in ("up", "down"):
        low, high = (-9.0, 12.0) if stroke == "up" else (12.0, -9.0)
        back = -3.4 if stroke == "up" else 3.4
        sheet.line((aside, low), (aside, high), style="arrow")
        sheet.line((aside - 2.8, high + back), (aside, high), (aside + 2.8, high + back), style="arrow")
    elif stroke == "circle":
        turns = (40, 90, 140, 190, 240, 290, 340)
        ring = [(aside + 4.4 * cos(radians(at)), 2 + 4.4 * sin(radians(at))) for at in turns]
        sheet.curve(*ring, style="arrow")
        tip = ring[-1]
        sheet.line((tip[0] - 3.4, tip[1] - 0.2), tip, (tip[0] + 1.4, tip[1] - 3.0), style="arrow")
    elif stroke == "hold":
        for far in (1.0, 1.36):
            at = aside * far
            sheet.curve((at * 0.94, 6), (at, 1), (at * 0.94, -4), style="arrow")
