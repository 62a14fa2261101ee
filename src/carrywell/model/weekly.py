"""A week's plan: what was chosen, how much of it, on which days, why, and what could take its place."""

from __future__ import annotations

from dataclasses import dataclass

from carrywell.model.assessment import Reason
from carrywell.model.case import About
from carrywell.model.exercise import Dose, Exercise
from carrywell.model.knowledge import Advice
from carrywell.model.week_parts import Goal, Ladder, WeekPart
from carrywell.model.wishes import DAYS, Day


@dataclass(frozen=True, slots=True)
class Minutes:
    """Minutes a day on so many days."""

    days: int
    minutes: int

    @property
    def weekly(self) -> int:
        return self.days * self.minutes


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """`step`, `most`: where on its way up (`decide.progression`); `change`: what is new since last week, as the end of
    an id in `kb/words/week_change.yaml`; `because`: those of her answers that speak for it.
    """

    exercise: Exercise
    step: int
    most: bool
    weeks: int
    days: tuple[Day, ...]
    change: str
    because: tuple[str, ...]
    instead: tuple[Exercise, ...]

    @property
    def dose(self) -> Dose:
        return self.exercise.dose_at(self.step)

    @property
    def minutes_a_day(self) -> float:
        """Time of its own on each of its days; none for what is done beside something else."""
        return 0.0 if self.exercise.alongside else self.dose.minutes_taken(self.most) * self.dose.times_a_day


@dataclass(frozen=True, slots=True)
class Activity:
    """Walking, swimming or cycling. `swapped`: on these of the days something else than `exercise`."""

    exercise: Exercise
    per_day: Minutes
    days: tuple[Day, ...]
    ladder: Ladder
    change: str
    because: tuple[str, ...]
    instead: tuple[Exercise, ...]
    swapped: tuple[tuple[Day, Exercise], ...] = ()

    def on(self, day: Day) -> Exercise:
        return next((exercise for swapped, exercise in self.swapped if swapped == day), self.exercise)

    @property
    def spells(self) -> int:
        """Into how many parts a day's minutes are split."""
        most = self.ladder.spell_minutes
        return 1 if most is None else -(-self.per_day.minutes // most)


@dataclass(frozen=True, slots=True)
class Chosen:
    """An entry of advice in a part of the week. `instead`: the next best, if there is one."""

    advice: Advice
    because: tuple[str, ...]
    instead: Advice | None


@dataclass(frozen=True, slots=True)
class FilledPart:
    part: WeekPart
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class ExerciseLeftOut:
    exercise: Exercise
    reasons: tuple[Reason, ...]
    by_level: bool = False


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """One week. `about`: her weeks when it begins; `no_minutes`: why there is no walking, swimming or cycling, as the
    end of an id in `kb/words/week.yaml`.
    """

    about: About
    goals: tuple[Goal, ...]
    exercises: tuple[PlannedExercise, ...]
    activity: Activity | None
    no_minutes: str | None
    parts: tuple[FilledPart, ...]
    left_out: tuple[ExerciseLeftOut, ...]

    @property
    def exercise_days(self) -> tuple[Day, ...]:
        """The days with exercises that are not for every day."""
        days = (one.days for one in self.exercises if len(one.days) < len(DAYS))
        return max(days, key=len, default=())

    def minutes_on(self, day: Day) -> float:
        exercises = sum(one.minutes_a_day for one in self.exercises if day in one.days)
        moving = self.activity.per_day.minutes if self.activity and day in self.activity.days else 0
        return exercises + moving
