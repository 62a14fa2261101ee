"""What the pain class and the plan rest on: the findings and facts that asking must not leave out for them."""

from __future__ import annotations

from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import When


def class_facts(knowledge: Knowledge) -> frozenset[str]:
    whens: list[When] = [knowledge.facts["eased_by_rest"].when]
    for pain_class in knowledge.classes.values():
        whens.append(pain_class.core)
        whens += [sign.when for sign in (*pain_class.speaks_for, *pain_class.speaks_against)]
    whens += [recheck.when for recheck in knowledge.recheck.values()]
    return _reached(whens, knowledge)


def plan_facts(knowledge: Knowledge) -> frozenset[str]:
    whens: list[When] = []
    for gate in knowledge.gates.values():
        whens += [line.when for line in (*gate.not_when, *gate.ask_first_when)]
    for advice in knowledge.advice.values():
        whens += [advice.applies_when, *advice.not_when]
    for exercise in knowledge.exercises.values():
        whens += [exercise.applies_when, *exercise.not_when]
    return _reached(whens, knowledge)


def _reached(whens: list[When], knowledge: Knowledge) -> frozenset[str]:
    return frozenset(name for when in whens for name in knowledge.rests_on(when))
