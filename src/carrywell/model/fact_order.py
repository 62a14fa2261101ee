"""What can be said of the facts of a knowledge base before any case is known: worked out once, for each stage.

Most findings are open as long as she has said nothing. Named facts, and findings that hang on an answer (`asked_if`),
have to be worked out for each case, each after those that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING

from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS, STAGE_FACTS
from carrywell.model.rules import ALWAYS, When, names_in
from carrywell.model.stage import Stage
from carrywell.model.vocabulary import LISTED

if TYPE_CHECKING:
    from carrywell.model.knowledge import Finding, Knowledge

_PERSON = frozenset({*PERSON_FACTS, *STAGE_FACTS, *PERSON_NUMBERS})
LISTS = ("worse_with", "better_with", "history", "day")  # of each she ticks as many as are so


@dataclass(frozen=True, slots=True)
class Derived:
    """A fact that rests on others. `finding`: it is one that is asked only where `when` may hold; else a named fact."""

    name: str
    when: When
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class FactOrder:
    """Of one stage. `names`: every fact there is, whatever the stage.

    `open`: the findings that are asked of everyone at this stage; `not_intimate`: of these, those whose silence counts
    as any other. `covered`: what each umbrella covers. `person`: named facts that rest on who she is alone; `derived`:
    all others, and findings that hang on an answer. `resting_on`: the named facts that rest on a finding;
    `rests_on_classes`: whether any rests on a pain class. `danger_signs`: without the private ones.
    """

    names: frozenset[str]
    open: frozenset[str]
    not_intimate: frozenset[str]
    covered: Mapping[str, frozenset[str]]
    lists: Mapping[str, frozenset[str]]
    person: tuple[Derived, ...]
    derived: tuple[Derived, ...]
    resting_on: Mapping[str, tuple[Derived, ...]]
    rests_on_classes: bool
    danger_signs: frozenset[str]
    intimate_signs: tuple[Finding, ...]


def fact_orders(knowledge: Knowledge) -> Mapping[Stage, FactOrder]:
    """CycleError where a fact rests on itself."""
    lists = {name: frozenset(f"{name}:{value}" for value in _listed(name, knowledge)) for name in LISTS}
    covered = {umbrella.id: frozenset(umbrella.covers) for umbrella in knowledge.findings.values() if umbrella.covers}
    names = frozenset(_every_name(knowledge)).union(*lists.values())
    signs = [sign for sign in knowledge.findings.values() if sign.kind == "danger_sign" and not sign.private]
    orders = {}
    for stage in Stage:
        asked = [one for one in knowledge.findings.values() if stage in one.stages and not one.covers]
        everyone = [one for one in asked if one.asked_if == ALWAYS]
        derived = tuple(_in_order(knowledge, [one for one in asked if one.asked_if != ALWAYS]))
        orders[stage] = FactOrder(
            names,
            frozenset(one.id for one in everyone),
            frozenset(one.id for one in everyone if not one.intimate),
            covered,
            lists,
            tuple(one for one in derived if _of_person(one, knowledge)),
            tuple(one for one in derived if not _of_person(one, knowledge)),
            {name: tuple(one for one in derived if _rests_on(one, name, knowledge)) for name in knowledge.findings},
            any(name.startswith("class:") for one in derived for name in knowledge.rests_on(one.when)),
            frozenset(sign.id for sign in signs),
            tuple(sign for sign in signs if sign.intimate),
        )
    return orders


def _of_person(derived: Derived, knowledge: Knowledge) -> bool:
    return derived.finding is None and knowledge.rests_on(derived.when) <= _PERSON


def _rests_on(derived: Derived, finding: str, knowledge: Knowledge) -> bool:
    return derived.finding is None and finding in knowledge.rests_on(derived.when)


def _listed(name: str, knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(knowledge.tasks) if name == "day" else LISTED[name]


def _every_name(knowledge: Knowledge) -> Iterator[str]:
    yield from (*knowledge.findings, *PERSON_FACTS, *STAGE_FACTS)
    yield from (f"is:{name}" for name in knowledge.facts)
    yield from (f"class:{name}" for name in knowledge.classes)
    yield from (f"{prefix}:{value}" for prefix, values in LISTED.items() for value in values)


def _in_order(knowledge: Knowledge, gated: list[Finding]) -> Iterator[Derived]:
    derived = {f"is:{name}": Derived(f"is:{name}", fact.when, None) for name, fact in knowledge.facts.items()}
    derived |= {finding.id: Derived(finding.id, finding.asked_if, finding) for finding in gated}
    sorter = TopologicalSorter({name: set(names_in(one.when)) & derived.keys() for name, one in derived.items()})
    return (derived[name] for name in sorter.static_order())
