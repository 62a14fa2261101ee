"""The tasks whose load is worked out: whole, and what is called better does load less, at every stage."""

from __future__ import annotations

from functools import cache

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.load import load_of_task
from carrywell.body.load_range import Ranged
from carrywell.model.posture_parts import PostureAbout

_ENGINE = open_engine()
_TASKS = _ENGINE.knowledge.load_tasks
_WOMEN = (PostureAbout(), PostureAbout(weeks_pregnant=36), PostureAbout(weeks_postpartum=8))


@cache
def _found(name: str, about: PostureAbout) -> Ranged:
    return load_of_task(_ENGINE, name, about).found


def _share(name: str, about: PostureAbout) -> float:
    return _found(name, about).middle["relative_to_standing"]


def test_every_way_leads_to_a_task_of_her_day_and_to_other_ways() -> None:
    unknown = {task.task for task in _TASKS.values() if task.task} - set(_ENGINE.knowledge.tasks)
    others = {other for task in _TASKS.values() for other in task.better} - set(_TASKS)
    assert (unknown, others) == (set(), set())


@pytest.mark.parametrize("about", _WOMEN, ids=["before", "week 36", "after birth"])
def test_what_is_called_better_loads_less(about: PostureAbout) -> None:
    share = {name: _share(name, about) for name in _TASKS}
    wrong = [(name, other) for name, task in _TASKS.items() for other in task.better if share[other] >= share[name]]
    assert wrong == []


# Another thing is done: a machine is filled, a basket is lifted.
_NO_OTHER_WAY = {("machine_kneeling", "laundry_table")}


def test_where_another_way_loads_a_tenth_less_one_is_named() -> None:
    share = {name: [_share(name, about) for about in _WOMEN] for name in _TASKS}
    open_ = {
        (name, other)
        for name, task in _TASKS.items()
        for other, way in _TASKS.items()
        if task.task is not None and task.task == way.task and not task.better
        if all(less < 0.9 * more for less, more in zip(share[other], share[name], strict=True))
    }
    assert open_ == _NO_OTHER_WAY


def test_no_task_is_beyond_strength() -> None:
    found = {name: _found(name, _WOMEN[1]) for name in _TASKS}
    assert [name for name, each in found.items() if each.beyond_strength] == []


def test_every_order_is_given_once() -> None:
    orders = [task.order for task in _TASKS.values()]
    assert len(orders) == len(set(orders))


def test_every_task_of_her_day_has_one_usual_way() -> None:
    usual = sorted(way.task for way in _TASKS.values() if way.usual_way and way.task)
    assert usual == sorted(_ENGINE.knowledge.tasks)


@pytest.mark.parametrize("name", sorted(_ENGINE.knowledge.tasks))
def test_what_a_plan_weighs_a_task_with_is_what_the_model_gives(name: str) -> None:
    """One rate for all weeks, rounded, so a quarter off at most; it only orders entries of the plan."""
    task, way = _ENGINE.knowledge.tasks[name], next(w for w in _TASKS.values() if w.usual_way and w.task == name)
    for about in _WOMEN[1:]:
        squared = _share(way.id, about) ** 2
        rate = task.share_in_posture * squared + 1 - task.share_in_posture
        assert task.dose_rate == pytest.approx(rate, rel=0.3)


def test_what_kneels_or_squats_is_proposed_only_on_a_clear_no() -> None:
    open_ = [task.id for task in _TASKS.values() if task.stance in ("kneeling", "squatting") and not task.not_when]
    assert open_ == []


def test_what_is_done_another_way_ends_where_nothing_loads_less() -> None:
    """`better` has no circle, so there is a least way from each."""

    def after(name: str, seen: tuple[str, ...] = ()) -> bool:
        return name not in seen and all(after(other, (*seen, name)) for other in _TASKS[name].better)

    assert [name for name in _TASKS if not after(name)] == []
