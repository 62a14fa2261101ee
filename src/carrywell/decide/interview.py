"""Which questions come next: only those that can still matter, the most urgent first, and none after an emergency.

A question can still matter while some rule that it takes part in is not settled and would raise the level, or while
the pain class, the time to ask again or the safety of the plan rests on it. What is left out can therefore not change
the level: rules only ever raise it, and each rule left open is no higher than the level reached. At a level of today a
question also matters that would name the door for nerves or heart, which comes before the others.

A line waits for the question that it hangs on (`asked_if`) and for the umbrella that covers it; at a level of today
what a single yes makes an emergency comes before its umbrella. The order is that of `decide.agenda`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carrywell.decide.agenda import MOST_LINES, Agenda, first_lines
from carrywell.decide.class_and_plan import class_facts, plan_facts
from carrywell.decide.doors import door_at
from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import Rulebook
from carrywell.decide.stage_lines import Form, StageLines, stage_lines
from carrywell.decide.triage import level_alone, triage
from carrywell.model.answer import Answer
from carrywell.model.assessment import Rule, Triage
from carrywell.model.care import CareLevel, Door, Speed
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding, Knowledge, Screen
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.model.vocabulary import PAIN_NUMBERS

DOORS_FIRST = (Door.HOSPITAL_SPINE, Door.HOSPITAL_EMERGENCY)


@dataclass(frozen=True, slots=True)
class Questions:
    """One screen to show now, with the lines that can still matter, in order."""

    screen: Screen
    lines: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where her answers so far have led: the speed, the doors that are named already, and what is still possible.

    The pain's own pattern may still turn out to be self-care, so the speed is that of the rules alone. `said`: silence
    is no; `possible`: silence may be yes.
    """

    speed: Speed
    doors: frozenset[Door]
    said: Facts
    possible: Facts
    at: StageLines

    def is_asked(self, line: Finding) -> bool:
        """Of a line that she has not answered: asked and not answered is what makes it possible; umbrellas are not."""
        return self.possible.is_asked(line) if line.covers else line.id in self.possible.possibly

    def is_passed_by(self, rule: Rule, level: CareLevel) -> bool:
        """Whether the rule, if it held, would add something: a faster level, or today the door that comes first."""
        if level.speed != self.speed:
            return level.speed > self.speed
        door = door_at(
            rule.door, level, False, self.said.stage, False
        )  # which of the maternity doors makes no difference
        return self.speed == Speed.TODAY and door in DOORS_FIRST and door not in self.doors


@dataclass(frozen=True, slots=True)
class Interviewer:
    """The knowledge that asking needs, worked out once. `gated`: what hangs on a finding's answer, by its id.

    `for_class`, `for_plan`: what the pain class and the plan rest on.
    """

    knowledge: Knowledge
    book: Rulebook
    for_class: frozenset[str]
    for_plan: frozenset[str]
    screens: tuple[Screen, ...]
    first: tuple[Finding, ...]
    with_her_weeks: frozenset[str]
    gates: Mapping[str, frozenset[str]]
    gated: Mapping[str, tuple[Finding, ...]]
    at: Mapping[Stage, StageLines]

    def standing(self, case: Case) -> Standing:
        said = Facts(case, self.knowledge, Truth.FALSE)
        found = triage(said, self.book)
        possible = said.with_silence(Truth.UNKNOWN, asking=True)
        return Standing(_fastest(found), frozenset(found.doors), said, possible, self.at[said.stage])

    def speed(self, case: Case) -> Speed:
        """That of her standing, where no more of it is wanted."""
        return _fastest(triage(Facts(case, self.knowledge, Truth.FALSE), self.book))

    def is_emergency(self, standing: Standing) -> bool:
        """By her answers, and by what she left open of the pain once she was asked where it hurts."""
        if not standing.said.case.pain.sites:
            return standing.speed == Speed.NOW
        left_open = standing.said.with_silence(Truth.FALSE, pain_unsaid=Truth.UNKNOWN)
        return level_alone(left_open, self.book) is CareLevel.EMERGENCY_NOW

    def open_pain(self, standing: Standing) -> frozenset[str]:
        """What is not said of the pain and could still raise the level: site, onset, course, started_weeks_ago."""
        pain = standing.possible.case.pain
        unsaid = {kind for kind in ("onset", "course", "side") if getattr(pain, kind) is None}
        unsaid |= {name for name in PAIN_NUMBERS if standing.possible.number(name) is None}
        return frozenset(
            kind
            for rule in self._told_on("where", standing)
            for name in rule.names
            if (kind := name.partition(":")[0]) in unsaid
        )

    def next_questions(self, standing: Standing, purpose: str) -> Questions | None:
        """The next screen of a purpose (about, triage, plan), or None when nothing there matters any more."""
        if standing.speed == Speed.NOW:
            return None
        if purpose == "about":
            return self._about_her(standing)
        answers, for_plan = standing.said.case.answers, purpose == "plan"
        left = [line for line in standing.at.lines if line.id not in answers and standing.is_asked(line)]
        agenda = Agenda(self.knowledge, self.book, standing.said)
        pending = [line for line in left if self._is_next(line, standing, for_plan)]
        if not pending:
            return None
        early = self._before_umbrellas(left, standing, agenda)
        pending = agenda.in_order([*pending, *early])
        kind = self._kind(pending[0], standing)
        lines = tuple(line for line in pending if self._kind(line, standing) == kind)[: MOST_LINES + len(early)]
        return Questions(self._heading(purpose, kind, lines, standing, agenda.speed(lines[0])), lines)

    @property
    def first_questions(self) -> Questions:
        """What is asked together with her weeks, before anything else."""
        return Questions(self.knowledge.screens["now"], self.first)

    def screen(self, screen_id: str, lines: tuple[Finding, ...]) -> Screen:
        """The screen of an id; over lines that one umbrella opened, with that umbrella's own title."""
        screen = self.knowledge.screens[screen_id]
        over = {self.knowledge.umbrella_of.get(line.id) for line in lines}
        umbrella = self.knowledge.findings.get(next(iter(over)) or "") if len(over) == 1 else None
        if screen_id != "closer" or umbrella is None or umbrella.opens is None:
            return screen
        return screen.model_copy(update={"title": umbrella.opens, "hint": None})

    def about_her(self, pregnant: bool) -> tuple[Questions, ...]:
        """What is asked together with her weeks, one by one, before birth or after it."""
        return tuple(
            Questions(screen, tuple(self.knowledge.findings[line] for line in screen.lines))
            for screen in self.screens
            if screen.purpose == "about" and any(stage.pregnant == pregnant for stage in screen.stages)
        )

    def _about_her(self, standing: Standing) -> Questions | None:
        for questions in self.about_her(standing.said.stage.pregnant):
            answers = standing.said.case.answers
            if unsaid := tuple(line for line in questions.lines if line.id not in answers):
                return Questions(questions.screen, unsaid)
        return None

    def _heading(self, purpose: str, kind: str, lines: tuple[Finding, ...], standing: Standing, speed: int) -> Screen:
        """`speed`: what a yes to the first line would lead to."""
        if purpose == "plan" or kind == "number":
            return self.knowledge.screens["cautions" if purpose == "plan" else "numbers"]
        if kind == "opened":
            return self.screen("closer", lines)
        if speed == Speed.NOW:
            return self.screen("now", lines)
        listed = [name for name in standing.said.case.answers if name not in self.with_her_weeks]
        is_first = speed == Speed.TODAY and len(listed) <= MOST_LINES  # two screens in a row never look the same
        return self.screen("today" if is_first else "also", lines)

    def _kind(self, line: Finding, standing: Standing) -> str:
        if line.asks_for == "number":
            return "number"
        umbrella = standing.at.umbrella.get(line.id)
        return "list" if umbrella is None or umbrella.id not in standing.said.case.answers else "opened"

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
        return any(True for _ in self._told_on("where", standing))

    def changes_matter(self, standing: Standing) -> bool:
        """Whether what makes it worse or better could still raise the level."""
        return any(True for _ in self._told_on("changes", standing))

    def _told_on(self, form: Form, standing: Standing) -> Iterator[Rule]:
        """The rules on what a form tells that are open and would add something."""
        for rule, level in standing.at.told[form]:
            if standing.is_passed_by(rule, level) and standing.possible.may_hold(rule.when):
                yield rule

    def _is_next(self, line: Finding, standing: Standing, for_plan: bool) -> bool:
        """Whether the line matters now, and waits neither for its umbrella nor for what it hangs on.

        What only the plan must know waits until the plan is fitted to her, unless its umbrella is open already.
        """
        umbrella = standing.at.umbrella.get(line.id)
        if umbrella is not None and (umbrella.id not in standing.said.case.answers or umbrella.level is not None):
            return False
        return self._waits_for_nothing(line, standing, for_plan) and self._matters(
            line, standing, for_plan or umbrella is not None
        )

    def _before_umbrellas(self, left: list[Finding], standing: Standing, agenda: Agenda) -> list[Finding]:
        """At a level of today what a single yes makes an emergency does not wait for its umbrella.

        Hardly anything but an emergency still matters then, and the umbrella would ask about much else first. Then
        these umbrellas come first, since most signs are answered no, and an umbrella says no to many in one line.
        """
        if standing.speed != Speed.TODAY:
            return []
        answers = standing.said.case.answers
        closed = {
            name for name, over in standing.at.umbrella.items() if over.level is None and over.id not in answers
        } - self.with_her_weeks
        if not closed.isdisjoint(answers):
            return []
        lines = (line for line in left if line.id in closed and agenda.is_now(line))
        waiting = (line for line in lines if self._waits_for_nothing(line, standing, False))
        return agenda.in_order(line for line in waiting if self._matters(line, standing, False))[:MOST_LINES]

    def _waits_for_nothing(self, line: Finding, standing: Standing, for_plan: bool) -> bool:
        gates = (gate for gate in self.gates[line.id] if gate not in standing.said.case.answers)
        return not any(self._matters(self.knowledge.findings[gate], standing, for_plan) for gate in gates)

    def _matters(self, line: Finding, standing: Standing, for_plan: bool) -> bool:
        if line.id in standing.said.case.answers or not standing.is_asked(line):
            return False
        wanted = line.id in self.for_class or (for_plan and line.id in self.for_plan)
        if wanted and standing.speed <= Speed.WEEKS:
            return True
        if self._can_raise(line, standing):
            return True
        opens = (*(self.knowledge.findings[name] for name in line.covers), *self.gated[line.id])
        return any(self._matters(one, standing, for_plan) for one in opens)

    def _can_raise(self, finding: Finding, standing: Standing) -> bool:
        if finding.id in standing.possible.possibly and standing.at.alone[finding.id] > standing.speed:
            return True
        return any(
            standing.is_passed_by(rule, level) and standing.possible.may_hold(rule.when)
            for rule, level in standing.at.raising[finding.id]
        )


def _fastest(found: Triage) -> Speed:
    return max((counted.level.speed for counted in found.counted), default=Speed.SELF_CARE)


def interviewer(knowledge: Knowledge, book: Rulebook) -> Interviewer:
    screens = tuple(sorted(knowledge.screens.values(), key=lambda screen: screen.order))
    gates = {
        name: frozenset(knowledge.rests_on(finding.asked_if) & knowledge.findings.keys())
        for name, finding in knowledge.findings.items()
    }
    gated = {
        name: tuple(knowledge.findings[other] for other, needs in gates.items() if name in needs)
        for name in knowledge.findings
    }
    first, for_class = first_lines(knowledge, book), class_facts(knowledge)
    return Interviewer(
        knowledge,
        book,
        for_class,
        plan_facts(knowledge),
        screens,
        first,
        frozenset({*(line.id for line in first), *(name for screen in screens for name in screen.lines)}),
        gates,
        gated,
        {stage: stage_lines(stage, knowledge, book) for stage in Stage},
    )
