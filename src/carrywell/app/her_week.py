"""Use case: the week of one woman on the page, and an exercise as it is open to her, or not, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from carrywell.app.check_case import SILENCE, check_case
from carrywell.app.engine import Engine
from carrywell.app.plan_weeks import CLOSED, LATER, Stops, planned_week, weeks_later
from carrywell.decide.assess import plan_facts
from carrywell.decide.exercises import open_exercises
from carrywell.decide.weekly import as_planned
from carrywell.model.assessment import Assessment
from carrywell.model.care import Speed
from carrywell.model.case import About, Case
from carrywell.model.exercise import Exercise
from carrywell.model.weekly import ExerciseLeftOut, PlannedExercise, WeekPlan
from carrywell.model.wishes import Helped, LastWeek, Went, Wishes


@dataclass(frozen=True, slots=True)
class HerWeek:
    """`week`: None where care comes first, or where new questions stand before it (`stops`). `open`: every exercise
    that she may do, by id, whether it is in the week or not; `left_out`: those of her stage that she may not.
    """

    found: Assessment
    about: About
    week: WeekPlan | None
    open: Mapping[str, Exercise]
    left_out: tuple[ExerciseLeftOut, ...]
    stops: Stops | None = None

    @property
    def waits(self) -> bool:
        return self.found.triage.level.speed >= Speed.TODAY

    @property
    def is_quiet(self) -> bool:
        """Rest and position only, until she has been seen."""
        return self.found.triage.level.speed == Speed.TWO_DAYS


@dataclass(frozen=True, slots=True)
class ExerciseForHer:
    """`is_open`: surely for her. `planned`: as it stands in her week. `instead`: what is open to her as well."""

    exercise: Exercise
    is_open: bool
    planned: PlannedExercise | None
    left_out: ExerciseLeftOut | None
    instead: tuple[Exercise, ...]


def her_week(engine: Engine, case: Case, wishes: Wishes, weeks_on: int = 0) -> HerWeek:
    """The week that begins so many weeks after her answers. Past the first, what a new stage would ask is open, and so
    closes what it stands before.
    """
    then = weeks_later(case, weeks_on) if weeks_on else case  # this week at least
    if then is None:
        return replace(_open_now(engine, case, weeks_on), stops="end")
    open_now = _open_now(engine, then, weeks_on)
    if open_now.waits:
        return replace(open_now, stops="questions" if weeks_on else None)
    silence = LATER["asked"] if weeks_on else "asked"
    week = planned_week(engine, open_now.found, then, wishes, silence)
    if weeks_on and week.no_minutes == CLOSED and wishes.last_week and wishes.last_week.activity:
        return replace(open_now, stops="questions")
    return replace(open_now, week=week)


def _open_now(engine: Engine, case: Case, weeks_on: int) -> HerWeek:
    silence = LATER["asked"] if weeks_on else "asked"
    found = check_case(engine, case, silence)
    facts = plan_facts(case, engine.knowledge, SILENCE[silence], found.pain.ids)
    may = open_exercises(facts, found.triage.level, engine.knowledge)
    return HerWeek(found, case.about, None, may.exercises, may.left_out)


def exercise_for_her(hers: HerWeek, exercise: Exercise) -> ExerciseForHer:
    in_week = hers.week.exercises if hers.week else ()
    planned = next((one for one in in_week if one.exercise.id == exercise.id), None)
    left_out = next((left for left in hers.left_out if left.exercise.id == exercise.id), None)
    others = tuple(hers.open[name] for name in exercise.instead if name in hers.open)
    return ExerciseForHer(exercise, exercise.id in hers.open, planned, left_out, others)


def as_it_went(
    week: WeekPlan, before: LastWeek | None, went: Mapping[str, Went], helped: Mapping[str, Helped]
) -> LastWeek:
    """The week as she told it, by the id of exercise and activity. What she says nothing of stays the same."""
    done = as_planned(week, before)

    def told(name: str) -> dict[str, str]:
        return {"went": went.get(name, "not_done"), "helped": helped.get(name, "unsure")}

    exercises = {name: one.model_copy(update=told(name)) for name, one in done.exercises.items()}
    activity = done.activity
    if activity is not None and week.activity is not None:
        activity = activity.model_copy(update=told(week.activity.exercise.id))
    return LastWeek(activity=activity, exercises=exercises, tried=done.tried)
