"""docs/reference/advice.md and sources.md: every entry by topic, the gates, and what is cited how often."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from carrywell.knowledge.reader import FOLDERS
from carrywell.model.advice import GateLine, Topic
from carrywell.model.item import Evidenced
from carrywell.model.knowledge import Advice, Knowledge
from carrywell.model.rules import ALWAYS
from tests.docs.pages.markdown import bullets, code, condition, conditions, counted, page, stages, table


def written(knowledge: Knowledge) -> dict[str, str]:
    return {
        "docs/reference/advice.md": _advice(knowledge),
        "docs/reference/sources.md": _sources(knowledge),
    }


def _advice(knowledge: Knowledge) -> str:
    parts = []
    for topic in get_args(Topic):
        entries = [advice for advice in knowledge.advice.values() if advice.topic == topic]
        title = knowledge.phrases[f"topic.{topic}"].english
        ranked = sorted(entries, key=lambda advice: (-advice.rank, advice.id))
        parts.append(f"## {topic}\n\n{title}: {counted(len(entries), 'entry', 'entries')}.")
        parts += [_entry(advice) for advice in ranked]
    intro = (
        f"{counted(len(knowledge.advice), 'entry', 'entries')}, by topic, the greatest expected benefit first. What is "
        "offered to whom: [plan](../explanation/plan.md)."
    )
    return page("Advice", intro, *parts, _gates(knowledge))


def _entry(advice: Advice) -> str:
    return f"### {advice.id}\n\n**{advice.title.english}.** {advice.says.english}\n\n{bullets(_facts(advice))}"


def _facts(advice: Advice) -> list[str]:
    today = ", may be one of the three for today" if advice.today else ""
    minutes = f", {advice.minutes} minutes" if advice.minutes else ""
    applies = f", when {condition(advice.applies_when)}" if advice.applies_when != ALWAYS else ""
    return [
        f"Brings: {advice.benefit.english}",
        f"Take care: {advice.careful.english}" if advice.careful else "",
        f"Kind `{advice.kind}`, acts by `{advice.acts}`, for: {advice.who}{minutes}{today}",
        f"Offered in {stages(advice.stages)}{applies}",
        f"Left out when: {conditions(advice.not_when)}" if advice.not_when else "",
        f"Gates: {code(advice.gates)}" if advice.gates else "",
        f"Nearer to the top when: {conditions(advice.helps_when)}" if advice.helps_when else "",
        f"Rank {advice.rank}, strength {advice.strength}, ground {advice.basis}"
        + (f", {code(advice.sources)}" if advice.sources else ""),
    ]


def _gates(knowledge: Knowledge) -> str:
    used = Counter(gate for advice in knowledge.advice.values() for gate in advice.gates)
    parts = ["## Gates", "Contraindications that many entries share, written once in `kb/gates/`."]
    for gate in knowledge.gates.values():
        rows = [*_lines("not", gate.not_when), *_lines("ask first", gate.ask_first_when)]
        parts.append(
            f"### gate {gate.id}\n\nUsed by {counted(used[gate.id], 'entry', 'entries')}.\n\n"
            + table(["", "When", "Says"], rows)
        )
    return "\n\n".join(parts)


def _lines(kind: str, lines: tuple[GateLine, ...]) -> list[list[str]]:
    return [[kind, condition(line.when), line.says.english] for line in lines]


def _sources(knowledge: Knowledge) -> str:
    cited: Counter[str] = Counter()
    for folder in FOLDERS:
        for item in getattr(knowledge, folder).values():
            if isinstance(item, Evidenced):
                cited.update(item.sources)
    ordered = sorted(knowledge.sources.values(), key=lambda source: (-cited[source.id], source.id))
    rows = [
        [
            f"`{source.id}`",
            f"[{source.title.replace('[', '(').replace(']', ')')}]({source.url})",
            f"{source.by}{f', {source.year}' if source.year else ''}",
            source.kind.replace("_", " "),
            source.read,
            str(cited[source.id]),
        ]
        for source in ordered
    ]
    intro = (
        f"{counted(len(rows), 'source', 'sources')}, the most cited first. *Read* says how much of it was read: the "
        "full text, an excerpt, the abstract, a snippet, or only its title."
    )
    return page("Sources", intro, table(["Id", "Title", "By", "Kind", "Read", "Cited"], rows))
