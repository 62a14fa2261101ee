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

All facts of a case are worked out at once, into two sets: what is surely so, and what is possibly so. A condition over
plain facts is then one question to a set. `tests.lib.plain_facts` reads the same table fact by fact; a property holds
the two together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import ge, gt, le, lt

from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.model.fact_order import LISTS
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS, told_in_numbers, without_number
from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.truth import Truth, at_least
from carrywell.model.vocabulary import LISTED

# A place that she could only name roughly may be any of these.
COARSE_SITES = {
    "back_somewhere": frozenset({"upper_back", "mid_back", "low_back", "flank"}),
    "pelvis_somewhere": frozenset({"pelvis_back", "tailbone", "pubic_bone", "groin", "hip_outer"}),
    "leg_somewhere": frozenset({"thigh_back", "thigh_front", "lower_leg", "foot"}),
}

# Under short names, since looking a member up in its class takes Python longer than asking a set.
_FALSE, _UNKNOWN, _TRUE = Truth
_YES, _NO, _UNSURE, _RATHER_NOT = Answer

_EVERY = {name: frozenset(f"{name}:{value}" for value in values) for name, values in LISTED.items()}
_MAY_MEAN = {rough: frozenset(f"site:{site}" for site in exact) for rough, exact in COARSE_SITES.items()}
_COMPARES = {">=": ge, ">": gt, "<=": le, "<": lt}


class Facts:
    """The facts of one case. `surely`: the names of those that are TRUE; `possibly`: of those that are not FALSE."""

    def __init__(
        self,
        case: Case,
        knowledge: Knowledge,
        unanswered: Truth = _UNKNOWN,
        classes: Iterable[str] = (),
        asking: bool = False,
        pain_unsaid: Truth | None = None,
        withheld: Truth = _FALSE,
    ) -> None:
        """`asking`: for what is still possible, an intimate question not yet asked is open like any other.
        `pain_unsaid`: what onset, course, side and numbers of the pain count as where she left them out; as any other
        silence unless given. `withheld`: what *rather not say* counts as; no for the care level, but no clear no for
        the plan.
        """
        self.case = case
        self.answers = case.answers
        self.knowledge = knowledge
        self.stage = knowledge.stage_of(case.about)
        self._order = knowledge.fact_orders[self.stage]
        self._numbers = told_in_numbers(case)
        self.surely, self.possibly = set[str](), set[str]()
        self._of_the_person()
        self._person = frozenset(self.surely), frozenset(self.possibly)
        self._read_as(unanswered, asking, pain_unsaid, withheld, classes)

    def with_silence(
        self,
        unanswered: Truth,
        classes: Iterable[str] = (),
        asking: bool = False,
        pain_unsaid: Truth | None = None,
        withheld: Truth = _FALSE,
    ) -> Facts:
        """The facts of the same case where her silence counts as this."""
        other = self._copy()
        other.answers = self.case.answers
        other._read_as(unanswered, asking, pain_unsaid, withheld, classes)
        return other

    def with_classes(self, classes: Iterable[str]) -> Facts:
        """With these pain classes in place of those before."""
        if self._order.rests_on_classes:
            return self._but(self.answers, tuple(classes))
        other = self._copy()
        other._classes = tuple(classes)
        gone, come = ({f"class:{name}" for name in named} for named in (self._classes, other._classes))
        other.surely, other.possibly = self.surely - gone | come, self.possibly - gone | come
        return other

    def if_no(self, findings: Iterable[str]) -> Facts:
        """The facts if she had said no to these. `case` stays what she did say."""
        return self._but({**self.answers, **dict.fromkeys(findings, _NO)}, self._classes)

    def if_yes(self, finding: str) -> Facts:
        """The facts if she had said yes to this. `case` stays what she did say."""
        answers = {**self.answers, finding: _YES}
        if self.unanswered is not _FALSE or self.withheld is not _FALSE:
            return self._but(answers, self._classes)
        # Where every silence is no, it makes no difference to a finding what another one opens or closes.
        other = self._copy()
        other.answers = answers
        other.surely, other.possibly = {*self.surely, finding}, {*self.possibly, finding}
        for named in self._order.resting_on[finding]:
            other.surely.discard(named.name)
            other.possibly.discard(named.name)
            other._add(named.name, other.holds(named.when))
        return other

    def _but(self, answers: Mapping[str, Answer | float], classes: tuple[str, ...]) -> Facts:
        other = self._copy()
        other.answers = answers
        other._read_as(self.unanswered, self.asking, self.pain_unsaid, self.withheld, classes)
        return other

    def _copy(self) -> Facts:
        other = object.__new__(Facts)
        other.__dict__.update(self.__dict__)
        return other

    def _read_as(
        self, unanswered: Truth, asking: bool, pain_unsaid: Truth | None, withheld: Truth, classes: Iterable[str]
    ) -> None:
        self.unanswered = unanswered
        self.asking = asking
        self.pain_unsaid = unanswered if pain_unsaid is None else pain_unsaid
        self.withheld = withheld
        self._classes = tuple(classes)
        self._work_out()

    def truth(self, name: str) -> Truth:
        """The truth of a named fact. KeyError for a name that the knowledge base does not have."""
        if name in self.surely:
            return _TRUE
        if name in self.possibly:
            return _UNKNOWN
        if name not in self._order.names and not name.startswith("class:"):
            raise KeyError(name)
        return _FALSE

    def holds(self, when: When) -> Truth:
        """Of all that a page step costs, most is spent here; hence no `match`, which takes a quarter longer."""
        if isinstance(when, Fact):
            return self.truth(when.name)
        if isinstance(when, All):
            return self._all(when)
        if isinstance(when, Any):
            return self._any(when)
        if isinstance(when, Not):
            return self.holds(when.part).negated()
        if isinstance(when, AtLeast):
            return at_least(when.count, map(self.holds, when.parts))
        return self._compared(when)

    def _all(self, when: All) -> Truth:
        """The least of its parts."""
        if not when.names <= self.possibly:
            return _FALSE
        least = _TRUE if when.names <= self.surely else _UNKNOWN
        return min(least, *map(self.holds, when.others)) if when.others else least

    def _any(self, when: Any) -> Truth:
        """The greatest of its parts."""
        if not when.names.isdisjoint(self.surely):
            return _TRUE
        greatest = _FALSE if when.names.isdisjoint(self.possibly) else _UNKNOWN
        return max(greatest, *map(self.holds, when.others)) if when.others else greatest

    def may_hold(self, when: When) -> bool:
        """Whether it is not surely false."""
        return self.holds(when) is not _FALSE

    def how_many(self, of: Any) -> int:
        """How many of its parts are surely so."""
        return len(of.names & self.surely) + sum(self.holds(part) is _TRUE for part in of.others)

    def number(self, name: str) -> float | None:
        if name in self._numbers:
            return self._numbers[name]
        value = self.answers.get(name)
        return value if isinstance(value, float | int) else None

    def is_asked(self, finding: Finding) -> bool:
        """Whether the question is meant for her: her stage, its gate not closed, its umbrella not answered no."""
        umbrella = self.knowledge.umbrella_of.get(finding.id, "")
        if self.stage not in finding.stages or self.answers.get(umbrella) is _NO:
            return False
        return self.holds(finding.asked_if) is not _FALSE

    # Each of these adds to what is surely and possibly so; what is added by none of them is not so.

    def _work_out(self) -> None:
        self.surely, self.possibly = map(set, self._person)
        self._add_all([f"class:{name}" for name in self._classes], _TRUE)
        self._of_the_pain()
        self._of_lists()
        self._of_answers()
        for derived in self._order.derived:
            if derived.finding is None:
                self._add(derived.name, self.holds(derived.when))
            elif not _is_settled(self.answers.get(derived.name)):
                self._add(derived.name, self._silent(derived.finding))

    def _add(self, name: str, truth: Truth) -> None:
        if truth is not _FALSE:
            self.possibly.add(name)
            if truth is _TRUE:
                self.surely.add(name)

    def _add_all(self, names: Iterable[str], truth: Truth) -> None:
        if truth is not _FALSE:
            self.possibly.update(names)
            if truth is _TRUE:
                self.surely.update(names)

    def _of_answers(self) -> None:
        answers, order = self.answers, self._order
        if self.unanswered is not _FALSE:
            open_ = order.open if self.asking else order.not_intimate
            closed = [names for umbrella, names in order.covered.items() if answers.get(umbrella) is _NO]
            self._add_all(open_.difference(answers, *closed), self.unanswered)
        for name, answer in answers.items():
            if answer is _YES:
                self._add(name, _TRUE)
            elif answer is _UNSURE:
                self.possibly.add(name)
            elif answer is not _NO and name in order.open:
                self._add(name, self._silent(self.knowledge.findings[name]))

    def _silent(self, finding: Finding) -> Truth:
        """What it counts as that she said neither yes nor no nor unsure."""
        answer = self.answers.get(finding.id)
        if answer is None and self.unanswered is _FALSE:
            return _FALSE  # whether or not it is asked: no kind of silence is more than that
        if finding.covers or not self.is_asked(finding):
            return _FALSE  # an umbrella speaks only where she answered it; what it covers speaks for itself
        if answer is _RATHER_NOT:
            return self.withheld
        return _FALSE if finding.intimate and not self.asking else self.unanswered

    def _of_the_person(self) -> None:
        about = self.case.about
        for name, fact in PERSON_FACTS.items():
            self._add(name, fact(about))
        self._add(f"is:{self.stage.value}", _TRUE)
        for named in self._order.person:
            self._add(named.name, self.holds(named.when))

    def _of_lists(self) -> None:
        case, pain = self.case, self.case.pain
        said = (pain.worse_with, pain.better_with, case.history, tuple(case.day))
        for name, values, part in zip(LISTS, said, (pain, pain, case, case), strict=True):
            if name not in part.model_fields_set:
                self._add_all(self._order.lists[name], self.unanswered)
            self._add_all([f"{name}:{value}" for value in values], _TRUE)

    def _of_the_pain(self) -> None:
        pain = self.case.pain
        for site in pain.sites:
            self._add(f"site:{site}", _TRUE)
            self._add_all(_MAY_MEAN.get(site, ()), _UNKNOWN)  # a rough place is not sure, which is no silence
        if not pain.sites:
            self._add_all(_EVERY["site"], self.unanswered)
        for name, said in (("side", pain.side), ("onset", pain.onset), ("course", pain.course)):
            if said is None:
                self._add_all(_EVERY[name], self.pain_unsaid)
            else:
                self._add(f"{name}:{said}", _TRUE)

    def _compared(self, when: Compare) -> Truth:
        value = self.number(when.number)
        if value is None and when.number in PERSON_NUMBERS:
            return without_number(when.number)
        if value is None:
            return self.truth(when.number) if when.number in self.knowledge.findings else self.pain_unsaid
        return _TRUE if _COMPARES[when.is_](value, when.limit) else _FALSE


def _is_settled(answer: Answer | float | None) -> bool:
    return answer is _NO or answer is _YES or answer is _UNSURE
