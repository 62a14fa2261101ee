"""The tasks whose load is worked out: whole, and what is called better does load less, at every stage."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.load import load_of_task
from carrywell.model.posture_parts import PostureAbout

_ENGINE = open_engine()
_TASKS = _ENGINE.knowledge.load_tasks
_WOMEN = (PostureAbout(), PostureAbout(weeks_pregnant=36), PostureAbout(weeks_postpartum=8))


def test_every_way_leads_to_a_task_of_her_day_and_to_other_ways() -> None:
    unknown = {task.task for task in _TASKS.values() if task.task} - set(_ENGINE.knowledge.tasks)
    others = {other for task in _TASKS.values() for other in task.better} - set(_TASKS)
    assert (unknown, others) == (set(), set())


@pytest.mark.parametrize("about", _WOMEN, ids=["before", "week 36", "after birth"])
def test_what_is_called_better_loads_less(about: PostureAbout) -> None:
    share = {
        name: load_of_task(_ENGINE, name, about).found.middle["relative_to_standing"]
        for name in {*_TASKS, *(other for task in _TASKS.values() for other in task.better)}
    }
    wrong = [(name, other) for name, task in _TASKS.items() for other in task.better if share[other] >= share[name]]
    assert wrong == []


def test_no_task_is_beyond_strength() -> None:
    found = {name: load_of_task(_ENGINE, name, _WOMEN[1]).found for name in _TASKS}
    assert [name for name, each in found.items() if each.beyond_strength] == []


def test_every_order_is_given_once() -> None:
    orders = [task.order for task in _TASKS.values()]
    assert len(orders) == len(set(orders))
