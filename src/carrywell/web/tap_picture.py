"""Where it hurts, to tap on: the figure from behind and in front, each place a label of its check box in the list.

The list is what counts, for the keyboard, for a screen reader and where no picture is shown; so the picture is hidden
from assistive technology, and works without a script.
"""

from __future__ import annotations

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from carrywell.figure.path import MM
from carrywell.figure.proportions import Body
from carrywell.figure.regions import Region, TapView, regions, tap_scene
from carrywell.figure.render import svg
from carrywell.model.case import SITES, About
from carrywell.model.pose import Pose

VIEWS: tuple[TapView, ...] = ("back", "front")
_WIDTH_PX = 320


def tap_pictures(pose: Pose, about: About) -> dict[TapView, SafeString]:
    """Both views of her at her week. The number of a site's check box is its place in the contract's list."""
    weeks = round(about.weeks_pregnant if about.weeks_pregnant is not None else about.weeks_postpartum or 0)
    return {view: _picture(pose, about.pregnant, weeks, view) for view in VIEWS}


@lru_cache(maxsize=128)
def _picture(pose: Pose, pregnant: bool, weeks: int, view: TapView) -> SafeString:
    body = Body(weeks_pregnant=weeks) if pregnant else Body(weeks_postpartum=weeks)
    scene = tap_scene(pose, body, view)
    drawn = svg(scene.marks, scene.box, "", "", width=_WIDTH_PX)
    targets = "".join(_target(region) for region in regions(pose, body, view))
    opened = drawn.replace('role="img"', 'aria-hidden="true" focusable="false"', 1)
    opened = opened.replace("<title></title><desc></desc>", "", 1)
    return mark_safe(opened.replace("</svg>", f"{targets}</svg>"))  # noqa: S308  numbers and our own names only


def _target(region: Region) -> str:
    box = region.box
    place = (
        f'x="{box.left * MM:.0f}" y="{box.top * MM:.0f}" '
        f'width="{box.across * MM:.0f}" height="{box.down * MM:.0f}"'
    )  # fmt: skip
    number = SITES.index(region.site) + 1
    return (
        f'<rect class="cw-tap__place cw-tap__place--{number}" {place} rx="20"/>'
        f'<foreignObject {place}><label class="cw-tap__label" for="sites-{number}"></label></foreignObject>'
    )
