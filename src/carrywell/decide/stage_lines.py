"""What asking needs to know of a stage, worked out once: its lines, what covers them, and the rules they can raise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from carrywell.decide.rulebook import Rulebook
from carrywell.model.assessment import Rule
from carrywell.model.care import CareLevel
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.stage import Stage
from carrywell.model.vocabulary import PAIN_NUMBERS

Form = Literal["where", "changes"]
Leveled = tuple[Rule, CareLevel]

_WHERE = frozenset({"site", "side", "onset", "course", *PAIN_NUMBERS})
_CHANGES = frozenset({"worse_with", "better_with"})


@dataclass(frozen=True, slots=True)
class StageLines:
    """`lines`: all that may be asked, without the private ones. `umbrella`: the one that covers a finding, by its id.

    `told`: the rules on what a form tells; `raising`: those that a finding takes part in; `alone`: the speed that a yes
    to it reaches by itself.
    """

    lines: tuple[Finding, ...]
    umbrella: Mapping[str, Finding]
    told: Mapping[Form, tuple[Leveled, ...]]
    raising: Mapping[str, tuple[Leveled, ...]]
    alone: Mapping[str, int]


def stage_lines(stage: Stage, knowledge: Knowledge, book: Rulebook) -> StageLines:
    forms: tuple[Form, ...] = get_args(Form)
    umbrellas = {name: knowledge.findings[umbrella] for name, umbrella in knowledge.umbrella_of.items()}
    return StageLines(
        tuple(line for line in knowledge.findings.values() if stage in line.stages and not line.private),
        {name: umbrella for name, umbrella in umbrellas.items() if stage in umbrella.stages},
        {form: _leveled(_told_rules(form, book), stage) for form in forms},
        {name: _leveled(rules, stage) for name, rules in book.of_finding.items()},
        {name: leads.alone[0] for name, leads in book.leads[stage].items()},
    )


def is_told_on(form: Form, name: str) -> bool:
    """Facts that a form answers. *Where*: `site:flank`, `started_weeks_ago`; *changes*: `worse_with:stairs`."""
    kind = name.partition(":")[0]
    return kind in _CHANGES if form == "changes" else kind in _WHERE


def _told_rules(form: Form, book: Rulebook) -> list[Rule]:
    return [rule for rule in book.rules if any(is_told_on(form, name) for name in rule.names)]


def _leveled(rules: Iterable[Rule], stage: Stage) -> tuple[Leveled, ...]:
    return tuple((rule, level) for rule in rules if (level := rule.level_at(stage)) is not None)
