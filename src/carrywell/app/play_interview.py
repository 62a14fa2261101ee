"""Use case: play the interview with a case that answers, to see what is asked, in what order, on how many screens."""

from __future__ import annotations

from dataclasses import dataclass

from carrywell.app.check_case import check_case
from carrywell.app.engine import Engine
from carrywell.app.steps import next_step
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
    """`steps`: each screen in order (`about`, a screen's id, `where`, ...); `asked`: the findings, in order."""

    assessment: Assessment
    steps: tuple[str, ...]
    asked: tuple[str, ...]


def play_interview(engine: Engine, answering: Case) -> Played:
    """What `answering` does not say is answered no. The private questions are passed over."""
    said = Case(asked_on=answering.asked_on, about=answering.about)
    steps, asked, done = ["about"], list[str](), set[str]()
    while (step := next_step(engine, said, done, played=True)).name != "result":
        if step.questions is not None:
            steps.append(step.questions.screen.id)
            asked += [finding.id for finding in step.questions.lines]
            said = answered(engine, said, step.questions, answering)
            continue
        done.add(step.name)
        if step.name != "private":
            steps.append(step.name)
        said = _form_filled(said, step.name, answering)
    return Played(check_case(engine, said, "interviewed"), tuple(steps), tuple(asked))


def answered(engine: Engine, said: Case, questions: Questions, answering: Case) -> Case:
    facts = Facts(answering, engine.knowledge, Truth.FALSE)
    replies = {finding.id: _reply(finding, facts) for finding in questions.lines}
    return said.model_copy(update={"answers": {**said.answers, **replies}})


def _reply(finding: Finding, facts: Facts) -> Answer | float:
    """What the file says, no for what it lacks; to an umbrella, the most that the file says of anything under it."""
    if finding.covers:
        return _ANSWER[any_of(facts.truth(name) for name in (finding.id, *finding.covers))]
    said = facts.case.answers.get(finding.id)
    if said is None and any(
        _hangs_on(other, finding) for name, other in facts.knowledge.findings.items() if facts.number(name)
    ):
        return Answer.YES  # a reading in the file says that there was one
    return Answer.NO if said is None else said


def _hangs_on(number: Finding, finding: Finding) -> bool:
    return finding.id in names_in(number.asked_if)


_ANSWER = {Truth.TRUE: Answer.YES, Truth.UNKNOWN: Answer.UNSURE, Truth.FALSE: Answer.NO}


def _form_filled(said: Case, form: str, answering: Case) -> Case:
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
