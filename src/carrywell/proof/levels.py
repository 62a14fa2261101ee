"""The care level of every case at once: `decide.triage` over symbolic facts.

For each speed stands the condition under which a rule counts at it. Nothing is simplified: the step down where only the
feel of the pain is open, the rules that speak only for what she marked, the doors that move with the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import z3

from carrywell.decide.doors import EARLY_PREGNANCY_UNIT_BEFORE_WEEKS, door_at
from carrywell.decide.rulebook import Rulebook
from carrywell.model.assessment import Rule
from carrywell.model.care import MATERNITY_DOORS, CareLevel, Door, Speed
from carrywell.model.knowledge import Finding
from carrywell.model.truth import Truth
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.logic import FALSE, TRUE, Kleene, both, either, exactly, implied, negated

EASED_BY_REST = "eased_by_rest"


@dataclass(frozen=True, slots=True)
class Counted:
    """A rule at the level at which it counts, and the condition under which it does. `doors`: where it sends her."""

    rule: Rule
    level: CareLevel
    held: z3.BoolRef
    doors: Mapping[Door, z3.BoolRef]


class Levels:
    """How soon she needs care, for every case that the facts speak of."""

    def __init__(self, facts: SymbolicFacts, book: Rulebook) -> None:
        self.facts, self.book, self.stage = facts, book, facts.stage
        self._step_down: dict[frozenset[str], SymbolicFacts] = {}
        self._reaches: dict[Speed, z3.BoolRef] = {}
        self.counted = tuple(found for rule in book.rules for found in self._count(rule))

    def reaches(self, speed: Speed) -> z3.BoolRef:
        """Whether some rule counts at this speed or a faster one."""
        if speed not in self._reaches:
            self._reaches[speed] = either(*(found.held for found in self.counted if found.level.speed >= speed))
        return self._reaches[speed]

    def at(self, speed: Speed) -> tuple[Counted, ...]:
        return tuple(found for found in self.counted if found.level.speed == speed)

    def is_speed(self, speed: Speed) -> z3.BoolRef:
        """Whether this is the speed of the result; of routine and self-care, what the rules leave to the pain."""
        faster = FALSE if speed is Speed.NOW else self.reaches(Speed(speed + 1))
        if speed > Speed.WEEKS:
            return both(self.reaches(speed), negated(faster))
        unhurried = negated(self.reaches(Speed.TWO_DAYS))
        looks_after_herself = both(negated(self.reaches(Speed.WEEKS)), self.may_self_care)
        wanted = looks_after_herself if speed is Speed.SELF_CARE else negated(looks_after_herself)
        return both(unhurried, wanted)

    def is_level(self, level: CareLevel) -> z3.BoolRef:
        """Whether this is the public level: the speed with its first door."""
        if level.speed is not Speed.TODAY:
            return self.is_speed(level.speed)
        maternity = self._first_is_maternity
        return both(self.is_speed(Speed.TODAY), maternity if level.value.endswith("maternity") else negated(maternity))

    def door(self, speed: Speed, door: Door, but: Rule | None = None) -> z3.BoolRef:
        """Whether a rule (another one than `but`) that counts at this speed sends her to this door."""
        return either(
            *(both(found.held, found.doors.get(door, FALSE)) for found in self.at(speed) if found.rule is not but)
        )

    @cached_property
    def may_self_care(self) -> z3.BoolRef:
        """`decide.triage.may_self_care`."""
        signs = (finding for finding in self.facts.knowledge.findings.values() if finding.kind == "danger_sign")
        eased = self.facts.holds(self.facts.knowledge.facts[EASED_BY_REST].when).surely
        return both(eased, *(self._is_denied(sign) for sign in signs if not sign.private))

    @cached_property
    def _first_is_maternity(self) -> z3.BoolRef:
        order = list(Door)
        before = order[: min(order.index(door) for door in MATERNITY_DOORS)]
        return both(
            either(*(self.door(Speed.TODAY, door) for door in MATERNITY_DOORS)),
            *(negated(self.door(Speed.TODAY, door)) for door in before),
        )

    def _is_denied(self, sign: Finding) -> z3.BoolRef:
        facts = self.facts
        put = TRUE if not sign.intimate or facts.silence is Truth.FALSE else facts.woman.replies[sign.id].said
        return both(facts.truth(sign.id).surely_not, implied(facts.is_asked(sign), put))

    def _count(self, rule: Rule) -> Iterator[Counted]:
        level = rule.level_at(self.stage)
        if level is None:
            return
        held = self.facts.holds(rule.when)
        own = self.facts.truth(rule.finding) if rule.finding is not None else None
        open_counts = level.is_today and not rule.marked_only
        surely = both(held.surely, *(own.surely,) if own else ())
        if not open_counts:
            yield self._found(rule, level, surely)
            return
        counts = both(held.possibly, *(own.possibly,) if own else ())
        step_down = both(counts, self._rests_on_the_feel(rule, held))
        yield self._found(rule, level, both(counts, negated(step_down)))
        if step_down is not FALSE:
            yield self._found(rule, level.one_step_slower(), step_down)

    def _rests_on_the_feel(self, rule: Rule, held: Kleene) -> z3.BoolRef:
        """Open, and false if all that is open about the feel of the pain were no."""
        asked = frozenset(name for name in rule.one_step_lower if name in self.facts.knowledge.findings)
        if not asked:
            return FALSE
        if asked not in self._step_down:
            self._step_down[asked] = self.facts.if_no(asked)
        return both(held.unknown, self._step_down[asked].holds(rule.when).surely_not)

    def _found(self, rule: Rule, level: CareLevel, held: z3.BoolRef) -> Counted:
        return Counted(rule, level, held, self._doors(rule, level))

    def _doors(self, rule: Rule, level: CareLevel) -> Mapping[Door, z3.BoolRef]:
        slower = level is not rule.level_at(self.stage)
        late, early = (door_at(rule.door, level, slower, self.stage, is_early) for is_early in (False, True))
        if late is early or not self.stage.pregnant:
            return {late: TRUE}
        is_early = self.facts.woman.weeks < exactly(EARLY_PREGNANCY_UNIT_BEFORE_WEEKS)
        return {early: is_early, late: negated(is_early)}
