"""Which page comes after which, and what each shows. Each answered page has a name that the trail remembers:

`pregnant` or `after`, `q/<screen>/<line>,<line>` (questions), `c/<screen>/<lines>` (asked once more, with how she can
tell), `where`, `changes`, `day`, `private`, and at the end `result`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from carrywell.app.engine import Engine
from carrywell.app.steps import is_surely_now, next_step
from carrywell.decide.interview import Questions
from carrywell.model.knowledge import Finding, Screen
from carrywell.model.text import Voice
from carrywell.web.state import ABOUT, FORMS, DamagedStateError, State


@dataclass(frozen=True, slots=True)
class QuestionPage:
    screen: Screen
    lines: tuple[Finding, ...]
    clarifying: bool


@lru_cache(maxsize=1024)
def question_page(name: str, engine: Engine) -> QuestionPage:
    """The screen and lines that a page's name stands for. DamagedStateError for a name that no page has."""
    kind, _, rest = name.partition("/")
    screen_id, _, line_ids = rest.partition("/")
    screen = engine.knowledge.screens.get(screen_id)
    lines = tuple(found for line in line_ids.split(",") if (found := engine.knowledge.findings.get(line)) is not None)
    if kind not in ("q", "c") or screen is None or screen.purpose == "private" or not lines:
        raise DamagedStateError(name)
    if len(lines) != len(line_ids.split(",")) or any(line.private for line in lines):
        raise DamagedStateError(name)
    return QuestionPage(engine.interviewer.screen(screen_id, lines), lines, kind == "c")


def must_be_pages(names: Iterable[str], engine: Engine) -> None:
    """DamagedStateError where a trail names a page that does not exist."""
    for name in names:
        if name not in (*ABOUT, *FORMS):
            question_page(name, engine)


def page_name(questions: Questions, kind: str = "q") -> str:
    return f"{kind}/{questions.screen.id}/{','.join(line.id for line in questions.lines)}"


def next_page(engine: Engine, state: State) -> str:
    if state.case is None:
        return "status"
    step = next_step(engine, state.case, state.done)
    return page_name(step.questions) if step.questions is not None else step.name


def page_after_questions(engine: Engine, state: State, page: QuestionPage) -> str:
    """Lines of today that she is unsure about are asked once more, unless this was that second time."""
    assert state.case is not None
    unsure = () if page.clarifying else engine.interviewer.needs_clarifying(state.case, page.lines)
    if unsure and not is_surely_now(engine, state.case):
        return page_name(Questions(page.screen, unsure), "c")
    return next_page(engine, state)


def trail_names(state: State, engine: Engine, voice: Voice) -> list[tuple[str, str]]:
    """The answered pages with their titles, for going back to one of them. A page asked once more is left out."""
    names = []
    for page in state.trail:
        if page.startswith("q/"):
            names.append((page, voice(question_page(page, engine).screen.title)))
        elif not page.startswith("c/"):
            names.append((page, voice.phrase(f"page.names.{page}")))
    return names
