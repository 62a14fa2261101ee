"""Where a yes to a finding can lead at a stage: worked out once from the rules, so that asking is quick.

What a rule needs besides the finding is looked at first: where that is not so, the yes alone leads nowhere by it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass

from carrywell.model.assessment import Rule
from carrywell.model.care import Door, Speed
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import All, Fact
from carrywell.model.stage import Stage

Reached = tuple[int, int]  # a speed, and the place of its door, negated: the greater comes first

_DOORS = tuple(Door)
NOWHERE: Reached = (-1, -len(_DOORS))


@dataclass(frozen=True, slots=True)
class Way:
    """A rule that the finding takes part in with others. `needs`: what must surely be so besides, whatever else."""

    reaches: Reached
    needs: frozenset[str]
    rule: Rule


@dataclass(frozen=True, slots=True)
class Leads:
    """`alone`: what the yes reaches by itself. `ways`: rules with others that reach more, the best first.
    `needs`: where none of these is so, no way is open; empty where a way needs nothing.
    `most`: the speed of the fastest rule of all; `rules`: how many there are, at any stage. `emergencies`: how many of
    them make an emergency of it together with others.
    """

    alone: Reached
    ways: tuple[Way, ...]
    needs: frozenset[str]
    most: int
    rules: int
    emergencies: int

    def near(self, so: Set[str]) -> list[Way]:
        """The ways for which all is so that they need besides."""
        if not self.ways or (self.needs and self.needs.isdisjoint(so)):
            return []
        return [way for way in self.ways if way.needs <= so]


def leads_of(finding: str, rules: tuple[Rule, ...], knowledge: Knowledge) -> Mapping[Stage, Leads]:
    """`rules`: all that the finding takes part in."""
    ways = [(rule, _needs(finding, rule, knowledge)) for rule in rules]
    return {stage: _at(stage, ways) for stage in Stage}


def _at(stage: Stage, ways: list[tuple[Rule, frozenset[str]]]) -> Leads:
    here = [Way(reaches, needs, rule) for rule, needs in ways if (reaches := _reaches(rule, stage)) is not None]
    alone = max((way.reaches for way in here if len(way.rule.names) == 1), default=NOWHERE)
    more = [way for way in here if len(way.rule.names) > 1 and way.reaches > alone]
    most = max((way.reaches[0] for way in here), default=NOWHERE[0])
    best_first = tuple(sorted(more, key=lambda way: way.reaches, reverse=True))
    needs = frozenset[str]().union(*(way.needs for way in more)) if all(way.needs for way in more) else frozenset[str]()
    emergencies = sum(len(way.rule.names) > 1 and way.reaches[0] == Speed.NOW for way in here)
    return Leads(alone, best_first, needs, most, len(ways), emergencies)


def _reaches(rule: Rule, stage: Stage) -> Reached | None:
    level = rule.level_at(stage)
    return None if level is None else (int(level.speed), -_DOORS.index(rule.door) if rule.door else 0)


def _needs(finding: str, rule: Rule, knowledge: Knowledge) -> frozenset[str]:
    """Plain parts of the rule that this finding does not help to make true."""
    names = rule.when.names if isinstance(rule.when, All) else frozenset[str]()
    return frozenset(name for name in names if finding not in knowledge.rests_on(Fact(name)))
