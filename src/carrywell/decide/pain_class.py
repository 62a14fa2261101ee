"""What the pain probably is: a pattern, not a diagnosis, with what speaks for and against it.

Each class adds the weights of the features that are surely there and takes off those that speak against. Features that
were not asked or are unsure count for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.decide.facts import Facts
from carrywell.model.assessment import Classification, Scored
from carrywell.model.knowledge import PainClass
from carrywell.model.truth import Truth

LEAST_SCORE = 2  # below this the pattern is not clear enough to be named
ALSO_WITHIN = 1  # classes this close to the first are named as well
MOST_ALSO = 2


def classify(facts: Facts, classes: Mapping[str, PainClass]) -> Classification:
    scored = [
        _score(facts, pain_class)
        for pain_class in classes.values()
        if facts.stage in pain_class.stages and facts.holds(pain_class.core) is Truth.TRUE
    ]
    ranked = sorted(scored, key=lambda found: (-found.score, found.pain_class.id))
    if not ranked or ranked[0].score < LEAST_SCORE:
        return Classification(None, tuple(found for found in ranked[:MOST_ALSO] if found.score > 0))
    first, *others = ranked
    near = [found for found in others if found.score >= max(LEAST_SCORE, first.score - ALSO_WITHIN)]
    return Classification(first, tuple(near[:MOST_ALSO]))


def _score(facts: Facts, pain_class: PainClass) -> Scored:
    speaks_for = [sign for sign in pain_class.speaks_for if facts.holds(sign.when) is Truth.TRUE]
    against = [sign for sign in pain_class.speaks_against if facts.holds(sign.when) is Truth.TRUE]
    return Scored(
        pain_class,
        sum(sign.weight for sign in speaks_for) - sum(sign.weight for sign in against),
        tuple(sign.says for sign in speaks_for),
        tuple(sign.says for sign in against),
    )
