"""docs/reference/findings.md and private.md: every question that can be asked, and what an answer does."""

from __future__ import annotations

from itertools import groupby

from carrywell.knowledge.reader import KB
from carrywell.model.knowledge import Finding, Knowledge, Raise
from carrywell.model.rules import ALWAYS
from tests.docs.pages.markdown import bullets, code, condition, conditions, counted, page, stages, table

_FILES = {path.stem: path.relative_to(KB).as_posix() for path in sorted((KB / "findings").rglob("*.yaml"))}
_OPEN = {"as_yes": "counts as yes", "one_step_lower": "counts one step slower"}
_KIND = {
    "danger_sign": "a danger sign",
    "context": "context",
    "pattern": "a pattern of the pain",
    "umbrella": "an umbrella",
}


def written(knowledge: Knowledge) -> dict[str, str]:
    return {
        "docs/reference/findings.md": _findings(knowledge),
        "docs/reference/private.md": _private(knowledge),
    }


def _findings(knowledge: Knowledge) -> str:
    public = sorted(
        (finding for finding in knowledge.findings.values() if not finding.private), key=lambda item: _FILES[item.id]
    )
    groups = groupby(public, key=lambda item: _FILES[item.id].split("/")[1])
    parts = [f"## {name.replace('_', ' ').capitalize()}\n\n" + _entries(list(found)) for name, found in groups]
    intro = (
        f"{counted(len(public), 'finding', 'findings')}, in the folders of `kb/findings/`. What the levels mean stands "
        "in [care-levels.md](care-levels.md), how they are reached in [triage](../explanation/triage.md), the sources "
        "in [sources.md](sources.md). The findings of the private track stand in [private.md](private.md)."
    )
    return page("Findings", intro, *parts, _combinations(knowledge), _old_ids(knowledge))


def _entries(findings: list[Finding]) -> str:
    return "\n\n".join(_entry(finding) for finding in findings)


def _entry(finding: Finding) -> str:
    examples = bullets(str(line.english) for line in finding.lines)
    return "\n\n".join(
        part for part in (f"### {finding.id}", f"*{finding.ask.english}*", examples, bullets(_facts(finding))) if part
    )


def _facts(finding: Finding) -> list[str]:
    return [
        f"She says: {finding.me.english}",
        f"How she can tell: {finding.tell.english}",
        f"Why it is asked: {finding.why.english}",
        f"Kind: {_kind(finding)}. Asked in {stages(finding.stages)}"
        + (f", if {condition(finding.asked_if)}" if finding.asked_if != ALWAYS else ""),
        _level(finding),
        *(_raised(raised) for raised in finding.raises),
        f"Covers: {code(finding.covers)}" if finding.covers else "",
        f"Points to: {code(finding.conditions)}" if finding.conditions else "",
        f"Ground: {finding.basis}" + (f", {code(finding.sources)}" if finding.sources else ""),
        f"Reviewed: {finding.reviewed}",
        f"File: `kb/{_FILES[finding.id]}`",
    ]


def _kind(finding: Finding) -> str:
    says = [_KIND[finding.kind]]
    if finding.asks_for == "ability":
        says.append("asked as an ability, so that the button Yes stores *no*")
    if finding.asks_for == "number":
        says.append(f"a number from {finding.lowest:g} to {finding.highest:g}")
    if finding.intimate:
        says.append("intimate: *rather not say* is offered, and silence counts as no")
    return "; ".join(says)


def _level(finding: Finding) -> str:
    levels = [f"`{finding.level}`"] if finding.level else []
    levels += [f"in `{stage}`: `{level}`" for stage, level in finding.level_by_stage.items()]
    if finding.covers:
        return "Level: none of its own; a no is a no to everything that it covers"
    if not levels and not finding.raises:
        return "Level: none of its own"
    door = f". Door: `{finding.door}`" if finding.door else ""
    return f"Level: {', '.join(levels) or 'none of its own'}{door}. Unsure {_OPEN[finding.unsure]}"


def _raised(raised: Raise) -> str:
    door = f", door `{raised.door}`" if raised.door else ""
    return f"Raised to `{raised.to}` together with {conditions(raised.with_)} (`{raised.because}`{door})"


def _combinations(knowledge: Knowledge) -> str:
    rows = [
        [
            f"`{rule.id}`",
            condition(rule.when),
            f"`{rule.to}`",
            f"`{rule.because}`",
            stages(rule.stages),
            rule.me.english,
            code(rule.sources),
        ]
        for rule in knowledge.combinations.values()
    ]
    heads = ["Combination", "When", "Level", "Because", "Stages", "She says", "Sources"]
    return f"## Combinations\n\nRules that belong to no single finding.\n\n{table(heads, rows)}"


def _old_ids(knowledge: Knowledge) -> str:
    rows = [[f"`{old}`", code(parts)] for old, parts in knowledge.old_ids.items()]
    intro = "Ids that case files may go on using. A yes means the first part, a no means no to every part."
    return f"## Old ids\n\n{intro}\n\n{table(['Old id', 'Stands for'], rows)}"


def _private(knowledge: Knowledge) -> str:
    private = [finding for finding in knowledge.findings.values() if finding.private]
    results = sorted(knowledge.private.values(), key=lambda result: result.order)
    rows = [[f"`{r.id}`", condition(r.when), r.says.english, r.do.english, code(r.sources)] for r in results]
    intro = (
        "Questions on violence and self-harm, and what is answered to them. They stand apart from everything else: see "
        "[decision 7](../decisions/0007-private-track.md)."
    )
    answers = f"## Answers, the gravest first\n\n{table(['Id', 'When', 'Says', 'Do', 'Sources'], rows)}"
    return page("The private track", intro, f"## Questions\n\n{_entries(private)}", answers)
