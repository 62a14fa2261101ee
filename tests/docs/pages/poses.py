"""docs/reference/poses.md: every pose of the figure, by group, as it is read out."""

from __future__ import annotations

from carrywell.model.knowledge import Knowledge
from tests.docs.pages.markdown import page, table


def written(knowledge: Knowledge) -> dict[str, str]:
    return {"docs/reference/poses.md": _poses(knowledge)}


def _poses(knowledge: Knowledge) -> str:
    groups: dict[str, list[list[str]]] = {}
    for pose in knowledge.poses.values():
        until = f"not after {pose.not_after_weeks:g} weeks" if pose.not_after_weeks is not None else ""
        groups.setdefault(pose.group, []).append([f"`{pose.id}`", pose.alt.english, until])
    tables = (f"## {group}\n\n" + table(["Pose", "Read out as", "Limit"], rows) for group, rows in groups.items())
    intro = "The poses of the one figure, one file each in `kb/poses`. [How it is drawn](../explanation/figure.md)."
    return page("Poses", intro, *tables)
