"""Why it hurts at her stage and with her history: those causes first that her own answers point to."""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.decide.facts import Facts
from carrywell.model.knowledge import Cause
from carrywell.model.rules import ALWAYS
from carrywell.model.truth import Truth


def causes_for(facts: Facts, causes: Mapping[str, Cause]) -> tuple[Cause, ...]:
    """Every cause that applies to her, the most telling first; a page shows the first three."""
    applying = [
        cause
        for cause in causes.values()
        if facts.stage in cause.stages and facts.holds(cause.applies_when) is Truth.TRUE
    ]
    return tuple(sorted(applying, key=lambda cause: (-_weight(cause), cause.id)))


def _weight(cause: Cause) -> int:
    """What her own answers point to comes before what is true of everyone at her stage."""
    return cause.weight + (2 if cause.applies_when != ALWAYS else 0)
