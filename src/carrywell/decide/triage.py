"""How soon she needs care: the highest level of every rule that holds. Nothing subtracts.

A rule that is neither surely true nor surely false counts as true when its level is one of the three of today; where
what is open is only how the pain feels (the findings marked `unsure: one_step_lower`), it counts one step slower.
Ground: `kb/design_rules`, and the table in docs/explanation/triage.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from carrywell.decide.doors import EARLY_PREGNANCY_UNIT_BEFORE_WEEKS, door_at
from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import Rulebook
from carrywell.model.assessment import Deciding, Rule, Triage
from carrywell.model.care import MATERNITY_DOORS, CareLevel, Door, Speed
from carrywell.model.knowledge import Finding
from carrywell.model.truth import Truth


def triage(facts: Facts, book: Rulebook) -> Triage:
    return _decided(facts, tuple(_counted(facts, book)))


def level_alone(facts: Facts, book: Rulebook) -> CareLevel:
    """The level without its reasons: the first rule that makes it an emergency ends the search."""
    counted = []
    for found in _counted(facts, book):
        if found.level is CareLevel.EMERGENCY_NOW:
            return found.level
        counted.append(found)
    return _decided(facts, tuple(counted)).level


def _decided(facts: Facts, counted: tuple[Deciding, ...]) -> Triage:
    speed = max((found.level.speed for found in counted), default=Speed.SELF_CARE)
    if speed <= Speed.WEEKS:
        return _unhurried(facts, counted, speed)
    deciding = tuple(found for found in counted if found.level.speed == speed)
    doors = tuple(sorted({found.door for found in deciding}, key=list(Door).index))
    return Triage(_level(speed, doors), doors, deciding, counted)


def _counted(facts: Facts, book: Rulebook) -> Iterator[Deciding]:
    """Every rule that counts, in the order of the book. A finding that is surely false settles all of its own."""
    for group in book.at[facts.stage]:
        if group.finding is not None and group.finding not in facts.possibly:
            continue
        own = Truth.TRUE if group.finding is None else facts.truth(group.finding)
        for rule, level, least in group.rules:
            if own >= least and (held := facts.holds(rule.when)) >= least:
                yield _counting(rule, level, held, facts)


def _counting(rule: Rule, level: CareLevel, held: Truth, facts: Facts) -> Deciding:
    if held is Truth.UNKNOWN and rule.one_step_lower and _rests_on_the_feel(rule, facts):
        level = level.one_step_slower()
    return Deciding(rule, level, held is Truth.TRUE, _door(rule, level, facts))


def _rests_on_the_feel(rule: Rule, facts: Facts) -> bool:
    """Whether the rule would be false if all that is open about the feel of the pain were no.

    Where it could hold without, *unsure* about the feel must not count for less than *no* would.
    """
    asked = rule.one_step_lower & facts.knowledge.findings.keys()
    lower = [name for name in asked if facts.number(name) is None and facts.truth(name) is Truth.UNKNOWN]
    return bool(lower) and facts.if_no(lower).holds(rule.when) is Truth.FALSE


def _unhurried(facts: Facts, counted: tuple[Deciding, ...], speed: Speed) -> Triage:
    """Routine, unless she can look after herself: every danger sign answered no, and the pain eases with rest."""
    if speed == Speed.SELF_CARE and may_self_care(facts):
        return Triage(CareLevel.SELF_CARE, (), (), counted)
    deciding = tuple(found for found in counted if found.level.speed == Speed.WEEKS)
    return Triage(CareLevel.ROUTINE, (Door.MIDWIFE_OR_GP,), deciding, counted)


def may_self_care(facts: Facts) -> bool:
    order = facts.knowledge.fact_orders[facts.stage]
    if "is:eased_by_rest" not in facts.surely or not order.danger_signs.isdisjoint(facts.possibly):
        return False
    return all(_was_put_to_her(sign, facts) or not facts.is_asked(sign) for sign in order.intimate_signs)


def _was_put_to_her(intimate: Finding, facts: Facts) -> bool:
    """An intimate question may be left open, but for self-care it must have been asked."""
    return facts.unanswered is Truth.FALSE or intimate.id in facts.answers


def _level(speed: Speed, doors: tuple[Door, ...]) -> CareLevel:
    """The public name: the speed with its first door."""
    if speed == Speed.NOW:
        return CareLevel.EMERGENCY_NOW
    if speed == Speed.TWO_DAYS:
        return CareLevel.WITHIN_2_DAYS
    return CareLevel.SAME_DAY_MATERNITY if doors[0] in MATERNITY_DOORS else CareLevel.SAME_DAY_GP_OR_ED


def _door(rule: Rule, level: CareLevel, facts: Facts) -> Door:
    weeks = facts.case.about.weeks_pregnant
    is_early = weeks is not None and weeks < EARLY_PREGNANCY_UNIT_BEFORE_WEEKS
    return door_at(rule.door, level, level is not rule.level_at(facts.stage), facts.stage, is_early)
