"""The tap picture: for every place where it can hurt, a large target on the standing figure, front or back.

The targets are boxes in shares of the picture, so that check boxes can be laid over it without a script. They follow
her body, so they follow her belly.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

from carrywell.figure.draw import CAMERAS, Scene, compose
from carrywell.figure.path import MM
from carrywell.figure.proportions import Body
from carrywell.figure.render import Box, svg
from carrywell.figure.skeleton import Skeleton, skeleton
from carrywell.figure.vector import Vec, add, mix, sub
from carrywell.model.case import Site
from carrywell.model.pose import Pose

Which = Literal["left", "right", "middle"]
TapView = Literal["front", "back"]
_SIDES: tuple[Which, Which] = ("left", "right")

# Half of a target that anatomy would make smaller than a finger: 44 px where the picture is 320 px and 76 cm wide.
PICTURE_CM = 76.0
LEAST_CM = 44 / 320 * PICTURE_CM


@dataclass(frozen=True, slots=True)
class Region:
    """One target. `side` is hers. The box is in cm on the picture, y downwards."""

    site: Site
    side: Which
    box: Box

    @property
    def name(self) -> str:
        return f"site-{self.site}" if self.side == "middle" else f"site-{self.site}-{self.side}"

    def share_of(self, picture: Box) -> tuple[float, float, float, float]:
        """Left, top, width and height in per cent of the picture."""
        return (
            (self.box.left - picture.left) / picture.across * 100,
            (self.box.top - picture.top) / picture.down * 100,
            self.box.across / picture.across * 100,
            self.box.down / picture.down * 100,
        )


# Heights above the hips, from and to, and how far from the middle line, from and to; `None` reaches to her outline.
_Span = tuple[float, float, float, float | None]
_FRONT: dict[Site, _Span] = {
    "chest": (33.2, 44.0, 0.0, 13.5),
    "tummy_upper": (17.2, 32.8, 0.0, 7.8),
    "tummy_low": (5.6, 16.8, 0.0, None),
    "pubic_bone": (-5.6, 5.2, 0.0, 5.3),
    "ribs": (21.6, 32.8, 8.2, None),
    "groin": (-5.6, 5.2, 5.7, 16.2),
    "hip_outer": (-5.6, 5.2, 16.6, 28.0),
}
_BACK: dict[Site, _Span] = {
    "neck": (51.4, 63.0, 0.0, 6.4),
    "upper_back": (37.6, 51.0, 0.0, 10.4),
    "mid_back": (26.2, 37.2, 0.0, 13.0),
    "low_back": (6.0, 25.8, 0.0, 7.0),
    "tailbone": (-8.8, 5.6, 0.0, 7.0),
    "shoulder": (39.4, 54.0, 10.8, 23.0),
    "flank": (13.2, 25.8, 7.4, 18.4),
    "pelvis_back": (-8.8, 12.8, 7.4, 18.4),
}


def regions(pose: Pose, body: Body, view: TapView) -> tuple[Region, ...]:
    """The targets on a standing figure; none of them overlaps another."""
    her = skeleton(pose, body)
    spans = _FRONT if view == "front" else _BACK
    found = [region for site, span in spans.items() for region in _on_trunk(her, view, site, span)]
    return (*found, *_on_legs(her, view))


def _on_trunk(her: Skeleton, view: TapView, site: Site, span: _Span) -> Iterator[Region]:
    low, high, inner, outer = span
    if outer is None:
        outer = max(inner + LEAST_CM, _half_at(her, (low + high) / 2) + 1.0)
    if not inner:
        yield Region(site, "middle", _box(her, view, (low, high), (-outer, outer)))
        return
    for side in _SIDES:
        sign = 1 if side == "right" else -1
        yield Region(site, side, _box(her, view, (low, high), (sign * inner, sign * outer)))


def _half_at(her: Skeleton, height: float) -> float:
    return min(her.slices, key=lambda cut: abs(cut.height - height)).half


def _box(her: Skeleton, view: TapView, heights: tuple[float, float], rights: tuple[float, float]) -> Box:
    return _round(view, [her.root.at(0.0, up, right) for up in heights for right in rights])


def _round(view: TapView, points: list[Vec]) -> Box:
    flat = [CAMERAS[view].flat(point) for point in points]
    xs, ys = [x for x, _ in flat], [y for _, y in flat]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _on_legs(her: Skeleton, view: TapView) -> Iterator[Region]:
    """Thigh and foot in front, thigh and lower leg behind."""
    for side in _SIDES:
        leg = her.legs[side]
        if view == "front":
            yield _beside_middle(
                "thigh_front", side, her, view, mix(leg.hip, leg.knee, 0.26), mix(leg.hip, leg.knee, 0.86)
            )
            low = sub(leg.heel, (0.0, 1.5, 0.0))
            yield _beside_middle("foot", side, her, view, add(low, (0.0, LEAST_CM, 0.0)), low)
        else:
            yield _beside_middle(
                "thigh_back", side, her, view, mix(leg.hip, leg.knee, 0.28), mix(leg.hip, leg.knee, 0.9)
            )
            top, low = mix(leg.knee, leg.ankle, 0.12), mix(leg.knee, leg.ankle, 0.86)
            yield _beside_middle("lower_leg", side, her, view, top, low)


def _beside_middle(site: Site, side: Which, her: Skeleton, view: TapView, top: Vec, low: Vec) -> Region:
    """As broad as a finger needs and half more, up to the middle line."""
    box, middle = _round(view, [top, low]), CAMERAS[view].flat(her.root.origin)[0]
    wide = LEAST_CM * 1.5
    left = middle + 0.2 if box.left > middle else middle - 0.2 - wide
    return Region(site, side, Box(left, box.top, left + wide, box.bottom))


def tap_scene(pose: Pose, body: Body, view: TapView) -> Scene:
    """The figure with room for every target, always as broad as `PICTURE_CM`."""
    scene = compose(pose, body, view)
    middle = (scene.box.left + scene.box.right) / 2
    return Scene(scene.marks, Box(middle - PICTURE_CM / 2, scene.box.top, middle + PICTURE_CM / 2, scene.box.bottom))


def tap_picture(pose: Pose, body: Body, view: TapView, title: str, desc: str, *, width: int = 320) -> str:
    """The figure, and over it the group of targets: `<g id="site-low_back" class="site">` with one box each."""
    scene = tap_scene(pose, body, view)
    drawn = svg(scene.marks, scene.box, title, desc, width=width)
    targets = "".join(_target(region) for region in regions(pose, body, view))
    return drawn.replace("</svg>", f'<g class="sites" fill="transparent" stroke="none">{targets}</g></svg>')


def _target(region: Region) -> str:
    box, name = region.box, escape(region.name)
    return (
        f'<g id="{name}" class="site"><rect x="{box.left * MM:.0f}" y="{box.top * MM:.0f}" '
        f'width="{box.across * MM:.0f}" height="{box.down * MM:.0f}" rx="20"/></g>'
    )
