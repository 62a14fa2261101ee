"""Use case: play the interview with a case that answers, to see what is asked, in what order, on how many screens."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from carrywell.app.check_case import check_case
from carrywell.app.engine import Engine
from carrywell.app.steps import may_fit_the_plan, next_step
from carrywell.decide.facts import Facts
from carrywell.decide.interview import Questions
from carrywell.model.answer import Answer
from carrywell.model.assessment import Assessment
from carrywell.model.case import Case, Pain
from carrywell.model.knowledge import Finding
from carrywell.model.rules import names_in
from carrywell.model.truth import Truth, any_of


@dataclass(frozen=True, slots=True)
class Played:
    """`steps`: each screen before the result, in order (`about`, a screen's id, `where`, ...); `asked`: the findings.

    `decisions`: what she had to make up her mind about on these; a list answered with *none of these* is one. `after`:
    the screens after the result, which fit the plan to her; `assessment` counts their answers too.
    """

    assessment: Assessment
    steps: tuple[str, ...]
    asked: tuple[str, ...]
    decisions: int
    after: tuple[str, ...]


def play_interview(engine: Engine, answering: Case) -> Played:
    """What `answering` does not say is answered no. The private questions are passed over."""
    playing = _Playing(engine, answering)
    playing.play()
    steps, asked, decisions = tuple(playing.steps), tuple(playing.asked), playing.decisions
    if may_fit_the_plan(engine.interviewer.speed(playing.said), playing.done):
        playing.fill("day")
        playing.play()
    after = tuple(playing.steps[len(steps) :])
    return Played(check_case(engine, playing.said, "interviewed"), steps, asked, decisions, after)


class _Playing:
    def __init__(self, engine: Engine, answering: Case) -> None:
        self.engine, self.answering = engine, answering
        self.said = Case(asked_on=answering.asked_on, about=answering.about)
        self.steps, self.asked, self.done = ["about"], list[str](), set[str]()
        self.decisions = _decisions_about(answering)
        self._answer(engine.interviewer.first_questions)

    def play(self) -> None:
        while (step := next_step(self.engine, self.said, self.done, played=True)).name != "result":
            if step.questions is not None:
                if step.questions.screen.purpose != "about":  # those stand on the page with her weeks
                    self.steps.append(step.questions.screen.id)
                self._answer(step.questions)
            else:
                self.fill(step.name)

    def fill(self, form: str) -> None:
        self.done.add(form)
        if form != "private":
            self.steps.append(form)
            self.said = form_filled(self.said, form, self.answering)
            self.decisions += _decisions_on(form, self.answering)

    def _answer(self, questions: Questions) -> None:
        self.asked += [finding.id for finding in questions.lines]
        self.said = answered(self.engine, self.said, questions, self.answering)
        if questions.screen.kind == "one_by_one":
            self.decisions += len(questions.lines)
            return
        marked = sum(self.said.answers[line.id] is not Answer.NO for line in questions.lines)
        self.decisions += max(1, marked)


def _decisions_about(case: Case) -> int:
    """Pregnant or after, the weeks, and what else she says of herself there."""
    told = case.about.model_dump(exclude_none=True, include={"babies", "ended", "birth", "baby_with_me"})
    return 2 + len(told)


def _decisions_on(form: str, case: Case) -> int:
    if form == "where":  # the places, and each field that she fills in
        return 1 + len(case.pain.model_fields_set - {"sites", "worse_with", "better_with"})
    return 2


def answered(engine: Engine, said: Case, questions: Questions, answering: Case) -> Case:
    facts = Facts(answering, engine.knowledge, Truth.FALSE)
    replies = {finding.id: _reply(finding, facts, said.answers) for finding in questions.lines}
    return said.model_copy(update={"answers": {**said.answers, **replies}})


def _reply(finding: Finding, facts: Facts, said_before: Container[str]) -> Answer | float:
    """What the file says, no for what it lacks; to an umbrella, the most that the file says of anything under it that
    she was not asked before.
    """
    if finding.covers:
        under = [facts.knowledge.findings[name] for name in finding.covers if name not in said_before]
        replies = [_reply(one, facts, said_before) for one in under]
        return _ANSWER[any_of((facts.truth(finding.id), *map(_truth_of, replies)))]
    said = facts.case.answers.get(finding.id)
    if said is None and any(
        _hangs_on(other, finding) for name, other in facts.knowledge.findings.items() if facts.number(name)
    ):
        return Answer.YES  # a reading in the file says that there was one
    return Answer.NO if said is None else said


def _truth_of(reply: Answer | float) -> Truth:
    if not isinstance(reply, Answer):
        return Truth.TRUE  # a number is more than nothing
    return {Answer.YES: Truth.TRUE, Answer.UNSURE: Truth.UNKNOWN}.get(reply, Truth.FALSE)


def _hangs_on(number: Finding, finding: Finding) -> bool:
    return finding.id in names_in(number.asked_if)


_ANSWER = {Truth.TRUE: Answer.YES, Truth.UNKNOWN: Answer.UNSURE, Truth.FALSE: Answer.NO}


def form_filled(said: Case, form: str, answering: Case) -> Case:
    pain = answering.pain
    match form:
        case "where":
            told = {
                name: value for name, value in pain if name in pain.model_fields_set - {"worse_with", "better_with"}
            }
            return said.model_copy(update={"pain": Pain(**told)})
        case "changes":
            return said.model_copy(update={"pain": Pain(**dict(pain))})
        case "day":
            return said.model_copy(update={"history": answering.history, "day": answering.day})
    return said
