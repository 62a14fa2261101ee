"""a: every case gets exactly one care level, and every week of either clock lies in exactly one stage."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from carrywell.model.care import CareLevel
from carrywell.proof.context import SILENCES, ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.logic import negated
from carrywell.proof.property import Property


def prove(context: ProofContext) -> Iterator[Counterexample]:
    for stage in context.stages:
        for silence in SILENCES:
            levels = context.levels(stage, silence)
            one = z3.PbEq([(levels.is_level(level), 1) for level in CareLevel], 1)
            says = f"{stage.value}: a case gets no care level, or more than one"
            yield from context.broken(says, [context.woman(stage)], silence, negated(one))


PROPERTY = Property("a", "Every case of every stage and week gets exactly one care level.", prove)
