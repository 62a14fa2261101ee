"""A baby in arms, lying and in a carrier, a cot, and a toddler."""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.figure.furniture import Drawer
from carrywell.figure.sketch import Sketch
from carrywell.model.pose import Prop


def _baby(sheet: Sketch, _prop: Prop) -> None:
    """Wrapped, from the side: by the middle of its body, the head to the left where it is not turned."""
    sheet.blob(((-14, 0), (-11, 7), (0, 8.4), (14, 7), (21, 1), (14, -6), (0, -7.6), (-11, -7)), "baby")
    sheet.oval(-19, 1, 7.2, 6.6, "baby-skin")
    sheet.curve((-8, 7.6), (-3, 0), (-6, -7))


def _baby_lying(sheet: Sketch, _prop: Prop) -> None:
    """On its back, knees drawn up, by the place under its hips; the head to the left."""
    sheet.blob(((-20, 1), (-14, 10.5), (-4, 11), (6, 10), (9, 5), (6, 0.6), (-12, 0.4)), "baby")
    sheet.blob(((2, 2), (5, 9), (13, 18), (17, 17), (15, 11), (20, 6), (20, 3), (12, 1.6)), "baby")
    sheet.oval(-26, 7.4, 7.4, 6.8, "baby-skin")
    sheet.curve((-12, 8), (-10, 15), (-4, 18), style="baby-arm")


def _carrier(sheet: Sketch, _prop: Prop) -> None:
    """A baby upright on her chest in a carrier, by the middle of its back; she is to the left of it."""
    sheet.oval(-1, 21, 6.8, 7.4, "baby-skin")
    sheet.blob(((-12, 12), (-4, 14.5), (4, 11), (7, 0), (4, -12), (-4, -17), (-12, -14), (-16, -8)), "prop-soft")
    sheet.curve((-4, 14), (-12, 22), (-19, 27), style="strap")
    sheet.curve((-10, -15), (-20, -17), (-30, -14), style="strap")
    sheet.blob(((-8, -13), (-2, -14), (3, -22), (5, -28), (0, -29), (-4, -24), (-9, -18)), "baby")


def _toddler(sheet: Sketch, _prop: Prop) -> None:
    """A child of two, standing, by the middle between its feet, looking to the left."""
    sheet.blob(((-7, 1), (-7, 8), (-5, 26), (0, 40), (5, 26), (7, 10), (6, 1), (2, 0.6), (0.5, 18), (-1, 0.6)), "baby")
    sheet.blob(((-9, 30), (-8, 48), (-4, 57), (3, 57), (7.5, 48), (8, 30), (0, 26)), "baby")
    sheet.curve((-4, 52), (-13, 58), (-18, 66), style="baby-arm")
    sheet.oval(-1, 69, 10, 11.5, "baby-skin")
    sheet.blob(((-9, 74), (-4, 81.5), (3, 81.5), (9.5, 75), (10, 66), (7, 63), (4, 72)), "hair")


def _toddler_hip(sheet: Sketch, _prop: Prop) -> None:
    """A child sitting on her left hip, seen from the front: by its seat, she is to the left of it."""
    sheet.blob(((-14, -2), (-8, 3), (4, 3), (9, -6), (6, -22), (1, -23), (-1, -10), (-10, -9)), "baby")
    sheet.blob(((-7, 0), (-7, 16), (-4, 26), (3, 27), (8, 18), (9, 4), (4, -3)), "baby")
    sheet.curve((-3, 22), (-12, 24), (-18, 28), style="baby-arm")
    sheet.oval(0.5, 37, 9, 10.5, "baby-skin")
    sheet.blob(((-8, 40), (-5, 47.5), (0.5, 49), (6, 47.5), (9, 40), (4, 44), (0, 45), (-4, 44)), "hair")


def _cot(sheet: Sketch, prop: Prop) -> None:
    """`at` is the top of the rail next to her; the mattress lies 36 cm lower."""
    wide, deep = (prop.size[0], prop.size[1]) if prop.size else (62, 36)
    floor = -sheet.y
    sheet.box(1, -deep - 9, wide, -deep, 2, "prop-soft")
    for x in (0.0, wide - 3):
        sheet.box(x, floor, x + 3, 0, 0.8)
    for at in range(1, 5):
        x = wide * at / 5
        sheet.line((x, -deep), (x, -3))
    sheet.box(0, -3.6, wide, 0, 1.2)


DRAWN: Mapping[str, Drawer] = {
    "baby": _baby,
    "baby_lying": _baby_lying,
    "carrier": _carrier,
    "toddler": _toddler,
    "toddler_hip": _toddler_hip,
    "cot": _cot,
}
