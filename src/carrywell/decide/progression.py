"""From one week to the next: by the published steps while it goes fine, back as soon as it does not.

| last week          | minutes                                       | an exercise                             |
|--------------------|-----------------------------------------------|-----------------------------------------|
| fine               | 5 a day more up to the goal, then a day more  | the most repetitions, then one step up  |
| not done           | the same again                                | the same again                          |
| too hard           | half of it                                    | the fewest repetitions, or a step down  |
| the pain was worse | a third less                                  | a step down; from the first, another    |

Five minutes a week and 15 to 30 minutes a day: `kb/exercises/walk.yaml`. A third less after a worse day, and half after
a day too much, are pacing rules of the care evidence (`kb/ladders`, `kb/advice/movement/ex_150.yaml`).
"""

from __future__ import annotations

from dataclasses import dataclass

from carrywell.decide.facts import Facts
from carrywell.model.exercise import Exercise, Thing
from carrywell.model.knowledge import Knowledge
from carrywell.model.truth import Truth
from carrywell.model.week_parts import Ladder
from carrywell.model.weekly import Minutes
from carrywell.model.wishes import ActivityDone, ExerciseDone, Went

STEP_MINUTES = 5
MOST_MINUTES = 60  # a day; who does more already is not told to do less, only not planned more
WEEKS_TO_JUDGE = 3  # an exercise that has not helped by then gives way to another (a design judgement)


def ladder_for(facts: Facts, knowledge: Knowledge) -> Ladder:
    """The first that holds for her. Open answers count as holding, since the shorter ones stand first.

    ValueError where the knowledge base has none for her stage.
    """
    ladders = sorted(knowledge.ladders.values(), key=lambda ladder: ladder.order)
    for ladder in ladders:
        if facts.stage in ladder.stages and facts.holds(ladder.when) is not Truth.FALSE:
            return ladder
    raise ValueError(f"no ladder for {facts.stage}")


def first_minutes(ladder: Ladder, active_minutes_a_week: int | None) -> Minutes:
    """From where she is: what she does already, spread over the days, and not less than a beginner does."""
    active, fewest = active_minutes_a_week or 0, ladder.first_minutes
    if active <= ladder.first_days * fewest:
        return Minutes(ladder.first_days, fewest)
    days = min(max(ladder.first_days, -(-active // ladder.goal_minutes)), ladder.goal_days)
    return Minutes(days, min(max(fewest, _in_steps(active / days)), MOST_MINUTES))


def next_minutes(before: Minutes, went: Went, ladder: Ladder, room: int = MOST_MINUTES) -> tuple[Minutes, str]:
    """The minutes of the next week, and what is new about them (`kb/words/week_change.yaml`).

    `room`: minutes that a day has for it; where a day cannot grow, another is added.
    """
    if went == "worse":
        return _less(before, 2 / 3), "cut"
    if went == "too_hard":
        return _less(before, 1 / 2), "half"
    if went == "not_done" or not ladder.grows:
        return before, "again" if went == "not_done" else "hold"
    longer = Minutes(before.days, before.minutes + STEP_MINUTES)
    if longer.minutes <= min(ladder.goal_minutes, room) and longer.weekly <= ladder.goal_weekly_minutes:
        return longer, "longer"
    oftener = Minutes(before.days + 1, before.minutes)
    if oftener.days <= ladder.goal_days and oftener.weekly <= ladder.goal_weekly_minutes:
        return oftener, "oftener"
    return before, "hold"


def minutes_for(
    ladder: Ladder, done: ActivityDone | None, active: int | None, flared: bool, room: int = MOST_MINUTES
) -> tuple[Minutes, str]:
    """This week's minutes. `flared`: she said that the pain was worse after the last time, and no week is told."""
    if done is not None:
        return next_minutes(Minutes(done.days, done.minutes_a_day), done.went, ladder, room)
    first = first_minutes(ladder, active)
    return next_minutes(first, "worse", ladder) if flared else (first, "start")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an exercise is. `dropped`: it gives way to another this week."""

    step: int = 0
    most: bool = False
    weeks: int = 1
    change: str = "start"
    dropped: bool = False


def next_standing(exercise: Exercise, done: ExerciseDone | None, things: frozenset[Thing]) -> Standing:
    if done is None:
        return Standing()
    highest = exercise.highest_step(things)
    step, weeks = min(done.step, highest), done.weeks + 1
    if done.helped == "no" and done.weeks >= WEEKS_TO_JUDGE:
        return Standing(step, done.most, weeks, "no_help", dropped=True)
    if done.went == "fine":
        return _up(exercise, step, done.most, weeks, highest)
    if done.went == "not_done":
        return Standing(step, done.most, weeks, "again")
    if done.went == "too_hard" and done.most:
        return Standing(step, False, weeks, "fewer")
    if step > 0:
        return Standing(step - 1, False, weeks, "down")
    if done.went == "worse":
        return Standing(0, False, weeks, "worse", dropped=True)
    return Standing(0, False, weeks, "easier")


def _up(exercise: Exercise, step: int, most: bool, weeks: int, highest: int) -> Standing:
    span = exercise.dose_at(step).repetitions or exercise.dose_at(step).minutes
    if not most and span is not None and span[0] < span[1]:
        return Standing(step, True, weeks, "more")
    if step < highest:
        return Standing(step + 1, False, weeks, "up")
    return Standing(step, most, weeks, "hold")


def _less(before: Minutes, share: float) -> Minutes:
    """Fewer minutes; at the fewest, a day less."""
    if before.minutes <= STEP_MINUTES:
        return Minutes(max(1, before.days - 1), before.minutes)
    return Minutes(before.days, max(STEP_MINUTES, _in_steps(before.minutes * share)))


def _in_steps(minutes: float) -> int:
    return int(minutes / STEP_MINUTES + 1e-9) * STEP_MINUTES
