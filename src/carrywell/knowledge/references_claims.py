"""Faults of the claims: ids that do not exist, a private finding, a contradiction that only one of the two names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carrywell.knowledge.faults import Fault
from carrywell.knowledge.yaml_text import Document
from carrywell.model.claim import Claim
from carrywell.model.knowledge import Knowledge


def check_claims(knowledge: Knowledge, documents: Mapping[tuple[str, str], Document]) -> Iterator[Fault]:
    covered_by: dict[str, str] = {}
    for name, claim in knowledge.claims.items():
        document = documents["claims", name]
        for advice in claim.advice:
            if advice not in knowledge.advice:
                yield document.fault_on(advice, f"unknown advice {advice!r}; allowed are the ids in advice/")
        yield from _findings(claim, knowledge, document)
        yield from _contradictions(claim, knowledge, document)
        for covered in claim.covers:
            if covered in covered_by:
                says = f"{covered} is covered by {covered_by[covered]} too; allowed is one"
                yield document.fault_on(covered, says)
            covered_by.setdefault(covered, name)


def _findings(claim: Claim, knowledge: Knowledge, document: Document) -> Iterator[Fault]:
    """The page of claims is the same for everyone, so nothing of the private track may stand on it."""
    for name in claim.findings:
        finding = knowledge.findings.get(name)
        if finding is None:
            yield document.fault_on(name, f"unknown finding {name!r}; allowed are the ids in findings/")
        elif finding.private:
            yield document.fault_on(name, f"{name} is private; allowed are findings that anyone may be shown")


def _contradictions(claim: Claim, knowledge: Knowledge, document: Document) -> Iterator[Fault]:
    for name in claim.contradicts:
        other = knowledge.claims.get(name)
        if other is None:
            yield document.fault_on(name, f"unknown claim {name!r}; allowed are the ids in claims/")
        elif name == claim.id:
            yield document.fault_at(("contradicts",), f"{name} contradicts itself; allowed is another claim")
        elif claim.id not in other.contradicts:
            yield document.fault_on(name, f"{name} does not name {claim.id} in return; allowed: both name each other")
