"""When to ask again, and which signs change everything until then."""

from __future__ import annotations

from carrywell.decide.facts import Facts
from carrywell.model.assessment import FollowUp
from carrywell.model.care import CareLevel
from carrywell.model.knowledge import Knowledge
from carrywell.model.truth import Truth


def follow_up(
    facts: Facts, level: CareLevel, knowledge: Knowledge, over_time: frozenset[str] = frozenset()
) -> FollowUp:
    """The shortest interval of all that apply at this level. `over_time`: what several moments show, by id."""
    applying = [
        recheck
        for recheck in knowledge.recheck.values()
        if facts.stage in recheck.stages and level in recheck.levels and facts.holds(recheck.when) is Truth.TRUE
        if not recheck.over_time or over_time.intersection(recheck.over_time)
    ]
    soonest = min(applying, key=lambda recheck: (recheck.in_hours, recheck.id))
    signs = sorted(
        (net for net in knowledge.safety_net.values() if facts.stage in net.stages), key=lambda net: (net.order, net.id)
    )
    return FollowUp(soonest.in_hours, soonest, tuple(signs))
