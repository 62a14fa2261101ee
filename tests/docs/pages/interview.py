"""docs/reference/interview.md: the way through the questions at each stage, as a graph and as lists, worked out by
playing the interview with a woman who says no to everything.
"""

from __future__ import annotations

from collections.abc import Iterator

from carrywell.app.engine import Engine
from carrywell.app.play_interview import answered
from carrywell.app.steps import next_step
from carrywell.decide.agenda import Agenda
from carrywell.decide.facts import Facts
from carrywell.decide.interview import Questions
from carrywell.model.care import Speed
from carrywell.model.case import About, Case
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from tests.docs.pages.markdown import page, table

MOMENTS = {
    Stage.FIRST_TRIMESTER: About(weeks_pregnant=10),
    Stage.SECOND_TRIMESTER: About(weeks_pregnant=22),
    Stage.THIRD_TRIMESTER: About(weeks_pregnant=32),
    Stage.POSTPARTUM_0_6W: About(weeks_postpartum=2),
    Stage.POSTPARTUM_6W_12M: About(weeks_postpartum=20),
    Stage.POSTPARTUM_12M_36M: About(weeks_postpartum=80),
}
LEADS_TO = {
    Speed.NOW: "emergency now", Speed.TODAY: "today", Speed.TWO_DAYS: "within two days", Speed.WEEKS: "routine",
}  # fmt: skip
FORMS = {"where": "Where it hurts", "changes": "What changes it", "private": "Only if she is alone", "day": "Her day"}

Shown = tuple[Questions, Facts]


def written(engine: Engine) -> dict[str, str]:
    return {"docs/reference/interview.md": _interview(engine)}


def _interview(engine: Engine) -> str:
    intro = (
        "What a woman with ordinary pain is asked, who says no to every line: the screens at each stage, in order. The "
        "order is worked out from the rules by `decide/agenda.py`, and the numbers here by playing it. A yes changes "
        "what comes next: an emergency ends the questions; a line that opens others brings them on a screen of their "
        "own. [Why that is safe](../explanation/interview.md)."
    )
    return page(
        "Interview",
        intro,
        *(_stage(engine, stage) for stage in Stage),
        _opened(engine.knowledge),
        _headings(engine.knowledge),
    )


def _headings(knowledge: Knowledge) -> str:
    rows = [
        [f"`{screen.id}`", screen.title.english, screen.hint.english if screen.hint else "", screen.purpose]
        for screen in sorted(knowledge.screens.values(), key=lambda screen: (screen.order, screen.id))
    ]
    return "## The words over the lines\n\n" + table(["Screen", "Title", "Hint", "For"], rows)


def _stage(engine: Engine, stage: Stage) -> str:
    said, done, nodes, lists = Case(about=MOMENTS[stage]), set[str](), [], []
    first = engine.interviewer.first_questions
    nodes.append(("Her weeks", first))
    lists.append(_list("With her weeks", first, engine, said))
    said = answered(engine, said, first, said)
    while (step := next_step(engine, said, done, played=True)).name != "result":
        if step.questions is None:
            done.add(step.name)
            nodes.append((FORMS[step.name], None))
            continue
        if step.questions.screen.purpose != "about":
            nodes.append((step.questions.screen.title.english, step.questions))
        lists.append(_list(step.questions.screen.title.english, step.questions, engine, said))
        said = answered(engine, said, step.questions, said)
    return f"## {stage.value}\n\n{_graph(engine, nodes, stage)}\n\n" + "\n\n".join(lists)


def _graph(engine: Engine, nodes: list[tuple[str, Questions | None]], stage: Stage) -> str:
    rows = ["```mermaid", "flowchart TD"]
    for at, (title, questions) in enumerate(nodes):
        lines = f"<br/>{len(questions.lines)} lines" if questions else ""
        rows.append(f'  s{at}["{title}{lines}"]')
    rows.append('  result(["Result"])')
    for at, (_, questions) in enumerate(nodes):
        following = f"s{at + 1}" if at + 1 < len(nodes) else "result"
        rows.append(f"  s{at} -->|{'none of these' if questions else 'then'}| {following}")
        if questions and any(_is_now(line, stage) for line in questions.lines):
            rows.append(f"  s{at} -->|a yes that is an emergency| result")
        if questions and any(line.opens for line in questions.lines):
            rows.append(f'  s{at} -->|a yes that opens| o{at}["A closer look"] --> {following}')
    return "\n".join([*rows, "```"])


def _is_now(line: Finding, stage: Stage) -> bool:
    level = line.level_at(stage)
    return level is not None and level.speed == Speed.NOW


def _list(title: str, questions: Questions, engine: Engine, said: Case) -> str:
    agenda = Agenda(engine.knowledge, engine.book, Facts(said, engine.knowledge, Truth.FALSE))
    rows = [[f"`{line.id}`", line.listed.english, _leads_to(line, agenda)] for line in questions.lines]
    return f"**{title}**\n\n" + table(["Finding", "Line", "A yes leads to"], rows)


def _leads_to(line: Finding, agenda: Agenda) -> str:
    speed = agenda.speed(line)
    says = LEADS_TO.get(Speed(speed), "") if speed >= 0 else ""
    return f"opens {len(line.covers)} questions, up to {says or 'a level with others'}" if line.opens else says


def _opened(knowledge: Knowledge) -> str:
    parts = ["## What a line opens", "A no to the line is a no to each of these; a yes or not sure opens them."]
    for umbrella in knowledge.findings.values():
        if umbrella.covers:
            rows = [[f"`{name}`", text] for name, text in _covered(umbrella, knowledge)]
            how = umbrella.opens.english if umbrella.opens else "a yes is enough: each has this level alone"
            parts.append(f"### {umbrella.id}\n\n{umbrella.listed.english}: {how}\n\n{table(['Finding', 'Line'], rows)}")
    return "\n\n".join(parts)


def _covered(umbrella: Finding, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for name in umbrella.covers:
        yield name, knowledge.findings[name].listed.english
