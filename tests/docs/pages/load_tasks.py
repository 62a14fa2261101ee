"""docs/reference/load-tasks.md: the tasks whose load is worked out: angles, their range, and what checks it."""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.model.knowledge import Knowledge
from carrywell.model.load_task import LoadTask
from carrywell.model.posture_parts import PostureAngles
from tests.docs.pages.markdown import code, page, table


def written(knowledge: Knowledge) -> dict[str, str]:
    intro = (
        "What `carrywell load` knows ([how it is worked out](../explanation/body.md)). Angles in degrees, read by us; "
        "± is half the range within which women do the task. Where the height of the work decides, lean and arms "
        "follow from it. *Checked*: whether anybody measured the load in it, "
        "something close to it, or nothing. No one has measured the load on a pregnant woman's back. A belt is not "
        "among them: nobody gave its effect on the load a number, so it is a matter of comfort here."
    )
    tasks = sorted(knowledge.load_tasks.values(), key=lambda task: task.order)
    heads = ["Id", "Name", "Posture", "Holds", "Less load", "Checked"]
    return {"docs/reference/load-tasks.md": page("Tasks and their load", intro, table(heads, map(_row, tasks)))}


def _row(task: LoadTask) -> list[str]:
    holds = ", ".join(f"{load.kg:g} kg {load.at.replace('_', ' ')}" for load in task.loads)
    checked = " ".join([task.checked_by, *(f"`{source}`" for source in task.sources)])
    return [f"`{task.id}`", task.name.english, _posture(task), holds, code(task.better), checked]


def _posture(task: LoadTask) -> str:
    if task.times_standing is not None:
        low, middle, high = task.times_standing
        return f"{middle:g} times standing ({low:g} to {high:g})"
    at = []
    if task.works_at is not None:
        (low, usual, high), (near, reach, far) = task.works_at.height_cm, task.works_at.reach_cm
        at = [f"hands {usual:g} cm high ({low:g} to {high:g}), {reach:g} cm ahead of the hips ({near:g} to {far:g})"]
    half: Mapping[str, float] = task.range.model_dump()
    angles = [
        f"{name.replace('_', ' ')} {value:g}" + (f" ± {half[name]:g}" if name in half else "")
        for name in PostureAngles.model_fields
        if (value := getattr(task.angles, name))
    ]
    return "; ".join([task.stance.replace("_", " "), *at, *angles, *(name.replace("_", " ") for name in task.supports)])
