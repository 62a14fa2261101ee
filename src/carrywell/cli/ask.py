"""Asks on the terminal, question by question, in the order of the steps."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence

import click

from carrywell.app.engine import Engine
from carrywell.app.steps import is_surely_now, may_fit_the_plan, next_step, things_that_make_it_worse
from carrywell.cli.cells import WIDEST, wrapped
from carrywell.decide.interview import Questions
from carrywell.model.answer import Answer
from carrywell.model.case import BETTER_WITH, COURSES, HISTORY, LONGEST_WEEKS, ONSETS, SITES, About, Case, Pain
from carrywell.model.knowledge import Finding
from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS, LONGEST_PREGNANCY_WEEKS
from carrywell.model.text import Voice

_LETTERS = {"y": Answer.YES, "n": Answer.NO, "u": Answer.UNSURE, "r": Answer.RATHER_NOT_SAY}
_TURNED = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}
_SUFFIXES = {"": Answer.YES, "u": Answer.UNSURE, "r": Answer.RATHER_NOT_SAY}
_NONE = "0"


def ask_case(engine: Engine, voice: Voice) -> Case:
    """The case as she answered it. Ends the program with exit code 1 when she leaves (q, or the end of input)."""
    return _Asker(engine, voice).case()


class _Asker:
    def __init__(self, engine: Engine, voice: Voice) -> None:
        self.engine, self.voice = engine, voice

    def case(self) -> Case:
        self.tell("terminal.welcome")
        self.tell("terminal.keys")
        case, done = Case(about=self.about()), {"private"}
        case = self.questions(case, self.engine.interviewer.first_questions)
        while (step := next_step(self.engine, case, done)).name != "result":
            if step.questions is not None:
                case = self.questions(case, step.questions)
            else:
                done.add(step.name)
                case = self.form(case, step.name)
        if may_fit_the_plan(self.engine.interviewer.speed(case), done) and self.wants("terminal.fit"):
            done.add("day")
            case = self.form(case, "day")
            while (step := next_step(self.engine, case, done)).questions is not None:
                case = self.questions(case, step.questions)
        asking = self.engine.interviewer
        self.tell("terminal.ended_early" if asking.is_emergency(asking.standing(case)) else "terminal.private")
        return case

    def tell(self, key: str) -> None:
        click.echo(_wrapped(self.voice.phrase(key)) + "\n")

    def ask(self, says: str, hint: str) -> str:
        prompt = _wrapped(f"{says} [{hint}]")
        typed = click.prompt(prompt, default="", show_default=False, prompt_suffix=" ").strip().lower()
        if typed == "q":
            sys.exit(1)
        return typed

    def letter(self, key: str, allowed: str) -> str:
        while (typed := self.ask(self.voice.phrase(key), "/".join(allowed))) not in list(allowed):
            click.echo(self.voice.phrase("terminal.again", allowed=self.voice.listed(allowed)))
        return typed

    def wants(self, key: str) -> bool:
        """An offer; nothing typed is no."""
        try:
            return self.ask(self.voice.phrase(key), "y/N") == "y"
        except click.Abort:  # the answers ended before the offer, so she has what she came for
            return False

    def whole(self, says: str, low: int, high: int) -> int:
        """A whole number: half a baby, or half a step of pain, is asked again."""
        while (value := self.number(says, low, high)) is None or not value.is_integer():
            click.echo(self.voice.phrase("terminal.whole"))
        return int(value)

    def number(self, says: str, low: float, high: float, or_unsure: bool = False) -> float | None:
        while True:
            typed = self.ask(says, self.voice.phrase("terminal.number") if or_unsure else f"{low:g}-{high:g}")
            if or_unsure and typed == "u":
                return None
            try:
                value = float(typed.replace(",", "."))
            except ValueError:
                value = low - 1
            if low <= value <= high:
                return value
            click.echo(self.voice.phrase("terminal.out_of_range", low=f"{low:g}", high=f"{high:g}"))

    def about(self) -> About:
        phrase = self.voice.phrase
        if self.letter("terminal.pregnant_or_after", "pa") == "p":
            weeks = self.number(phrase("terminal.weeks_pregnant"), 0, LONGEST_PREGNANCY_WEEKS)
            return About(weeks_pregnant=weeks, babies=self.whole(phrase("terminal.babies"), 1, 6))
        weeks = self.number(phrase("terminal.weeks_after"), 0, LONGEST_POSTPARTUM_WEEKS)
        if self.letter("terminal.ended", "bl") == "l":
            return About(weeks_postpartum=weeks, ended="loss")
        birth = {"v": "vaginal", "c": "caesarean"}[self.letter("terminal.birth", "vc")]
        baby = {"y": "yes", "n": "no", "r": "rather_not_say"}[self.letter("terminal.baby_with_me", "ynr")]
        return About(weeks_postpartum=weeks, ended="birth", birth=birth, baby_with_me=baby)

    def questions(self, case: Case, questions: Questions) -> Case:
        click.echo(f"\n— {self.voice(questions.screen.title)}")
        if questions.screen.kind == "one_by_one":
            said = _with(case, {finding.id: self.answer(finding) for finding in questions.lines})
        else:
            said = _with(case, self.marked(questions))
        return said if is_surely_now(self.engine, said) else self.clarified(said, questions)

    def marked(self, questions: Questions) -> dict[str, Answer | float]:
        """The whole list is shown before it can be denied; then the numbers of what is true, `3u` for not sure."""
        for at, finding in enumerate(questions.lines, start=1):
            click.echo(_wrapped(f"{at:2} {self.voice(finding.listed)}", "", "   "))
        while True:
            typed = self.ask(self.voice.phrase("terminal.which_true"), self.voice.phrase("terminal.numbers"))
            if typed.startswith("?") and typed[1:].strip().isdecimal():
                self.explain(questions, int(typed[1:]))
                continue
            chosen = _marks(typed, questions.lines)
            if chosen is not None:
                return {line.id: chosen.get(at, Answer.NO) for at, line in enumerate(questions.lines, start=1)}
            click.echo(self.voice.phrase("terminal.again", allowed=self.voice.phrase("terminal.numbers")))

    def explain(self, questions: Questions, number: int) -> None:
        for finding in questions.lines[number - 1 : number]:
            click.echo(_wrapped(self.with_examples(finding), "  ", "  "))
            click.echo(_wrapped(f"{self.voice(finding.tell)}\n{self.voice(finding.why)}", "  ", "  "))

    def clarified(self, said: Case, questions: Questions) -> Case:
        for finding in self.engine.interviewer.needs_clarifying(said, questions.lines):
            click.echo(_wrapped(self.voice.phrase("terminal.still_unsure", tell=self.voice(finding.tell))))
            said = _with(said, {finding.id: self.answer(finding)})
        return said

    def answer(self, finding: Finding) -> Answer | float:
        if finding.asks_for == "number":
            value = self.number(self.voice(finding.ask), finding.lowest or 0, finding.highest or 0, or_unsure=True)
            return Answer.UNSURE if value is None else value
        hint = self.voice.phrase("terminal.answer_intimate" if finding.intimate else "terminal.answer")
        while True:
            typed = self.ask(self.with_examples(finding), hint)
            if typed == "?":
                click.echo(_wrapped(f"{self.voice(finding.tell)}\n{self.voice(finding.why)}", "  ", "  "))
            elif typed in _LETTERS and (typed != "r" or finding.intimate):
                said = _LETTERS[typed]
                return _TURNED.get(said, said) if finding.asks_for == "ability" else said
            else:
                click.echo(self.voice.phrase("terminal.again", allowed=hint))

    def with_examples(self, finding: Finding) -> str:
        return "\n".join([self.voice(finding.ask), *(f"  – {self.voice(line)}" for line in finding.lines)])

    def form(self, case: Case, name: str) -> Case:
        phrase = self.voice.phrase
        if name == "where":
            sites = self.several("terminal.where", SITES, "site")
            now = self.whole(phrase("terminal.now"), 0, 10)
            started = self.number(phrase("terminal.started"), 0, LONGEST_WEEKS, or_unsure=True)
            onset = self.several("terminal.onset", ONSETS, "pain.onset")[:1]
            course = self.several("terminal.course", COURSES, "pain.course")[:1]
            pain = Pain(
                sites=sites,
                now=now,
                started_weeks_ago=started,
                onset=onset[0] if onset else None,
                course=course[0] if course else None,
            )
            return case.model_copy(update={"pain": pain})
        if name == "changes":
            worse = self.several("terminal.worse", things_that_make_it_worse(case), "worse_with")
            better = self.several("terminal.better", BETTER_WITH, "better_with")
            return case.model_copy(
                update={"pain": case.pain.model_copy(update={"worse_with": worse, "better_with": better})}
            )
        return case.model_copy(update={"history": self.several("terminal.history", HISTORY, "history")})

    def several(self, key: str, values: Sequence[str], prefix: str) -> tuple[str, ...]:
        click.echo(f"\n{self.voice.phrase(key)}")
        for at, value in enumerate(values, start=1):
            click.echo(f"  {at:2} {self.voice.phrase(f'{prefix}.{value}')}")
        while True:
            typed = self.ask("", self.voice.phrase("terminal.choose"))
            chosen = _chosen(typed, values)
            if chosen is not None:
                return chosen
            click.echo(self.voice.phrase("terminal.out_of_range", low="1", high=str(len(values))))


def _with(case: Case, answers: dict[str, Answer | float]) -> Case:
    return case.model_copy(update={"answers": {**case.answers, **answers}})


def _marks(typed: str, lines: Sequence[Finding]) -> dict[int, Answer] | None:
    """`2 5u 6r` as line 2 yes, line 5 not sure, the intimate line 6 not said; `0` as none; None when it is neither."""
    parts = _parts(typed)
    if parts == [_NONE]:
        return {}
    found: dict[int, Answer] = {}
    for part in parts:
        number = part.rstrip("ur")
        if not number.isdecimal() or not 1 <= int(number) <= len(lines) or part[len(number) :] not in _SUFFIXES:
            return None
        said = _SUFFIXES[part[len(number) :]]
        if said is Answer.RATHER_NOT_SAY and not lines[int(number) - 1].intimate:
            return None
        found[int(number)] = said
    return found or None


def _parts(typed: str) -> list[str]:
    """Numbers with spaces or commas between them, those of a Chinese keyboard too."""
    return re.split(r"[\s,，、]+", typed.strip(" ,，、")) if typed.strip(" ,，、") else []


def _wrapped(text: str, first: str = "", other: str = "") -> str:
    """Broken at words, each line of the text for itself."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    lines = (wrapped(line, width, first, other or _hanging(line)) for line in text.split("\n"))
    return "\n".join(lines)


def _hanging(line: str) -> str:
    return "     " if line.startswith("  –") else ""


def _chosen(typed: str, values: Sequence[str]) -> tuple[str, ...] | None:
    parts = _parts(typed)
    if not all(part.isdecimal() and 1 <= int(part) <= len(values) for part in parts):
        return None
    return tuple(dict.fromkeys(values[int(part) - 1] for part in parts))
