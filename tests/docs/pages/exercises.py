"""docs/reference/exercises.md and week.md: every exercise with its dose, and what a week is put together from."""

from __future__ import annotations

from collections.abc import Iterable

from carrywell.model.exercise import Dose, Exercise
from carrywell.model.item import Evidenced
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import ALWAYS
from carrywell.model.week_parts import Goal, Ladder, WeekPart
from tests.docs.pages.markdown import bullets, code, condition, conditions, counted, page, stages, table


def written(knowledge: Knowledge) -> dict[str, str]:
    return {"docs/reference/exercises.md": _exercises(knowledge), "docs/reference/week.md": _week(knowledge)}


def _exercises(knowledge: Knowledge) -> str:
    entries = sorted(knowledge.exercises.values(), key=lambda exercise: (exercise.group, exercise.id))
    intro = (
        f"{counted(len(entries), 'exercise', 'exercises')}. How they come into a plan: "
        "[plan](../explanation/plan.md). Their pictures are the [poses](poses.md) that each one names. *Dose from* "
        "says whether a source gives the dose (sourced) or it is a judgement of this project (design)."
    )
    return page("Exercises", intro, *(_exercise(exercise) for exercise in entries))


def _exercise(exercise: Exercise) -> str:
    told = " ".join(text.english for text in (exercise.begin, *exercise.steps))
    return f"## {exercise.id}\n\n**{exercise.name.english}.** {told}\n\n{bullets(_facts(exercise))}"


def _facts(exercise: Exercise) -> list[str]:
    applies = f", when {condition(exercise.applies_when)}" if exercise.applies_when != ALWAYS else ""
    involves = f", involves {code(exercise.involves)}" if exercise.involves else ""
    return [
        f"Brings: {exercise.benefit.english}",
        f"Dose: {_dose(exercise.dose)}; dose from: {exercise.dose_basis}",
        "Steps up: " + " ".join(harder.says.english for harder in exercise.harder) if exercise.harder else "",
        f"Easier: {exercise.easier.english}",
        f"Stop: {exercise.stop.english}",
        f"Kind `{exercise.group}`, acts by `{exercise.acts}`{involves}; {code(exercise.positions)}",
        f"Needs {code(exercise.needs)}" if exercise.needs else "",
        f"Offered in {stages(exercise.stages)}{applies}",
        f"Left out when: {conditions(exercise.not_when)}" if exercise.not_when else "",
        f"Gates: {code(exercise.gates)}" if exercise.gates else "",
        f"Chosen before others for: {code(exercise.suits)}" if exercise.suits else "",
        f"Nearer to the top when: {conditions(exercise.helps_when)}" if exercise.helps_when else "",
        f"In its place: {code(exercise.instead)}" if exercise.instead else "",
        f"Pictures: {code(_poses(exercise))}",
        f"Rank {exercise.rank}, strength {exercise.strength}, {_ground(exercise)}",
    ]


def _poses(exercise: Exercise) -> list[str]:
    """Start and end, and what the steps up look like."""
    return [exercise.start_pose, exercise.end_pose, *(harder.pose for harder in exercise.harder if harder.pose)]


def _dose(dose: Dose) -> str:
    how_much = f"{_span(dose.minutes)} minutes" if dose.minutes else f"{_span(dose.repetitions or (1, 1))} times"
    parts = [
        counted(dose.sets, "set", "sets") if dose.sets > 1 else "",
        how_much + (" on each side" if dose.each_side else ""),
        f"hold {dose.hold_s} s" if dose.hold_s else "",
        f"rest {dose.rest_s} s" if dose.rest_s else "",
        f"{dose.times_a_day} times a day" if dose.times_a_day > 1 else "",
        f"{_span(dose.days_a_week)} days a week",
        f"for {dose.weeks} weeks" if dose.weeks else "",
    ]
    return ", ".join(part for part in parts if part)


def _span(span: tuple[int, int]) -> str:
    return str(span[0]) if span[0] == span[1] else f"{span[0]} to {span[1]}"


def _ground(item: Evidenced) -> str:
    return f"ground {item.basis}" + (f", {code(item.sources)}" if item.sources else "")


def _week(knowledge: Knowledge) -> str:
    intro = (
        "What a week of the [plan](../explanation/plan.md#a-week) is put together from, besides the "
        "[exercises](exercises.md)."
    )
    return page(
        "A week",
        intro,
        "## Goals\n\n"
        + table(["Id", "Says", "Stages", "When", "Helped by", "Ground"], _goals(knowledge.goals.values())),
        "## Parts\n\n" + table(["Id", "Title", "Takes", "At most", "When", "Ground"], _parts(knowledge)),
        "## Ladders\n\nHow minutes build up; of those that hold, the first counts.\n\n"
        + table(["Id", "Says", "Stages", "When", "Begins", "Goal", "Ground"], _ladders(knowledge)),
    )


def _goals(goals: Iterable[Goal]) -> list[list[str]]:
    return [
        [f"`{goal.id}`", goal.says.english, stages(goal.stages), condition(goal.applies_when), code(goal.helped_by),
         _ground(goal)]
        for goal in sorted(goals, key=lambda goal: goal.id)
    ]  # fmt: skip


def _parts(knowledge: Knowledge) -> list[list[str]]:
    def row(part: WeekPart) -> list[str]:
        most = f"{part.most}, another one each week" if part.rotates else str(part.most)
        return [f"`{part.id}`", part.title.english, code(part.takes), most, condition(part.applies_when), _ground(part)]

    return [row(part) for part in sorted(knowledge.week_parts.values(), key=lambda part: part.order)]


def _ladders(knowledge: Knowledge) -> list[list[str]]:
    def row(ladder: Ladder) -> list[str]:
        goal = f"{ladder.goal_days} × {ladder.goal_minutes}" if ladder.grows else "does not grow"
        first = f"{ladder.first_days} × {ladder.first_minutes} minutes"
        when, where = condition(ladder.when), stages(ladder.stages)
        return [f"`{ladder.id}`", ladder.says.english, where, when, first, goal, _ground(ladder)]

    return [row(ladder) for ladder in sorted(knowledge.ladders.values(), key=lambda ladder: ladder.order)]
