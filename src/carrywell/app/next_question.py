"""Use case: the next screen of questions for a program that asks them itself, and keeps her answers itself.

The way through is that of the page (`app.steps`). The private questions are never asked here: they belong on a screen
that she alone sees, and no other system is given them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from carrywell import __version__
from carrywell.app.engine import Engine
from carrywell.app.steps import may_fit_the_plan, next_step, tasks_for, things_that_make_it_worse
from carrywell.decide.interview import Questions
from carrywell.model.case import Case
from carrywell.model.case_kinds import CASE_KINDS, LONGEST_DAY_MINUTES, Kind, Listed, Number, kind_of_answer
from carrywell.model.text import Voice
from carrywell.report.case_words import ITEM_WORDS, words_of_value
from carrywell.report.rules_json import finding_entry

Json = dict[str, Any]

FORMS = ("where", "changes", "day")
_ITEMS = {
    "where": (
        "pain.sites",
        "pain.side",
        "pain.now",
        "pain.worst_week",
        "pain.started_weeks_ago",
        "pain.onset",
        "pain.course",
    ),
    "changes": ("pain.worse_with", "pain.better_with"),
}


def next_question(engine: Engine, voice: Voice, case: Case, done: Collection[str]) -> Json:
    """`done`: the forms that were shown already (where, changes, day), whether or not she filled them in.

    `unanswered` in the answer is what to give to a check after this interview: what it left out could not change the
    level, so silence is no *possible yes* any more. An emergency leads to `result` at once.
    """
    step = next_step(engine, case, {*done, "private"})
    shown = _Shown(engine, voice, case)
    fits = step.name == "result" and may_fit_the_plan(engine.interviewer.speed(case), done)
    return {
        "carrywell": __version__,
        "knowledge": engine.knowledge.version,
        "reviewed": "none yet",
        "step": step.name,
        "screen": shown.screen(step.questions) if step.questions else None,
        "questions": shown.questions(step.questions) if step.questions else [],
        "fields": shown.fields("day" if fits else step.name),
        "done": [form for form in FORMS if form in done or form == step.name],
        "may_fit_the_plan": fits,
        "unanswered": "asked",
    }


class _Shown:
    def __init__(self, engine: Engine, voice: Voice, case: Case) -> None:
        self.engine, self.voice, self.case = engine, voice, case

    def screen(self, questions: Questions) -> Json:
        screen = questions.screen
        hint = self.voice(screen.hint) if screen.hint else None
        return {"id": screen.id, "title": self.voice(screen.title), "hint": hint, "kind": screen.kind}

    def questions(self, questions: Questions) -> list[Json]:
        return [
            finding_entry(line, self.engine.knowledge, self.voice).model_dump(mode="json", exclude={"asked_if"})
            | {"allowed": _allowed(kind_of_answer(line))}
            for line in questions.lines
        ]

    def fields(self, form: str) -> list[Json]:
        """What the form of this name asks for, each field by its key in a case."""
        if form == "day":
            return [self._choice("history", CASE_KINDS["history"]), *map(self._task, tasks_for(self.engine, self.case))]
        return [self._choice(item, CASE_KINDS[item]) for item in _ITEMS.get(form, ())]

    def _choice(self, item: str, kind: Kind) -> Json:
        allowed = _allowed(kind)
        values: Iterable[str] = allowed.get("values", ())
        if item == "pain.worse_with":
            values = things_that_make_it_worse(self.case)
        says = [{"id": value, "says": self.voice.phrase(words_of_value(item, value))} for value in values]
        return {
            "key": item,
            "says": self.voice.phrase(ITEM_WORDS[item]),
            "allowed": allowed | ({"values": says} if says else {}),
        }

    def _task(self, task: Any) -> Json:
        unit = self.voice.phrase(f"day.{task.counted_in}")
        allowed = _allowed(Number(0, LONGEST_DAY_MINUTES)) | {"unit": unit}
        return {"key": f"day.{task.id}", "says": self.voice(task.name), "allowed": allowed}


def _allowed(kind: Kind) -> Json:
    if isinstance(kind, Number):
        return {"kind": "number", "lowest": kind.lowest, "highest": kind.highest, "whole": kind.whole}
    values = list(getattr(kind, "values", ()))
    return {"kind": "any_of" if isinstance(kind, Listed) else "one_of", "values": values}
