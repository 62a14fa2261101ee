"""The picture of a way of doing a task, in the posture whose load is worked out."""

from __future__ import annotations

from dataclasses import fields

from django.utils.safestring import SafeString, mark_safe

from carrywell.app.engine import Engine
from carrywell.app.load import Loaded
from carrywell.body.posture import Posture
from carrywell.figure.draw import Scene, compose
from carrywell.figure.load_pose import load_pose, pose_that_stands_for
from carrywell.figure.proportions import Body
from carrywell.figure.render import Box, svg
from carrywell.model.load_task import LoadTask
from carrywell.model.pose import Pose
from carrywell.model.posture_parts import PostureAngles


def drawn(engine: Engine, loaded: Loaded, body: Body) -> Scene | None:
    """None where no picture is for her: lying flat late in pregnancy."""
    assert loaded.task is not None  # the pages show tasks only
    pose = _pose(engine, loaded.task, loaded.posture, body)
    return compose(pose, body) if pose.suits(body.weeks_pregnant) else None


def picture(seen: Scene | None, box: Box, title: str, desc: str) -> SafeString | None:
    """Its paths keep their number of points from one setting of a slider to the next, so that they can move."""
    if seen is None:
        return None
    return mark_safe(svg(seen.marks, box, title, desc))  # noqa: S308  numbers, and words that `svg` escapes


def angles_of(posture: Posture) -> PostureAngles:
    return PostureAngles(**{each.name: float(getattr(posture.angles, each.name)) for each in fields(posture.angles)})


def _pose(engine: Engine, task: LoadTask, posture: Posture, body: Body) -> Pose:
    stands_for = pose_that_stands_for(task, engine.knowledge.poses)
    return stands_for or load_pose(task, angles_of(posture), body)
