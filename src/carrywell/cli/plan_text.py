"""A plan of weeks on the terminal: the first week in full, the later ones by what changes."""

from __future__ import annotations

from datetime import date, timedelta

from rich.console import Console
from rich.markup import escape

from carrywell import __version__
from carrywell.app.plan_weeks import PlannedWeeks
from carrywell.cli.result_text import Hanging, marked
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Text, Voice
from carrywell.model.weekly import Activity, Chosen, PlannedExercise, WeekPlan
from carrywell.model.wishes import DAYS
from carrywell.report.sentences import Speaker
from carrywell.report.week_words import WeekSpeaker, minutes_by_day

MOST_REASONS = 3


def print_weeks(
    knowledge: Knowledge,
    voice: Voice,
    planned: PlannedWeeks,
    start: date | None,
    open_questions: bool,
) -> None:
    """`open_questions`: what the case leaves open counts as a possible yes."""
    paper = _Paper(Console(highlight=False), knowledge, voice)
    if planned.waits:
        paper.waits(planned, open_questions)
    elif planned.is_quiet:
        paper.line(voice.phrase("week.quiet"), "")
    for at, week in enumerate(planned.weeks):
        paper.week(at, week, planned.weeks[at - 1] if at else None, start + timedelta(weeks=at) if start else None)
    if planned.stops is not None:
        paper.line(voice.phrase(f"week.stops.{planned.stops}"), "")
    if planned.weeks:
        paper.not_for_her(planned.weeks[0])
    if any(week.exercises or week.activity for week in planned.weeks):
        paper.next_week()
    paper.foot()


class _Paper:
    def __init__(self, console: Console, knowledge: Knowledge, voice: Voice) -> None:
        self.console, self.knowledge, self.voice = console, knowledge, voice
        self.speak = WeekSpeaker(knowledge, voice)

    def heading(self, says: str) -> None:
        self.console.print(f"\n[bold]{escape(says)}[/bold]")

    def line(self, says: str, mark: str = "·", depth: int = 0, style: str = "") -> None:
        self.console.print(marked(says, mark, depth), style=style)

    def told(self, name: Text, says: Text) -> str:
        return self.voice.sentences([self.voice.ended(self.voice(name)), self.voice(says)])

    def waits(self, planned: PlannedWeeks, open_questions: bool) -> None:
        words = self.knowledge.care_levels[planned.now.triage.level]
        self.heading(self.voice(words.title))
        self.line(self.voice(words.do), "")
        self.line(self.voice.phrase("week.care_first"), "")
        if open_questions and planned.now.by_answers.speed < planned.now.triage.level.speed:
            self.line(self.voice.phrase("week.open_questions"), "")

    def week(self, at: int, week: WeekPlan, before: WeekPlan | None, first_day: date | None) -> None:
        title = self.voice.phrase("week.week", number=at + 1, when=self.speak.when(week.about))
        self.heading(self.voice.phrase("week.from", week=title, date=self.voice.day(first_day)) if first_day else title)
        self.goals(week, before)
        self.exercises(week, before)
        self.moving(week)
        self.parts(week, before)
        self.days(week)

    def goals(self, week: WeekPlan, before: WeekPlan | None) -> None:
        new = [goal for goal in week.goals if before is None or goal not in before.goals]
        if new:
            self.heading(self.voice.phrase("week.goals"))
        for goal in new:
            self.line(self.told(goal.says, goal.notice))

    def exercises(self, week: WeekPlan, before: WeekPlan | None) -> None:
        if week.exercises:
            self.heading(self.voice.phrase("week.exercises"))
        known = {one.exercise.id for one in before.exercises} if before else set()
        for planned in week.exercises:
            self.exercise(planned, planned.exercise.id in known)

    def exercise(self, planned: PlannedExercise, known: bool) -> None:
        """In full where it is new; else how much of it now, and what has changed."""
        one, days = planned.exercise, self.speak.days(planned.days)
        self.line(self.voice.labelled(self.voice(one.name), self.voice.apart([self.speak.dose(planned), days])))
        for step in self.speak.steps_up(planned)[-1:] if planned.change == "up" else []:
            self.line(step, "+", 2)
        if known:
            self.line(self.speak.change(planned.change), "", 2, "dim")
            return
        self.line(self.voice.sentences([self.voice(one.begin), *(self.voice(step) for step in one.steps)]), "", 2)
        self.why(self.voice(one.benefit), planned.because, [self.voice(other.name) for other in planned.instead])
        self.line(self.voice.sentences([self.voice(one.easier), self.voice(one.stop)]), "!", 2)

    def why(self, benefit: str, because: tuple[str, ...], instead: list[str]) -> None:
        reasons = self.voice.apart(self.speak.because(because)[:MOST_REASONS])
        said = self.voice.ended(self.voice.labelled(self.voice.phrase("week.because"), reasons)) if reasons else ""
        why = self.voice.labelled(self.voice.phrase("week.why"), benefit)
        self.line(self.voice.sentences([why, said]), "", 2, "dim")
        self.instead(instead)

    def instead(self, names: list[str]) -> None:
        if names:
            told = self.voice.labelled(self.voice.phrase("week.instead"), self.voice.apart(names))
            self.line(self.voice.ended(told), "", 2, "dim")

    def moving(self, week: WeekPlan) -> None:
        self.heading(self.voice.phrase("week.moving"))
        if week.activity is None:
            self.line(self.voice.phrase(f"week.{week.no_minutes}"))
            return
        self.activity(week.activity)

    def activity(self, activity: Activity) -> None:
        weekly = self.voice.phrase("week.moving_weekly", minutes=activity.per_day.weekly)
        told = self.voice.sentences(self.voice.ended(part) for part in (*self.speak.moving(activity), weekly))
        self.line(self.voice.labelled(self.voice(activity.exercise.name), told))
        goes_on = [self.voice(activity.ladder.says), self.speak.change(activity.change)]
        self.line(self.voice.sentences(goes_on), "", 2, "dim")
        self.instead([self.voice(other.name) for other in activity.instead])

    def parts(self, week: WeekPlan, before: WeekPlan | None) -> None:
        known = {one.advice.id for filled in before.parts for one in filled.chosen} if before else set()
        for filled in week.parts:
            new = [one for one in filled.chosen if one.advice.id not in known]
            if new:
                self.heading(self.voice(filled.part.title))
            for one in new:
                self.chosen(one)

    def chosen(self, one: Chosen) -> None:
        self.line(self.told(one.advice.title, one.advice.says))
        self.why(self.voice(one.advice.benefit), one.because, [self.voice(one.instead.title)] if one.instead else [])

    def days(self, week: WeekPlan) -> None:
        minutes = minutes_by_day(week)
        if not any(minutes.values()):
            return
        self.heading(self.voice.phrase("week.days_title"))
        told = (
            f"{self.voice.phrase(f'weekday.{day}')} {self.voice.phrase('week.day_minutes', minutes=minutes[day])}"
            for day in DAYS
        )
        self.line(" · ".join(told), "")

    def not_for_her(self, week: WeekPlan) -> None:
        told = [left for left in week.left_out if not left.by_level]
        if told:
            self.heading(self.voice.phrase("week.not_for_you"))
        speaker = Speaker(self.knowledge, self.voice)
        for left in told:
            because = self.voice.apart(speaker.because(reason) for reason in left.reasons[:MOST_REASONS])
            self.line(self.voice.remarked(self.voice(left.exercise.name), because), "–")

    def next_week(self) -> None:
        self.console.print()
        self.line(self.voice.phrase("week.pacing"), "")
        self.line(self.voice.phrase("week.tell"), "")

    def foot(self) -> None:
        known = {"version": self.knowledge.version, "digest": self.knowledge.digests.short}
        versions = self.voice.phrase("terminal.knowledge", **known, program=__version__)
        told = self.voice.sentences([versions, self.voice.phrase("result.not_reviewed")])
        self.console.print(Hanging(f"\n{told}"), style="dim")
