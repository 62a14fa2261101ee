"""The facts of many cases at once: `decide.facts` over columns. Each line here has its counterpart there.

A three-valued truth is a pair of formulas, *surely* and *possibly*: TRUE is both, FALSE neither, UNKNOWN only possibly.
tests/properties/test_polars_reading.py holds the two readings together.
"""

from __future__ import annotations

import operator as op
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import polars as pl

from carrywell.batch.circuit import FALSE, TRUE, Circuit, Formula
from carrywell.batch.coding import BITS, SAID, UNSURE
from carrywell.decide.facts import COARSE_SITES
from carrywell.model.answer import Answer
from carrywell.model.case_kinds import Choice, Kind, Listed
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.pain_numbers import PAIN_NUMBER_KEYS
from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS, STAGE_FACTS
from carrywell.model.person_table import PersonTable, compared_without, person_table
from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth

_COMPARED: Mapping[str, Callable[..., pl.Expr]] = {">=": op.ge, ">": op.gt, "<=": op.le, "<": op.lt}


class Pair(NamedTuple):
    """`surely` implies `possibly`."""

    surely: Formula
    possibly: Formula


class Reply(NamedTuple):
    yes: Formula
    no: Formula
    unsure: Formula


_PAIRS = {Truth.TRUE: Pair(TRUE, TRUE), Truth.UNKNOWN: Pair(FALSE, TRUE), Truth.FALSE: Pair(FALSE, FALSE)}


class ColumnFacts:
    """`columns`: those that the frame has. `silence`, `pain_unsaid`: as in `decide.facts.Facts`.

    `taken_as_no`: the second valuation of `Facts.if_no`, in which these findings are no wherever they are open.
    """

    def __init__(
        self,
        circuit: Circuit,
        knowledge: Knowledge,
        columns: Mapping[str, Kind],
        silence: Truth,
        pain_unsaid: Truth,
        taken_as_no: frozenset[str] = frozenset(),
    ) -> None:
        self.circuit, self.knowledge, self.columns = circuit, knowledge, columns
        self.silence, self.pain_unsaid, self.taken_as_no = silence, pain_unsaid, taken_as_no
        as_said = (circuit, knowledge, columns, silence, pain_unsaid)
        self._as_said = ColumnFacts(*as_said) if taken_as_no else self
        self._known: dict[str, Pair] = {}

    def if_no(self, findings: frozenset[str]) -> ColumnFacts:
        said = (self.circuit, self.knowledge, self.columns, self.silence, self.pain_unsaid)
        return ColumnFacts(*said, taken_as_no=findings)

    def truth(self, name: str) -> Pair:
        """KeyError for a name that the knowledge base does not have."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._compute(name)
        return known

    def holds(self, when: When) -> Pair:
        circuit = self.circuit
        match when:
            case Fact(name):
                return self.truth(name)
            case Not(part):
                inside = self.holds(part)
                return Pair(circuit.negated(inside.possibly), circuit.negated(inside.surely))
            case All(parts):
                surely, possibly = self._inside(parts)
                return Pair(circuit.both(*surely), circuit.both(*possibly))
            case Any(parts):
                surely, possibly = self._inside(parts)
                return Pair(circuit.either(*surely), circuit.either(*possibly))
            case AtLeast(count, parts):
                surely, possibly = self._inside(parts)
                return Pair(circuit.at_least(count, surely), circuit.at_least(count, possibly))
            case _:
                return self._compared(when)

    def stage(self, *stages: Stage) -> Formula:
        """Whether she is at one of these stages. A moment on a boundary belongs to the later one."""
        return TRUE if set(stages) == set(Stage) else self.circuit.either(*(self._stage(stage) for stage in stages))

    def weeks(self, clock: str, least: float, below: float | None = None) -> Formula:
        """Whether her weeks on a clock (pregnant, postpartum) are from `least` to just under `below`."""
        column = f"about.weeks_{clock}"
        if column not in self.columns:
            return FALSE
        since = self._number(column, ">=", least)
        return since if below is None else self.circuit.both(since, self._number(column, "<", below))

    def is_asked(self, finding: Finding) -> Formula:
        umbrella = self.knowledge.umbrella_of.get(finding.id)
        open_above = TRUE if umbrella is None else self.circuit.negated(self.reply(umbrella).no)
        return self.circuit.both(self.stage(*finding.stages), open_above, self.holds(finding.asked_if).possibly)

    def was_put(self, finding: Finding) -> Formula:
        """Whether anything was said to the question, *rather not say* included."""
        column = f"answers.{finding.id}"
        if column not in self.columns:
            return FALSE
        values = [self._chosen(column, value) for value in self._choice(column).values]
        return self.circuit.either(*values)

    def reply(self, name: str) -> Reply:
        said = self._reply(name)
        if name not in self.taken_as_no:
            return said
        circuit, (surely, possibly) = self.circuit, self._as_said.truth(name)
        turned = circuit.both(possibly, circuit.negated(surely), circuit.negated(self._is_given(f"answers.{name}")))
        kept = circuit.negated(turned)
        return Reply(circuit.both(said.yes, kept), circuit.either(said.no, turned), circuit.both(said.unsure, kept))

    def _reply(self, name: str) -> Reply:
        column = f"answers.{name}"
        if self.knowledge.findings[name].asks_for == "number":
            return Reply(FALSE, FALSE, self._flag(column, UNSURE))
        return Reply(*(self._chosen(column, answer) for answer in (Answer.YES, Answer.NO, Answer.UNSURE)))

    def _inside(self, parts: Iterable[When]) -> tuple[list[Formula], list[Formula]]:
        pairs = [self.holds(part) for part in parts]
        return [pair.surely for pair in pairs], [pair.possibly for pair in pairs]

    def _compute(self, name: str) -> Pair:
        finding = self.knowledge.findings.get(name)
        if finding is not None:
            return self._answered(finding)
        prefix, _, value = name.partition(":")
        if prefix == "is":
            return self._person(name, value)
        return self._listed(prefix, value)

    def _answered(self, finding: Finding) -> Pair:
        circuit, reply = self.circuit, self.reply(finding.id)
        unsaid = _PAIRS[Truth.FALSE if finding.covers or finding.intimate else self.silence]
        silent = FALSE
        if unsaid.possibly == TRUE:
            silent = circuit.both(circuit.negated(circuit.either(*reply)), self.is_asked(finding))
        surely = circuit.either(reply.yes, circuit.both(silent, unsaid.surely))
        return Pair(surely, circuit.either(reply.yes, reply.unsure, circuit.both(silent, unsaid.possibly)))

    def _person(self, name: str, value: str) -> Pair:
        if name in PERSON_FACTS:
            return self._tabled(person_table(name))
        if (stage := STAGE_FACTS.get(name)) is not None:
            return Pair(self.stage(stage), self.stage(stage))
        return self.holds(self.knowledge.facts[value].when)

    def _tabled(self, table: PersonTable) -> Pair:
        circuit = self.circuit
        ways = [(table.pregnant, self.weeks("pregnant", 0))]
        for chosen, truth in table.after.items():
            hers = (self._chosen_or_not(f"about.{name}", said) for name, said in zip(table.by, chosen, strict=True))
            ways.append((truth, circuit.both(self.weeks("postpartum", 0), *hers)))
        return Pair(
            circuit.either(*(way for truth, way in ways if truth is Truth.TRUE)),
            circuit.either(*(way for truth, way in ways if truth is not Truth.FALSE)),
        )

    def _chosen_or_not(self, column: str, value: str | None) -> Formula:
        if value is not None:
            return self._chosen(column, value)
        if column not in self.columns:
            return TRUE
        said = (self._chosen(column, value) for value in self._choice(column).values)
        return self.circuit.negated(self.circuit.either(*said))

    def _stage(self, stage: Stage) -> Formula:
        start = self.knowledge.stages[stage]
        later = [other.from_weeks for other in self.knowledge.stages.values() if other.clock == start.clock]
        return self.weeks(start.clock, start.from_weeks, min((w for w in later if w > start.from_weeks), default=None))

    def _listed(self, prefix: str, value: str) -> Pair:
        match prefix:
            case "site":
                return self._site(value)
            case "worse_with" | "better_with":
                return self._marked(self._mark(f"pain.{prefix}", value), self._flag(f"pain.{prefix}", SAID))
            case "history":
                return self._marked(self._mark("history", value), self._flag("history", SAID))
            case "day":
                tasks = [column for column in self.columns if column.startswith("day.")]
                answered = self.circuit.either(*(self._is_given(column) for column in tasks))
                return self._marked(self._is_given(f"day.{value}"), answered)
            case "side" | "onset" | "course":
                return self._chosen_of_pain(f"pain.{prefix}", value)
            case "class":
                return _PAIRS[Truth.FALSE]  # the care level is worked out before the pain class
        raise KeyError(f"{prefix}:{value}")

    def _chosen_of_pain(self, column: str, value: str) -> Pair:
        said, unsaid = self._chosen(column, value), self._chosen_or_not(column, None)
        counts = _PAIRS[self.pain_unsaid]
        return Pair(*(self.circuit.either(said, self.circuit.both(unsaid, count)) for count in counts))

    def _marked(self, mark: Formula, answered: Formula) -> Pair:
        circuit, unsaid = self.circuit, self.circuit.negated(answered)
        return Pair(*(circuit.either(mark, circuit.both(unsaid, count)) for count in _PAIRS[self.silence]))

    def _site(self, site: str) -> Pair:
        sites: Iterable[str] = self._values("pain.sites")
        any_said = self.circuit.either(*(self._mark("pain.sites", said) for said in sites))
        rough = [self._mark("pain.sites", place) for place, meant in COARSE_SITES.items() if site in meant]
        said = self._marked(self._mark("pain.sites", site), any_said)
        return Pair(said.surely, self.circuit.either(said.possibly, *rough))

    def _compared(self, when: Compare) -> Pair:
        column, missing = self._measured(when)
        if column not in self.columns:
            return missing
        circuit, held = self.circuit, self._number(column, when.is_, when.limit)
        without = circuit.negated(self._is_given(column))
        return Pair(*(circuit.either(held, circuit.both(without, counts)) for counts in missing))

    def _measured(self, when: Compare) -> tuple[str, Pair]:
        """The column of a number, and what the comparison counts as where it is missing."""
        number = when.number
        if number in PAIN_NUMBER_KEYS:
            return f"pain.{PAIN_NUMBER_KEYS[number]}", _PAIRS[self.pain_unsaid]
        if number in PERSON_NUMBERS:
            return f"about.{number}", _PAIRS[compared_without(when)]
        return f"answers.{number}", self._answered(self.knowledge.findings[number])

    def _number(self, column: str, is_: str, limit: float) -> Formula:
        value = pl.col(column)
        return self.circuit.leaf(f"{column} {is_} {limit}", _COMPARED[is_](value, limit).fill_null(False))

    def _is_given(self, column: str) -> Formula:
        if column not in self.columns or isinstance(self.columns[column], Choice | Listed):
            return FALSE
        return self.circuit.leaf(f"{column} given", pl.col(column).is_not_null())

    def _chosen(self, column: str, value: str) -> Formula:
        if column not in self.columns or value not in self._choice(column).values:
            return FALSE
        code = self._choice(column).values.index(value)
        return self.circuit.leaf(f"{column} = {value}", (pl.col(column) == code).fill_null(False))

    def _mark(self, column: str, value: str) -> Formula:
        if column not in self.columns:
            return FALSE
        bit = 1 << self._values(column).index(value)
        return self.circuit.leaf(f"{column} has {value}", (pl.col(column + BITS) & bit) != 0)

    def _flag(self, column: str, mark: str) -> Formula:
        return self.circuit.leaf(column + mark, pl.col(column + mark)) if column in self.columns else FALSE

    def _choice(self, column: str) -> Choice:
        kind = self.columns[column]
        assert isinstance(kind, Choice)
        return kind

    def _values(self, column: str) -> tuple[str, ...]:
        kind = self.columns.get(column)
        return kind.values if isinstance(kind, Listed) else ()
