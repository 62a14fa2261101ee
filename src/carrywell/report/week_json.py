"""The weeks of a plan as JSON. Keys may be added; none is renamed or dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from carrywell import __version__
from carrywell.model.assessment import Assessment
from carrywell.model.care import Speed
from carrywell.model.knowledge import Advice, Knowledge
from carrywell.model.text import Voice
from carrywell.model.weekly import Activity, Chosen, ExerciseLeftOut, PlannedExercise, WeekPlan
from carrywell.model.wishes import DAYS, LastWeek
from carrywell.report.sentences import Speaker
from carrywell.report.week_words import WeekSpeaker, minutes_by_day

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WeekJson:
    knowledge: Knowledge
    voice: Voice

    def of(
        self,
        now: Assessment,
        weeks: tuple[WeekPlan, ...],
        after_each: tuple[LastWeek, ...],
        start: date | None,
        stops: str | None,
    ) -> Json:
        """`after_each`: each week as if all of it went fine, to be corrected and given back as `last_week`."""
        words = self.knowledge.care_levels[now.triage.level]
        told = zip(weeks, after_each, strict=True)
        return {
            "carrywell": __version__,
            "knowledge": self.knowledge.version,
            "reviewed": "none yet",
            "care": {"level": now.triage.level.value, "title": self.voice(words.title), "do": self.voice(words.do)},
            "pain_class": now.pain.likely_id,
            "waits_because": self.waits(now),
            "stops_because": self.voice.phrase(f"week.stops.{stops}") if stops else None,
            "weeks": [self.week(at, week, after, start) for at, (week, after) in enumerate(told)],
        }

    def waits(self, now: Assessment) -> str | None:
        """Why there is no week, or only a quiet one."""
        speed = now.triage.level.speed
        if speed < Speed.TWO_DAYS:
            return None
        return self.voice.phrase("week.care_first" if speed >= Speed.TODAY else "week.quiet")

    def week(self, at: int, week: WeekPlan, after: LastWeek, start: date | None) -> Json:
        weeks_now = week.about.weeks_pregnant if week.about.pregnant else week.about.weeks_postpartum
        minutes = minutes_by_day(week)
        return {
            "week": at + 1,
            "from": (start + timedelta(weeks=at)).isoformat() if start else None,
            "weeks_pregnant" if week.about.pregnant else "weeks_postpartum": weeks_now,
            "stage": self.knowledge.stage_of(week.about).value,
            "goals": [
                {"id": goal.id, "says": self.voice(goal.says), "notice": self.voice(goal.notice)} for goal in week.goals
            ],
            "exercise_days": list(week.exercise_days),
            "exercises": [self.exercise(planned) for planned in week.exercises],
            "moving": self.moving(week.activity) if week.activity else None,
            "no_moving_because": self.voice.phrase(f"week.{week.no_minutes}") if week.no_minutes else None,
            **{filled.part.id: [self.chosen(one) for one in filled.chosen] for filled in week.parts},
            "days": [
                {
                    "day": day,
                    "minutes": minutes[day],
                    "exercises": [planned.exercise.id for planned in week.exercises if day in planned.days],
                    "moving": week.activity.on(day).id if week.activity and day in week.activity.days else None,
                }
                for day in DAYS
            ],
            "not_for_you": [self.left_out(left) for left in week.left_out],
            "last_week": after.model_dump(mode="json"),
        }

    def exercise(self, planned: PlannedExercise) -> Json:
        one, dose, speak = planned.exercise, planned.dose, WeekSpeaker(self.knowledge, self.voice)
        return {
            "id": one.id,
            "name": self.voice(one.name),
            "group": one.group,
            "begin": self.voice(one.begin),
            "steps": [self.voice(step) for step in one.steps],
            "steps_up": speak.steps_up(planned),
            "dose": {
                "says": speak.dose(planned),
                "sets": dose.sets,
                "repetitions": dose.repetitions[planned.most] if dose.repetitions else None,
                "each_side": dose.each_side,
                "hold_s": dose.hold_s,
                "rest_s": dose.rest_s,
                "minutes": dose.minutes[planned.most] if dose.minutes else None,
                "times_a_day": dose.times_a_day,
            },
            "days": list(planned.days),
            "change": speak.change(planned.change),
            "why": self.voice(one.benefit),
            "because": speak.because(planned.because),
            "instead": [{"id": other.id, "name": self.voice(other.name)} for other in planned.instead],
            "easier": self.voice(one.easier),
            "stop": self.voice(one.stop),
            "poses": [one.start_pose, one.end_pose_at(planned.step)],
            "strength": one.strength,
            "basis": one.basis,
            "dose_basis": one.dose_basis,
            "sources": list(one.sources),
        }

    def moving(self, activity: Activity) -> Json:
        one, speak = activity.exercise, WeekSpeaker(self.knowledge, self.voice)
        return {
            "id": one.id,
            "name": self.voice(one.name),
            "says": speak.voice.sentences(speak.moving(activity)),
            "days": list(activity.days),
            "minutes_a_day": activity.per_day.minutes,
            "minutes_a_week": activity.per_day.weekly,
            "spells": activity.spells,
            "in_water": [day for day, _ in activity.swapped],
            "rule": self.voice(activity.ladder.says),
            "change": speak.change(activity.change),
            "why": self.voice(one.benefit),
            "because": speak.because(activity.because),
            "instead": [{"id": other.id, "name": self.voice(other.name)} for other in activity.instead],
            "stop": self.voice(one.stop),
            "strength": one.strength,
            "sources": sorted({*one.sources, *activity.ladder.sources}),
        }

    def chosen(self, one: Chosen) -> Json:
        advice, speak = one.advice, WeekSpeaker(self.knowledge, self.voice)
        return {
            **self.named(advice),
            "kind": advice.kind,
            "says": self.voice(advice.says),
            "who": advice.who,
            "minutes": advice.minutes,
            "why": self.voice(advice.benefit),
            "because": speak.because(one.because),
            "instead": self.named(one.instead) if one.instead else None,
            "strength": advice.strength,
            "basis": advice.basis,
            "sources": list(advice.sources),
        }

    def named(self, advice: Advice) -> Json:
        return {"id": advice.id, "title": self.voice(advice.title)}

    def left_out(self, left: ExerciseLeftOut) -> Json:
        because = [Speaker(self.knowledge, self.voice).because(reason) for reason in left.reasons]
        if left.by_level:
            because = [self.voice.phrase("result.left_out_by_level")]
        ask_first = bool(left.reasons) and all(reason.ask_first for reason in left.reasons)
        return {
            "id": left.exercise.id,
            "name": self.voice(left.exercise.name),
            "because": because,
            "ask_first": ask_first,
        }
