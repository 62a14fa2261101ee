"""The way through: which step comes next, for the page, the terminal and a played interview alike.

about and emergencies → danger signs → where it hurts → what changes it → only if alone → result. From the result she
may go on, to fit the plan to her: her day → what the plan must know → result. An emergency leads to the result at once;
at a level of today nothing is asked that only a plan would need.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal

from carrywell.app.check_case import check_case
from carrywell.app.engine import Engine
from carrywell.decide.facts import Facts
from carrywell.decide.interview import Questions
from carrywell.model.care import Speed
from carrywell.model.case import WORSE_WITH, Case
from carrywell.model.knowledge import Task
from carrywell.model.truth import Truth

StepName = Literal["questions", "where", "changes", "day", "private", "result"]


@dataclass(frozen=True, slots=True)
class Step:
    """`questions` carries its screen; the other steps are forms of their own."""

    name: StepName
    questions: Questions | None = None


_WITH_A_BABY = frozenset({"feeding_baby", "holding_baby", "nappy_change"})


def things_that_make_it_worse(case: Case) -> tuple[str, ...]:
    """No baby is spoken of unless she said that her baby is with her."""
    with_baby = case.about.baby_with_me == "yes"
    return tuple(value for value in WORSE_WITH if with_baby or value not in _WITH_A_BABY)


def tasks_for(engine: Engine, case: Case) -> list[Task]:
    """What her day may hold at her stage, in order."""
    facts = Facts(case, engine.knowledge)
    tasks = (
        task
        for task in engine.knowledge.tasks.values()
        if facts.stage in task.stages and facts.holds(task.applies_when) is Truth.TRUE
    )
    return sorted(tasks, key=lambda task: task.order)


def is_surely_now(engine: Engine, case: Case) -> bool:
    """Whether an emergency is certain already, so that a second look at an unsure line would only cost time."""
    found = check_case(engine, case, "asked").triage
    return found.level.speed == Speed.NOW and any(deciding.certain for deciding in found.deciding)


def next_step(engine: Engine, case: Case, done: Container[str], played: bool = False) -> Step:
    """`done`: the forms already seen (where, changes, day, private), whether or not she filled them in.

    `played`: a file answers, and what it leaves out is no; she herself is not sure where she leaves something out.
    """
    asking = engine.interviewer
    standing = asking.standing(case)
    if (questions := asking.next_questions(standing, "about") or asking.next_questions(standing, "triage")) is not None:
        return Step("questions", questions)
    if standing.speed == Speed.NOW or (not played and "where" in done and asking.is_emergency(standing)):
        return Step("result")
    if "where" not in done and (standing.speed < Speed.TODAY or asking.place_matters(standing)):
        return Step("where")
    if "changes" not in done and (standing.speed < Speed.TODAY or asking.changes_matter(standing)):
        return Step("changes")
    if "private" not in done:
        return Step("private")
    if "day" in done and (questions := asking.next_questions(standing, "plan")) is not None:
        return Step("questions", questions)
    return Step("result")


def may_fit_the_plan(speed: Speed, done: Container[str]) -> bool:
    """Whether, after the result, more about her day and body would fit the plan to her. `speed`: by her answers."""
    return "day" not in done and speed < Speed.TODAY
