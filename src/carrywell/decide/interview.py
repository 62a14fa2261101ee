"""Which questions come next: only those that can still matter, the most urgent first, and none after an emergency.

A question can still matter while some rule that it takes part in is not settled and would raise the level, or while
the pain class, the time to ask again or the safety of the plan rests on it. What is left out can therefore not change
the level: rules only ever raise it, and each rule left open is no higher than the level reached. At a level of today a
question also matters that would name the door for nerves or heart, which comes before the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import Rulebook
from carrywell.decide.triage import triage
from carrywell.model.answer import Answer
from carrywell.model.assessment import Rule
from carrywell.model.care import CareLevel, Door, Speed
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding, Knowledge, Screen
from carrywell.model.rules import When
from carrywell.model.truth import Truth
from carrywell.model.vocabulary import PAIN_NUMBERS

DOORS_FIRST = (Door.HOSPITAL_SPINE, Door.HOSPITAL_EMERGENCY)
MOST_LINES = 8  # what fits a phone's screen and a tired eye


@dataclass(frozen=True, slots=True)
class Questions:
    """One screen to show now, with the lines that can still matter, in order."""

    screen: Screen
    lines: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where her answers so far have led: the speed, the doors that are named already, and what is still possible.

    The pain's own pattern may still turn out to be self-care, so the speed is that of the rules alone.
    """

    speed: Speed
    doors: frozenset[Door]
    possible: Facts

    def is_passed_by(self, rule: Rule, level: CareLevel) -> bool:
        """Whether the rule, if it held, would add something: a faster level, or today the door that comes first."""
        if level.speed != self.speed:
            return level.speed > self.speed
        return self.speed == Speed.TODAY and rule.door in DOORS_FIRST and rule.door not in self.doors


@dataclass(frozen=True, slots=True)
class Interviewer:
    """The knowledge that asking needs, worked out once."""

    knowledge: Knowledge
    book: Rulebook
    for_class: frozenset[str]
    for_plan: frozenset[str]
    screens: tuple[Screen, ...]

    def standing(self, case: Case) -> Standing:
        found = triage(Facts(case, self.knowledge, Truth.FALSE), self.book)
        speed = max((counted.level.speed for counted in found.counted), default=Speed.SELF_CARE)
        possible = Facts(case, self.knowledge, Truth.UNKNOWN, asking=True)
        return Standing(speed, frozenset(found.doors), possible)

    def is_emergency(self, case: Case) -> bool:
        """By her answers, and by what she left open of the pain once she was asked where it hurts."""
        left_open = Truth.UNKNOWN if case.pain.sites else Truth.FALSE
        found = triage(Facts(case, self.knowledge, Truth.FALSE, pain_unsaid=left_open), self.book)
        return found.level.speed == Speed.NOW

    def open_pain(self, standing: Standing) -> frozenset[str]:
        """What is not said of the pain and could still raise the level: site, onset, course, started_weeks_ago."""
        pain = standing.possible.case.pain
        unsaid = {kind for kind in ("onset", "course", "side") if getattr(pain, kind) is None}
        unsaid |= {name for name in PAIN_NUMBERS if standing.possible.number(name) is None}
        return frozenset(
            kind
            for rule in self._of_the_pain(standing)
            for name in rule.names
            if (kind := name.partition(":")[0]) in unsaid
        )

    def next_questions(self, standing: Standing, purpose: str) -> Questions | None:
        """The next screen of a purpose (about, triage, plan, private), or None when nothing there matters any more."""
        if standing.speed == Speed.NOW and purpose != "private":
            return None
        for screen in self.screens:
            if screen.purpose == purpose and (lines := self._lines(screen, standing)):
                return Questions(screen, lines[:MOST_LINES])
        return None

    def needs_clarifying(self, case: Case, lines: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The lines she is unsure about and whose level is one of today: asked once more, with how she can tell."""
        stage = self.knowledge.stage_of(case.about)
        return tuple(
            finding
            for finding in lines
            if case.answers.get(finding.id) is Answer.UNSURE
            and (level := finding.level_at(stage)) is not None
            and level.is_today
        )

    def place_matters(self, standing: Standing) -> bool:
        """Whether where and how it hurts, or since when, could still raise the level."""
        return any(True for _ in self._of_the_pain(standing))

    def _of_the_pain(self, standing: Standing) -> Iterator[Rule]:
        """The rules on the pain that are open and would add something."""
        for rule in self.book.rules:
            level = rule.level_at(standing.possible.stage)
            if level is None or not any(_is_of_the_pain(name) for name in rule.names):
                continue
            if standing.is_passed_by(rule, level) and standing.possible.holds(rule.when) is not Truth.FALSE:
                yield rule

    def _lines(self, screen: Screen, standing: Standing) -> tuple[Finding, ...]:
        findings = (self.knowledge.findings[line] for line in screen.lines)
        return tuple(finding for finding in findings if self._matters(finding, screen, standing))

    def _matters(self, finding: Finding, screen: Screen, standing: Standing) -> bool:
        if finding.id in standing.possible.case.answers or not standing.possible.is_asked(finding):
            return False
        if screen.purpose == "private":
            return True
        if finding.covers:
            covered = (self.knowledge.findings[name] for name in finding.covers)
            return any(self._matters(one, screen, standing) for one in covered)
        if standing.speed <= Speed.WEEKS and (finding.id in self.for_class or finding.id in self.for_plan):
            return True
        if screen.purpose == "plan":
            return False
        return self._can_raise(finding, standing)

    def _can_raise(self, finding: Finding, standing: Standing) -> bool:
        for rule in self.book.of_finding[finding.id]:
            level = rule.level_at(standing.possible.stage)
            adds = level is not None and standing.is_passed_by(rule, level)
            if adds and standing.possible.holds(rule.when) is not Truth.FALSE:
                return True
        return False


def _is_of_the_pain(name: str) -> bool:
    """Facts that the form on where it hurts answers: `site:flank`, `onset:sudden`, `started_weeks_ago`."""
    return name in PAIN_NUMBERS or (":" in name and not name.startswith("is:"))


def interviewer(knowledge: Knowledge, book: Rulebook) -> Interviewer:
    screens = tuple(sorted(knowledge.screens.values(), key=lambda screen: screen.order))
    return Interviewer(knowledge, book, _class_facts(knowledge), _plan_facts(knowledge), screens)


def _class_facts(knowledge: Knowledge) -> frozenset[str]:
    whens: list[When] = [knowledge.facts["eased_by_rest"].when]
    for pain_class in knowledge.classes.values():
        whens.append(pain_class.core)
        whens += [sign.when for sign in (*pain_class.speaks_for, *pain_class.speaks_against)]
    whens += [recheck.when for recheck in knowledge.recheck.values()]
    return _reached(whens, knowledge)


def _plan_facts(knowledge: Knowledge) -> frozenset[str]:
    whens: list[When] = []
    for gate in knowledge.gates.values():
        whens += [line.when for line in (*gate.not_when, *gate.ask_first_when)]
    for advice in knowledge.advice.values():
        whens += [advice.applies_when, *advice.not_when]
    return _reached(whens, knowledge)


def _reached(whens: list[When], knowledge: Knowledge) -> frozenset[str]:
    return frozenset(name for when in whens for name in knowledge.rests_on(when))
