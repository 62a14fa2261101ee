"""Conditions as FHIRPath over a QuestionnaireResponse: the fourth reading of the rule tree, for whether to ask.

As in `decide.facts` with silence as *not known*: a question is left out because of an answer, never because of silence.
Each expression is true or false for every response, never empty. Stages and named facts become variables, so that an
expression says `%weeksGe20` and not what that is made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from carrywell.model.knowledge import Finding, Knowledge, Task
from carrywell.model.pain_numbers import PAIN_NUMBER_KEYS
from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS, STAGE_FACTS
from carrywell.model.person_table import Chosen, compared_without, person_table
from carrywell.model.response_codes import CODES_OF_ABILITY, NO, YES, code
from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth

TRUE, FALSE = "true", "false"
UNSURE = "unsure"
_ITEMS = {"site": "pain.sites", "history": "history"}  # the others stand under `pain.` by their own name


class FhirPath:
    """`group_of`: the group of the form in which an item stands, by the items' linkIds."""

    def __init__(
        self, knowledge: Knowledge, group_of: Mapping[str, str], rough_sites: Mapping[str, frozenset[str]]
    ) -> None:
        self.knowledge, self.group_of, self.rough_sites = knowledge, group_of, rough_sites
        self.variables: dict[str, str] = {}

    def is_asked(self, finding: Finding) -> str:
        umbrella = self.knowledge.umbrella_of.get(finding.id)
        not_denied = TRUE if umbrella is None else _not(self._variable(f"denied_{umbrella}", self._said(umbrella, NO)))
        return _all([self._is_at(finding.stages), not_denied, self.possibly(finding.asked_if)])

    def may_be_of_her_day(self, task: Task) -> str:
        """Nothing with a baby, unless she said that hers is with her."""
        return _all([self._is_at(task.stages), self.surely(task.applies_when)])

    def _is_at(self, stages: Iterable[Stage]) -> str:
        return TRUE if set(stages) == set(Stage) else _any(self._stage(stage) for stage in stages)

    def possibly(self, when: When) -> str:
        return self._holds(when, Truth.UNKNOWN)

    def surely(self, when: When) -> str:
        return self._holds(when, Truth.TRUE)

    def _holds(self, when: When, least: Truth) -> str:
        """Whether a condition is at least as true as `least`."""
        match when:
            case Fact(name):
                return self._fact(name, least)
            case All(parts):
                return _all(self._holds(part, least) for part in parts)
            case Any(parts):
                return _any(self._holds(part, least) for part in parts)
            case Not(part):
                return _not(self._holds(part, Truth.TRUE if least is Truth.UNKNOWN else Truth.UNKNOWN))
            case AtLeast(count, parts):
                ones = " + ".join(f"iif({self._holds(part, least)}, 1, 0)" for part in parts)
                return f"({ones} >= {count})"
            case _:
                return self._compared(when, least)

    def _fact(self, name: str, least: Truth) -> str:
        finding = self.knowledge.findings.get(name)
        if finding is not None:
            return self._named(f"maybe_{name}", least, lambda least: self._answered(finding, least))
        if name in PERSON_FACTS:
            return self._named(name.removeprefix("is:"), least, lambda least: self._tabled(name, least))
        if (stage := STAGE_FACTS.get(name)) is not None:
            return self._stage(stage)
        prefix, _, value = name.partition(":")
        if prefix == "is":
            when = self.knowledge.facts[value].when
            return self._named(value, least, lambda least: self._holds(when, least))
        return FALSE if prefix == "class" else self._listed(prefix, value, least)

    def _named(self, name: str, least: Truth, expression: Callable[[Truth], str]) -> str:
        """A variable; where *surely* and *possibly* differ, one for each."""
        found = expression(least)
        is_possibly = least is Truth.UNKNOWN or found == expression(Truth.UNKNOWN)
        return self._variable(name if is_possibly else f"surely_{name}", found)

    def _variable(self, name: str, expression: str) -> str:
        if expression in (TRUE, FALSE):
            return expression
        written = _identifier(name)
        known = self.variables.setdefault(written, expression)
        assert known == expression, f"two variables are called {written}"
        return f"%{written}"

    def _answered(self, finding: Finding, least: Truth) -> str:
        """A number that was given settles only comparisons; as a sign it counts as not said."""
        is_number = finding.asks_for == "number"
        values = (YES,) if least is Truth.TRUE else (YES, UNSURE)
        said = FALSE if is_number else self._said(finding.id, *values)
        if least is Truth.TRUE or finding.covers or finding.intimate:
            return said
        unsaid = TRUE if is_number else self._is_empty(finding.id)
        return _any([said, _all([unsaid, self.is_asked(finding)])])

    def _tabled(self, name: str, least: Truth) -> str:
        table = person_table(name)
        held = [chosen for chosen, truth in table.after.items() if truth >= least]
        after = TRUE if len(held) == len(table.after) else _any(self._chosen(table.by, chosen) for chosen in held)
        pregnant = self._has("about.weeks_pregnant", TRUE) if table.pregnant >= least else FALSE
        return _any([pregnant, _all([self._has("about.weeks_postpartum", TRUE), after])])

    def _chosen(self, by: tuple[str, ...], chosen: Chosen) -> str:
        return _all(
            self._is_empty(f"about.{name}") if value is None else self._said(f"about.{name}", value)
            for name, value in zip(by, chosen, strict=True)
        )

    def _stage(self, stage: Stage) -> str:
        start = self.knowledge.stages[stage]
        of_clock = (other.from_weeks for other in self.knowledge.stages.values() if other.clock == start.clock)
        later = min((weeks for weeks in of_clock if weeks > start.from_weeks), default=None)
        until = "" if later is None else f" and $this < {later}"
        weeks = self._has(f"about.weeks_{start.clock}", f"$this >= {start.from_weeks}{until}")
        return self._variable(stage.value, weeks)

    def _listed(self, prefix: str, value: str, least: Truth) -> str:
        item = _ITEMS.get(prefix, f"pain.{prefix}")
        marked = [self._said(item, value)]
        if least is Truth.UNKNOWN:
            marked += [self._is_empty(item)]
            marked += [self._said(item, rough) for rough, meant in self.rough_sites.items() if value in meant]
        return _any(marked)

    def _compared(self, when: Compare, least: Truth) -> str:
        item, missing = self._measured(when, least)
        held = self._has(item, f"$this {when.is_} {when.limit}")
        return _any([held, _all([missing, self._is_empty(item)])])

    def _measured(self, when: Compare, least: Truth) -> tuple[str, str]:
        """The item of a number, and whether the comparison counts where it has no answer."""
        number = when.number
        if number in PAIN_NUMBER_KEYS:
            return f"pain.{PAIN_NUMBER_KEYS[number]}", _constant(least is Truth.UNKNOWN)
        if number not in PERSON_NUMBERS:
            return number, self._answered(self.knowledge.findings[number], least)
        return f"about.{number}", _constant(compared_without(when) >= least)

    def _said(self, item: str, *values: str) -> str:
        """Whether one of these is among the answers to an item."""
        finding = self.knowledge.findings.get(item)
        codes = CODES_OF_ABILITY if finding is not None and finding.asks_for == "ability" else {}
        return self._has(item, " or ".join(f"code = '{codes.get(value, code(value))}'" for value in values))

    def _has(self, item: str, criterion: str) -> str:
        if item not in self.group_of:
            return FALSE
        return f"{self._values(item)}{'' if criterion == TRUE else f'.where({criterion})'}.exists()"

    def _is_empty(self, item: str) -> str:
        return f"{self._values(item)}.empty()" if item in self.group_of else TRUE

    def _values(self, item: str) -> str:
        return f"%resource.item.where(linkId = '{self.group_of[item]}').item.where(linkId = '{item}').answer.value"


def _identifier(name: str) -> str:
    """R4 lets the name of an expression have no underscore: `weeks_ge_20` is `weeksGe20`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def _constant(value: bool) -> str:
    return TRUE if value else FALSE


def _not(part: str) -> str:
    return {TRUE: FALSE, FALSE: TRUE}.get(part, f"{part}.not()")


def _all(parts: Iterable[str]) -> str:
    different = [part for part in dict.fromkeys(parts) if part != TRUE]
    if FALSE in different:
        return FALSE
    return _joined(" and ", different) if different else TRUE


def _any(parts: Iterable[str]) -> str:
    different = [part for part in dict.fromkeys(parts) if part != FALSE]
    if TRUE in different:
        return TRUE
    return _joined(" or ", different) if different else FALSE


def _joined(word: str, parts: list[str]) -> str:
    return f"({word.join(parts)})" if len(parts) > 1 else parts[0]
