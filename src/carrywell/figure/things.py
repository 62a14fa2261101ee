"""Things that she holds, pushes or wears, seen from the side."""

from __future__ import annotations

from collections.abc import Mapping
from math import atan2, cos, hypot, radians, sin

from carrywell.figure.furniture import Drawer, size_of
from carrywell.figure.outline import edges
from carrywell.figure.skeleton import Skeleton
from carrywell.figure.sketch import Sketch
from carrywell.figure.vector import Camera, Flat
from carrywell.model.pose import Prop

_BELT_CM = (1.0, 9.0)  # over the hip bones, above the joints


def belt(her: Skeleton, eye: Camera) -> Sketch:
    """A pelvic belt follows her hips, so it is drawn from her slices."""
    sheet = Sketch()
    left, right = [], []
    for cut in her.slices:
        if _BELT_CM[0] <= cut.height <= _BELT_CM[1]:
            bulge = min(cut.front, 9.4)  # it passes below the belly
            one, other = edges(cut.frame, cut.half + 0.8, (bulge + cut.back) / 2 + 0.8, (bulge - cut.back) / 2, eye)
            left.append((one[0], -one[1]))
            right.append((other[0], -other[1]))
    sheet.shape([*left, *right[::-1]], 0.8, "belt")
    return sheet


def _end(sheet: Sketch, prop: Prop) -> Flat:
    """The far end, from the near one."""
    assert prop.to is not None  # Prop checks it
    return prop.to[0] - sheet.x, prop.to[1] - sheet.y


def _ball(sheet: Sketch, prop: Prop) -> None:
    """A large exercise ball, by its middle."""
    half = size_of(prop, 60, 0)[0] / 2
    points = [(half * cos(radians(at * 30)), half * sin(radians(at * 30))) for at in range(12)]
    sheet.blob(points, "prop-soft")
    sheet.curve(*[(half * 0.78 * cos(radians(at)), half * 0.78 * sin(radians(at))) for at in (110, 130, 150)])


def _box(sheet: Sketch, prop: Prop) -> None:
    """By the middle of its bottom."""
    wide, high = size_of(prop, 34, 26)
    sheet.box(-wide / 2, 0, wide / 2, high, 1.2, "prop-soft")
    sheet.line((-wide / 2, high * 0.68), (wide / 2, high * 0.68))


def _basket(sheet: Sketch, prop: Prop) -> None:
    """A laundry basket, by the middle of its bottom."""
    wide, high = size_of(prop, 40, 24)
    sheet.shape(((-wide / 2 + 5, 0), (wide / 2 - 5, 0), (wide / 2, high), (-wide / 2, high)), 2, "prop-soft")
    sheet.line((-wide / 2 - 1, high), (wide / 2 + 1, high))
    for x in (-wide / 5, wide / 5):
        sheet.line((x * 0.8, 4), (x, high - 4))


def _shopping_bag(sheet: Sketch, prop: Prop) -> None:
    """Hangs from `at`; `size` is how much larger than a light one it is."""
    w, h = size_of(prop, 1, 1)
    sheet.curve((-6 * w, -16), (-2.6, -3), (0, 0), (2.6, -3), (6 * w, -16))
    sheet.shape(((-9 * w, -15), (9 * w, -15), (11 * w, -15 - 27 * h), (-11 * w, -15 - 27 * h)), 2.4, "prop-soft")


def _backpack(sheet: Sketch, prop: Prop) -> None:
    """By the middle of the side that lies on her back."""
    sheet.shape(((0, -22), (0, 20), (-10, 23), (-17, 12), (-19, -16), (-14, -23)), 5, "prop-soft")
    sheet.shape(((-17, -14), (-17, 2), (-22, 0), (-22, -13)), 2)


def _backpack_strap(sheet: Sketch, _prop: Prop) -> None:
    """Over the near shoulder and back under the arm, from the same place as the backpack."""
    sheet.curve((0, 17), (5, 19.5), (11.5, 15), (13.5, 5), (10.5, -5), (3, -11), (-1, -12), style="strap")


def _bucket(sheet: Sketch, prop: Prop) -> None:
    sheet.shape(((-9, 0), (9, 0), (12, 24), (-12, 24)), 1.6, "prop-soft")
    sheet.curve((-12, 23), (-6, 34), (6, 34), (12, 23))


def _pole(sheet: Sketch, end: Flat, half: float = 0.9) -> None:
    """A pole from the place to `end`."""
    slant = atan2(end[1], end[0])
    x, y = -sin(slant) * half, cos(slant) * half
    sheet.shape(((x, y), (end[0] + x, end[1] + y), (end[0] - x, end[1] - y), (-x, -y)), 0.7)


def _mop(sheet: Sketch, prop: Prop) -> None:
    x, y = _end(sheet, prop)
    _pole(sheet, (x, y))
    sheet.shape(((x - 5, y + 7), (x + 3, y + 7), (x + 13, y), (x - 12, y)), 2.5, "prop-soft")


def _vacuum(sheet: Sketch, prop: Prop) -> None:
    """An upright cleaner: handle at `at`, foot at `to`."""
    x, y = _end(sheet, prop)
    _pole(sheet, (x, y), 1.0)
    long = hypot(x, y)
    aside = (-y / long * 5.5, x / long * 5.5)
    corners = ((0.52, 1), (0.9, 1), (0.9, -1), (0.52, -1))
    sheet.shape([(x * share + aside[0] * k, y * share + aside[1] * k) for share, k in corners], 3, "prop-soft")
    sheet.box(x - 9, y, x + 17, y + 7, 3, "prop-soft")


def _stick(sheet: Sketch, prop: Prop) -> None:
    _pole(sheet, _end(sheet, prop), 1.0)


def _pram(sheet: Sketch, prop: Prop) -> None:
    """`at` is the handle; the wheels stand on the floor."""
    floor = -sheet.y
    axle = floor + 13
    sheet.line((0, 0), (6, -3), (46, axle))
    sheet.line((20, axle), (52, floor + 52))
    for x in (18.0, 66.0):
        sheet.oval(x, axle, 13, 13)
        sheet.oval(x, axle, 3, 3)
    sheet.line((18, axle), (66, axle))
    sheet.shape(((22, floor + 60), (26, floor + 40), (74, floor + 38), (82, floor + 60)), 8, "prop-soft")
    sheet.blob(((22, floor + 60), (18, floor + 78), (34, floor + 92), (48, floor + 84), (52, floor + 60)), "prop-soft")


def _bike(sheet: Sketch, prop: Prop) -> None:
    """An exercise bike; `at` is the top of the saddle, `to` the bars, the crank 62 cm below and ahead."""
    bars = _end(sheet, prop)
    floor = -sheet.y
    crank = (20.0, floor + 27.0)
    sheet.box(-22, floor, 76, floor + 4, 1.6, "prop-soft")
    sheet.oval(52, floor + 25, 19, 19, "prop-soft")
    sheet.line((-2, -3), crank, (50, floor + 25))
    sheet.line(crank, (12, floor + 3))
    sheet.line((52, floor + 25), (46, bars[1] - 4), bars)
    sheet.shape(((-13, -4), (12, -2.5), (13, -0.5), (-13, 0.5)), 1.6)
    sheet.oval(crank[0], crank[1], 5, 5)


def _water(sheet: Sketch, prop: Prop) -> None:
    half = size_of(prop, 120, 0)[0] / 2
    waves = int(half * 2 // 12)
    sheet.curve(*[(-half + at * 12, 1.6 if at % 2 else -1.6) for at in range(waves + 1)])


def _pan(sheet: Sketch, _prop: Prop) -> None:
    """By the middle of its bottom."""
    sheet.shape(((-11, 0), (11, 0), (11, 12), (-11, 12)), 2.0, "prop-soft")
    sheet.line((11, 9), (24, 11))


def _iron(sheet: Sketch, _prop: Prop) -> None:
    """By the middle of its sole."""
    sheet.shape(((-11, 0), (13, 0), (9, 5), (0, 7), (-10, 6)), 1.6, "prop-soft")
    sheet.curve((-8, 6), (-6, 12), (2, 12), (6, 6))


def _arrow(sheet: Sketch, prop: Prop) -> None:
    """The way something moves, from `at` to `to`."""
    x, y = _end(sheet, prop)
    long = hypot(x, y)
    back, aside = (x / long * 4.2, y / long * 4.2), (y / long * 3.4, -x / long * 3.4)
    sheet.line((0, 0), (x, y), style="arrow")
    tip = [(x - back[0] + k * aside[0], y - back[1] + k * aside[1]) for k in (-1, 1)]
    sheet.line(tip[0], (x, y), tip[1], style="arrow")


DRAWN: Mapping[str, Drawer] = {
    "arrow": _arrow,
    "ball": _ball,
    "box": _box,
    "basket": _basket,
    "shopping_bag": _shopping_bag,
    "backpack": _backpack,
    "backpack_strap": _backpack_strap,
    "bucket": _bucket,
    "mop": _mop,
    "vacuum": _vacuum,
    "stick": _stick,
    "pram": _pram,
    "bike": _bike,
    "water": _water,
    "pan": _pan,
    "iron": _iron,
}
