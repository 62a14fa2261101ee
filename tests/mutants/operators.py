"""Every operator, in the order of the table, and all mutants that they make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from carrywell.model.knowledge import Knowledge
from tests.mutants import operators_plan as plan
from tests.mutants import operators_triage as triage
from tests.mutants.mutant import Mutant

Operator = Callable[[Knowledge], Iterator[Mutant]]

_EVERY: tuple[Operator, ...] = (
    triage.drop_level, triage.drop_stage_level, triage.lower_level, triage.drop_raise, triage.drop_combination,
    triage.drop_private_result, triage.drop_condition, triage.drop_stage, triage.drop_door, triage.turn_comparison,
    triage.move_limit, triage.move_stage, triage.hide_question, triage.flip_unsure, triage.move_umbrella,
    plan.drop_not_when, plan.drop_gate, plan.drop_gate_line, plan.swap_gates, plan.drop_warning_stage,
    plan.drop_warning_condition, plan.drop_floor, plan.drop_contraindication,
)  # fmt: skip
OPERATORS: Mapping[str, Operator] = {operator.__name__: operator for operator in _EVERY}


def mutants(knowledge: Knowledge) -> Iterator[Mutant]:
    """All of them, always in the same order."""
    for operator in OPERATORS.values():
        yield from operator(knowledge)
