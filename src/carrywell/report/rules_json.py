"""The rules as one document for another language, for example the page's own script.

Private questions are left out entirely, and with them every rule and named fact that rests on one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from carrywell import __version__
from carrywell.model.assessment import Rule
from carrywell.model.care import MATERNITY_DOORS, CareLevel, Door
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.pain_numbers import PAIN_NUMBER_KEYS
from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS, without_number
from carrywell.model.person_table import person_table, usual_number
from carrywell.model.rules import When, names_in
from carrywell.model.stage import Stage
from carrywell.model.text import Text, Voice
from carrywell.model.truth import Truth
from carrywell.model.vocabulary import LISTED
from carrywell.report.rules_document import (
    Chosen,
    DoorEntry,
    FindingEntry,
    LevelEntry,
    NamedFactEntry,
    PersonFact,
    PersonNumber,
    RuleEntry,
    RulesDocument,
    Said,
    SelfCare,
    StageEntry,
    Value,
)

_SAID: Mapping[Truth, Said] = {Truth.TRUE: "yes", Truth.UNKNOWN: "unknown", Truth.FALSE: "no"}
_WORDS_OF = {"side": "pain.side", "onset": "pain.onset", "course": "pain.course"}


@dataclass(frozen=True, slots=True)
class Decision:
    """What the way of deciding adds to the knowledge base (`decide.facts`, `decide.doors`)."""

    rules: tuple[Rule, ...]
    rough_sites: Mapping[str, frozenset[str]]
    usual_door: Callable[[CareLevel], Door]
    maternity_receives: Callable[[Stage], bool]
    early_pregnancy_unit_before_weeks: float
    eased_by_rest: str = "eased_by_rest"


def rules_document(knowledge: Knowledge, decision: Decision, voice: Voice) -> RulesDocument:
    return RulesDocument(
        carrywell=__version__,
        knowledge=knowledge.version,
        digest=knowledge.digests.whole,
        reviewed="none yet",
        language=voice.language if voice.translations else "en",
        stages=tuple(
            StageEntry(id=stage, clock=knowledge.stages[stage].clock, from_weeks=knowledge.stages[stage].from_weeks)
            for stage in Stage
        ),
        values={kind: tuple(_values(kind, ids, voice)) for kind, ids in LISTED.items()},
        rough_sites={place: tuple(sorted(meant)) for place, meant in decision.rough_sites.items()},
        pain_numbers=dict(PAIN_NUMBER_KEYS),
        person_numbers=tuple(_person_number(name) for name in PERSON_NUMBERS),
        person_facts=tuple(_person_fact(name) for name in PERSON_FACTS),
        facts=tuple(
            NamedFactEntry(id=name, says=voice(knowledge.facts[name].says), when=knowledge.facts[name].when)
            for name in _facts_used(knowledge, decision)
        ),
        findings=tuple(finding_entry(finding, knowledge, voice) for finding in public_findings(knowledge)),
        rules=tuple(_rule(rule, knowledge) for rule in decision.rules),
        self_care=_self_care(knowledge, decision),
        care_levels=tuple(_level(level, knowledge, decision, voice) for level in CareLevel),
        doors=tuple(
            DoorEntry(id=door, name=voice(knowledge.doors[door].name), maternity=door in MATERNITY_DOORS)
            for door in Door
        ),
        maternity_receives=tuple(stage for stage in Stage if decision.maternity_receives(stage)),
        early_pregnancy_unit_before_weeks=decision.early_pregnancy_unit_before_weeks,
    )


def public_findings(knowledge: Knowledge) -> tuple[Finding, ...]:
    return tuple(finding for finding in knowledge.findings.values() if not finding.private)


def facts_within(whens: Iterable[When], knowledge: Knowledge) -> tuple[str, ...]:
    """The named facts that conditions rest on, each after those that it rests on itself."""
    found: dict[str, None] = {}
    for when in whens:
        for name in names_in(when):
            fact = name.removeprefix("is:")
            if name.startswith("is:") and fact in knowledge.facts and fact not in found:
                found |= dict.fromkeys((*facts_within([knowledge.facts[fact].when], knowledge), fact))
    return tuple(found)


def _facts_used(knowledge: Knowledge, decision: Decision) -> tuple[str, ...]:
    asked_if = (finding.asked_if for finding in public_findings(knowledge))
    eased = knowledge.facts[decision.eased_by_rest].when
    return facts_within([*(rule.when for rule in decision.rules), *asked_if, eased], knowledge)


def _values(kind: str, ids: Iterable[str], voice: Voice) -> Iterator[Value]:
    prefix = _WORDS_OF.get(kind, kind)
    return (Value(id=value, says=voice.phrase(f"{prefix}.{value}")) for value in ids)


def _person_number(name: str) -> PersonNumber:
    return PersonNumber(id=name, usual=usual_number(name), missing=_SAID[without_number(name)])


def _person_fact(name: str) -> PersonFact:
    table = person_table(name)
    after = tuple(Chosen(chosen=chosen, counts_as=_SAID[truth]) for chosen, truth in table.after.items())
    return PersonFact(id=name, pregnant=_SAID[table.pregnant], by=table.by, after=after)


def finding_entry(finding: Finding, knowledge: Knowledge, voice: Voice) -> FindingEntry:
    return FindingEntry(
        id=finding.id,
        kind=finding.kind,
        ask=voice(finding.ask),
        line=_said(finding.line, voice),
        lines=tuple(voice(line) for line in finding.lines),
        opens=_said(finding.opens, voice),
        tell=voice(finding.tell),
        why=voice(finding.why),
        me=voice(finding.discreet or finding.me),
        asks_for=finding.asks_for,
        lowest=finding.lowest,
        highest=finding.highest,
        stages=finding.stages,
        asked_if=finding.asked_if,
        covers=tuple(name for name in finding.covers if not knowledge.findings[name].private),
        intimate=finding.intimate,
    )


def _said(text: Text | None, voice: Voice) -> str | None:
    return voice(text) if text is not None else None


def _rule(rule: Rule, knowledge: Knowledge) -> RuleEntry:
    return RuleEntry(
        id=rule.id,
        finding=rule.finding,
        when=rule.when,
        levels=dict(rule.levels),
        door=rule.door,
        conditions=rule.conditions,
        one_step_lower=tuple(sorted(rule.one_step_lower & knowledge.findings.keys())),
        marked_only=rule.marked_only,
    )


def _self_care(knowledge: Knowledge, decision: Decision) -> SelfCare:
    signs = (finding.id for finding in public_findings(knowledge) if finding.kind == "danger_sign")
    return SelfCare(when=knowledge.facts[decision.eased_by_rest].when, denied=tuple(signs))


def _level(level: CareLevel, knowledge: Knowledge, decision: Decision, voice: Voice) -> LevelEntry:
    words = knowledge.care_levels[level]
    return LevelEntry(
        id=level,
        speed=level.speed,
        open_counts=level.is_today,
        one_step_slower=level.one_step_slower(),
        usual_door=decision.usual_door(level),
        title=voice(words.title),
        do=voice(words.do),
        how_soon=voice(words.how_soon),
    )
