"""Between a symbolic woman and a single case: a case as values of her variables, and a z3 model as a case file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import z3

from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.proof.logic import FALSE, TRUE, exactly
from carrywell.proof.search import number_in
from carrywell.proof.woman import PAIN_KEYS, Measured, Reply, Woman

CaseFile = dict[str, Any]
_ANSWERS = {
    "yes": Answer.YES,
    "no": Answer.NO,
    "unsure": Answer.UNSURE,
    "rather_not": Answer.RATHER_NOT_SAY,
}


def values_of(woman: Woman, case: Case) -> list[tuple[z3.ExprRef, z3.ExprRef]]:
    """Every variable of the woman with its value in this case, to be substituted into what is proved of her."""
    about, weeks = case.about, case.about.weeks_pregnant if case.about.pregnant else case.about.weeks_postpartum
    pairs: list[tuple[z3.ExprRef, z3.ExprRef]] = [(woman.weeks, exactly(weeks or 0.0))]
    for name, reply in woman.replies.items():
        pairs += _reply_values(reply, case.answers.get(name))
    for kind, values in woman.choices.items():
        pairs += [(part, _bool(getattr(case.pain, kind) == value)) for value, part in values.items()]
    for kind, values in woman.person_choices.items():
        pairs += [(part, _bool(getattr(about, kind) == value)) for value, part in values.items()]
    for name, measured in woman.numbers.items():
        key = PAIN_KEYS.get(name)
        pairs += _measured_values(measured, getattr(case.pain, key) if key else getattr(about, name))
    for kind, (said, answered) in _lists(case).items():
        marked = woman.lists[kind]
        pairs += [(part, _bool(value in said)) for value, part in marked.marks.items()]
        if kind != "site":
            pairs.append((marked.answered, _bool(answered)))
    return pairs


def values_in(expressions: Sequence[z3.BoolRef], pairs: list[tuple[z3.ExprRef, z3.ExprRef]]) -> list[bool]:
    """What formulas over all cases say of one. ValueError where the case does not settle one of them."""
    together = z3.Function("together", *[z3.BoolSort()] * (len(expressions) + 1))(*expressions)
    found = z3.simplify(z3.substitute(together, *pairs)).children()  # one walk over what they share
    if not all(z3.is_true(value) or z3.is_false(value) for value in found):
        raise ValueError("the case does not settle it")
    return [bool(z3.is_true(value)) for value in found]


def value_in(expression: z3.BoolRef, pairs: list[tuple[z3.ExprRef, z3.ExprRef]]) -> bool:
    return values_in([expression], pairs)[0]


def case_file(woman: Woman, model: z3.ModelRef) -> CaseFile:
    """The case of a model, in the format of a case file; what the woman's variables leave open is not said."""
    about: CaseFile = {"weeks_pregnant" if woman.stage.pregnant else "weeks_postpartum": number_in(model, woman.weeks)}
    about |= _chosen(model, woman.person_choices)
    numbers = {name: number_in(model, one.value) for name, one in woman.numbers.items() if is_in(model, one.given)}
    about |= {name: number for name, number in numbers.items() if name not in PAIN_KEYS}
    pain: CaseFile = {PAIN_KEYS[name]: number for name, number in numbers.items() if name in PAIN_KEYS}
    pain |= _chosen(model, woman.choices)
    lists = {
        kind: [value for value, part in marked.marks.items() if is_in(model, part)]
        for kind, marked in woman.lists.items()
        if is_in(model, marked.answered)
    }
    pain |= {"sites" if kind == "site" else kind: lists[kind] for kind in lists if kind not in ("history", "day")}
    answers = {name: said for name, reply in woman.replies.items() if (said := _answer(model, reply)) is not None}
    found: CaseFile = {"about": about, "answers": answers, "pain": pain}
    found |= {"history": lists["history"]} if "history" in lists else {}
    found |= {"day": dict.fromkeys(lists["day"], 1)} if "day" in lists else {}
    return {key: value for key, value in found.items() if value or key in ("about", "history", "day")}


def is_in(model: z3.ModelRef, part: z3.BoolRef) -> bool:
    return bool(z3.is_true(model.eval(part, model_completion=True)))


def _reply_values(reply: Reply, answer: Answer | float | None) -> Iterator[tuple[z3.ExprRef, z3.ExprRef]]:
    for field, meant in _ANSWERS.items():
        part = getattr(reply, field)
        if part is not FALSE:
            yield part, _bool(answer is meant)
    if reply.number is not None:
        yield from _measured_values(reply.number, None if isinstance(answer, Answer) else answer)


def _measured_values(measured: Measured, value: float | None) -> Iterator[tuple[z3.ExprRef, z3.ExprRef]]:
    yield measured.given, _bool(value is not None)
    number = value or 0
    yield measured.value, z3.IntVal(int(number)) if measured.whole else exactly(number)


def _lists(case: Case) -> Mapping[str, tuple[tuple[str, ...], bool]]:
    pain = case.pain
    return {
        "site": (pain.sites, bool(pain.sites)),
        "worse_with": (pain.worse_with, "worse_with" in pain.model_fields_set),
        "better_with": (pain.better_with, "better_with" in pain.model_fields_set),
        "history": (case.history, "history" in case.model_fields_set),
        "day": (tuple(case.day), "day" in case.model_fields_set),
    }


def _answer(model: z3.ModelRef, reply: Reply) -> str | float | None:
    if reply.number is not None and is_in(model, reply.number.given):
        return number_in(model, reply.number.value)
    for field, meant in _ANSWERS.items():
        if is_in(model, getattr(reply, field)):
            return None if reply.number is not None and meant is Answer.NO else meant.value
    return None


def _chosen(model: z3.ModelRef, choices: Mapping[str, Mapping[str, z3.BoolRef]]) -> dict[str, str]:
    return {kind: value for kind, values in choices.items() for value, part in values.items() if is_in(model, part)}


def _bool(value: bool) -> z3.BoolRef:
    return TRUE if value else FALSE
