"""docs/reference/floors.md: what each danger sign means at the least, by theme; the typical picture of conditions."""

from __future__ import annotations

from carrywell.model.floors import Floor, FloorLine
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import All
from tests.docs.pages.markdown import code, condition, conditions, counted, page, stages, table


def written(knowledge: Knowledge) -> dict[str, str]:
    return {"docs/reference/floors.md": _floors(knowledge)}


def _floors(knowledge: Knowledge) -> str:
    signs = {sign for floor in knowledge.floors.values() for line in floor.lines for sign in line.alone}
    groups = sum(len(line.together) for floor in knowledge.floors.values() for line in floor.lines)
    intro = (
        "What each danger sign has to mean at the least, written from the evidence and apart from the "
        "[findings](findings.md): [why twice](../explanation/triage.md#two-books). "
        f"{counted(len(knowledge.floors), 'theme', 'themes')}, {len(signs)} signs alone, {groups} groups together. "
        "`carrywell knowledge prove` holds every possible case against them."
    )
    return page("Floors", intro, *(_theme(floor) for floor in knowledge.floors.values()), _pictures(knowledge))


def _theme(floor: Floor) -> str:
    ground = f"Ground: {floor.basis}{f', {code(floor.sources)}' if floor.sources else ''}. "
    reviewed = f"Reviewed: {floor.reviewed if isinstance(floor.reviewed, str) else floor.reviewed.by}."
    rows = [_row(line) for line in floor.lines]
    heads = ["At the least", "At", "Each of these alone", "Each of these together"]
    return f"## {floor.id}\n\n{floor.statement}\n\n{table(heads, rows)}\n\n{ground}{reviewed}"


def _row(line: FloorLine) -> list[str]:
    level = f"`{line.level}`" + (f", `{line.door}`" if line.door else "")
    together = "; ".join(condition(All(group)) for group in line.together)
    return [level, stages(line.stages), code(line.alone), together]


def _pictures(knowledge: Knowledge) -> str:
    rows = [
        [f"`{one.id}`", conditions(one.typical_findings), f"`{one.level}`", stages(one.stages)]
        for one in knowledge.conditions.values()
    ]
    intro = "Whoever has all of a condition's picture that is asked at her stage is seen at least so soon."
    return f"## Typical pictures\n\n{intro}\n\n" + table(["Condition", "Typical findings", "At the least", "At"], rows)
