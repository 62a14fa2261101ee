"""Use case: what her partner needs to know this week, made from a decided result, and the page made from that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from carrywell.app.engine import Engine
from carrywell.decide.facts import Facts
from carrywell.decide.plan import score
from carrywell.model.assessment import Assessment
from carrywell.model.case import About
from carrywell.model.knowledge import Advice, Task
from carrywell.model.partner_part import WEEKS_TOGETHER, PartnerPart
from carrywell.model.rules import When
from carrywell.model.truth import Truth

GATE = "massage"
WARMTH = "heat_pack"
STEPS = "mass_steps"
STOP_WORD = "mass_listen"
POSITIONS = "mass_partner"


@dataclass(frozen=True, slots=True)
class PartnerSheet:
    """`before_each_massage`: the lines of the massage gate that can become true at her stage. `chores`: for this week,
    what helps most first. `massage` is empty where the gate is closed.
    """

    part: PartnerPart
    before_each_massage: tuple[When, ...]
    tasks: tuple[Task, ...]
    chores: tuple[Advice, ...]
    massage: tuple[Advice, ...]
    not_to_do: tuple[Advice, ...]
    when_to_stop: tuple[Advice, ...]
    danger: tuple[Advice, ...]


def part_for(engine: Engine, found: Assessment) -> PartnerPart:
    """What may leave the page. Which answer closed a gate is not in it, nor how soon she needs care."""
    about = found.case.about
    offered = [advice for entries in found.plan.by_topic.values() for advice in entries if advice.kind == "do"]
    return PartnerPart(
        pregnant=about.pregnant,
        weeks=_rounded(engine, about),
        loss=about.ended == "loss",
        baby=about.baby_with_me == "yes",
        massage=tuple(sorted(advice.id for advice in offered if advice.acts == "massage" and advice.who == "partner")),
        warmth=any(advice.id == WARMTH for advice in offered),
        tasks=tuple(sorted(task.id for task in _to_take_over(engine, found.case.day))),
    )


def _rounded(engine: Engine, about: About) -> int:
    """Down to a multiple of four weeks, but not below the beginning of her stage, which the advice goes by."""
    weeks = about.weeks_pregnant if about.weeks_pregnant is not None else about.weeks_postpartum or 0.0
    begins = engine.knowledge.stages[engine.knowledge.stage_of(about)].from_weeks
    return max(floor(weeks / WEEKS_TOGETHER) * WEEKS_TOGETHER, floor(begins))


def _to_take_over(engine: Engine, names: Iterable[str]) -> tuple[Task, ...]:
    known = (engine.knowledge.tasks.get(name) for name in names)
    return tuple(task for task in known if task is not None and task.can_be_taken_over)


def partner_sheet(engine: Engine, part: PartnerPart) -> PartnerSheet:
    """Made from the part alone, so that nothing else of hers can be on it."""
    knowledge = engine.knowledge
    facts = Facts(part.as_case(), knowledge, Truth.FALSE)
    may_become = Facts(part.as_case(), knowledge, Truth.UNKNOWN)
    applying = [
        advice
        for advice in knowledge.advice.values()
        if advice.who == "partner" and facts.stage in advice.stages and facts.holds(advice.applies_when) is Truth.TRUE
    ]
    ranked = sorted(applying, key=lambda advice: (-score(advice, facts), advice.id))
    massage = [advice for advice in ranked if advice.acts == "massage"]
    other = [advice for advice in ranked if advice.acts != "massage"]
    return PartnerSheet(
        part=part,
        before_each_massage=tuple(
            line.when for line in knowledge.gates[GATE].not_when if may_become.holds(line.when) is not Truth.FALSE
        ),
        tasks=tuple(
            task
            for task in sorted(_to_take_over(engine, part.tasks), key=lambda task: task.order)
            if facts.stage in task.stages and facts.holds(task.applies_when) is Truth.TRUE
        ),
        chores=tuple(advice for advice in other if advice.kind == "do" and advice.topic in ("partner", "baby_care")),
        massage=tuple(advice for advice in massage if advice.kind == "do" and advice.id in part.massage),
        not_to_do=tuple(advice for advice in massage if advice.kind == "avoid"),
        when_to_stop=tuple(advice for advice in massage if advice.kind == "limit"),
        danger=tuple(advice for advice in other if advice.kind == "avoid"),
    )
