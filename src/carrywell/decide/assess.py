"""One case, one decision: triage, pain class, causes, plan, and when to ask again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carrywell.decide.causes import causes_for
from carrywell.decide.facts import Facts
from carrywell.decide.follow_up import follow_up
from carrywell.decide.pain_class import classify
from carrywell.decide.plan import plan_for
from carrywell.decide.private_track import private_results
from carrywell.decide.rulebook import Rulebook
from carrywell.decide.triage import level_alone, triage
from carrywell.model.assessment import Assessment
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.truth import Truth


@dataclass(frozen=True, slots=True)
class Silence:
    """What an unanswered question counts as: for the care level, and for the safety of the plan.

    `pain`: for the care level, what she left out of how the pain began and goes on.
    """

    triage: Truth
    plan: Truth
    pain: Truth


CAUTIOUS = Silence(triage=Truth.UNKNOWN, plan=Truth.UNKNOWN, pain=Truth.UNKNOWN)
COUNTS_AS_NO = Silence(triage=Truth.FALSE, plan=Truth.FALSE, pain=Truth.FALSE)
# After a played interview every question that could change the level was asked; the plan still needs its clear no.
INTERVIEWED = Silence(triage=Truth.FALSE, plan=Truth.UNKNOWN, pain=Truth.FALSE)
# She herself may leave open how the pain began or goes on: that is *not sure*, not *no*.
ASKED = Silence(triage=Truth.FALSE, plan=Truth.UNKNOWN, pain=Truth.UNKNOWN)


def assess(
    case: Case,
    knowledge: Knowledge,
    book: Rulebook,
    silence: Silence = CAUTIOUS,
    over_time: frozenset[str] = frozenset(),
) -> Assessment:
    said = Facts(case, knowledge, silence.triage, pain_unsaid=silence.pain)
    spoken = said.with_silence(Truth.FALSE)
    decided = triage(said, book)
    pain = classify(said, knowledge.classes)
    known = said.with_classes(pain.ids)
    for_plan = _for_plan(said, silence, pain.ids)
    return Assessment(
        case=case,
        triage=decided,
        weighed_cautiously=lambda: level_alone(said.with_silence(Truth.UNKNOWN), book),
        by_answers=level_alone(spoken, book),
        pain=pain,
        causes=causes_for(known, knowledge.causes),
        plan=plan_for(for_plan, decided.level, knowledge),
        follow_up=follow_up(known, decided.level, knowledge, over_time),
        private=private_results(spoken, knowledge),
    )


def plan_facts(case: Case, knowledge: Knowledge, silence: Silence, classes: Iterable[str]) -> Facts:
    """For the plan: what is proposed needs a clear no, so what she left open on intimate matters stays open."""
    return _for_plan(Facts(case, knowledge), silence, classes)


def _for_plan(facts: Facts, silence: Silence, classes: Iterable[str]) -> Facts:
    return facts.with_silence(silence.plan, classes, asking=True, withheld=silence.plan)
