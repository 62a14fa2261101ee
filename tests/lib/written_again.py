"""What no proof can see from the rules alone, written down a second time in tests/kb/written_again.yaml.

At which stages something is asked, counts or is said; to which door a rule sends her; whose *not sure* counts one step
slower; what shows a private result; and the conditions that no public care level rests on. Levels have their second
book in kb/floors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from carrywell.decide.rulebook import rulebook
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.rules import ALWAYS, Fact, When, names_in
from carrywell.model.ways import in_words
from tests.lib.tree import ROOT

FILE = ROOT / "tests" / "kb" / "written_again.yaml"
AT_STAGES = ("findings", "combinations", "warnings")


@cache
def second_book() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


@cache
def written_again() -> frozenset[str]:
    """As `written` puts it."""
    book = second_book()
    stages = {
        f"{kind}/{name}: {stage}"
        for kind in AT_STAGES
        for group in book[kind]
        for name in group["ids"]
        for stage in group["stages"].split()
    }
    doors = {f"{rule}: {door}" for door, rules in book["doors"].items() for rule in rules}
    lower = {f"not sure, one step lower: {name}" for name in book["one_step_lower"]}
    return frozenset({*stages, *doors, *lower, *(f"{name} only if {words}" for name, words in book["only_if"].items())})


def written(knowledge: Knowledge, weigh: frozenset[str] | None = None) -> Iterator[str]:
    """The same of a knowledge base. `weigh`: the names that a public care level rests on, if they are known already."""
    yield from _stages(knowledge)
    yield from (f"{rule}: {door}" for rule, door in doors_of(knowledge))
    yield from (f"not sure, one step lower: {name}" for name in one_step_lower(knowledge))
    for name, when in conditions_without_level(knowledge, levels_rest_on(knowledge) if weigh is None else weigh):
        yield f"{name} only if {in_words(when)}"


def _stages(knowledge: Knowledge) -> Iterator[str]:
    items = {"findings": knowledge.findings, "combinations": knowledge.combinations, "warnings": warnings_of(knowledge)}
    for kind in AT_STAGES:
        yield from (f"{kind}/{name}: {stage}" for name, item in items[kind].items() for stage in item.stages)


def warnings_of(knowledge: Knowledge) -> dict[str, Any]:
    return {name: one for name, one in knowledge.advice.items() if one.kind != "do"}


def doors_of(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Each door that a finding, a raise or a combination names, and where."""
    for name, finding in knowledge.findings.items():
        if finding.door is not None:
            yield name, finding.door.value
        for raised in finding.raises:
            if raised.door is not None:
                yield f"{name}+{'+'.join(map(in_words, raised.with_))}", raised.door.value
    for name, rule in knowledge.combinations.items():
        if rule.door is not None:
            yield name, rule.door.value


def one_step_lower(knowledge: Knowledge) -> Iterator[str]:
    """Where *not sure* counts one step slower: how the pain feels, and a reading."""
    for item in (*knowledge.findings.values(), *knowledge.combinations.values()):
        if item.unsure == "one_step_lower":
            yield item.id


def conditions_without_level(knowledge: Knowledge, weigh: frozenset[str]) -> Iterator[tuple[str, When]]:
    """Whom a warning is for, what shows a private result, and what else no public level rests on: there no proof and no
    picture notices a change.
    """
    for name, warning in warnings_of(knowledge).items():
        if warning.applies_when != ALWAYS:
            yield f"warnings/{name}", warning.applies_when
    yield from ((f"private/{name}", result.when) for name, result in knowledge.private.items())
    yield from ((f"facts/{name}", fact.when) for name, fact in knowledge.facts.items() if f"is:{name}" not in weigh)
    for name, finding in knowledge.findings.items():
        # Of a gate with several parts one may be idle for the level, and no proof misses it.
        if finding.asked_if != ALWAYS and (name not in weigh or not isinstance(finding.asked_if, Fact)):
            yield f"findings/{name}", finding.asked_if


def levels_rest_on(knowledge: Knowledge) -> frozenset[str]:
    """The findings and named facts that a public level rests on, and the umbrellas over them. What only rules without
    effect rest on does not count: nobody would notice at the level.
    """
    idle = {rule for entry in knowledge.no_effect.values() for rule in entry.rules}
    rules = (rule for rule in rulebook(knowledge).rules if rule.id not in idle)
    weigh = {name for rule in rules for name in (*rule.names, *_named(rule.when, knowledge))}
    return frozenset({*weigh, *(name for name, one in knowledge.findings.items() if _is_over(one, weigh))})


def _named(when: When, knowledge: Knowledge) -> Iterator[str]:
    for name in names_in(when):
        fact = knowledge.facts.get(name.removeprefix("is:")) if name.startswith("is:") else None
        if fact is not None:
            yield name
            yield from _named(fact.when, knowledge)


def _is_over(umbrella: Finding, weigh: set[str]) -> bool:
    return any(name in weigh for name in umbrella.covers)
