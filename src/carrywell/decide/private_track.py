"""Violence and self-harm: a result of its own, shown on screen only, that touches neither care level nor reasons."""

from __future__ import annotations

from carrywell.decide.facts import Facts
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge, PrivateResult
from carrywell.model.truth import Truth


def private_results(facts: Facts, knowledge: Knowledge) -> tuple[PrivateResult, ...]:
    """The results whose signs she said yes to, or is unsure about; the gravest first. `facts`: silence counts as no."""
    found = [result for result in knowledge.private.values() if facts.holds(result.when) is not Truth.FALSE]
    return tuple(sorted(found, key=lambda result: (result.order, result.id)))


def without_private(case: Case, knowledge: Knowledge) -> Case:
    """The case without any answer of the private track, whatever way it came in."""
    answers = {name: said for name, said in case.answers.items() if not knowledge.findings[name].private}
    return case if len(answers) == len(case.answers) else case.model_copy(update={"answers": answers})
