"""e: nothing contraindicated is ever offered.

For every item of advice that proposes something and every home test, and every contraindication that closes what it
does (or names it): wherever the contraindication is not surely no (she said yes, is unsure, or was not asked), the
item is not offered, at any care level. The same for each reason that an item or its gates give themselves.

That each of these reasons is backed by a contraindication is the reader's business: `knowledge.contraindications`.
"""

from __future__ import annotations

from collections.abc import Iterator

import z3

from carrywell.knowledge.contraindications import Item, closes, items_of
from carrywell.model.contraindication import Contraindication
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import Any
from carrywell.model.truth import Truth
from carrywell.proof.context import COUNTS_AS_NO, ProofContext, Silence
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.logic import both, either
from carrywell.proof.plan import PlanFacts, level_allows, offered, reasons_against
from carrywell.proof.property import Property
from carrywell.proof.search import possible

# What silence counts as for the plan, and how a case is played again with it.
INTERVIEWED = Silence("interviewed", Truth.FALSE, Truth.FALSE)
PLAN_SILENCES = ((Truth.FALSE, COUNTS_AS_NO), (Truth.UNKNOWN, INTERVIEWED))


def prove(context: ProofContext) -> Iterator[Counterexample]:
    for stage in context.stages:
        for plan_silence, silence in PLAN_SILENCES:
            facts = PlanFacts(context.woman(stage), plan_silence)
            for item in proposals(context.knowledge):
                yield from _offered_in_spite(context, item, facts, silence)


def proposals(knowledge: Knowledge) -> Iterator[Item]:
    """What is offered to her to do: no warning, which nothing takes away."""
    yield from (item for (_, name), item in items_of(knowledge).items() if getattr(item, "kind", "do") == "do")


def closing(item: Item, knowledge: Knowledge) -> tuple[Contraindication, ...]:
    return tuple(entry for entry in knowledge.contraindications.values() if closes(entry, item))


def against(item: Item, facts: PlanFacts) -> dict[str, z3.BoolRef]:
    """What stands against an item and is not surely no: each contraindication by its id, and its own reasons."""
    found = {entry.id: facts.holds(entry.when).possibly for entry in closing(item, facts.knowledge)}
    own = Any(tuple(reasons_against(item, facts.knowledge)))
    return {**found, "its own not_when": facts.holds(own).possibly}


def _offered_in_spite(
    context: ProofContext, item: Item, facts: PlanFacts, silence: Silence
) -> Iterator[Counterexample]:
    given, reasons = offered(item, facts), against(item, facts)
    if possible(context.woman(facts.stage).well_formed(), given, either(*reasons.values())) is None:
        return
    for name, held in reasons.items():
        yield from _told(context, item, facts, silence, name, both(given, held))


def _told(
    context: ProofContext, item: Item, facts: PlanFacts, silence: Silence, name: str, wrong: z3.BoolRef
) -> Iterator[Counterexample]:
    """The smallest case; one that the care level lets through, and without a pain class, before any other."""
    woman, says = context.woman(facts.stage), f"{facts.stage.value}: {item.id} is offered in spite of {name}"
    let = level_allows(item, context.levels(facts.stage, silence))
    for conditions, more in (((let, facts.no_class), ""), ((let,), ""), ((), ", but for the care level")):
        found = list(context.broken(f"{says}{more}", [woman], silence, wrong, *conditions))
        if found:
            yield from found
            return


PROPERTY = Property(
    "e", "Nothing contraindicated is offered, and nothing that needs a clear no while the answer is open.", prove
)
