"""Sentences of a week's plan: when it is, how much of what, on which days, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carrywell.model.case import About
from carrywell.model.exercise import Dose, Exercise
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.model.text import Voice
from carrywell.model.weekly import Activity, PlannedExercise, WeekPlan
from carrywell.model.wishes import DAYS, Day
from carrywell.report.sentences import Speaker

_SAID_WITH_ITS_KIND = ("worse_with", "better_with", "day")


@dataclass(frozen=True, slots=True)
class WeekSpeaker:
    knowledge: Knowledge
    voice: Voice

    def when(self, about: About) -> str:
        """`23 weeks pregnant`; after a loss no birth is spoken of, and where it was not said, neither is."""
        if about.weeks_pregnant is not None:
            return self.voice.phrase("week.pregnant", weeks=int(about.weeks_pregnant))
        said_birth = about.ended == "birth" or about.birth is not None or about.baby_with_me == "yes"
        how = "after_loss" if about.ended == "loss" else "after" if said_birth else "after_end"
        return self.voice.phrase(f"week.{how}", weeks=int(about.weeks_postpartum or 0))

    def days(self, days: Sequence[Day]) -> str:
        if tuple(days) == DAYS:
            return self.voice.phrase("dose.every_day")
        return self.listed(self.voice.phrase(f"weekday.{day}") for day in days)

    def listed(self, parts: Iterable[str]) -> str:
        return self.voice.listed(parts)

    def dose(self, planned: PlannedExercise) -> str:
        """`2 sets, 5 times on each side, hold 3 seconds, rest 30 seconds between sets`."""
        span = planned.dose.minutes or planned.dose.repetitions
        assert span is not None  # model.exercise
        return self._dose(planned.dose, (span[planned.most], span[planned.most]))

    def usual_dose(self, exercise: Exercise) -> str:
        """As the evidence gives it, from the fewest to the most: `2 sets, 5 to 8 times on each side`."""
        span = exercise.dose.minutes or exercise.dose.repetitions
        assert span is not None  # model.exercise
        return self._dose(exercise.dose, span)

    def days_a_week(self, exercise: Exercise) -> str:
        span = exercise.dose.days_a_week
        return self.voice.phrase("dose.every_day") if span[0] == len(DAYS) else self._from_to("dose.days_a_week", span)

    def _from_to(self, key: str, span: tuple[int, int]) -> str:
        few, most = span
        if few < most:
            return self.voice.phrase(f"{key}.from_to", few=few, most=most)
        return self.voice.counted(key, few)

    def _dose(self, dose: Dose, span: tuple[int, int]) -> str:
        parts = list[str]()
        if dose.minutes is not None:
            parts.append(self._from_to("dose.minutes", span))
        if dose.sets > 1:
            parts.append(self.voice.counted("dose.sets", dose.sets))
        if dose.repetitions is not None:
            times = self._from_to("dose.repetitions", span)
            parts.append(self.voice.phrase("dose.each_side", times=times) if dose.each_side else times)
        if dose.hold_s:
            parts.append(self.voice.counted("dose.hold", dose.hold_s))
        if dose.sets > 1 and dose.rest_s:
            parts.append(self.voice.counted("dose.rest", dose.rest_s))
        if dose.times_a_day > 1:
            parts.append(self.voice.counted("dose.a_day", dose.times_a_day))
        return self.listed(parts)

    def for_whom(self, exercise: Exercise) -> str:
        """The times in which it may be done at all."""
        if set(exercise.stages) == set(Stage):
            return self.voice.phrase("exercise_kind.stage.all")
        stages = (stage for stage in Stage if stage in exercise.stages)
        return self.listed(self.voice.phrase(f"exercise_kind.stage.{stage}") for stage in stages)

    def steps_up(self, planned: PlannedExercise) -> list[str]:
        """What the steps that she has taken so far add to the exercise."""
        return [self.voice(harder.says) for harder in planned.exercise.harder[: planned.step]]

    def moving(self, activity: Activity) -> list[str]:
        """How long on which days; in how many spells; and which days are in the water."""
        minutes, most = activity.per_day.minutes, activity.ladder.spell_minutes
        told = [self.voice.phrase("week.moving_days", minutes=minutes, days=self.days(activity.days))]
        if activity.spells > 1 and most is not None:
            told.append(self.voice.phrase("week.spells", count=activity.spells, minutes=most))
        if activity.swapped:
            days = [day for day, _ in activity.swapped]
            told.append(self.voice.phrase("week.in_water", days=self.days(days)))
        return told

    def change(self, change: str) -> str:
        return self.voice.phrase(f"week_change.{change}")

    def because(self, names: Iterable[str]) -> list[str]:
        """In a few words each; where the kind of pain is named, its place is not named again."""
        named = list(names)
        classed = any(name.startswith("class:") for name in named)
        again = {name for name in named if classed and name.startswith("is:") and name.endswith("_pain")}
        return [self.voice.inside(self.fact(name)) for name in named if name not in again]

    def fact(self, name: str) -> str:
        """A fact that speaks for something, in a few words."""
        kind, _, value = name.partition(":")
        finding = self.knowledge.findings.get(name)
        if finding is not None:
            return Speaker(self.knowledge, self.voice).me(finding)
        if kind == "class":
            return self.voice(self.knowledge.classes[value].name)
        if kind == "is" and value in self.knowledge.facts:
            return self.voice(self.knowledge.facts[value].says)
        if kind == "day":
            return self.voice.phrase("week.said.day", what=self.voice(self.knowledge.tasks[value].name))
        if kind in _SAID_WITH_ITS_KIND:
            return self.voice.phrase(f"week.said.{kind}", what=self.voice.phrase(f"{kind}.{value}").lower())
        dotted = name.replace(":", ".")
        keys = (f"week.said.{dotted}", f"fact.{dotted}", dotted)
        return next((self.voice.phrase(key) for key in keys if self.voice.has(key)), name)


def minutes_by_day(week: WeekPlan) -> dict[Day, int]:
    """Whole minutes of each day, rounded up."""
    return {day: -(-int(week.minutes_on(day) * 60) // 60) for day in DAYS}
