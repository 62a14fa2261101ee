"""The plan of every case at once: `decide.plan` over symbolic facts, apart from the order of its entries.

Which pain class a case falls into is left open here: what is proved holds whichever it is.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from carrywell.decide.plan import QUIET_ACTS
from carrywell.model.background import HomeTest
from carrywell.model.care import Speed
from carrywell.model.exercise import Exercise
from carrywell.model.knowledge import Advice, Knowledge
from carrywell.model.rules import When
from carrywell.model.truth import Truth
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.levels import Levels
from carrywell.proof.logic import FALSE, TRUE, Kleene, both, either, negated
from carrywell.proof.woman import Woman


class PlanFacts(SymbolicFacts):
    """The facts that a plan is made from. `silence`: what an unanswered question counts as there; `knowledge`: whose
    plan it is, where that is not the one that the woman was asked from.
    """

    def __init__(self, woman: Woman, silence: Truth, knowledge: Knowledge | None = None) -> None:
        super().__init__(woman, silence, asking=True, withheld=silence)
        self.knowledge = knowledge or woman.knowledge
        self.classes = {name: z3.Bool(f"{woman.name}.class:{name}") for name in self.knowledge.classes}

    @property
    def no_class(self) -> z3.BoolRef:
        """Where her pain fits no class, a counterexample can be played again from its case alone."""
        return negated(either(*self.classes.values()))

    def _listed(self, prefix: str, value: str) -> Kleene:
        if prefix == "class":
            return Kleene(self.classes[value], self.classes[value])
        return super()._listed(prefix, value)


def offered(item: Advice | Exercise | HomeTest, facts: PlanFacts) -> z3.BoolRef:
    """Whether an item is in the plan, at the care levels that let it: a proposal needs a clear no to each reason
    against it, a warning is there wherever it may apply. Exercises and home tests are offered like a proposal.
    """
    if facts.stage not in item.stages:
        return FALSE
    if isinstance(item, Advice) and item.kind != "do":
        return facts.holds(item.applies_when).possibly
    applies = TRUE if isinstance(item, HomeTest) else facts.holds(item.applies_when).surely
    return both(applies, *(facts.holds(when).surely_not for when in reasons_against(item, facts.knowledge)))


def reasons_against(item: Advice | Exercise | HomeTest, knowledge: Knowledge) -> Iterator[When]:
    """What an item itself and its gates say against it."""
    yield from item.not_when
    for name in () if isinstance(item, HomeTest) else item.gates:
        gate = knowledge.gates[name]
        yield from (line.when for line in (*gate.not_when, *gate.ask_first_when))


def level_allows(item: Advice | Exercise | HomeTest, levels: Levels) -> z3.BoolRef:
    """Whether the care level lets the item into the plan (`decide.plan`). Home tests wait until nothing presses."""
    if isinstance(item, Advice) and item.kind != "do":
        return TRUE
    act = "other" if isinstance(item, HomeTest) else item.acts
    if act == "position":
        return negated(levels.reaches(Speed.NOW))
    return negated(levels.reaches(Speed.TODAY if act in QUIET_ACTS else Speed.TWO_DAYS))
