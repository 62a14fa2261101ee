"""From her week to what its page shows: goals, days, exercises, minutes, and one change at a time, each with why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from carrywell.app.engine import Engine
from carrywell.app.her_week import HerWeek
from carrywell.model.item import Evidenced, Item
from carrywell.model.text import Text, Voice
from carrywell.model.truth import Truth
from carrywell.model.weekly import Activity, Chosen, PlannedExercise, WeekPlan
from carrywell.model.wishes import DAYS, Wishes
from carrywell.report.sentences import Speaker
from carrywell.report.week_words import WeekSpeaker, minutes_by_day
from carrywell.web.pictures import picture
from carrywell.web.presenters import Ground, ground

MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Why:
    """`because`: her answers that speak for it; `instead`: what would take its place, by id and name."""

    benefit: str
    because: str
    instead: tuple[tuple[str, str], ...]
    ground: Ground


@dataclass(frozen=True, slots=True)
class Line:
    """One thing in the week. `says`: how much of it, or how; `change`: what is new since last week."""

    id: str
    name: str
    says: str
    change: str
    why: Why
    kind: str = "do"
    picture: SafeString | None = None


@dataclass(frozen=True, slots=True)
class DayLine:
    day: str
    minutes: int
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeekPage:
    """Everything in her week. `no_moving`: why there are no minutes; `told`: what she can say of at its end."""

    goals: tuple[tuple[str, str], ...]
    every_day: tuple[str, ...]
    days: tuple[DayLine, ...]
    exercises: tuple[Line, ...]
    moving: Line | None
    no_moving: str
    parts: tuple[tuple[str, tuple[Line, ...]], ...]
    left_out: tuple[tuple[str, str], ...]
    told: tuple[tuple[str, str], ...]


class WeekPresenter:
    def __init__(self, engine: Engine, voice: Voice, hers: HerWeek) -> None:
        self.knowledge, self.voice, self.about = engine.knowledge, voice, hers.about
        self.gentle = hers.about.ended == "loss"
        self.speak = WeekSpeaker(engine.knowledge, voice)

    def page(self, week: WeekPlan) -> WeekPage:
        moving = self.moving(week.activity) if week.activity else None
        exercises = tuple(self.exercise(planned) for planned in week.exercises)
        return WeekPage(
            goals=tuple((self.voice.sentence(self.voice(goal.says)), self.voice(goal.notice)) for goal in week.goals),
            every_day=tuple(self.voice(one.exercise.name) for one in week.exercises if one.days == DAYS),
            days=self.days(week),
            exercises=exercises,
            moving=moving,
            no_moving=self.voice.phrase(f"week.{week.no_minutes}") if week.no_minutes else "",
            parts=tuple(
                (self.voice(filled.part.title), tuple(self.chosen(one) for one in filled.chosen))
                for filled in week.parts
                if filled.chosen
            ),
            left_out=self.left_out(week),
            told=tuple((line.id, line.name) for line in (*exercises, *([moving] if moving else []))),
        )

    def days(self, week: WeekPlan) -> tuple[DayLine, ...]:
        """Each day with what it holds besides what is for every day; empty where no day holds anything."""
        minutes = minutes_by_day(week)
        lines = []
        for day in DAYS:
            some = [one for one in week.exercises if one.days != DAYS]
            holds = [self.voice(one.exercise.name) for one in some if day in one.days]
            if week.activity is not None and day in week.activity.days:
                name = self.voice(week.activity.on(day).name)
                told = self.voice.phrase("week.calendar.moving", name=name, minutes=week.activity.per_day.minutes)
                holds.insert(0, told)
            lines.append(DayLine(self.voice.phrase(f"weekday.{day}"), minutes[day], tuple(holds)))
        return tuple(lines) if any(minutes.values()) else ()

    def exercise(self, planned: PlannedExercise) -> Line:
        one = planned.exercise
        says = self.amount(planned)
        shown = picture(self.knowledge.poses[one.end_pose_at(planned.step)], self.about, self.voice.language)
        why = self.why(one, one.benefit, planned.because, planned.instead)
        return Line(one.id, self.voice(one.name), says, self.speak.change(planned.change), why, picture=shown)

    def amount(self, planned: PlannedExercise) -> str:
        how_much, days = self.speak.dose(planned), self.speak.days(planned.days)
        return self.voice.phrase("week_page.amount", how_much=how_much, days=days)

    def moving(self, activity: Activity) -> Line:
        one = activity.exercise
        weekly = self.voice.phrase("week.moving_weekly", minutes=activity.per_day.weekly)
        says = self.voice.sentences(self.voice.sentence(part) for part in (*self.speak.moving(activity), weekly))
        change = self.voice.sentences([self.voice(activity.ladder.says), self.speak.change(activity.change)])
        why = self.why(one, one.benefit, activity.because, activity.instead)
        shown = picture(self.knowledge.poses[one.start_pose], self.about, self.voice.language)
        return Line(one.id, self.voice(one.name), says, change, why, picture=shown)

    def chosen(self, one: Chosen) -> Line:
        advice = one.advice
        why = self.why(advice, advice.benefit, one.because, (one.instead,) if one.instead else ())
        return Line(advice.id, self.voice(advice.title), self.voice(advice.says), "", why, advice.kind)

    def why(self, item: Evidenced, benefit: Text, because: tuple[str, ...], instead: Sequence[Item]) -> Why:
        return Why(
            self.voice(benefit),
            self.voice.apart(self.speak.because(because)[:MOST_REASONS]),
            tuple((other.id, self.name_of(other.id)) for other in instead),
            ground(item, getattr(item, "strength", None), self.knowledge, self.gentle),
        )

    def left_out(self, week: WeekPlan) -> tuple[tuple[str, str], ...]:
        """What she did say is a reason; where nothing of it is, a question is still open, and the second part empty."""
        speaker = Speaker(self.knowledge, self.voice)
        told = []
        for left in week.left_out:
            said = [reason for reason in left.reasons if reason.said is Truth.TRUE][:MOST_REASONS]
            if not left.by_level:
                because = self.voice.sentences(self.voice.sentence(speaker.because(one)) for one in said)
                told.append((self.voice(left.exercise.name), because))
        return tuple(told)

    def name_of(self, name: str) -> str:
        exercise = self.knowledge.exercises.get(name)
        return self.voice(exercise.name if exercise else self.knowledge.advice[name].title)

    def left_at_her_wish(self, wishes: Wishes) -> tuple[tuple[str, str], ...]:
        return tuple((name, self.name_of(name)) for name in wishes.dislikes)
