"""The facts of a case, one by one and each only when it is asked for: the slow and obvious second version that judges
`carrywell.decide.facts`, which works them all out at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from carrywell.decide.facts import COARSE_SITES
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS, STAGE_FACTS, person_number, without_number
from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.truth import Truth, all_of, any_of, at_least


class PlainFacts:
    """`unanswered` and what follows it: as in `carrywell.decide.facts`."""

    def __init__(
        self,
        case: Case,
        knowledge: Knowledge,
        unanswered: Truth = Truth.UNKNOWN,
        classes: Iterable[str] = (),
        asking: bool = False,
        pain_unsaid: Truth | None = None,
        withheld: Truth = Truth.FALSE,
    ) -> None:
        self.case, self.answers, self.knowledge = case, case.answers, knowledge
        self.unanswered, self.asking, self.withheld = unanswered, asking, withheld
        self.stage = knowledge.stage_of(case.about)
        self.pain_unsaid = unanswered if pain_unsaid is None else pain_unsaid
        self._classes = frozenset(classes)
        self._umbrellas = knowledge.umbrella_of
        self._known: dict[str, Truth] = {}

    def truth(self, name: str) -> Truth:
        if name not in self._known:
            self._known[name] = self._person(name) if name.startswith("is:") else self._compute(name)
        return self._known[name]

    def holds(self, when: When) -> Truth:
        match when:
            case Fact(name):
                return self.truth(name)
            case All(parts):
                return all_of(map(self.holds, parts))
            case Any(parts):
                return any_of(map(self.holds, parts))
            case Not(part):
                return self.holds(part).negated()
            case AtLeast(count, parts):
                return at_least(count, map(self.holds, parts))
        return self._compared(when)

    def number(self, name: str) -> float | None:
        pain = self.case.pain
        fixed = {"pain_now": pain.now, "pain_worst_week": pain.worst_week, "started_weeks_ago": pain.started_weeks_ago}
        if name in fixed:
            return fixed[name]
        if name in PERSON_NUMBERS:
            return person_number(self.case.about, name)
        value = self.answers.get(name)
        return value if isinstance(value, float | int) else None

    def is_asked(self, finding: Finding) -> bool:
        """Whether the question is meant for her: her stage, its gate not closed, its umbrella not answered no."""
        if self.stage not in finding.stages or self.answers.get(self._umbrellas.get(finding.id, "")) is Answer.NO:
            return False
        return self.holds(finding.asked_if) is not Truth.FALSE

    def _compute(self, name: str) -> Truth:
        finding = self.knowledge.findings.get(name)
        if finding is not None:
            return self._answered(finding)
        prefix, _, value = name.partition(":")
        return self._listed(prefix, value)

    def _person(self, name: str) -> Truth:
        if (person := PERSON_FACTS.get(name)) is not None:
            return person(self.case.about)
        if (stage := STAGE_FACTS.get(name)) is not None:
            return Truth.of(self.stage is stage)
        return self.holds(self.knowledge.facts[name.removeprefix("is:")].when)

    def _answered(self, finding: Finding) -> Truth:
        answer = self.answers.get(finding.id)
        if answer is Answer.YES:
            return Truth.TRUE
        if answer is Answer.NO:
            return Truth.FALSE
        if answer is Answer.UNSURE:
            return Truth.UNKNOWN
        if answer is None and self.unanswered is Truth.FALSE:
            return Truth.FALSE  # whether or not it is asked: no kind of silence is more than that
        if finding.covers or not self.is_asked(finding):
            return Truth.FALSE  # an umbrella speaks only where she answered it; what it covers speaks for itself
        if answer is Answer.RATHER_NOT_SAY:
            return self.withheld
        return Truth.FALSE if finding.intimate and not self.asking else self.unanswered

    def _listed(self, prefix: str, value: str) -> Truth:
        pain = self.case.pain
        match prefix:
            case "site":
                return self._site(value)
            case "worse_with" | "better_with":
                return self._in_list(value, getattr(pain, prefix), prefix in pain.model_fields_set)
            case "history":
                return self._in_list(value, self.case.history, "history" in self.case.model_fields_set)
            case "day":
                return self._in_list(value, tuple(self.case.day), "day" in self.case.model_fields_set)
            case "side" | "onset" | "course":
                said = getattr(pain, prefix)
                return self.pain_unsaid if said is None else Truth.of(said == value)
            case "class":
                return Truth.of(value in self._classes)
        raise KeyError(f"{prefix}:{value}")

    def _in_list(self, value: str, said: tuple[str, ...], answered: bool) -> Truth:
        if value in said:
            return Truth.TRUE
        return Truth.FALSE if answered else self.unanswered

    def _site(self, site: str) -> Truth:
        sites = self.case.pain.sites
        if site in sites:
            return Truth.TRUE
        if any(site in COARSE_SITES.get(said, ()) for said in sites):
            return Truth.UNKNOWN  # a rough place is not sure, which is no silence
        return Truth.FALSE if sites else self.unanswered

    def _compared(self, when: Compare) -> Truth:
        value = self.number(when.number)
        if value is None and when.number in PERSON_NUMBERS:
            return without_number(when.number)
        if value is None:
            finding = self.knowledge.findings.get(when.number)
            return self._answered(finding) if finding is not None else self.pain_unsaid
        match when.is_:
            case ">=":
                return Truth.of(value >= when.limit)
            case ">":
                return Truth.of(value > when.limit)
            case "<=":
                return Truth.of(value <= when.limit)
            case _:
                return Truth.of(value < when.limit)
