"""docs/reference/: conditions, pain classes, causes, and the background that the sentences rest on."""

from __future__ import annotations

from collections.abc import Iterable

from carrywell.model.knowledge import Knowledge, PainClass, Sign
from carrywell.model.rules import ALWAYS
from tests.docs.pages.markdown import bullets, code, condition, conditions, page, stages, table


def written(knowledge: Knowledge) -> dict[str, str]:
    return {
        "docs/reference/conditions.md": _conditions(knowledge),
        "docs/reference/pain-classes.md": _classes(knowledge),
        "docs/reference/causes.md": _causes(knowledge),
        "docs/reference/background.md": _background(knowledge),
    }


def _conditions(knowledge: Knowledge) -> str:
    named_by: dict[str, list[str]] = {}
    for finding in knowledge.findings.values():
        for name in dict.fromkeys([*finding.conditions, *(raised.because for raised in finding.raises)]):
            named_by.setdefault(name, []).append(finding.id)
    for rule in knowledge.combinations.values():
        named_by.setdefault(rule.because, []).append(rule.id)
    parts = []
    for found in sorted(knowledge.conditions.values(), key=lambda found: found.id):
        lines = [
            f"Typical: {found.typical.english}",
            f"What gives it away: {found.telling.english}",
            f"Level: `{found.level}`. {found.time_frame.english}",
            f"Sooner, if: {found.escalate.english}" if found.escalate else "",
            f"Stages: {stages(found.stages)}",
            f"Findings that name it: {code(named_by.get(found.id, []))}" if found.id in named_by else "",
            f"Ground: {found.basis}, {code(found.sources)}" if found.sources else f"Ground: {found.basis}",
        ]
        parts.append(f"## {found.id}\n\n**{found.name.english}**\n\n{bullets(lines)}")
    return page("Conditions", "What a danger sign can mean. None of them is a diagnosis of this program.", *parts)


def _classes(knowledge: Knowledge) -> str:
    parts = [
        f"## {found.id}\n\n**{found.name.english}.** {found.is_.english}\n\n{_signs(found)}\n\n{bullets(_about(found))}"
        for found in sorted(knowledge.classes.values(), key=lambda found: found.id)
    ]
    intro = (
        "What the pain probably is: a pattern, not a diagnosis. The weights of the features that are surely there are "
        "added up; `unclear` is an answer too. A class is considered only when its core holds."
    )
    return page("Pain classes", intro, *parts)


def _about(found: PainClass) -> list[str]:
    return [
        f"Core: {condition(found.core)}",
        f"Stages: {stages(found.stages)}",
        f"Care: {found.care.english}",
        _settles(found),
        f"Ground: {found.basis}, strength {found.strength}, {code(found.sources)}",
    ]


def _settles(found: PainClass) -> str:
    settles = found.settles
    if settles is None:
        return ""
    otherwise = f", else it counts as `{settles.otherwise}`" if settles.otherwise else ""
    ground = f"{settles.basis}, {code(settles.sources)}" if settles.sources else settles.basis
    return f"Should be easing within {settles.within_weeks:g} weeks{otherwise} ({ground})"


def _signs(found: PainClass) -> str:
    rows = [*_rows("+", found.speaks_for), *_rows("−", found.speaks_against)]
    return table(["Weight", "When", "Says"], rows)


def _rows(sign: str, signs: Iterable[Sign]) -> list[list[str]]:
    return [[f"{sign}{found.weight}", condition(found.when), found.says.english] for found in signs]


def _causes(knowledge: Knowledge) -> str:
    parts = []
    for cause in sorted(knowledge.causes.values(), key=lambda cause: cause.id):
        lines = [
            f"How sure: {cause.evidence.english}",
            f"What people say: {cause.belief.english}" if cause.belief else "",
            f"Share: {cause.share.english}" if cause.share else "",
            f"Applies in {stages(cause.stages)}"
            + (f", when {condition(cause.applies_when)}" if cause.applies_when != ALWAYS else ""),
            f"Weight {cause.weight}, strength {cause.strength}, ground {cause.basis}, {code(cause.sources)}",
        ]
        parts.append(f"## {cause.id}\n\n{cause.says.english}\n\n{bullets(lines)}")
    return page("Causes", "Why it hurts at her stage and with her history; a result shows three at most.", *parts)


def _background(knowledge: Knowledge) -> str:
    rules = [[f"`{r.id}`", r.says.english, r.basis, code(r.sources)] for r in knowledge.design_rules.values()]
    questions = [
        [f"`{q.id}`", q.ask.english, q.separates.english, code(q.facts), code(q.sources)]
        for q in knowledge.separating_questions.values()
    ]
    tests = [
        [f"`{t.id}`", t.name.english, t.how.english, t.shows.english, t.limits.english, conditions(t.not_when)]
        for t in knowledge.home_tests.values()
    ]
    figures = [
        [f"`{p.id}`", p.says.english, p.strength, "yes" if p.shown else "no", code(p.sources)]
        for p in knowledge.prognosis.values()
    ]
    return page(
        "Background",
        "What the rules and sentences rest on, and what has been gathered for later.",
        "## Rules of design\n\n" + table(["Id", "Says", "Ground", "Sources"], rules),
        "## Questions that separate\n\n" + table(["Id", "Asks", "Separates", "Facts", "Sources"], questions),
        "## Tests at home\n\n" + table(["Id", "Name", "How", "Shows", "Limits", "Not when"], tests),
        "## Course and figures\n\n" + table(["Id", "Says", "Strength", "May be shown", "Sources"], figures),
    )
