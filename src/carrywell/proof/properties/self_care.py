"""i: self-care only when every danger sign was denied, and the pain comes with movement and eases with rest.

*Denied*: she said no to it, or to the umbrella over it; or she would rather not say, to an intimate one; or the
question has no meaning for her (`kb/presupposes`). With silence as no, silence is a denial as well; yes and not sure
never are. What counts as movement and as rest is written here a second time, so that a wider named fact in the
knowledge base does not widen self-care with nobody looking. The private track takes no part in the care level.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from carrywell.model.care import CareLevel
from carrywell.model.knowledge import Finding
from carrywell.model.truth import Truth
from carrywell.proof.context import SILENCES, ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.logic import FALSE, TRUE, both, either, negated
from carrywell.proof.presupposed import may_mean_something
from carrywell.proof.property import Property
from carrywell.proof.woman import Woman

EASES = "worse_moving_better_rest"  # the question that asks for both at once
MOVEMENT = (
    "turning_in_bed", "one_leg_standing", "stairs", "car_in_out", "parting_legs", "walking", "standing_long",
    "sitting_long", "bending", "lifting", "getting_up", "sitting_down", "twisting", "feeding_baby", "holding_baby",
    "nappy_change", "driving", "slumping", "any_movement", "first_steps",
)  # fmt: skip
REST = ("rest", "changing_position", "lying_down", "sitting", "pillow")


def prove(context: ProofContext) -> Iterator[Counterexample]:
    for stage in context.stages:
        for says, wrong in (
            ("self-care although a danger sign is not denied", _is_open),
            ("self-care although the pain does not come with movement and ease with rest", _is_not_eased),
        ):
            for silence in SILENCES:
                levels, woman = context.levels(stage, silence), context.woman(stage)
                self_care = levels.is_level(CareLevel.SELF_CARE)
                found = list(context.broken(says, [woman], silence, self_care, wrong(levels.facts)))
                yield from found
                if found:
                    break  # with silence as open it would take a long case to say the same


def _is_open(facts: SymbolicFacts) -> z3.BoolRef:
    """Whether some danger sign of her stage is not denied."""
    findings = facts.knowledge.findings.values()
    signs = (one for one in findings if one.kind == "danger_sign" and not one.private and facts.stage in one.stages)
    return either(*(negated(is_denied(sign, facts)) for sign in signs))


def _is_not_eased(facts: SymbolicFacts) -> z3.BoolRef:
    return negated(eases_with_rest(facts.woman))


def is_denied(sign: Finding, facts: SymbolicFacts) -> z3.BoolRef:
    reply = facts.woman.replies[sign.id]
    umbrella = facts.knowledge.umbrella_of.get(sign.id)
    over = facts.woman.replies[umbrella].no if umbrella is not None else FALSE
    settled = either(over, negated(may_mean_something(sign, facts)), TRUE if facts.silence is Truth.FALSE else FALSE)
    silent = both(settled, negated(either(reply.yes, reply.unsure)))
    return either(reply.no, reply.rather_not, silent)


def eases_with_rest(woman: Woman) -> z3.BoolRef:
    worse, better = woman.lists["worse_with"].marks, woman.lists["better_with"].marks
    marked = both(either(*(worse[value] for value in MOVEMENT)), either(*(better[value] for value in REST)))
    return either(marked, woman.replies[EASES].yes) if EASES in woman.replies else marked


PROPERTY = Property("i", "Self-care only if every danger sign is denied and rest eases the pain.", prove)
