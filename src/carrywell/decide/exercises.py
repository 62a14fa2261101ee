"""Which exercises are hers this week: open to her, for her kind of pain, within the time and things she has.

As with advice, an exercise is offered only where it surely applies and there is a clear no to all that speaks against
it; at the levels of today and within two days only what acts as rest or position.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from carrywell.decide.facts import Facts
from carrywell.decide.plan import MATCH_WEIGHT, MOST_MATCHES, RANK_WEIGHT, gate_reasons, level_allows, reasons_against
from carrywell.decide.progression import Standing, next_standing
from carrywell.decide.week_days import days_of, session_days
from carrywell.model.care import CareLevel
from carrywell.model.exercise import AT_HOME, BY_THE_CLOCK, Exercise, Group
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import Fact, names_in
from carrywell.model.truth import Truth
from carrywell.model.weekly import ExerciseLeftOut, PlannedExercise
from carrywell.model.wishes import DAYS, LastWeek, Wishes

MOST_EXERCISES = 5  # besides what is done alongside something else
MOST_TO_BEGIN = 4  # who begins keeps more easily to a short list (a design judgement)
QUOTA: Mapping[Group, int] = {
    "pelvic_floor": 1, "deep_belly": 1, "mobility": 1, "strength": 2, "stretch": 1, "calm": 1, "practice": 1,
    "class": 1,
}  # fmt: skip
OWN_TIME: frozenset[Group] = frozenset({"class", "calm"})
ONLY_WHERE_IT_FITS: frozenset[Group] = frozenset({"stretch", "calm", "practice", "class"})
SUITS_WEIGHT, HELPED_WEIGHT, KEPT_WEIGHT = 3, 3, 3
DAILY_SHARE = 1 / 3  # of her time; the rest is for the days with a session, and for walking
SESSION_MINUTES = 30  # exercises of one day, where she has not said how much time she has
ALTERNATIVES = 2


@dataclass(frozen=True, slots=True)
class Open:
    """`exercises`: all that she may do, by id; `left_out`: those of her stage that are not for her now, and why."""

    exercises: Mapping[str, Exercise]
    left_out: tuple[ExerciseLeftOut, ...]


def open_exercises(facts: Facts, level: CareLevel, knowledge: Knowledge) -> Open:
    at_gates = gate_reasons(facts, knowledge)
    found: dict[str, Exercise] = {}
    left_out: list[ExerciseLeftOut] = []
    for name, exercise in sorted(knowledge.exercises.items()):
        if facts.stage not in exercise.stages or facts.holds(exercise.applies_when) is not Truth.TRUE:
            continue
        if not level_allows(exercise, level):
            left_out.append(ExerciseLeftOut(exercise, (), by_level=True))
        elif reasons := reasons_against(exercise, facts, at_gates):
            left_out.append(ExerciseLeftOut(exercise, reasons))
        else:
            found[name] = exercise
    return Open(found, tuple(left_out))


def because(exercise: Exercise, facts: Facts) -> tuple[str, ...]:
    """The facts that speak for it, by name: of her answers, and the kinds of pain that it suits."""
    answers = (when for when in exercise.helps_when if facts.holds(when) is Truth.TRUE)
    named = [next(names_in(when)) for when in answers]
    suits = [f"class:{name}" for name in exercise.suits if facts.holds(Fact(f"class:{name}")) is Truth.TRUE]
    return tuple(dict.fromkeys([*suits, *named]))


def chosen_exercises(facts: Facts, open_to_her: Open, wishes: Wishes) -> tuple[PlannedExercise, ...]:
    """The exercises of the week, the best for her first; what is done by the clock is chosen apart."""
    return _Choosing(facts, open_to_her, wishes).chosen()


class _Choosing:
    def __init__(self, facts: Facts, open_to_her: Open, wishes: Wishes) -> None:
        self.facts, self.open, self.wishes = facts, open_to_her, wishes
        self.last = wishes.last_week or LastWeek()
        self.things = AT_HOME | frozenset(wishes.things)
        self.sessions = session_days(wishes.days)

    def chosen(self) -> tuple[PlannedExercise, ...]:
        done = self.last.exercises
        standings = {name: next_standing(one, done.get(name), self.things) for name, one in self.possible}
        best = sorted(
            (one for name, one in self.possible if not standings[name].dropped),
            key=lambda one: (one.id not in self.wishes.likes, -self.score(one), one.id),
        )
        taken: list[PlannedExercise] = []
        for exercise in best:
            standing = standings[exercise.id]
            for one in (standing, replace(standing, most=False, change="time")):  # less of it before none of it
                planned = self.planned(exercise, one)
                if self.may_join(planned, taken):
                    taken.append(planned)
                    break
        return tuple(taken)

    @property
    def possible(self) -> list[tuple[str, Exercise]]:
        return [
            (name, one)
            for name, one in self.open.exercises.items()
            if one.group not in BY_THE_CLOCK and self.has_all(one) and name not in self.wishes.dislikes
        ]

    def has_all(self, exercise: Exercise) -> bool:
        return set(exercise.needs) <= self.things

    def score(self, exercise: Exercise) -> int:
        """As for advice: expected benefit, and how many of her answers it fits; then what she is at and what helped."""
        fits = because(exercise, self.facts)
        suits = any(name.startswith("class:") for name in fits)
        matches = min(sum(not name.startswith("class:") for name in fits), MOST_MATCHES)
        done = self.last.exercises.get(exercise.id)
        return (
            RANK_WEIGHT * exercise.rank
            + MATCH_WEIGHT * matches
            + SUITS_WEIGHT * suits
            + KEPT_WEIGHT * (done is not None)
            + HELPED_WEIGHT * (done is not None and done.helped == "yes")
        )

    def planned(self, exercise: Exercise, standing: Standing) -> PlannedExercise:
        days = days_of(exercise, self.sessions, self.wishes.days)
        others = self.alternatives(exercise)
        fits = because(exercise, self.facts)
        return PlannedExercise(
            exercise, standing.step, standing.most, standing.weeks, days, standing.change, fits, others
        )

    def alternatives(self, exercise: Exercise) -> tuple[Exercise, ...]:
        """What may take its place: only what is open to her as well."""
        named = (self.open.exercises.get(name) for name in exercise.instead)
        return tuple(one for one in named if one is not None and self.has_all(one))[:ALTERNATIVES]

    def may_join(self, planned: PlannedExercise, taken: list[PlannedExercise]) -> bool:
        exercise = planned.exercise
        liked = exercise.id in self.wishes.likes or exercise.id in self.last.exercises
        if exercise.group in ONLY_WHERE_IT_FITS and not (planned.because or liked):
            return False
        if sum(one.exercise.group == exercise.group for one in taken) >= QUOTA[exercise.group]:
            return False
        room = exercise.alongside or sum(not one.exercise.alongside for one in taken) < self.most
        return room and self.has_time(planned, taken)

    @property
    def most(self) -> int:
        return MOST_EXERCISES if self.last.exercises else MOST_TO_BEGIN

    def has_time(self, planned: PlannedExercise, taken: list[PlannedExercise]) -> bool:
        """A class or a quiet spell is a time of its own, unless she has said how much time there is in all."""
        whole, together = self.wishes.minutes_a_day or SESSION_MINUTES, [*taken, planned]
        if self.wishes.minutes_a_day is None:
            together = [one for one in together if one.exercise.group not in OWN_TIME]
        daily = sum(one.minutes_a_day for one in together if one.days == DAYS)
        busiest = max(sum(one.minutes_a_day for one in together if day in one.days) for day in DAYS)
        return daily <= DAILY_SHARE * whole and busiest <= whole
