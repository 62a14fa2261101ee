"""A symbolic woman: every case that a file can say at one stage, as z3 variables.

Each finding is unanswered, yes, no, not sure or (intimate) rather not say; numbers are there or missing; weeks are real
numbers within the stage; a list is marked, empty or left out; side, onset and course are one value or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import z3

from carrywell.model.case import BETTER_WITH, COURSES, HISTORY, LONGEST_WEEKS, ONSETS, SIDES, SITES, WORSE_WITH
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.person_table import PERSON_CHOICES
from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS, LONGEST_PREGNANCY_WEEKS, POSTPARTUM, PREGNANT, Stage
from carrywell.proof.logic import FALSE, TRUE, at_most_one, both, either, exactly, implied, negated

CHOICES: Mapping[str, tuple[str, ...]] = {"side": SIDES, "onset": ONSETS, "course": COURSES}
PAIN_KEYS = {"pain_now": "now", "pain_worst_week": "worst_week", "started_weeks_ago": "started_weeks_ago"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A number that a case may give, within its range; `whole`: only whole numbers."""

    given: z3.BoolRef
    value: z3.ArithRef
    lowest: float | None
    highest: float | None
    whole: bool = False

    @property
    def in_range(self) -> z3.BoolRef:
        above = TRUE if self.lowest is None else self.value >= exactly(self.lowest)
        below = TRUE if self.highest is None else self.value <= exactly(self.highest)
        return both(above, below)


@dataclass(frozen=True, slots=True)
class Reply:
    """What she says to one question; at most one of them is true, and none is silence."""

    yes: z3.BoolRef
    no: z3.BoolRef
    unsure: z3.BoolRef
    rather_not: z3.BoolRef
    number: Measured | None = None

    @property
    def all(self) -> tuple[z3.BoolRef, ...]:
        return (self.yes, self.no, self.unsure, self.rather_not, *((self.number.given,) if self.number else ()))

    @property
    def said(self) -> z3.BoolRef:
        return either(*self.all)


@dataclass(frozen=True, slots=True)
class Marked:
    """A list of which she marks some. `answered`: it was put to her; a site is answered by marking one."""

    marks: Mapping[str, z3.BoolRef]
    answered: z3.BoolRef


class Woman:
    """Every case of one stage. `name` keeps the variables of two women apart."""

    def __init__(self, knowledge: Knowledge, stage: Stage, name: str = "she") -> None:
        self.knowledge, self.stage, self.name = knowledge, stage, name
        self._well_formed: z3.BoolRef | None = None
        self.replies = {finding.id: self._reply(finding) for finding in knowledge.findings.values()}
        self.lists = {
            "site": self._sites(),
            "worse_with": self._marked("worse_with", WORSE_WITH),
            "better_with": self._marked("better_with", BETTER_WITH),
            "history": self._marked("history", HISTORY),
            "day": self._marked("day", tuple(knowledge.tasks)),
        }
        self.choices = {kind: self._choice(kind, values) for kind, values in CHOICES.items()}
        self.person_choices = {
            kind: {} if stage.pregnant else self._choice(kind, values) for kind, values in PERSON_CHOICES.items()
        }
        self.weeks = z3.Real(f"{name}.weeks")
        self.numbers = {
            "pain_now": self._measured("pain_now", 0, 10, whole=True),
            "pain_worst_week": self._measured("pain_worst_week", 0, 10, whole=True),
            "started_weeks_ago": self._measured("started_weeks_ago", 0, LONGEST_WEEKS),
            "age_years": self._measured("age_years", 10, 65),
            "babies": self._measured("babies", 1, 6, whole=True),
            "births_before": self._measured("births_before", 0, 20, whole=True),
        }

    @property
    def week_range(self) -> tuple[float, float, bool]:
        """First and last week of the stage; whether the last one belongs to it."""
        return week_range(self.knowledge, self.stage)

    def well_formed(self) -> z3.BoolRef:
        """What every case file obeys."""
        if self._well_formed is None:
            self._well_formed = self._obeyed()
        return self._well_formed

    def _obeyed(self) -> z3.BoolRef:
        first, last, closed = self.week_range
        at_end = self.weeks <= exactly(last) if closed else self.weeks < exactly(last)
        parts = [self.weeks >= exactly(first), at_end, *self._of_the_person(), *self._of_the_lists()]
        for reply in self.replies.values():
            parts.append(at_most_one(reply.all))
        parts += [implied(number.given, number.in_range) for number in self.measured()]
        return both(*parts)

    def measured(self) -> Iterator[Measured]:
        yield from self.numbers.values()
        yield from (reply.number for reply in self.replies.values() if reply.number is not None)

    def things_said(self) -> list[z3.BoolRef]:
        """One boolean for each thing that a case says, her weeks aside: a small case is one that says little."""
        things = [part for reply in self.replies.values() for part in reply.all]
        for marked in self.lists.values():
            things += [*marked.marks.values(), both(marked.answered, negated(either(*marked.marks.values())))]
        for values in (*self.choices.values(), *self.person_choices.values()):
            things += values.values()
        things += [number.given for number in self.numbers.values()]
        return [thing for thing in things if thing is not FALSE]

    def _reply(self, finding: Finding) -> Reply:
        unsure = self._bool(f"{finding.id}=unsure")
        if finding.asks_for == "number":
            number = self._measured(finding.id, finding.lowest, finding.highest)
            return Reply(FALSE, FALSE, unsure, FALSE, number)
        rather_not = self._bool(f"{finding.id}=rather_not_say") if finding.intimate else FALSE
        return Reply(self._bool(f"{finding.id}=yes"), self._bool(f"{finding.id}=no"), unsure, rather_not)

    def _sites(self) -> Marked:
        marks = {site: self._bool(f"site:{site}") for site in SITES}
        return Marked(marks, either(*marks.values()))

    def _marked(self, kind: str, values: Sequence[str]) -> Marked:
        return Marked({value: self._bool(f"{kind}:{value}") for value in values}, self._bool(f"{kind}?"))

    def _choice(self, kind: str, values: Sequence[str]) -> dict[str, z3.BoolRef]:
        return {value: self._bool(f"{kind}:{value}") for value in values}

    def _measured(self, name: str, lowest: float | None, highest: float | None, whole: bool = False) -> Measured:
        value = z3.Int(f"{self.name}.{name}") if whole else z3.Real(f"{self.name}.{name}")
        return Measured(self._bool(f"{name}?"), value, lowest, highest, whole)

    def _bool(self, name: str) -> z3.BoolRef:
        return z3.Bool(f"{self.name}.{name}")

    def _of_the_person(self) -> Iterator[z3.BoolRef]:
        for values in self.person_choices.values():
            yield at_most_one(values.values())
        if not self.stage.pregnant:
            ended, with_her = self.person_choices["ended"], self.person_choices["baby_with_me"]
            yield negated(both(ended["loss"], with_her["yes"]))  # model.case.About refuses it

    def _of_the_lists(self) -> Iterator[z3.BoolRef]:
        for values in self.choices.values():
            yield at_most_one(values.values())
        for marked in self.lists.values():
            yield implied(either(*marked.marks.values()), marked.answered)


def week_range(knowledge: Knowledge, stage: Stage) -> tuple[float, float, bool]:
    """First week of a stage, the week at which it ends, and whether that one still belongs to it."""
    first = knowledge.stages[stage].from_weeks
    clock = PREGNANT if stage.pregnant else POSTPARTUM
    later = [start for other in clock if (start := knowledge.stages[other].from_weeks) > first]
    if later:
        return first, min(later), False
    return first, LONGEST_PREGNANCY_WEEKS if stage.pregnant else LONGEST_POSTPARTUM_WEEKS, True
