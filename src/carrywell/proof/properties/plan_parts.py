"""h: warnings stay, babies stay out where there is none, and the private track stays private.

- An avoid or limit entry of her stage is in every plan of that stage, at every care level, wherever it may apply; and
  no answer to a question can take it away: two women who differ only in their answers get the same warnings.
- No entry of baby care is in the plan of a woman who has not said that her baby is with her.
- Nothing outside the private track rests on a private finding: no public rule, advice, cause, class, recheck, fact or
  gate, no screen, safety net or home test, and no book that they are held against.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3
from pydantic import BaseModel

from carrywell.knowledge.reader import FOLDERS
from carrywell.knowledge.references import whens_of
from carrywell.model.condition import Condition
from carrywell.model.knowledge import Advice, Finding, Knowledge, Screen
from carrywell.model.rules import Fact
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.proof.context import ProofContext, Silence
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.logic import both, negated
from carrywell.proof.plan import PlanFacts, level_allows, offered
from carrywell.proof.properties.contraindications import PLAN_SILENCES
from carrywell.proof.property import Property
from carrywell.proof.woman import Woman

WITH_HER = Fact("is:baby_with_me")


def prove(context: ProofContext) -> Iterator[Counterexample]:
    if context.stages[:1] == tuple(Stage)[:1]:  # once, not for each stage
        yield from private_outside_its_track(context.knowledge)
    for stage in context.stages:
        for plan_silence, silence in PLAN_SILENCES:
            yield from _warnings_missing(context, stage, plan_silence, silence)
            yield from _baby_care_without_a_baby(context, PlanFacts(context.woman(stage), plan_silence), silence)


def _warnings_missing(
    context: ProofContext, stage: Stage, plan_silence: Truth, silence: Silence
) -> Iterator[Counterexample]:
    woman, other = context.woman(stage), context.woman(stage, "other")
    hers, others = PlanFacts(woman, plan_silence), PlanFacts(other, plan_silence)
    levels = context.levels(stage, silence)
    same = both(*same_but_for_the_answers(woman, other), *_same_class(hers, others))
    for name, warning in context.knowledge.advice.items():
        if warning.kind == "do" or stage not in warning.stages:
            continue
        planned = both(offered(warning, hers), level_allows(warning, levels))
        due = hers.holds(warning.applies_when).possibly
        says = f"{stage.value}: the warning {name} applies, and is not in the plan"
        yield from context.broken(says, [woman], silence, due, negated(planned))
        answered_away = both(same, offered(warning, others), negated(offered(warning, hers)))
        says = f"{stage.value}: an answer takes the warning {name} away"
        yield from context.broken(says, [other, woman], silence, answered_away)


def same_but_for_the_answers(one: Woman, other: Woman) -> Iterator[z3.BoolRef]:
    """The same person, pain, history and day; what they answer to the questions is free."""
    yield one.weeks == other.weeks
    for kind, marked in one.lists.items():
        yield marked.answered == other.lists[kind].answered
        yield from (mark == other.lists[kind].marks[value] for value, mark in marked.marks.items())
    for mine, theirs in ((one.choices, other.choices), (one.person_choices, other.person_choices)):
        for kind, values in mine.items():
            yield from (part == theirs[kind][value] for value, part in values.items())
    for name, number in one.numbers.items():
        yield both(number.given == other.numbers[name].given, number.value == other.numbers[name].value)


def _same_class(one: PlanFacts, other: PlanFacts) -> Iterator[z3.BoolRef]:
    yield from (part == other.classes[name] for name, part in one.classes.items())


def _baby_care_without_a_baby(context: ProofContext, facts: PlanFacts, silence: Silence) -> Iterator[Counterexample]:
    woman = context.woman(facts.stage)
    with_her = facts.holds(WITH_HER).surely
    entries = [advice for advice in context.knowledge.advice.values() if speaks_of_her_baby(advice)]
    shown = {advice.id: both(offered(advice, facts), negated(with_her)) for advice in entries}
    for name, wrong in shown.items():
        says = f"{facts.stage.value}: {name} is in the plan, and she has not said that her baby is with her"
        yield from context.broken(says, [woman], silence, wrong)


def speaks_of_her_baby(advice: Advice) -> bool:
    return advice.topic == "baby_care"


def private_outside_its_track(knowledge: Knowledge) -> Iterator[Counterexample]:
    """Where a private finding is named outside the private track, one for each place."""
    private = frozenset(name for name, finding in knowledge.findings.items() if finding.private)
    for folder in FOLDERS:
        for name, item in getattr(knowledge, folder).items():
            if folder == "private" or _is_of_the_track(item, private, knowledge):
                continue
            for finding in sorted(private & _named(item, knowledge)):
                yield Counterexample(f"{folder}/{name} names the private finding {finding}")


def _is_of_the_track(item: BaseModel, private: frozenset[str], knowledge: Knowledge) -> bool:
    """A private finding, a screen that asks for it, and a condition whose picture is made of nothing else."""
    if isinstance(item, Condition):
        named = {name for when in item.typical_findings for name in knowledge.rests_on(when)}
        return named <= private
    return (isinstance(item, Finding) and item.private) or (isinstance(item, Screen) and item.purpose == "private")


def _named(item: BaseModel, knowledge: Knowledge) -> frozenset[str]:
    """What the conditions of an item rest on, and the ids in its lists."""
    rests = (knowledge.rests_on(when) for when in whens_of(item))
    return frozenset().union(*rests, _listed(item))


def _listed(part: BaseModel) -> frozenset[str]:
    found: set[str] = set()
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                found.add(one)
            elif isinstance(one, BaseModel):
                found |= _listed(one)
    return frozenset(found)


PROPERTY = Property(
    "h",
    "Warnings are never answered away, baby care needs a baby with her, and nothing public rests on a private answer.",
    prove,
)
