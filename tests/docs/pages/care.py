"""docs/reference/: care levels and doors, named facts, screens, and what follows a check."""

from __future__ import annotations

from carrywell.model.care import CareLevel, Door
from carrywell.model.follow_up import OverTime, Recheck
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
        [f"`{r.id}`", _when(r), stages(r.stages), f"{r.in_hours} h", r.says.english, code(r.sources)]
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
        *_over_time(knowledge),
    )


def _when(recheck: Recheck) -> str:
    return f"over time: {code(recheck.over_time)}" if recheck.over_time else condition(recheck.when)


def _over_time(knowledge: Knowledge) -> tuple[str, str]:
    """Only for several checks of one woman: docs/explanation/over-time.md."""
    rules = [
        [f"`{r.id}`", _stands_for(r), _numbers(r), r.says.english, f"{r.basis} {code(r.sources)}".strip()]
        for r in sorted(knowledge.over_time.values(), key=lambda r: r.id)
    ]
    lasting = [
        [f"`{group.id}`", f"{group.days}", code(group.findings), group.says.english, code(group.sources)]
        for group in sorted(knowledge.lasting_signs.values(), key=lambda group: (-group.days, group.id))
    ]
    why = "For several checks of one woman: [over time](../explanation/over-time.md)."
    shows = "Where she left the finding open, it is set so. A rule without one only makes the program ask sooner."
    outlasts = "A no after a yes counts as not known for so many days since the last yes, unless somebody has looked."
    return (
        f"## What only time shows\n\n{why} {shows}\n\n" + table(["Id", "Stands for", "From", "Says", "Ground"], rules),
        f"## Signs that outlast a no\n\n{outlasts}\n\n" + table(["Id", "Days", "Signs", "Says", "Sources"], lasting),
    )


def _stands_for(rule: OverTime) -> str:
    return f"`{rule.finding}`: {rule.answer}" if rule.finding else ""


def _numbers(rule: OverTime) -> str:
    """The numbers and names of a rule that differ from saying nothing."""
    said = {name: getattr(rule, name) for name in ("points", "strength", "from_days", "within_days", "moments")}
    numbers = [f"{name} {value:g}" for name, value in said.items() if value != OverTime.model_fields[name].default]
    names = [f"{name} {code(listed)}" for name in ("sites", "signs", "after_signs") if (listed := getattr(rule, name))]
    return ", ".join([*numbers, *names])
