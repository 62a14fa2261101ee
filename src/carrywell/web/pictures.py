"""Pictures of the figure beside a sentence, small and light enough to stand in the page itself.

A picture with an address of its own would tell a log which week she is in and what she was advised.
"""

from __future__ import annotations

import re
from functools import lru_cache
from math import hypot

from django.utils.safestring import SafeString, mark_safe

from carrywell.app.engine import open_engine
from carrywell.figure.draw import draw, frame
from carrywell.figure.proportions import Body
from carrywell.model.case import About
from carrywell.model.pose import Pose

SMALL_PX = 112
COARSE_MM = {True: 9.0, False: 4.0}  # small or not: one user unit of the picture, less than a pixel of what is seen
HALF_A_UNIT = 0.5

_PATH = re.compile(r' d="([^"]*)"')
_STROKE = re.compile(r'( stroke-width=")(\d+)"')
_BOX = re.compile(r'viewBox="([^"]*)"')
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def picture(pose: Pose, about: About, language: str, width: int = SMALL_PX) -> SafeString | None:
    """The pose with her body, `width` pixels wide.

    None where it is not for her: lying flat late in pregnancy, or a baby where none is with her.
    """
    if not pose.suits(about.weeks_pregnant) or (pose.shows_baby and about.baby_with_me != "yes"):
        return None
    weeks = about.weeks_pregnant if about.weeks_pregnant is not None else about.weeks_postpartum
    return _drawn(pose, about.pregnant, round(weeks or 0), width, language)


def pictures_in_one_frame(poses: tuple[Pose, ...], about: About, width: int, language: str) -> tuple[SafeString, ...]:
    """The poses with her body, all in one frame, so that the eye can go from one to the next. Empty where one of them
    is not for her.
    """
    if any(not pose.suits(about.weeks_pregnant) or (pose.shows_baby and about.baby_with_me != "yes") for pose in poses):
        return ()
    weeks = about.weeks_pregnant if about.weeks_pregnant is not None else about.weeks_postpartum
    return _drawn_together(poses, about.pregnant, round(weeks or 0), width, language)


@lru_cache(maxsize=256)
def _drawn_together(
    poses: tuple[Pose, ...], pregnant: bool, weeks: int, width: int, language: str
) -> tuple[SafeString, ...]:
    say = open_engine().voice(language)
    body = Body(weeks_pregnant=weeks) if pregnant else Body(weeks_postpartum=weeks)
    box = frame(poses, [body])
    drawn = (
        coarser(draw(pose, body, width=width, within=box, say=say), COARSE_MM[width <= SMALL_PX]) for pose in poses
    )
    return tuple(mark_safe(picture) for picture in drawn)  # noqa: S308  our own words


@lru_cache(maxsize=512)
def _drawn(pose: Pose, pregnant: bool, weeks: int, width: int, language: str) -> SafeString:
    body = Body(weeks_pregnant=weeks) if pregnant else Body(weeks_postpartum=weeks)
    drawn = draw(pose, body, width=width, say=open_engine().voice(language))
    return mark_safe(coarser(drawn, COARSE_MM[width <= SMALL_PX]))  # noqa: S308  our own words


def coarser(svg: str, unit: float) -> str:
    """The same drawing in user units `unit` times as large, rounded: half as many bytes, and no shift along a path.

    Reads what carrywell.figure writes: M, and relative l, c, q and z.
    """
    svg = _PATH.sub(lambda found: f' d="{_coarser_path(found[1], unit)}"', svg)
    svg = _STROKE.sub(lambda found: f'{found[1]}{float(found[2]) / unit:.1f}"', svg)
    return _BOX.sub(lambda found: f'viewBox="{" ".join(_scaled(found[1], unit))}"', svg)


def _scaled(numbers: str, unit: float) -> list[str]:
    return [f"{float(number) / unit:.1f}" for number in numbers.split()]


def _coarser_path(path: str, unit: float) -> str:
    """Each point is rounded where it lies, not each step: so errors do not add up."""
    text = ""
    x = y = 0.0  # where the exact path has come to, in the new units
    at_x = at_y = 0  # where the rounded one has
    begin = (x, y, at_x, at_y)
    for letter, tail in _COMMAND.findall(path):
        numbers = [float(number) / unit for number in _NUMBER.findall(tail)]
        if letter == "z":
            x, y, at_x, at_y = begin
            text += "z"
            continue
        if letter == "M":
            x, y = numbers
            at_x, at_y = round(x), round(y)
            begin = (x, y, at_x, at_y)
            text += f"M{at_x} {at_y}"
            continue
        if letter == "c" and _is_nearly_quadratic(numbers):
            letter, numbers = "q", _quadratic(numbers)
        points = [(x + dx, y + dy) for dx, dy in zip(numbers[::2], numbers[1::2], strict=True)]
        text += _segment(letter, [whole for px, py in points for whole in (round(px) - at_x, round(py) - at_y)])
        x, y = points[-1]
        at_x, at_y = round(x), round(y)
    return text


def _is_nearly_quadratic(cubic: list[float]) -> bool:
    """Whether a quadratic curve with the same ends stays within half a unit: the error is sqrt(3)/36 of this vector."""
    ax, ay, bx, by, x, y = cubic
    return hypot(x - 3 * bx + 3 * ax, y - 3 * by + 3 * ay) * 3**0.5 / 36 < HALF_A_UNIT


def _quadratic(cubic: list[float]) -> list[float]:
    ax, ay, bx, by, x, y = cubic
    return [(3 * (ax + bx) - x) / 4, (3 * (ay + by) - y) / 4, x, y]


def _segment(letter: str, numbers: list[int]) -> str:
    """A curve no longer than a unit is a stroke, and one that goes nowhere is left out."""
    if all(abs(number) <= 1 for number in numbers):
        letter, numbers = "l", numbers[-2:]
    return letter + _joined(numbers) if any(numbers) else ""


def _joined(numbers: list[int]) -> str:
    return "".join(f"{number}" if at == 0 or number < 0 else f" {number}" for at, number in enumerate(numbers))
