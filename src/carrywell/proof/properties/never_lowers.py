"""b: nothing that she adds lowers her level.

Two women of one stage are compared who are the same person in the same week. The second says at least as much: each
answer is the same or moved from no over not sure to yes; what the first left open the second may say yes or not sure
to; places, movements, history and tasks are only added; a number of blood pressure or pain only grows, or is given
where the first gave none; the onset may turn sudden and the course worse. Several may change at once.

Compared with silence as no, and with silence as open. With silence as open, a number or a choice that was left out is
not given later: to answer an open question may settle it, which is no lowering by a sign. One step is excepted, from
routine to self-care: property i says when that one may be taken.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from carrywell.model.care import Speed
from carrywell.model.stage import Stage
from carrywell.proof.context import COUNTS_AS_NO, SILENCES, ProofContext, Silence
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.logic import FALSE, TRUE, both, either, implied, negated
from carrywell.proof.property import Property
from carrywell.proof.woman import Measured, Reply, Woman

# Each value may turn into one of these; every other change of onset or course is a different pain, not more of it.
WORSE = {
    "gradual": ("sudden",),
    "better_over_weeks": ("steady", "worse_over_weeks", "worse_over_days"),
    "steady": ("worse_over_weeks", "worse_over_days"),
}
MAY_GROW = ("pain_now", "pain_worst_week", "babies")
COMPARED = (Speed.NOW, Speed.TODAY, Speed.TWO_DAYS, Speed.WEEKS)


def prove(context: ProofContext) -> Iterator[Counterexample]:
    for stage in context.stages:
        for silence in SILENCES:
            found = list(_lowered(context, stage, silence))
            yield from found
            if found:
                break  # with silence as open it would take a long case to say the same


def _lowered(context: ProofContext, stage: Stage, silence: Silence) -> Iterator[Counterexample]:
    less, more = context.woman(stage, "less"), context.woman(stage, "more")
    before, after = context.levels(stage, silence, less.name), context.levels(stage, silence, more.name)
    lowered = either(*(both(before.reaches(speed), negated(after.reaches(speed))) for speed in COMPARED))
    says = "saying more lowers her level"
    yield from context.broken(says, [less, more], silence, says_more(less, more, silence), lowered)


def says_more(less: Woman, more: Woman, silence: Silence) -> z3.BoolRef:
    """Whether the second case is the first with signs added."""
    later = TRUE if silence is COUNTS_AS_NO else FALSE
    parts = [less.weeks == more.weeks]
    parts += [_reply(reply, more.replies[name], later) for name, reply in less.replies.items()]
    for kind, marked in less.lists.items():
        other = more.lists[kind]
        parts += [implied(mark, other.marks[value]) for value, mark in marked.marks.items()]
        parts.append(either(marked.answered == other.answered, later))
    for kind, values in less.choices.items():
        parts += _choice(values, more.choices[kind], later)
    for kind, values in less.person_choices.items():
        parts += [part == more.person_choices[kind][value] for value, part in values.items()]
    for name, number in less.numbers.items():
        parts.append(_number(number, more.numbers[name], later, name in MAY_GROW))
    return both(*parts)


def _reply(less: Reply, more: Reply, later: z3.BoolRef) -> z3.BoolRef:
    parts = [
        implied(less.yes, more.yes),
        implied(less.unsure, either(more.yes, more.unsure)),
        implied(more.no, less.no),
        implied(more.rather_not, less.rather_not),
        implied(negated(more.said), negated(less.said)),
    ]
    if less.number is not None and more.number is not None:
        parts.append(_number(less.number, more.number, later, True))
    return both(*parts)


def _number(less: Measured, more: Measured, later: z3.BoolRef, may_grow: bool) -> z3.BoolRef:
    kept = more.value >= less.value if may_grow else more.value == less.value
    return both(implied(less.given, both(more.given, kept)), implied(more.given, either(less.given, later)))


def _choice(less: dict[str, z3.BoolRef], more: dict[str, z3.BoolRef], later: z3.BoolRef) -> Iterator[z3.BoolRef]:
    for value, part in less.items():
        yield implied(part, either(*(more[other] for other in (value, *WORSE.get(value, ())))))
    yield implied(either(*more.values()), either(*less.values(), later))


PROPERTY = Property("b", "No answer, finding, number or place that is added lowers the level.", prove)
