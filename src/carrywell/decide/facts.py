"""What is known about her: every named fact of the rules, three-valued.

| she said           | fact    |
|--------------------|---------|
| yes                | TRUE    |
| no                 | FALSE   |
| unsure             | UNKNOWN |
| a rough place      | UNKNOWN for each place that it may mean (`back_somewhere`: the low back, ...) |
| nothing            | what `unanswered` says: UNKNOWN (the cautious default) or FALSE (`--unanswered no`) |

Five kinds of silence are settled by themselves: a question of another stage, one whose gate (`asked_if`) is closed,
one under an umbrella that she answered no, an umbrella itself, and an intimate one that she would rather not answer:
these are FALSE, so that silence there never drives her to hospital (docs/explanation/review.md, R006).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy

from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS, STAGE_FACTS, person_number, without_number
from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.truth import Truth, all_of, any_of, at_least

# A place that she could only name roughly may be any of these.
COARSE_SITES = {
    "back_somewhere": frozenset({"upper_back", "mid_back", "low_back", "flank"}),
    "pelvis_somewhere": frozenset({"pelvis_back", "tailbone", "pubic_bone", "groin", "hip_outer"}),
    "leg_somewhere": frozenset({"thigh_back", "thigh_front", "lower_leg", "foot"}),
}


class Facts:
    """The facts of one case. Values are computed when first asked for, and kept."""

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
        """`asking`: for what is still possible, an intimate question not yet asked is open like any other.
        `pain_unsaid`: what onset, course, side and numbers of the pain count as where she left them out; as any other
        silence unless given. `withheld`: what *rather not say* counts as; no for the care level, but no clear no for
        the plan.
        """
        self.case = case
        self.answers = case.answers
        self.knowledge = knowledge
        self.unanswered = unanswered
        self.stage = knowledge.stage_of(case.about)
        self.asking = asking
        self.pain_unsaid = unanswered if pain_unsaid is None else pain_unsaid
        self.withheld = withheld
        self._classes = frozenset(classes)
        self._umbrellas = knowledge.umbrella_of
        self._known: dict[str, Truth] = {}
        self._named: dict[str, Truth] = {}  # those that rest on others: `is:...`

    def with_classes(self, classes: Iterable[str]) -> Facts:
        other = copy(self)
        other._classes = frozenset(classes)
        other._known, other._named = {}, {}
        return other

    def if_no(self, findings: Iterable[str]) -> Facts:
        """The facts if she had said no to these. `case` stays what she did say."""
        return self._if({**self.answers, **dict.fromkeys(findings, Answer.NO)})

    def if_yes(self, finding: str) -> Facts:
        """The facts if she had said yes to this. `case` stays what she did say."""
        supposed = self._if({**self.answers, finding: Answer.YES})
        if self.unanswered is Truth.FALSE and self.withheld is Truth.FALSE:
            # Where every silence is no, it makes no difference to a finding what another one opens or closes.
            supposed._known = {**self._known, finding: Truth.TRUE}
        return supposed

    def _if(self, answers: Mapping[str, Answer | float]) -> Facts:
        supposed = copy(self)
        supposed.answers = answers
        supposed._known, supposed._named = {}, {}
        return supposed

    def truth(self, name: str) -> Truth:
        """The truth of a named fact. KeyError for a name that the knowledge base does not have."""
        known = self._known.get(name)
        if known is not None:
            return known
        if name.startswith("is:"):
            known = self._named.get(name)
            if known is None:
                known = self._named[name] = self._person(name)
            return known
        known = self._known[name] = self._compute(name)
        return known

    def holds(self, when: When) -> Truth:
        """Of all that a page step costs, most is spent here; hence no `match`, which takes a quarter longer."""
        if isinstance(when, Fact):
            return self.truth(when.name)
        if isinstance(when, All):
            return all_of(map(self.holds, when.parts))
        if isinstance(when, Any):
            return any_of(map(self.holds, when.parts))
        if isinstance(when, Not):
            return self.holds(when.part).negated()
        if isinstance(when, AtLeast):
            return at_least(when.count, map(self.holds, when.parts))
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
