"""All triage rules of the knowledge base as one flat list: every single finding, every raise, every combination.

A rule says: when this holds, the level is at least that. There is no rule that says less.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from carrywell.decide.leads import Leads, leads_of
from carrywell.model.assessment import Rule
from carrywell.model.care import CareLevel, Door
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.rules import All, Fact, When, names_in
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth


@dataclass(frozen=True, slots=True)
class AtStage:
    """The rules of one finding (None: of combinations) that have a level at a stage, each with that level.

    `least`: how true a rule must be to count. What is open counts only towards the levels of today.
    """

    finding: str | None
    rules: tuple[tuple[Rule, CareLevel, Truth], ...]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """`at`: the rules once more, in the same order, by stage and finding, so that one No passes over many at once.
    `leads`: by stage and finding, where a yes to it can lead.
    """

    rules: tuple[Rule, ...]
    private: tuple[Rule, ...]
    of_finding: Mapping[str, tuple[Rule, ...]]
    at: Mapping[Stage, tuple[AtStage, ...]]
    leads: Mapping[Stage, Mapping[str, Leads]]


def rulebook(knowledge: Knowledge) -> Rulebook:
    every = [*_finding_rules(knowledge), *_combination_rules(knowledge)]
    private = tuple(rule for rule in every if _is_private(rule, knowledge))
    public = tuple(rule for rule in every if not _is_private(rule, knowledge))
    of_finding = {name: tuple(rule for rule in public if name in rule.names) for name in knowledge.findings}
    leads = {name: leads_of(name, rules, knowledge) for name, rules in of_finding.items()}
    return Rulebook(
        public,
        private,
        of_finding,
        {stage: tuple(_at(stage, public)) for stage in Stage},
        {stage: {name: found[stage] for name, found in leads.items()} for stage in Stage},
    )


def _at(stage: Stage, rules: tuple[Rule, ...]) -> Iterator[AtStage]:
    for finding, of_finding in groupby(rules, key=lambda rule: rule.finding):
        leveled = [(rule, level) for rule in of_finding if (level := rule.level_at(stage)) is not None]
        if leveled:
            yield AtStage(finding, tuple((rule, level, _least(rule, level)) for rule, level in leveled))


def _least(rule: Rule, level: CareLevel) -> Truth:
    return Truth.UNKNOWN if level.is_today and not rule.marked_only else Truth.TRUE


def _is_private(rule: Rule, knowledge: Knowledge) -> bool:
    """A rule that any private answer takes part in stays out of the care level altogether."""
    return any(name in knowledge.findings and knowledge.findings[name].private for name in rule.names)


def _finding_rules(knowledge: Knowledge) -> list[Rule]:
    rules = []
    for finding in knowledge.findings.values():
        levels = {stage: level for stage in Stage if (level := finding.level_at(stage)) is not None}
        if levels:
            rules.append(
                _rule(
                    finding,
                    finding.id,
                    Fact(finding.id),
                    levels,
                    finding.door,
                    _conditions(finding, knowledge),
                    (),
                    knowledge,
                )
            )
        for raised in finding.raises:
            with_ = tuple(name for part in raised.with_ for name in names_in(part))
            rules.append(
                _rule(
                    finding,
                    f"{finding.id}+{'+'.join(with_)}",
                    All((Fact(finding.id), *raised.with_)),
                    dict.fromkeys(Stage, raised.to),
                    raised.door or (finding.door if raised.to.is_today else None),
                    (raised.because,),
                    with_,
                    knowledge,
                )
            )
    return rules


def _rule(
    finding: Finding,
    rule_id: str,
    when: When,
    levels: Mapping[Stage, CareLevel],
    door: Door | None,
    conditions: tuple[str, ...],
    with_: tuple[str, ...],
    knowledge: Knowledge,
) -> Rule:
    names = knowledge.rests_on(when)
    return Rule(
        rule_id,
        finding.id,
        None,
        when,
        levels,
        door,
        conditions,
        with_,
        names,
        _one_step_lower(names, knowledge),
        finding.sources or tuple(_of_covered(finding, knowledge, "sources")),
    )


def _conditions(finding: Finding, knowledge: Knowledge) -> tuple[str, ...]:
    """Those of the finding; for an umbrella with a level, those of all that it covers."""
    return finding.conditions or tuple(_of_covered(finding, knowledge, "conditions"))


def _of_covered(finding: Finding, knowledge: Knowledge, what: str) -> dict[str, None]:
    return dict.fromkeys(name for covered in finding.covers for name in getattr(knowledge.findings[covered], what))


def _combination_rules(knowledge: Knowledge) -> list[Rule]:
    rules = []
    for combination in knowledge.combinations.values():
        names = knowledge.rests_on(combination.when)
        lower = names if combination.unsure == "one_step_lower" else _one_step_lower(names, knowledge)
        rules.append(
            Rule(
                combination.id,
                None,
                combination.id,
                combination.when,
                dict.fromkeys(combination.stages, combination.to),
                combination.door,
                (combination.because,),
                tuple(names_in(combination.when)),
                names,
                lower,
                combination.sources,
                marked_only=not names & knowledge.findings.keys(),
            )
        )
    return rules


def _one_step_lower(names: frozenset[str], knowledge: Knowledge) -> frozenset[str]:
    return frozenset(
        name for name in names if name in knowledge.findings and knowledge.findings[name].unsure == "one_step_lower"
    )
