"""Use case: what helps today, before anything is known of her: what every woman of every stage may do, by the rules.

Only what asks for no clear no, and only rest and position: the plan offers these at every level but an emergency.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carrywell.decide.plan import MOST_TODAY, QUIET_ACTS, TODAY_ORDER
from carrywell.model.follow_up import SafetyNet
from carrywell.model.knowledge import Advice, Knowledge
from carrywell.model.rules import ALWAYS
from carrywell.model.stage import Stage


@dataclass(frozen=True, slots=True)
class HelpToday:
    """`signs`: what is an emergency at every stage. `first`: three things of different topics; `more`: the rest."""

    signs: tuple[SafetyNet, ...]
    first: tuple[Advice, ...]
    more: Mapping[str, tuple[Advice, ...]]


def help_today(knowledge: Knowledge) -> HelpToday:
    fitting = [advice for advice in knowledge.advice.values() if _is_for_everyone(advice)]
    ranked = sorted(fitting, key=lambda one: (-one.rank, TODAY_ORDER.index(one.topic), one.id))
    best = {advice.topic: advice for advice in reversed(ranked)}  # of each topic the one that ranks first
    first = tuple(advice for advice in ranked if best[advice.topic] is advice)[:MOST_TODAY]
    rest = [advice for advice in ranked if advice not in first]
    more = {topic: tuple(one for one in rest if one.topic == topic) for topic in TODAY_ORDER}
    nets = (net for net in knowledge.safety_net.values() if set(net.stages) == set(Stage))
    signs = sorted((net for net in nets if net.level == "emergency_now"), key=lambda net: (net.order, net.id))
    return HelpToday(tuple(signs), first, {topic: entries for topic, entries in more.items() if entries})


def _is_for_everyone(advice: Advice) -> bool:
    if advice.kind != "do" or advice.who != "woman" or not advice.today or advice.acts not in QUIET_ACTS:
        return False
    asks_nothing = advice.applies_when == ALWAYS and not advice.not_when and not advice.gates
    return asks_nothing and set(advice.stages) == set(Stage)
