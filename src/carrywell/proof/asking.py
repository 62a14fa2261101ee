"""What the interview still asks, for every set of questions answered so far: `decide.interview` over symbolic facts.

`SoFar` is a woman in the middle of the interview: any set of questions was put to her, in whatever order, and she
answered them as she would answer all; what she would leave out is no, as in a played interview.
"""

from __future__ import annotations

import z3

from carrywell.decide.doors import door_at
from carrywell.decide.interview import DOORS_FIRST, Interviewer
from carrywell.decide.stage_lines import Form, is_told_on
from carrywell.model.assessment import Rule
from carrywell.model.care import Speed
from carrywell.model.knowledge import Finding
from carrywell.model.truth import Truth
from carrywell.proof.facts import CircularGate, SymbolicFacts
from carrywell.proof.levels import Levels
from carrywell.proof.logic import FALSE, TRUE, both, either, implied, negated
from carrywell.proof.woman import PAIN_KEYS, Marked, Measured, Reply, Woman

CHANGES = ("worse_with", "better_with")


class SoFar(Woman):
    """What she has said so far of all that `full` says. `asked`: whether a question was put to her; `where`, `changes`:
    whether those forms were.
    """

    def __init__(self, full: Woman) -> None:
        super().__init__(full.knowledge, full.stage, f"{full.name}.so_far")
        self.full, self.weeks, self.person_choices = full, full.weeks, full.person_choices
        self.asked = {name: self._bool(f"asked {name}") for name in full.replies}
        self.where, self.changes = self._bool("where"), self._bool("changes")
        self.replies = {name: self._so_far(reply, self.asked[name]) for name, reply in full.replies.items()}
        self.lists = {kind: self._listed(kind, marked) for kind, marked in full.lists.items()}
        self.choices = {
            kind: {value: both(self.where, part) for value, part in values.items()}
            for kind, values in full.choices.items()
        }
        self.numbers = {
            name: _given(number, self.where) if name in PAIN_KEYS else number for name, number in full.numbers.items()
        }

    def _obeyed(self) -> z3.BoolRef:
        """A question is put only at its stage, and never under an umbrella that has the level itself."""
        put = [implied(asked, self._may_be_put(self.knowledge.findings[name])) for name, asked in self.asked.items()]
        return both(self.full.well_formed(), *put)

    def things_said(self) -> list[z3.BoolRef]:
        """None of her own: she says nothing that `full` does not."""
        return []

    def _may_be_put(self, line: Finding) -> z3.BoolRef:
        if self.stage not in line.stages:
            return FALSE
        umbrella = self.knowledge.findings.get(self.knowledge.umbrella_of.get(line.id, ""))
        if umbrella is None or self.stage not in umbrella.stages:
            return TRUE
        return TRUE if umbrella.level is None else FALSE

    def _so_far(self, reply: Reply, asked: z3.BoolRef) -> Reply:
        told = either(reply.yes, reply.unsure, reply.rather_not, *((reply.number.given,) if reply.number else ()))
        return Reply(
            yes=both(asked, reply.yes),
            no=both(asked, negated(told)),
            unsure=both(asked, reply.unsure),
            rather_not=both(asked, reply.rather_not),
            number=_given(reply.number, asked) if reply.number else None,
        )

    def _listed(self, kind: str, marked: Marked) -> Marked:
        """Her history and her day are asked after the result, for the plan."""
        shown = self.where if kind == "site" else self.changes if kind in CHANGES else FALSE
        marks = {value: both(shown, part) for value, part in marked.marks.items()}
        return Marked(marks, both(shown, marked.answered))


def _given(number: Measured, asked: z3.BoolRef) -> Measured:
    return Measured(both(asked, number.given), number.value, number.lowest, number.highest, number.whole)


class Asking:
    """Which questions are still to be asked of a woman, and whether the interview is at its end."""

    def __init__(self, so_far: SoFar, levels: Levels, interviewer: Interviewer) -> None:
        """`levels`: the care level by what she has said so far, with silence as no."""
        self.so_far, self.levels, self.interviewer = so_far, levels, interviewer
        self.knowledge, self.stage = so_far.knowledge, so_far.stage
        self.possible = SymbolicFacts(so_far, Truth.UNKNOWN, asking=True)
        self._adds: dict[str, z3.BoolRef] = {}
        self._matters: dict[tuple[str, bool], z3.BoolRef | None] = {}

    def is_over(self) -> z3.BoolRef:
        """Whether the way through (`app.steps.next_step`) leads to the result now."""
        today = self.levels.reaches(Speed.TODAY)
        where = either(self.so_far.where, both(today, negated(self.may_add("where"))))
        changes = either(self.so_far.changes, both(today, negated(self.may_add("changes"))))
        settled = both(negated(self.asks_about_her()), negated(self.asks_more()), where, changes)
        return either(self.levels.reaches(Speed.NOW), settled)

    def asks_about_her(self) -> z3.BoolRef:
        lines = (line for shown in self.interviewer.about_her(self.stage.pregnant) for line in shown.lines)
        return either(*(negated(self.so_far.asked[line.id]) for line in lines))

    def asks_more(self) -> z3.BoolRef:
        return either(*(self.is_next(line) for line in self.knowledge.findings.values() if not line.private))

    def may_add(self, form: Form) -> z3.BoolRef:
        """Whether what a form tells could still raise the level."""
        told = (rule for rule in self.levels.book.rules if any(is_told_on(form, name) for name in rule.names))
        return either(*(self.adds(rule) for rule in told))

    def is_next(self, line: Finding, for_plan: bool = False) -> z3.BoolRef:
        """Whether the line matters now, and waits neither for its umbrella nor for what it hangs on."""
        umbrella = self.knowledge.findings.get(self.knowledge.umbrella_of.get(line.id, ""))
        opened: tuple[z3.BoolRef, ...] = ()
        if umbrella is not None and self.stage in umbrella.stages:
            if umbrella.level is not None:
                return FALSE
            opened = (self.so_far.asked[umbrella.id],)
        gates = (self.knowledge.findings[gate] for gate in self.interviewer.gates[line.id])
        waits = either(*(self.matters(gate, for_plan) for gate in gates))
        return both(*opened, negated(waits), self.matters(line, for_plan or bool(opened)))

    def matters(self, line: Finding, for_plan: bool) -> z3.BoolRef:
        key = (line.id, for_plan)
        if key in self._matters:
            known = self._matters[key]
            if known is None:
                raise CircularGate(f"{line.id} opens what it waits for itself")
            return known
        self._matters[key] = None
        found = self._matters[key] = self._find_out(line, for_plan)
        return found

    def adds(self, rule: Rule) -> z3.BoolRef:
        """Whether the rule is still possible and would make her level faster, or name the door that comes first."""
        if rule.id not in self._adds:
            self._adds[rule.id] = self._would_add(rule)
        return self._adds[rule.id]

    def _find_out(self, line: Finding, for_plan: bool) -> z3.BoolRef:
        asking = self.interviewer
        opens = (*(self.knowledge.findings[name] for name in line.covers), *asking.gated[line.id])
        unhurried = negated(self.levels.reaches(Speed.TWO_DAYS))
        wanted = line.id in asking.for_class or (for_plan and line.id in asking.for_plan)
        return both(
            negated(self.so_far.asked[line.id]),
            self.possible.is_asked(line),
            either(
                unhurried if wanted else FALSE,
                *(self.adds(rule) for rule in self.levels.book.of_finding[line.id]),
                *(self.matters(one, for_plan) for one in opens),
            ),
        )

    def _would_add(self, rule: Rule) -> z3.BoolRef:
        level = rule.level_at(self.stage)
        if level is None:
            return FALSE
        passed = negated(self.levels.reaches(level.speed))
        door = door_at(rule.door, level, False, self.stage, False)
        if level.speed is Speed.TODAY and door in DOORS_FIRST:
            at_today = negated(self.levels.reaches(Speed.NOW))
            passed = both(at_today, either(passed, negated(self.levels.door(Speed.TODAY, door))))
        return both(passed, self.possible.holds(rule.when).possibly)
