"""The care level of many cases at once: `decide.triage` over columns.

Each rule becomes one formula for each speed at which it may count; a speed is reached where one of its rules counts and
no faster one does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from carrywell.batch.circuit import FALSE, TRUE, Formula
from carrywell.batch.facts import ColumnFacts
from carrywell.decide.doors import EARLY_PREGNANCY_UNIT_BEFORE_WEEKS, door_at
from carrywell.model.assessment import Rule
from carrywell.model.care import MATERNITY_DOORS, CareLevel, Door, Speed
from carrywell.model.knowledge import Finding
from carrywell.model.stage import Stage

_HURRIED = (Speed.NOW, Speed.TODAY, Speed.TWO_DAYS)


@dataclass(frozen=True, slots=True)
class Counted:
    """A rule at a level at which it may count, the stages of that, and where it does. `slower`: one step down."""

    rule: Rule
    level: CareLevel
    stages: tuple[Stage, ...]
    held: Formula
    slower: bool = False


class Levels:
    def __init__(self, facts: ColumnFacts, rules: tuple[Rule, ...]) -> None:
        self.facts, self.circuit = facts, facts.circuit
        self._step_down: dict[frozenset[str], ColumnFacts] = {}
        self.counted = tuple(found for rule in rules for found in self._count(rule))

    @cached_property
    def reached(self) -> Mapping[Speed, Formula]:
        """Where each speed is that of the result; self-care only where she may look after herself."""
        circuit = self.circuit
        found: dict[Speed, Formula] = {}
        faster = FALSE
        for speed in (*_HURRIED, Speed.WEEKS):
            counts = circuit.either(*(rule.held for rule in self.counted if rule.level.speed == speed))
            found[speed] = circuit.both(counts, circuit.negated(faster))
            faster = circuit.either(faster, counts)
        found[Speed.SELF_CARE] = circuit.both(circuit.negated(faster), self._may_self_care())
        hurried = circuit.either(*(found[speed] for speed in _HURRIED))
        found[Speed.WEEKS] = circuit.negated(circuit.either(hurried, found[Speed.SELF_CARE]))
        return found

    @cached_property
    def levels(self) -> Mapping[CareLevel, Formula]:
        maternity = self._today_is_for_maternity()
        today = self.reached[Speed.TODAY]
        return {
            CareLevel.EMERGENCY_NOW: self.reached[Speed.NOW],
            CareLevel.SAME_DAY_MATERNITY: self.circuit.both(today, maternity),
            CareLevel.SAME_DAY_GP_OR_ED: self.circuit.both(today, self.circuit.negated(maternity)),
            CareLevel.WITHIN_2_DAYS: self.reached[Speed.TWO_DAYS],
            CareLevel.ROUTINE: self.reached[Speed.WEEKS],
            CareLevel.SELF_CARE: self.reached[Speed.SELF_CARE],
        }

    @cached_property
    def doors(self) -> Mapping[Door, Formula]:
        """Where each door is one of the result's."""
        circuit = self.circuit
        found = {
            door: circuit.either(*(circuit.both(self.reached[speed], self._led[speed, door]) for speed in _HURRIED))
            for door in Door
        }
        found[Door.MIDWIFE_OR_GP] = circuit.either(found[Door.MIDWIFE_OR_GP], self.reached[Speed.WEEKS])
        return found

    def deciding(self, name_of: Callable[[Rule], str]) -> dict[str, Formula]:
        """Where a rule of each name is one of those that decide."""
        found: defaultdict[str, list[Formula]] = defaultdict(list)
        for counted in self.counted:
            found[name_of(counted.rule)].append(self.circuit.both(counted.held, self.reached[counted.level.speed]))
        return {name: self.circuit.either(*held) for name, held in found.items()}

    def _count(self, rule: Rule) -> Iterator[Counted]:
        circuit = self.circuit
        surely, possibly = self.facts.holds(rule.when)
        for level, stages in _stages_of(rule).items():
            at_stage = self.facts.stage(*stages)
            if not level.is_today or rule.marked_only:
                yield Counted(rule, level, stages, circuit.both(at_stage, surely))
                continue
            step_down = circuit.both(possibly, circuit.negated(surely), self._rests_on_the_feel(rule))
            kept = circuit.both(at_stage, possibly, circuit.negated(step_down))
            yield Counted(rule, level, stages, kept)
            yield Counted(rule, level.one_step_slower(), stages, circuit.both(at_stage, step_down), slower=True)

    def _rests_on_the_feel(self, rule: Rule) -> Formula:
        """Whether the rule would be false if all that is open about the feel of the pain were no."""
        asked = frozenset(rule.one_step_lower & self.facts.knowledge.findings.keys())
        if not asked:
            return FALSE
        if asked not in self._step_down:
            self._step_down[asked] = self.facts.if_no(asked)
        return self.circuit.negated(self._step_down[asked].holds(rule.when).possibly)

    def _may_self_care(self) -> Formula:
        facts = self.facts
        signs = (finding for finding in facts.knowledge.findings.values() if finding.kind == "danger_sign")
        eased = facts.holds(facts.knowledge.facts["eased_by_rest"].when).surely
        return self.circuit.both(eased, *(self._is_denied(sign) for sign in signs if not sign.private))

    def _is_denied(self, sign: Finding) -> Formula:
        """Surely not so; and an intimate question that is meant for her must have been put to her."""
        circuit, facts = self.circuit, self.facts
        put = TRUE if not sign.intimate or not facts.silence else facts.was_put(sign)
        put_if_asked = circuit.either(circuit.negated(facts.is_asked(sign)), put)
        return circuit.both(circuit.negated(facts.truth(sign.id).possibly), put_if_asked)

    @cached_property
    def _led(self) -> Mapping[tuple[Speed, Door], Formula]:
        """Where a rule that counts at a speed leads to a door."""
        alike: defaultdict[tuple[Door | None, CareLevel, bool, tuple[Stage, ...]], list[Formula]] = defaultdict(list)
        for counted in self.counted:
            alike[counted.rule.door, counted.level, counted.slower, counted.stages].append(counted.held)
        led: defaultdict[tuple[Speed, Door], list[Formula]] = defaultdict(list)
        for (door, level, slower, stages), held in alike.items():
            counts = self.circuit.either(*held)
            for stage in stages:
                for is_early, moment in self._moments(stage):
                    leads_to = door_at(door, level, slower, stage, is_early)
                    led[level.speed, leads_to].append(self.circuit.both(moment, counts))
        return defaultdict(lambda: FALSE, {key: self.circuit.either(*held) for key, held in led.items()})

    def _moments(self, stage: Stage) -> Iterator[tuple[bool, Formula]]:
        """A stage, taken apart where the early pregnancy unit stops receiving her. The first: whether it is before."""
        at_stage = self.facts.stage(stage)
        early = self.facts.weeks("pregnant", 0, EARLY_PREGNANCY_UNIT_BEFORE_WEEKS) if stage.pregnant else FALSE
        yield True, self.circuit.both(at_stage, early)
        yield False, self.circuit.both(at_stage, self.circuit.negated(early))

    def _today_is_for_maternity(self) -> Formula:
        """Whether the first door of today is one of maternity: no rule of today leads to a door that comes before."""
        order = list(Door)
        before = order[: min(order.index(door) for door in MATERNITY_DOORS)]
        return self.circuit.both(
            self.circuit.either(*(self._led[Speed.TODAY, door] for door in MATERNITY_DOORS)),
            *(self.circuit.negated(self._led[Speed.TODAY, door]) for door in before),
        )


def _stages_of(rule: Rule) -> dict[CareLevel, tuple[Stage, ...]]:
    found: defaultdict[CareLevel, list[Stage]] = defaultdict(list)
    for stage in Stage:
        if (level := rule.level_at(stage)) is not None:
            found[level].append(stage)
    return {level: tuple(stages) for level, stages in found.items()}
