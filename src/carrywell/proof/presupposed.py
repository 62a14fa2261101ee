"""Whether a question has a meaning for her, by the reviewed list in `kb/presupposes` and not by its own `asked_if`."""

from __future__ import annotations

import z3

from carrywell.model.knowledge import Finding
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.logic import FALSE, TRUE


def may_mean_something(finding: Finding, facts: SymbolicFacts) -> z3.BoolRef:
    """It is of her stage, and what the question presupposes may be so."""
    if facts.stage not in finding.stages:
        return FALSE
    presupposed = facts.knowledge.presupposes.get(finding.id)
    return TRUE if presupposed is None else facts.holds(presupposed.when).possibly
