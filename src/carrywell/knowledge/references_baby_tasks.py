"""Faults of the baby tasks: a picture or an advice that does not exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carrywell.knowledge.faults import Fault
from carrywell.knowledge.yaml_text import Document
from carrywell.model.knowledge import Knowledge


def check_baby_tasks(knowledge: Knowledge, documents: Mapping[tuple[str, str], Document]) -> Iterator[Fault]:
    for name, task in knowledge.baby_tasks.items():
        document = documents["baby_tasks", name]
        for pose in (way.pose for way in task.ways):
            if pose not in knowledge.poses:
                yield document.fault_on(pose, f"unknown pose {pose!r}; allowed are the ids in poses/")
        for advice in task.advice:
            found = knowledge.advice.get(advice)
            if found is None or found.topic != "baby_care":
                yield document.fault_on(advice, f"{advice!r} is no advice on baby_care; allowed: advice/baby_care/")
