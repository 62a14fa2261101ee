"""Use case: the tasks whose load is worked out, in groups, with the middle of each: what the list of them shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carrywell.app.engine import Engine
from carrywell.app.load import person_of, posture_of
from carrywell.body.person import People
from carrywell.body.posture import STANDING
from carrywell.body.spine import spine_load
from carrywell.model.knowledge import Knowledge
from carrywell.model.load_task import LoadTask
from carrywell.model.posture_parts import PostureAbout
from carrywell.model.rules import Any

# By the task of her day that a way belongs to; what belongs to none is said below.
_GROUP_OF = {
    "standing_long": "feet",
    "walking_long": "feet",
    "stairs_many": "feet",
    "reaching_up": "home",
    "cooking": "home",
    "mopping": "home",
    "sweeping": "home",
    "ironing": "home",
    "laundry": "home",
    "shopping_bags": "carrying",
    "lifting_work": "carrying",
    "carrying_child": "child",
    "lifting_child": "child",
    "sitting_long": "sitting",
    "desk_work": "sitting",
    "driving": "sitting",
    "bus_standing": "sitting",
}
GROUPS = ("feet", "sitting", "home", "carrying", "child", "baby", "bed", "other")
_IN_BED = ("lying", "turning", "rising", "chair_rise")


@dataclass(frozen=True, slots=True)
class Listed:
    """`share`: the middle of what it loads, as a share of her relaxed standing."""

    task: LoadTask
    share: float


def with_a_baby(task: LoadTask) -> bool:
    """Whether a baby is in it; such a task is not shown after a loss."""
    when = task.applies_when
    return isinstance(when, Any) and "is:baby_with_me" in when.names


def grouped(engine: Engine, about: PostureAbout) -> dict[str, list[Listed]]:
    """Every task once, group by group, in the order of the tasks."""
    people = person_of(about)
    at_ease_n = float(spine_load(STANDING, people).compression_n)
    found: dict[str, list[Listed]] = {}
    for group in GROUPS:
        tasks = [Listed(task, _share(task, people, at_ease_n)) for task in _in_order(engine.knowledge, group)]
        if tasks:
            found[group] = tasks
    return found


def _share(task: LoadTask, people: People, at_ease_n: float) -> float:
    if task.times_standing is not None:
        return task.times_standing[1]
    return float(spine_load(posture_of(task, people), people).compression_n) / at_ease_n


def _in_order(knowledge: Knowledge, group: str) -> Iterator[LoadTask]:
    for task in sorted(knowledge.load_tasks.values(), key=lambda task: task.order):
        if group_of(task) == group:
            yield task


def group_of(task: LoadTask) -> str:
    if with_a_baby(task):
        return "baby"
    if task.task in _GROUP_OF:
        return _GROUP_OF[task.task]
    return "bed" if task.id.startswith(_IN_BED) else "other"
