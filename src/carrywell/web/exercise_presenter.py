"""From an exercise to what its page shows: for anybody, with what speaks against it; and for her, as it is planned."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from carrywell.app.engine import Engine
from carrywell.app.exercise_sheet import STOP_SIGNS, ExerciseSheet
from carrywell.app.her_week import ExerciseForHer, HerWeek
from carrywell.model.case import About
from carrywell.model.exercise import Exercise
from carrywell.model.knowledge import Advice, Knowledge
from carrywell.model.text import Voice
from carrywell.model.timer import Phase
from carrywell.model.truth import Truth
from carrywell.model.weekly import Activity
from carrywell.report.sentences import Speaker
from carrywell.report.timer import clock_phases, exercise_phases
from carrywell.report.week_words import WeekSpeaker
from carrywell.web.pictures import pictures_in_one_frame
from carrywell.web.presenters import Ground, ground
from carrywell.web.timer import Timer, timer

PAIR_PX = 320
_WIDE = ("lying_side", "lying_back", "all_fours")  # one above the other on a phone


@dataclass(frozen=True, slots=True)
class ExercisePage:
    """`amount`: how much, a sentence each. `added`: what the steps up that she took add; `harder`: those to come."""

    id: str
    name: str
    benefit: str
    begin: str
    steps: tuple[str, ...]
    amount: tuple[str, ...]
    added: tuple[str, ...]
    harder: tuple[str, ...]
    easier: str
    stop: tuple[str, ...]
    things: str
    for_whom: str
    pictures: tuple[SafeString, ...]
    which: tuple[str, str]
    wide: bool
    timer: Timer | None
    ground: Ground
    dose_basis: str


class ExercisePresenter:
    def __init__(self, engine: Engine, voice: Voice, gentle: bool = False) -> None:
        self.knowledge: Knowledge = engine.knowledge
        self.voice, self.gentle = voice, gentle
        self.speak = WeekSpeaker(engine.knowledge, voice)

    def for_anyone(self, sheet: ExerciseSheet) -> ExercisePage:
        one = sheet.exercise
        amount = (self._amount(self.speak.usual_dose(one), self.speak.days_a_week(one)),)
        return self._page(one, sheet.drawn, sheet.stop, amount, exercise_phases(one, one.dose))

    def against(self, sheet: ExerciseSheet) -> list[str]:
        """What closes this exercise alone, a sentence each."""
        return [self.voice.sentence(self.speak.fact(name)) for name in sheet.against]

    def at_gates(self, sheet: ExerciseSheet) -> list[str]:
        lines = (line for gate in sheet.gates for line in (*gate.not_when, *gate.ask_first_when))
        return [self.voice(line.says) for line in lines]

    def for_her(self, hers: HerWeek, found: ExerciseForHer) -> ExercisePage:
        one, planned = found.exercise, found.planned
        stop = (self.knowledge.advice[STOP_SIGNS[hers.about.pregnant]],)
        activity = hers.week.activity if hers.week else None
        if activity is not None and activity.exercise.id == one.id:
            return self._page(one, hers.about, stop, tuple(self.speak.moving(activity)), _spell(activity))
        if planned is None:
            amount = (self._amount(self.speak.usual_dose(one), self.speak.days_a_week(one)),)
            return self._page(one, hers.about, stop, amount, exercise_phases(one, one.dose))
        how = self._amount(self.speak.dose(planned), self.speak.days(planned.days))
        phases = exercise_phases(one, planned.dose, planned.most)
        amounts = (how, self.speak.change(planned.change))
        return self._page(one, hers.about, stop, amounts, phases, planned.step)

    def why_not(self, found: ExerciseForHer) -> list[str]:
        """What stands against it for her: what she said, else that a question is open; empty where it is not for her
        weeks.
        """
        left = found.left_out
        if left is None:
            return []
        if left.by_level:
            return [self.voice.phrase("result.left_out_by_level")]
        speaker = Speaker(self.knowledge, self.voice)
        said = [self.voice.sentence(speaker.because(reason)) for reason in left.reasons if reason.said is Truth.TRUE]
        return list(dict.fromkeys(said)) or [self.voice.phrase("result.left_open_why")]

    def _amount(self, how_much: str, days: str) -> str:
        return self.voice.phrase("week_page.amount", how_much=how_much, days=days)

    def _page(
        self,
        one: Exercise,
        about: About,
        stop: tuple[Advice, ...],
        amount: tuple[str, ...],
        phases: tuple[Phase, ...],
        step: int = 0,
    ) -> ExercisePage:
        poses = (self.knowledge.poses[one.start_pose], self.knowledge.poses[one.end_pose_at(step)])
        steps_up = [self.voice(harder.says) for harder in one.harder]
        return ExercisePage(
            id=one.id,
            name=self.voice(one.name),
            benefit=self.voice(one.benefit),
            begin=self.voice(one.begin),
            steps=tuple(self.voice(says) for says in one.steps),
            amount=tuple(self.voice.sentence(says) for says in amount),
            added=tuple(steps_up[:step]),
            harder=tuple(steps_up[step:]),
            easier=self.voice(one.easier),
            stop=(self.voice(one.stop), *(self.voice(advice.says) for advice in stop)),
            things=self.speak.listed(self.voice.phrase(f"exercise_kind.thing.{thing}") for thing in one.needs),
            for_whom=self.speak.for_whom(one),
            pictures=pictures_in_one_frame(poses, about, PAIR_PX, self.voice.language),
            which=_which(one, self.voice),
            wide=poses[0].stance in _WIDE,
            timer=timer(phases, self.voice),
            ground=ground(one, one.strength, self.knowledge, self.gentle),
            dose_basis=one.dose_basis,
        )


def _which(one: Exercise, voice: Voice) -> tuple[str, str]:
    """What stands over the two pictures."""
    first, second = ("one_way", "other_way") if one.either else ("start", "end")
    return voice.phrase(f"exercise.{first}"), voice.phrase(f"exercise.{second}")


def _spell(activity: Activity) -> tuple[Phase, ...]:
    """A day's minutes, or the longest spell of them."""
    minutes, most = activity.per_day.minutes, activity.ladder.spell_minutes
    return clock_phases(min(minutes, most) if most is not None else minutes)
