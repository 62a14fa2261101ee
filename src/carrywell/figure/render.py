"""From marks to the text of an SVG: classes, colours, line weights, title and description."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from carrywell.figure.path import MM
from carrywell.figure.sketch import Mark

LINE_MM = 10
INK = "#22303a"

# Style -> variable of the style sheet, and the colour where there is none; on warm paper.
PAINT = {
    "skin": ("--figure-skin", "#fffdf9"),
    "skin-far": ("--figure-skin-far", "#f1ebe0"),
    "clothes": ("--figure-clothes", "#c9d6d3"),
    "clothes-far": ("--figure-clothes-far", "#aebfbc"),
    "hair": ("--figure-hair", "#4c5b63"),
    "prop": ("--figure-prop", "#fffdf9"),
    "prop-soft": ("--figure-prop-soft", "#efe8db"),
    "pillow": ("--figure-prop", "#fffdf9"),
    "belt": ("--figure-belt", "#1f5c66"),
    "baby": ("--figure-baby", "#f3e3c3"),
    "baby-skin": ("--figure-skin", "#fffdf9"),
    "hand": ("--figure-hand", "#f3e3c3"),
}
_STROKES = {"detail": 7, "prop-line": 10, "strap": 22, "baby-arm": 10, "arrow": 13, "hand-line": 7}  # in mm, not filled
_QUIET = frozenset({"prop", "prop-soft", "prop-line", "pillow", "detail", "strap", "hand-line"})


@dataclass(frozen=True, slots=True)
class Box:
    """What the picture shows: left, top, right, bottom, in cm, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    @property
    def across(self) -> float:
        return self.right - self.left

    @property
    def down(self) -> float:
        return self.bottom - self.top


def svg(
    marks: Iterable[Mark],
    box: Box,
    title: str,
    desc: str,
    *,
    mirrored: bool = False,
    width: int | None = None,
    plain: bool = False,
) -> str:
    """`plain` writes colours as they are, for readers of SVG that know no style sheet (print, PDF)."""
    left = -box.right if mirrored else box.left
    shown = f"{left * MM:.0f} {box.top * MM:.0f} {box.across * MM:.0f} {box.down * MM:.0f}"
    size = f' width="{width}" height="{round(width * box.down / box.across)}"' if width else ""
    flip = ' transform="scale(-1 1)"' if mirrored else ""
    line = INK if plain else "currentColor"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" viewBox="{shown}"{size}>'
        f"<title>{escape(title)}</title><desc>{escape(desc)}</desc>"
        f'<g fill="none" stroke="{line}" stroke-width="{2 * LINE_MM}" stroke-linejoin="round" '
        f'paint-order="stroke"{flip}>{"".join(_path(mark, plain) for mark in marks)}</g></svg>'
    )


def _path(mark: Mark, plain: bool) -> str:
    """A filled outline is drawn twice as heavy and then covered by its filling, so that half of it shows."""
    quiet = ' stroke-opacity=".6"' if mark.style in _QUIET else ""
    if mark.style in _STROKES:
        weight = f'stroke-linecap="round" stroke-width="{_STROKES[mark.style]}"{quiet}'
        return f'<path class="figure-{mark.style}" {weight} d="{mark.d}"/>'
    variable, colour = PAINT[mark.style]
    fill = colour if plain else f"var({variable},{colour})"
    line = quiet if mark.outlined else ' stroke="none"'
    return f'<path class="figure-{mark.style}" fill="{fill}"{line} d="{mark.d}"/>'
