"""What she can do: entries of her stage, in the order of expected benefit, and what was left out for her, and why.

- `do` entries need a clear no to each of their contraindications, their own and those of their gates; unasked or unsure
  is not a no.
- `avoid` and `limit` entries are never left out because of an answer.
- What she may hand over, or do in another posture, comes earlier the more of her day's load on the back it touches:
  as much as one more answer that it fits, where it touches the whole. Today's three do not follow it.
- At the levels of today nothing is done to the body: no exercise, massage or heat. Within two days: position and rest.
"""

from __future__ import annotations

from collections.abc import Mapping

from carrywell.decide.day_load import touched_shares
from carrywell.decide.facts import Facts
from carrywell.model.assessment import LeftOut, Plan, Reason
from carrywell.model.care import CareLevel, Speed
from carrywell.model.exercise import Exercise
from carrywell.model.knowledge import Advice, Gate, Knowledge
from carrywell.model.rules import ALWAYS, Fact, When, names_in
from carrywell.model.text import Text
from carrywell.model.truth import Truth
from carrywell.model.vocabulary import PAIN_NUMBERS

MOST_TODAY = 3
MATCH_WEIGHT = 2
MOST_MATCHES = 3
RANK_WEIGHT = 2
# Among things of equal benefit, what the trials support most comes first; what must be bought comes last.
TODAY_ORDER = (
    "movement", "relief", "hand_over", "posture", "sleep", "baby_care", "partner", "nutrition", "equipment",
)  # fmt: skip
QUIET_ACTS = ("rest", "position")


def plan_for(facts: Facts, level: CareLevel, knowledge: Knowledge) -> Plan:
    """Among entries of equal worth the one that fits her answers better, then the one whose id comes first: the sorting
    below leaves the order of `advice_at`.
    """
    at_gates = gate_reasons(facts, knowledge)
    offered: list[Advice] = []
    left_out: list[LeftOut] = []
    for advice in knowledge.advice_at[facts.stage]:
        if not _applies(advice, facts):
            continue
        if advice.kind != "do":
            offered.append(advice)
            continue
        if not level_allows(advice, level):
            left_out.append(LeftOut(advice, (), by_level=True))
        elif reasons := reasons_against(advice, facts, at_gates):
            left_out.append(LeftOut(advice, reasons))
        else:
            offered.append(advice)
    scores = {advice.id: score(advice, facts) for advice in (*offered, *(left.advice for left in left_out))}
    touched = touched_shares(offered, facts.case, knowledge)
    by_score = sorted(offered, key=lambda advice: -scores[advice.id])
    ranked = sorted(by_score, key=lambda advice: -(scores[advice.id] + MATCH_WEIGHT * touched.get(advice.id, 0.0)))
    left = sorted(left_out, key=lambda left: -scores[left.advice.id])
    may_be_today = [advice for advice in offered if advice.today and advice.kind == "do"]
    for_today = sorted(may_be_today, key=lambda advice: (-scores[advice.id], TODAY_ORDER.index(advice.topic)))
    return Plan(_today(for_today, level), _by_topic(ranked), tuple(left), touched)


def score(advice: Advice, facts: Facts) -> int:
    """Expected benefit first, then how many of her own answers it fits."""
    matches = facts.how_many(advice.helps)
    return RANK_WEIGHT * advice.rank + MATCH_WEIGHT * min(matches, MOST_MATCHES)


def _applies(advice: Advice, facts: Facts) -> bool:
    """A warning is shown wherever it may apply; a proposal only where it surely does."""
    if advice.applies_when is ALWAYS:
        return True
    holds = facts.holds(advice.applies_when)
    return holds is Truth.TRUE or (advice.kind != "do" and holds is Truth.UNKNOWN)


def level_allows(item: Advice | Exercise, level: CareLevel) -> bool:
    if level.speed >= Speed.TODAY:
        return item.acts == "position" and level.speed < Speed.NOW
    if level.speed == Speed.TWO_DAYS:
        return item.acts in QUIET_ACTS
    return True


def gate_reasons(facts: Facts, knowledge: Knowledge) -> Mapping[str, tuple[Reason, ...]]:
    """What is not a clear no, of each gate."""
    return {name: _at_gate(gate, facts) for name, gate in knowledge.gates.items()}


def reasons_against(
    item: Advice | Exercise, facts: Facts, at_gates: Mapping[str, tuple[Reason, ...]]
) -> tuple[Reason, ...]:
    """What is not a clear no, of the item and its gates; nothing may be offered while there is one."""
    once: dict[str, Reason] = {}
    for when in item.not_when:
        if reason := _reason(when, None, facts):
            once.setdefault(reason.fact, reason)
    for name in item.gates:
        for reason in at_gates[name]:
            once.setdefault(reason.fact, reason)
    return tuple(once.values())


def _at_gate(gate: Gate, facts: Facts) -> tuple[Reason, ...]:
    closed = [_reason(line.when, line.says, facts) for line in gate.not_when]
    asked = [_reason(line.when, line.says, facts, ask_first=True) for line in gate.ask_first_when]
    return tuple(reason for reason in (*closed, *asked) if reason)


def _reason(when: When, says: Text | None, facts: Facts, ask_first: bool = False) -> Reason | None:
    held = facts.holds(when)
    if held is Truth.FALSE:
        return None
    name = _named(when, facts)
    return Reason(name, says or _words(name, facts), held, ask_first)


def _named(when: When, facts: Facts) -> str:
    """The fact that did it: of several, the first that is not clearly no."""
    if isinstance(when, Fact):
        return when.name
    names = tuple(names_in(when))
    return next((name for name in names if name in PAIN_NUMBERS or facts.truth(name) is not Truth.FALSE), names[0])


def _words(name: str, facts: Facts) -> Text | None:
    finding = facts.knowledge.findings.get(name)
    if finding is not None:
        return finding.me
    fact = facts.knowledge.facts.get(name.removeprefix("is:"))
    return fact.says if fact else None


def _today(ranked: list[Advice], level: CareLevel) -> tuple[Advice, ...]:
    """At most three, of different topics, so that the day holds more than one kind of help."""
    if level.speed >= Speed.TODAY:
        return ()
    chosen: list[Advice] = []
    for advice in ranked:
        if advice.topic not in {other.topic for other in chosen}:
            chosen.append(advice)
        if len(chosen) == MOST_TODAY:
            break
    return tuple(chosen)


def _by_topic(ranked: list[Advice]) -> Mapping[str, tuple[Advice, ...]]:
    topics: dict[str, list[Advice]] = {}
    for advice in ranked:
        topics.setdefault(advice.topic, []).append(advice)
    return {topic: tuple(entries) for topic, entries in topics.items()}
