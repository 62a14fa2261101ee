"""The baby tasks in their order, and one with its advice: for the pages after a birth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carrywell.model.baby_task import BabyTask
from carrywell.model.knowledge import Advice, Knowledge


@dataclass(frozen=True, slots=True)
class TaskSheet:
    task: BabyTask
    advice: Sequence[Advice]  # in the order in which the task names them
    others: Sequence[BabyTask]


def baby_tasks(knowledge: Knowledge) -> Sequence[BabyTask]:
    return sorted(knowledge.baby_tasks.values(), key=lambda task: task.order)


def task_sheet(knowledge: Knowledge, name: str) -> TaskSheet:
    """KeyError for a task that does not exist."""
    task = knowledge.baby_tasks[name]
    advice = [knowledge.advice[one] for one in task.advice]
    return TaskSheet(task, advice, [other for other in baby_tasks(knowledge) if other.id != name])
