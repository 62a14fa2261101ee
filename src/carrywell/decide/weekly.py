"""The plan of one week: three goals at most, exercises, minutes that build up, and one change at a time.

Nothing in it is more than `decide.plan` and `decide.exercises` offer: advice comes from the plan of her assessment, and
exercises need their clear no. Deterministic: the same answers, wishes and last week give the same week.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carrywell.decide.exercises import Open, because, chosen_exercises, open_exercises
from carrywell.decide.facts import Facts
from carrywell.decide.plan import MATCH_WEIGHT, MOST_MATCHES, RANK_WEIGHT, score
from carrywell.decide.progression import ladder_for, minutes_for
from carrywell.decide.week_days import room_for, session_days
from carrywell.model.assessment import Assessment
from carrywell.model.exercise import AT_HOME, BY_THE_CLOCK, Exercise
from carrywell.model.knowledge import Advice, Knowledge
from carrywell.model.person import PERSON_NUMBERS
from carrywell.model.rules import When, names_in
from carrywell.model.truth import Truth
from carrywell.model.vocabulary import PAIN_NUMBERS
from carrywell.model.week_parts import Goal, Ladder, WeekPart
from carrywell.model.weekly import Activity, Chosen, FilledPart, Minutes, PlannedExercise, WeekPlan
from carrywell.model.wishes import DAYS, ActivityDone, Day, ExerciseDone, LastWeek, Wishes

MOST_GOALS = 3
WORTH_THE_WAY = 20  # minutes in the water (a design judgement)
WATER_FROM_DAYS = 4  # walking days from which two of them may be in the water
LONG_AS_PLANNED = 1000.0  # minutes; no limit where she has said none


def plan_week(found: Assessment, facts: Facts, knowledge: Knowledge, wishes: Wishes) -> WeekPlan:
    """`facts`: those that the plan of this assessment rests on (`decide.assess`)."""
    return _Week(found, facts, knowledge, wishes).plan()


def as_planned(week: WeekPlan, before: LastWeek | None) -> LastWeek:
    """The week as if all of it had gone fine: what the week after it builds on when nothing else is known."""
    exercises = {one.exercise.id: ExerciseDone(step=one.step, most=one.most, weeks=one.weeks) for one in week.exercises}
    per_day = week.activity.per_day if week.activity else None
    done = ActivityDone(days=per_day.days, minutes_a_day=per_day.minutes) if per_day else None
    tried = [chosen.advice.id for filled in week.parts if filled.part.rotates for chosen in filled.chosen]
    earlier = before.tried if before else ()
    return LastWeek(activity=done, exercises=exercises, tried=tuple(dict.fromkeys((*earlier, *tried))))


@dataclass(frozen=True, slots=True)
class _Week:
    found: Assessment
    facts: Facts
    knowledge: Knowledge
    wishes: Wishes

    def plan(self) -> WeekPlan:
        open_to_her = open_exercises(self.facts, self.found.triage.level, self.knowledge)
        exercises = chosen_exercises(self.facts, open_to_her, self.wishes)
        activity, no_minutes = self.activity(open_to_her, exercises)
        moving = [one.exercise.id for one in exercises] + ([activity.exercise.id] if activity else [])
        parts = tuple(self.parts(bool(moving)))
        goals = self.goals({*moving, *self.offered})
        about = self.found.case.about
        return WeekPlan(about, goals, exercises, activity, no_minutes, parts, open_to_her.left_out)

    @property
    def offered(self) -> dict[str, Advice]:
        return {advice.id: advice for entries in self.found.plan.by_topic.values() for advice in entries}

    @property
    def last(self) -> LastWeek:
        return self.wishes.last_week or LastWeek()

    # Minutes

    def activity(self, open_to_her: Open, exercises: tuple[PlannedExercise, ...]) -> tuple[Activity | None, str | None]:
        ways = self.ways_to_move(open_to_her)
        if not ways:
            return None, _why_none(open_to_her)
        ladder = ladder_for(self.facts, self.knowledge)
        room = self.room(exercises)
        wanted, change = self.minutes(ladder, int(max(room.values())))
        wanted = _within(ways[0], wanted)
        fitted = room_for(wanted, room, session_days(self.wishes.days))
        assert fitted is not None  # what is daily takes a third of her time at most, and sessions three days
        per_day, days = fitted
        change = "time" if per_day != wanted else change
        others = tuple(ways[1:])
        swapped = self.in_water(ways, days, per_day.minutes)
        fits = because(ways[0], self.facts)
        return Activity(ways[0], per_day, days, ladder, change, fits, others, swapped), None

    def minutes(self, ladder: Ladder, room: int) -> tuple[Minutes, str]:
        flared = self.facts.truth("worse_after_last_time") is Truth.TRUE
        return minutes_for(ladder, self.last.activity, self.wishes.active_minutes_a_week, flared, room)

    def ways_to_move(self, open_to_her: Open) -> list[Exercise]:
        """Walking, unless she likes another way better; each with what it needs, and not disliked."""
        things = AT_HOME | frozenset(self.wishes.things)
        ways = (
            one
            for name, one in open_to_her.exercises.items()
            if one.group in BY_THE_CLOCK and set(one.needs) <= things and name not in self.wishes.dislikes
        )
        likes = self.wishes.likes
        return sorted(ways, key=lambda one: (one.id not in likes, one.group != "walking", -one.rank, one.id))

    def room(self, exercises: tuple[PlannedExercise, ...]) -> dict[Day, float]:
        whole = self.wishes.minutes_a_day or LONG_AS_PLANNED
        return {day: whole - sum(one.minutes_a_day for one in exercises if day in one.days) for day in DAYS}

    def in_water(self, ways: list[Exercise], days: tuple[Day, ...], minutes: int) -> tuple[tuple[Day, Exercise], ...]:
        """One or two of the days in the water, where she has a pool, once the minutes are worth the way there."""
        water = next((one for one in ways[1:] if one.group == "water"), None)
        if water is None or ways[0].group != "walking" or minutes < WORTH_THE_WAY:
            return ()
        often = water.dose.days_a_week[len(days) >= WATER_FROM_DAYS]
        return tuple((day, water) for day in days[::2][:often])

    # Goals

    def goals(self, at_hand: set[str]) -> tuple[Goal, ...]:
        """Those that something in this week leads to, the ones that most of her answers speak for first."""
        held = [
            goal
            for goal in self.knowledge.goals.values()
            if self.facts.stage in goal.stages
            and self.facts.holds(goal.applies_when) is Truth.TRUE
            and at_hand & set(goal.helped_by)
        ]
        ranked = sorted(held, key=lambda goal: (-self.fit(goal.rank, goal.helps_when), goal.id))
        return tuple(ranked[:MOST_GOALS])

    def fit(self, rank: int, helps_when: tuple[When, ...]) -> int:
        matches = sum(self.facts.holds(when) is Truth.TRUE for when in helps_when)
        return RANK_WEIGHT * rank + MATCH_WEIGHT * min(matches, MOST_MATCHES)

    # One change at a time

    def parts(self, moving: bool) -> Iterator[FilledPart]:
        used: set[str] = set()
        for part in sorted(self.knowledge.week_parts.values(), key=lambda part: part.order):
            if self.facts.stage not in part.stages or self.facts.holds(part.applies_when) is not Truth.TRUE:
                continue
            chosen = self.fill(part, used, moving)
            used |= {one.advice.id for one in chosen}
            yield FilledPart(part, chosen)

    def fill(self, part: WeekPart, used: set[str], moving: bool) -> tuple[Chosen, ...]:
        offered = self.offered
        fitting = [
            advice
            for name in part.takes
            if (advice := offered.get(name)) is not None
            and name not in used
            and name not in self.wishes.dislikes
            and (not part.fits_only or self.because(advice))
            and (moving or not part.while_moving)
        ]
        ranked = sorted(
            fitting, key=lambda one: (self.had_its_turn(part, one), -self.liking(one), part.takes.index(one.id))
        )
        chosen, others = ranked[: part.most], ranked[part.most :]
        return tuple(
            Chosen(one, self.because(one), others[at] if at < len(others) else None) for at, one in enumerate(chosen)
        )

    def had_its_turn(self, part: WeekPart, advice: Advice) -> bool:
        return part.rotates and advice.id in self.last.tried

    def liking(self, advice: Advice) -> int:
        return score(advice, self.facts) + MATCH_WEIGHT * (advice.id in self.wishes.likes)

    def because(self, advice: Advice) -> tuple[str, ...]:
        held = (when for when in advice.helps_when if self.facts.holds(when) is Truth.TRUE)
        return tuple(dict.fromkeys(self.telling(when) for when in held))

    def telling(self, when: When) -> str:
        """Of several names in a condition, the first that is surely so."""
        names = list(names_in(when))
        facts = (name for name in names if name not in (*PAIN_NUMBERS, *PERSON_NUMBERS))
        return next((name for name in facts if self.facts.truth(name) is Truth.TRUE), names[0])


def _why_none(open_to_her: Open) -> str:
    walk = next((left for left in open_to_her.left_out if left.exercise.group == "walking"), None)
    if walk is None:
        return "no_minutes_disliked"
    return "no_minutes_level" if walk.by_level else "no_minutes_closed"


def _within(way: Exercise, wanted: Minutes) -> Minutes:
    """In the water at most as often and as long as was tried; on a bike as long as is advised."""
    assert way.dose.minutes is not None  # model.exercise
    if way.group == "walking":
        return wanted
    return Minutes(min(wanted.days, way.dose.days_a_week[1]), min(wanted.minutes, way.dose.minutes[1]))
