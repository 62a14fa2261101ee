"""A screen of questions: each line yes, no or not sure; one button for none of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import QueryDict

from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding
from carrywell.web.forms.errors import FieldError

Answers = dict[str, Answer | float]
_ANSWERS = {answer.value: answer for answer in Answer}
_TURNED = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}


def stored(finding: Finding, said: Answer) -> Answer:
    """What a button under the whole question means: for an ability, Yes (I can) is the finding's no."""
    return _TURNED.get(said, said) if finding.asks_for == "ability" else said


def shown(finding: Finding, case: Case, each: bool) -> str:
    """The button that stands for the stored answer, or the number as typed; empty where there is none yet.

    `each`: asked one by one, in the words of the whole question; a list says what is true of her.
    """
    answer = case.answers.get(finding.id)
    if isinstance(answer, Answer):
        return (stored(finding, answer) if each else answer).value
    return "" if answer is None else f"{answer:g}"


def read_list(post: QueryDict, lines: Sequence[Finding]) -> tuple[Answers, list[FieldError]]:
    """A list with a *none of these* button. What is left open counts as no once she has marked something."""
    marked = {line.id: _choice(post, line) for line in lines}
    telling = [line for line in lines if marked[line.id] not in (None, Answer.NO)]
    if "none" in post:
        if telling:
            return {}, [FieldError(telling[0].id, "questions.error.none_but_marked")]
        return {line.id: Answer.NO for line in lines}, []
    if not any(marked.values()):
        return {}, [FieldError(lines[0].id, "questions.error.nothing_marked")]
    return {line.id: marked[line.id] or Answer.NO for line in lines}, []


def read_each(post: QueryDict, lines: Sequence[Finding]) -> tuple[Answers, list[FieldError]]:
    """One by one: every line needs an answer of its own."""
    answers: Answers = {}
    errors: list[FieldError] = []
    for line in lines:
        answer = _number(post, line, errors) if line.asks_for == "number" else _needed(post, line, errors)
        if answer is not None:
            answers[line.id] = answer
    return answers, errors


def _choice(post: QueryDict, line: Finding) -> Answer | None:
    typed = post.get(line.id, "")
    if typed == Answer.RATHER_NOT_SAY and not line.intimate:
        return None
    return _ANSWERS.get(typed)


def _needed(post: QueryDict, line: Finding, errors: list[FieldError]) -> Answer | None:
    said = _choice(post, line)
    if said is None:
        errors.append(FieldError(line.id, "questions.error.missing"))
        return None
    return stored(line, said)


def _number(post: QueryDict, line: Finding, errors: list[FieldError]) -> Answer | float | None:
    typed = post.get(line.id, "").strip().replace(",", ".")
    if f"{line.id}-unsure" in post and not typed:
        return Answer.UNSURE
    try:
        value = float(typed)
    except ValueError:
        value = float("nan")
    low, high = line.lowest or 0, line.highest or 0
    if not low <= value <= high:
        errors.append(FieldError(line.id, "questions.error.number", {"low": f"{low:g}", "high": f"{high:g}"}))
        return None
    return value
