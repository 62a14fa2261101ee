"""The tasks of a day with a baby, in order, each with its own advice."""

from __future__ import annotations

import pytest

from carrywell.app.baby_tasks import baby_tasks, task_sheet
from carrywell.app.engine import open_engine

KNOWLEDGE = open_engine().knowledge


def test_the_tasks_come_in_their_order() -> None:
    assert [task.id for task in baby_tasks(KNOWLEDGE)] == ["feeding", "nappies", "bathing", "lifting", "carrying"]


def test_a_sheet_holds_the_advice_as_named_and_the_other_tasks() -> None:
    sheet = task_sheet(KNOWLEDGE, "nappies")
    assert [advice.id for advice in sheet.advice] == list(sheet.task.advice)
    assert [other.id for other in sheet.others] == ["feeding", "bathing", "lifting", "carrying"]


def test_every_advice_on_the_care_of_a_baby_stands_on_one_of_the_pages() -> None:
    shown = {advice for task in baby_tasks(KNOWLEDGE) for advice in task.advice}
    topic = {name for name, advice in KNOWLEDGE.advice.items() if advice.topic == "baby_care"}
    assert topic - shown == set(), "name it in kb/baby_tasks"


def test_a_task_that_does_not_exist_is_refused() -> None:
    with pytest.raises(KeyError):
        task_sheet(KNOWLEDGE, "juggling")
