"""Furniture, seen from the side: wall, bed, chair, table and what stands in a home."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from carrywell.figure.sketch import Sketch
from carrywell.model.pose import Prop

Drawer = Callable[[Sketch, Prop], None]


def size_of(prop: Prop, width: float, height: float) -> tuple[float, float]:
    return (prop.size[0], prop.size[1]) if prop.size else (width, height)


def _wall(sheet: Sketch, prop: Prop) -> None:
    height = size_of(prop, 0, 175)[1]
    sheet.line((0, 0), (0, height))


def _mat(sheet: Sketch, prop: Prop) -> None:
    half = size_of(prop, 170, 0)[0] / 2
    sheet.box(-half, -1.6, half, 0, 0.8, "prop-soft")


def _bed(sheet: Sketch, prop: Prop) -> None:
    """`at` is the left end of the top of the mattress."""
    wide, high = size_of(prop, 195, 18)
    sheet.box(0, -high, wide, 0, 4, "prop-soft")
    sheet.box(-3, -high - 8, wide + 3, -high, 1.5)
    for x in (4.0, wide - 8):
        sheet.box(x, -sheet.y, x + 4, -high - 8, 0.8)


def _bed_above(sheet: Sketch, prop: Prop) -> None:
    """From above, by its middle: mattress, and the pillow at the head."""
    wide, high = size_of(prop, 100, 200)
    sheet.box(-wide / 2, -high / 2, wide / 2, high / 2, 6, "prop-soft")


def _pillow(sheet: Sketch, prop: Prop) -> None:
    wide, high = size_of(prop, 42, 13)
    w, h = wide / 2, high / 2
    sheet.blob(((-w, -h * 0.8), (-w * 0.5, -h), (w * 0.5, -h), (w, -h * 0.8), (w * 1.03, 0), (w, h * 0.8), (w * 0.5, h),
                (-w * 0.5, h), (-w, h * 0.8), (-w * 1.03, 0)), "pillow")  # fmt: skip


def _rolled_towel(sheet: Sketch, prop: Prop) -> None:
    across, up = size_of(prop, 8, 12)
    sheet.oval(0, 0, across / 2, up / 2, "pillow")
    sheet.curve((across * 0.22, up * 0.05), (0, up * 0.2), (-across * 0.2, 0), (0, -up * 0.2))


def _chair(sheet: Sketch, prop: Prop) -> None:
    """`at` is where seat and back meet."""
    deep, back = size_of(prop, 42, 44)
    floor = -sheet.y
    for x in (1.5, deep - 4.5):
        sheet.box(x, floor, x + 3, -3, 0.6)
    sheet.shape(((-1, -3), (2.6, -3), (0, back), (-3.6, back)), 1.2)
    sheet.box(-1, -4.2, deep, 0, 1.8, "prop-soft")


def _stool(sheet: Sketch, prop: Prop) -> None:
    """`at` is the middle of the seat."""
    wide, _ = size_of(prop, 36, 0)
    floor = -sheet.y
    for x in (-wide / 2 + 3, wide / 2 - 6):
        sheet.box(x, floor, x + 3, -3, 0.6)
    sheet.box(-wide / 2, -4, wide / 2, 0, 1.8, "prop-soft")


def _foot_stool(sheet: Sketch, prop: Prop) -> None:
    """`at` is the middle of its top; it stands on the floor."""
    wide, _ = size_of(prop, 34, 0)
    sheet.box(-wide / 2, -sheet.y, wide / 2, 0, 1.5, "prop-soft")


def _stairs(sheet: Sketch, prop: Prop) -> None:
    """Up to the right; `size` is tread and rise, `at` the foot of the first rise."""
    tread, rise = size_of(prop, 28, 17)
    points = [(0.0, 0.0)]
    for step in range(3):
        points += [(step * tread, (step + 1) * rise), ((step + 1) * tread, (step + 1) * rise)]
    sheet.shape([*points, (3 * tread, 0.0)], 0.8)
    sheet.line((-8, 80), (3 * tread - 6, 80 + 3 * rise + 2))


def _sofa(sheet: Sketch, prop: Prop) -> None:
    """A soft, low seat; `at` is where seat and back meet."""
    deep, back = size_of(prop, 62, 40)
    floor = -sheet.y
    sheet.shape(
        ((-22, floor + 5), (deep, floor + 5), (deep, 1), (0, -2), (-8, back), (-20, back), (-22, back - 6)),
        5,
        "prop-soft",
    )
    for x in (-18.0, deep - 8):
        sheet.box(x, floor, x + 5, floor + 5, 0.6)


def _table(sheet: Sketch, prop: Prop) -> None:
    """`at` is the edge next to her, on top; it goes on to the right."""
    wide, _ = size_of(prop, 70, 0)
    floor = -sheet.y
    for x in (5.0, wide - 8):
        sheet.box(x, floor, x + 3.4, -3, 0.6)
    sheet.box(0, -3.6, wide, 0, 1.2)


def _shelf(sheet: Sketch, prop: Prop) -> None:
    """`at` is the edge next to her, on top; it hangs on a wall at its far end."""
    wide, _ = size_of(prop, 40, 0)
    sheet.line((wide, -26), (wide, 26))
    sheet.box(0, -2.6, wide, 0, 0.8)


def _desk(sheet: Sketch, prop: Prop) -> None:
    """A table with a screen on it, and the keyboard near her."""
    _table(sheet, prop)
    wide, _ = size_of(prop, 70, 0)
    sheet.shape(((wide - 27, 3), (wide - 24.5, 3), (wide - 22, 40), (wide - 24.5, 40)), 0.8, "prop-soft")
    sheet.line((wide - 24, 3), (wide - 20, 3), (wide - 20, 0))
    sheet.box(wide - 28, 0, wide - 14, 1.6, 0.6)
    sheet.box(8, 0, 26, 1.4, 0.6)


def _worktop(sheet: Sketch, prop: Prop) -> None:
    """A cupboard to the floor with a free space for the feet; `at` is its edge, on top."""
    wide, _ = size_of(prop, 58, 0)
    floor = -sheet.y
    sheet.box(6, floor, wide, -3, 1)
    sheet.box(3, floor + 9, wide, -3, 1)
    sheet.box(0, -4, wide, 0, 1.2, "prop-soft")


def _sink(sheet: Sketch, prop: Prop) -> None:
    _worktop(sheet, prop)
    sheet.curve((44, 0), (44, 24), (40, 30), (33, 29), (32, 23))
    sheet.oval(23, 2.2, 9, 3.4)


def _bath(sheet: Sketch, prop: Prop) -> None:
    """`at` is the top of the rim next to her."""
    wide, _ = size_of(prop, 70, 0)
    floor = -sheet.y
    sheet.shape(((2, 0), (wide, 0), (wide, floor), (6, floor)), 6, "prop-soft")
    sheet.box(-2, -4, wide + 2, 0, 1.8)


def _car(sheet: Sketch, prop: Prop) -> None:
    """The open side of a car: wheels, sill, seat and the frame of the door; `at` is where seat and back meet."""
    floor = -sheet.y
    for x in (-30.0, 72.0):
        sheet.oval(x, floor + 14, 14, 14)
        sheet.oval(x, floor + 14, 5, 5)
    sheet.curve((-36, floor + 26), (-28, 62), (-12, 82), (28, 86), (58, 72), (80, 38), (82, floor + 26))
    sheet.box(-38, floor + 13, 84, floor + 26, 4, "prop-soft")
    sheet.shape(((-4, -13), (44, -13), (44, -1), (0, -3), (-10, 48), (-18, 47)), 3)
    sheet.oval(-9, 57, 5, 8)


def _washing_machine(sheet: Sketch, prop: Prop) -> None:
    """`at` is its front, on the floor."""
    sheet.box(0, 2, 58, 84, 2, "prop-soft")
    sheet.line((0, 72), (58, 72))
    sheet.shape(((-1.5, 28), (0, 26), (0, 62), (-1.5, 60)), 0.6)


DRAWN: Mapping[str, Drawer] = {
    "wall": _wall,
    "mat": _mat,
    "bed": _bed,
    "bed_above": _bed_above,
    "pillow": _pillow,
    "rolled_towel": _rolled_towel,
    "chair": _chair,
    "stool": _stool,
    "foot_stool": _foot_stool,
    "stairs": _stairs,
    "sofa": _sofa,
    "table": _table,
    "shelf": _shelf,
    "desk": _desk,
    "worktop": _worktop,
    "sink": _sink,
    "bath": _bath,
    "car": _car,
    "washing_machine": _washing_machine,
}
