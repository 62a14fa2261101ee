"""Draws a pose: `draw(pose, Body(weeks_pregnant=24))` gives the text of an SVG.

The same input gives the same text. Nothing is fetched, no id is set (two pictures may stand on one page), and colours
come from the style sheet: every path has a class, and a fallback where no style sheet is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from carrywell.figure.layers import figure_layers
from carrywell.figure.massage import massage_marks
from carrywell.figure.path import MM
from carrywell.figure.proportions import Body
from carrywell.figure.props import sketched
from carrywell.figure.render import LINE_MM, Box, svg
from carrywell.figure.skeleton import Skeleton, skeleton
from carrywell.figure.sketch import Mark, Sketch
from carrywell.figure.vector import Camera, camera
from carrywell.model.pose import Pose, View
from carrywell.model.text import Text

CAMERAS: Mapping[str, Camera] = {"side": camera(0), "front": camera(90), "back": camera(-90)}
MARGIN_CM = 3.0


@dataclass(frozen=True, slots=True)
class Scene:
    marks: tuple[Mark, ...]
    box: Box


def english(text: Text) -> str:
    return text.english


def draw(
    pose: Pose,
    body: Body,
    view: View | None = None,
    *,
    mirrored: bool = False,
    width: int | None = None,
    within: Box | None = None,
    plain: bool = False,
    say: Callable[[Text], str] = english,
) -> str:
    """The picture as SVG text.

    `view` is the pose's own first view unless said; what is round her is drawn in that view only. `width` is in pixels.
    `within` gives several pictures the same frame (see `frame`); `plain` writes colours for print. ValueError where the
    pose has no such view, or a limb cannot reach its place.
    """
    scene = compose(pose, body, view)
    return svg(
        scene.marks, within or scene.box, say(pose.name), say(pose.alt), mirrored=mirrored, width=width, plain=plain
    )


def frame(poses: Iterable[Pose], bodies: Sequence[Body]) -> Box:
    """A box in which each of these pictures has room, so that the eye can go from one to the next."""
    boxes = [compose(pose, body).box for pose in poses for body in bodies]
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.joined(box)
    return whole


def compose(pose: Pose, body: Body, view: View | None = None) -> Scene:
    """What is drawn, in its order, and the box round it."""
    seen = view or pose.views[0]
    if seen not in pose.views:
        raise ValueError(f"{pose.id} has no view {seen!r}; allowed: {', '.join(pose.views)}")
    eye, her = CAMERAS[seen], skeleton(pose, body)
    layers = figure_layers(her, eye, bun=pose.bun and pose.stance != "lying_back")
    around: dict[str, list[Mark]] = {"behind": [], "between": [], "held": [], "front": []}
    points = list(layers.points)
    for prop, sheet in _things(pose, her, eye, seen):
        around[prop] += sheet.marks
        points += sheet.points
    hands = massage_marks(pose, her, eye)
    points += hands.points
    floor = _floor(pose, [x for x, _ in points])
    points += floor.points
    xs, ys = [x for x, _ in points], [y for _, y in points]
    back = (floor.marks, around["behind"], layers.behind, around["between"])
    order = (*back, layers.body, layers.legs, around["held"], layers.arms, around["front"], hands.marks)
    box = Box(min(xs) - MARGIN_CM, min(ys) - MARGIN_CM, max(xs) + MARGIN_CM, max(ys) + MARGIN_CM)
    return Scene(tuple(mark for marks in order for mark in marks), box)


def _things(pose: Pose, her: Skeleton, eye: Camera, seen: View) -> Iterable[tuple[str, Sketch]]:
    """Each thing is drawn for the pose's first view; only what she wears turns with her."""
    for prop in pose.props:
        if prop.kind == "belt" or (seen == pose.views[0] and prop.kind != "floor"):
            yield prop.layer, sketched(prop, her, eye)


def _floor(pose: Pose, xs: Sequence[float]) -> Sketch:
    """As long as the picture is broad."""
    sheet = Sketch()
    if any(prop.kind == "floor" for prop in pose.props):
        low = -LINE_MM / 2 / MM
        sheet.line((min(xs), low), (max(xs), low))
    return sheet
