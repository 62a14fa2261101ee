"""g: no rule is unreachable or without effect, and no two rules contradict each other.

A rule has an effect if there is a case in which it decides: it counts, no other rule counts that is faster, and none of
its speed sends her to the same door (dropping it would change the speed, or take that door away). The cases are those
that an interview could end with: yes and not sure only to questions that are meant for her. Rules that have no effect
and are kept all the same stand in `kb/no_effect` with the reason.

Two rules contradict each other if a raise leads lower than the finding alone, or if both say the same and mean
different levels. Since the highest wins, the lower one would never be felt: it is a rule without effect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import z3

from carrywell.model.assessment import Rule
from carrywell.model.care import Door
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.levels import Counted, Levels
from carrywell.proof.logic import TRUE, both, either, implied
from carrywell.proof.property import Property
from carrywell.proof.search import Undecided


@dataclass(frozen=True, slots=True)
class _Way:
    """A way in which a rule counts, with the boolean that stands for it in the solver."""

    found: Counted
    door: Door
    counts: z3.BoolRef
    does_not: z3.BoolRef


class _Stage:
    """The rules of one stage in one solver, so that each question is asked by assumptions alone."""

    def __init__(self, context: ProofContext, stage: Stage) -> None:
        self.stage, self.levels = stage, context.levels(stage)
        self.solver = z3.Solver()
        self.solver.add(context.woman(stage).well_formed(), only_what_is_asked(self.levels))
        self.ways: list[_Way] = []
        for at, found in enumerate(self.levels.counted):
            for door, condition in found.doors.items():
                counts = z3.Bool(f"counts.{stage}.{at}.{door}")
                self.solver.add(counts == both(found.held, condition))
                self.ways.append(_Way(found, door, counts, z3.Not(counts)))

    def of(self, rule: Rule) -> list[_Way]:
        return [way for way in self.ways if way.found.rule is rule]

    def is_reached(self, rule: Rule) -> bool:
        return any(self._is_possible(way.counts) for way in self.of(rule))

    def stand_before(self, rule: Rule) -> set[str] | None:
        """The rules that count wherever this one does, no slower and through the same door; None where it decides."""
        found: set[str] = set()
        for way in self.of(rule):
            if self._decides(way):
                return None
            core = {assumption.get_id() for assumption in self.solver.unsat_core()}
            found |= {other.found.rule.id for other in self.ways if other.does_not.get_id() in core}
        return found

    def _decides(self, way: _Way) -> bool:
        """Whether the rule can count in this way while nothing else leads her there as fast."""
        speed = way.found.level.speed
        others = (
            other.does_not
            for other in self.ways
            if other.found.rule is not way.found.rule
            and (other.found.level.speed > speed or (other.found.level.speed == speed and other.door is way.door))
        )
        return self._is_possible(way.counts, *others)

    def _is_possible(self, *assumptions: z3.BoolRef) -> bool:
        found = self.solver.check(*assumptions)
        if found == z3.unknown:
            raise Undecided(self.solver.reason_unknown())
        return bool(found == z3.sat)


def prove(context: ProofContext) -> Iterator[Counterexample]:
    stages = [_Stage(context, stage) for stage in Stage]
    idle = {rule.id: why for rule in context.book.rules if (why := _why_idle(rule, stages)) is not None}
    kept = {rule for entry in context.knowledge.no_effect.values() for rule in entry.rules}
    for rule, why in idle.items():
        if rule not in kept:
            yield Counterexample(f"the rule {rule} {why}; drop it, or give the reason in kb/no_effect")
    for rule in sorted(kept - idle.keys()):
        yield Counterexample(f"kb/no_effect: the rule {rule} does decide, or is no rule; the entry is not needed")
    yield from _contradictions(context)


def _why_idle(rule: Rule, stages: list[_Stage]) -> str | None:
    """Why dropping the rule would change nothing at any stage; None where it would."""
    at = [stage for stage in stages if rule.level_at(stage.stage) is not None]
    before: set[str] = set()
    for stage in at:
        others = stage.stand_before(rule)
        if others is None:
            return None
        before |= others
    if not any(stage.is_reached(rule) for stage in at):
        return "can never hold"
    return f"never decides: where it counts, so do {', '.join(sorted(before))}, no slower and through the same door"


def only_what_is_asked(levels: Levels) -> z3.BoolRef:
    """Yes and not sure only to questions that are meant for her, with silence as no."""
    facts = levels.facts
    return both(
        *(
            implied(either(reply.yes, reply.unsure, *((reply.number.given,) if reply.number else ())), asked)
            for name, reply in facts.woman.replies.items()
            if (asked := facts.is_asked(facts.knowledge.findings[name])) is not TRUE
        )
    )


def _contradictions(context: ProofContext) -> Iterator[Counterexample]:
    for finding in context.knowledge.findings.values():
        for raised in finding.raises:
            for stage in finding.stages:
                own = finding.level_at(stage)
                if own is not None and raised.to.speed < own.speed:
                    yield Counterexample(
                        f"{finding.id} at {stage.value} is {own.value}, and is raised to {raised.to.value}"
                    )


PROPERTY = Property("g", "No rule is unreachable, without effect or against another.", prove, by_stage=False)
