"""docs/reference/: care levels and doors, named facts, screens, and what follows a check."""

from __future__ import annotations

from carrywell.model.care import CareLevel, Door
from carrywell.model.knowledge import Knowledge
from carrywell.model.person import PERSON_FACTS, STAGE_FACTS
from tests.docs.pages.markdown import bullets, code, condition, page, stages, table


def written(knowledge: Knowledge) -> dict[str, str]:
    return {
        "docs/reference/care-levels.md": _care_levels(knowledge),
        "docs/reference/named-facts.md": _named_facts(knowledge),
        "docs/reference/follow-up.md": _follow_up(knowledge),
    }


def _care_levels(knowledge: Knowledge) -> str:
    levels = [
        f"### {level.value}\n\n**{words.title.english}.** {words.do.english} {words.how_soon.english}\n\n"
        + bullets(
            [
                f"Speed: {level.speed.name.lower()}",
                *(then.english for then in words.then),
                f"Ground: {words.basis}, {code(words.sources)}",
            ]
        )
        for level in CareLevel
        if (words := knowledge.care_levels[level])
    ]
    doors = [
        [f"`{door.value}`", knowledge.doors[door].name.english, knowledge.doors[door].say.english] for door in Door
    ]
    intro = "Six levels, highest first. A level is a speed with its first door: [triage](../explanation/triage.md)."
    nearest = "In the order in which they are named when several are needed at the same speed."
    return page(
        "Care levels and doors",
        intro,
        "## Levels",
        *levels,
        f"## Doors\n\n{nearest}\n\n{table(['Door', 'Called', 'What to do'], doors)}",
    )


def _named_facts(knowledge: Knowledge) -> str:
    rows = [
        [f"`is:{fact.id}`", condition(fact.when), fact.says.english]
        for fact in sorted(knowledge.facts.values(), key=lambda fact: fact.id)
    ]
    intro = (
        "A condition that several rules need has a name: [glossary](../../GLOSSARY.md). Those of the knowledge base "
        "are files in `kb/facts/`; those about the person that are no number are functions in `model/person.py`."
    )
    return page(
        "Named facts",
        intro,
        f"## In the knowledge base\n\n{table(['Fact', 'Holds when', 'In words'], rows)}",
        f"## About the person\n\n{bullets(f'`{name}`' for name in (*PERSON_FACTS, *STAGE_FACTS))}",
    )


def _follow_up(knowledge: Knowledge) -> str:
    again = [
        [f"`{r.id}`", condition(r.when), stages(r.stages), f"{r.in_hours} h", r.says.english, code(r.sources)]
        for r in sorted(knowledge.recheck.values(), key=lambda r: (r.in_hours, r.id))
    ]
    signs = [
        [f"`{net.id}`", net.says.english, f"`{net.level}`", stages(net.stages), code(net.findings), code(net.sources)]
        for net in sorted(knowledge.safety_net.values(), key=lambda net: (net.order, net.id))
    ]
    return page(
        "When to look again, and the signs until then",
        "The shortest interval that applies counts; from `within_2_days` on it is the next day at the latest.",
        "## When to look again\n\n" + table(["Id", "When", "Stages", "After", "Says", "Sources"], again),
        "## Signs that change everything\n\n" + table(["Id", "Says", "Level", "Stages", "Findings", "Sources"], signs),
    )
