"""d: the interview, wherever it stops, has reached the speed that all her answers together would give.

Proved for any set of questions answered so far, in whatever order, for which the interview would go on to the result
(`decide.interview`, `app.steps`), and for any answers to all questions that agree with these. So the order in which the
questions are asked cannot matter. At a level of today the doors for nerves and heart are the same as well; what a
further question would have named beyond them may be missing (docs/explanation/interview.md).

All her answers agree with each other when

- the answer to an umbrella is at least the most that she would say to anything under it;
- she says yes or not sure only to questions of her stage, and only where what the question presupposes may be so
  (`kb/presupposes`). The gate (`asked_if`) of a question is not taken as such: a question behind a wrong gate is one
  that she would answer yes, was not asked, and whose level counts.

An entry of `kb/presupposes` whose question is asked even where it would have no meaning is refused: it would only make
the proof weaker.

What the file leaves out is no, as in a played interview. On the page, how the pain began may stay open, and is then
*not sure*; by property b that is no lower.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from carrywell.decide.interview import DOORS_FIRST, interviewer
from carrywell.model.care import Speed
from carrywell.proof.asking import Asking, SoFar
from carrywell.proof.context import COUNTS_AS_NO, ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.levels import Levels
from carrywell.proof.logic import both, either, implied, negated
from carrywell.proof.presupposed import may_mean_something
from carrywell.proof.property import Property


def prove(context: ProofContext) -> Iterator[Counterexample]:
    asking = interviewer(context.knowledge, context.book)
    for stage in context.stages:
        everything = context.levels(stage)
        yield from _needless(context, everything.facts)
        so_far = SoFar(context.woman(stage))
        by_then = Levels(SymbolicFacts(so_far, COUNTS_AS_NO.triage, COUNTS_AS_NO.pain), context.book)
        ends = both(Asking(so_far, by_then, asking).is_over(), agrees_with_itself(everything.facts))
        slower = either(*(by_then.is_speed(speed) != everything.is_speed(speed) for speed in Speed))
        doors = either(*(_other_door(speed, by_then, everything) for speed in (Speed.TODAY,)))
        says = "the interview stops before all her answers are known, and they would lead elsewhere"
        yield from _stopped(context, so_far, says, ends, slower)
        says = "the interview stops before the door for nerves or heart is known"
        yield from _stopped(context, so_far, says, ends, both(everything.is_speed(Speed.TODAY), doors))


def _needless(context: ProofContext, facts: SymbolicFacts) -> Iterator[Counterexample]:
    """What is said to presuppose something, and is asked all the same."""
    for name, entry in context.knowledge.presupposes.items():
        finding = context.knowledge.findings.get(name)
        if finding is None:
            yield Counterexample(f"kb/presupposes: {name} is no finding")
        elif facts.stage in finding.stages:
            asked = facts.holds(finding.asked_if).possibly
            says = f"kb/presupposes: {name} is asked where it is said to have no meaning; the entry is not needed"
            meant = facts.holds(entry.when).possibly
            yield from context.broken(says, [facts.woman], COUNTS_AS_NO, asked, negated(meant))


def agrees_with_itself(facts: SymbolicFacts) -> z3.BoolRef:
    """Whether one woman could give all these answers."""
    replies, parts = facts.woman.replies, []
    for name, reply in replies.items():
        finding = facts.knowledge.findings[name]
        said = either(reply.yes, reply.unsure, *((reply.number.given,) if reply.number else ()))
        parts.append(implied(said, may_mean_something(finding, facts)))
        umbrella = facts.knowledge.umbrella_of.get(name)
        if umbrella is not None and facts.stage in facts.knowledge.findings[umbrella].stages:
            over = replies[umbrella]
            parts += [implied(reply.yes, over.yes), implied(reply.unsure, either(over.yes, over.unsure))]
    return both(*parts)


def _other_door(speed: Speed, by_then: Levels, everything: Levels) -> z3.BoolRef:
    return either(*(by_then.door(speed, door) != everything.door(speed, door) for door in DOORS_FIRST))


def _stopped(context: ProofContext, so_far: SoFar, says: str, *conditions: z3.BoolRef) -> Iterator[Counterexample]:
    """Two cases: what she had said when it stopped, and all that she would say."""
    yield from context.broken(says, [so_far, so_far.full], COUNTS_AS_NO, *conditions)


PROPERTY = Property("d", "The interview stops only where all her answers would lead to the same level.", prove)
