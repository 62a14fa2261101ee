"""Whether what is said over time fits the rest: findings, places, classes and re-checks that it names exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from carrywell.knowledge.faults import Fault
from carrywell.knowledge.yaml_text import Document
from carrywell.model.case import SITES
from carrywell.model.knowledge import Knowledge

Documents = Mapping[tuple[str, str], Document]


def check_over_time(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for name, rule in knowledge.over_time.items():
        document = documents["over_time", name]
        named = [*rule.signs, *rule.after_signs, *([rule.finding] if rule.finding else [])]
        yield from _unknown_findings(named, knowledge, document)
        for site in rule.sites:
            if site not in SITES:
                yield document.fault_on(site, f"unknown place {site!r}; allowed: {', '.join(SITES)}")
    for name, recheck in knowledge.recheck.items():
        for used in recheck.over_time:
            if used not in knowledge.over_time:
                yield documents["recheck", name].fault_on(used, f"unknown id {used!r}; allowed: the ids in over_time/")
    yield from _settling(knowledge, documents)
    yield from _lasting(knowledge, documents)


def _settling(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    for name, pain_class in knowledge.classes.items():
        if pain_class.settles is None:
            continue
        document = documents["classes", name]
        yield from _unknown_findings([pain_class.settles.otherwise or ""], knowledge, document)
        for source in pain_class.settles.sources:
            if source not in knowledge.sources:
                yield document.fault_on(source, f"unknown source {source!r}; allowed are the ids in sources/")


def _lasting(knowledge: Knowledge, documents: Documents) -> Iterator[Fault]:
    """No sign stands in two groups: which of the two would count?"""
    group_of: dict[str, str] = {}
    for name, group in knowledge.lasting_signs.items():
        document = documents["lasting_signs", name]
        yield from _unknown_findings(group.findings, knowledge, document)
        for sign in group.findings:
            if sign in group_of:
                yield document.fault_on(sign, f"{sign} stands in {group_of[sign]} too; allowed is one group")
            group_of.setdefault(sign, name)


def _unknown_findings(names: Iterable[str], knowledge: Knowledge, document: Document) -> Iterator[Fault]:
    for name in names:
        if name and name not in knowledge.findings:
            yield document.fault_on(name, f"unknown finding {name!r}; allowed: the ids in findings/")
