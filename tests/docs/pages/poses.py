"""docs/reference/poses.md: every pose of the figure, with what its picture is described as."""

from __future__ import annotations

from carrywell.model.knowledge import Knowledge
from carrywell.model.pose import Pose
from tests.docs.pages.markdown import page, table

_GROUPS = {
    "body": "The body",
    "rest": "Standing, sitting and lying",
    "exercise": "Exercises",
    "task": "Tasks of the day",
    "massage": "Massage",
}


def written(knowledge: Knowledge) -> dict[str, str]:
    intro = (
        "What the [figure](../explanation/figure.md) can show. *Until* is the last week of pregnancy in which the "
        "picture may be shown; *child* says that a baby or child is in it."
    )
    parts = [f"## {title}\n\n{_table(knowledge, group)}" for group, title in _GROUPS.items()]
    return {"docs/reference/poses.md": page("Poses", intro, *parts)}


def _table(knowledge: Knowledge, group: str) -> str:
    poses = sorted((pose for pose in knowledge.poses.values() if pose.group == group), key=lambda pose: pose.id)
    return table(["Id", "Described as", "Views", "Until", ""], [_row(pose) for pose in poses])


def _row(pose: Pose) -> list[str]:
    until = f"{pose.not_after_weeks:g}" if pose.not_after_weeks else ""
    return [f"`{pose.id}`", pose.alt.english, ", ".join(pose.views), until, "child" if pose.shows_baby else ""]
