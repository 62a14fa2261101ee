"""How much she reads on the way to her result: the words that the pages of a played interview show without unfolding.

Not counted: the site's frame, what is folded away, buttons, and the words Yes, No and Not sure beside each line.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from django.template.loader import render_to_string

from carrywell.app.engine import Engine
from carrywell.app.play_interview import answered, form_filled
from carrywell.app.steps import next_step
from carrywell.model.case import Case
from carrywell.web.check_pages import page_context
from carrywell.web.pages import page_name
from carrywell.web.state import State

_SKIPPED = {"details", "button", "script"}
_SKIPPED_CLASSES = {"cw-answers", "nhsuk-u-visually-hidden"}
_VOID = {"input", "br", "img", "meta", "link", "hr"}


def words_read(engine: Engine, answering: Case) -> int:
    return sum(len(visible_words(html)) for html in pages(engine, answering))


def visible_words(html: str) -> list[str]:
    reader = _Visible()
    reader.feed(html)
    return " ".join(reader.texts).split()


def pages(engine: Engine, answering: Case) -> Iterator[str]:
    """Each page before the result, as she meets it. What the case leaves out is no; the private page is passed over."""
    said, done = Case(about=answering.about), set[str]()
    yield _html(engine, "pregnant" if answering.about.pregnant else "after", State(said))
    said = answered(engine, said, engine.interviewer.first_questions, answering)
    while (step := next_step(engine, said, done, played=True)).name != "result":
        if step.questions is None:
            done.add(step.name)
            if step.name != "private":
                yield _html(engine, step.name, State(said))
                said = form_filled(said, step.name, answering)
            continue
        if step.questions.screen.purpose != "about":
            yield _html(engine, page_name(step.questions), State(said))
        said = answered(engine, said, step.questions, answering)


def _html(engine: Engine, page: str, state: State) -> str:
    template, context = page_context(page, state, engine, None)
    return render_to_string(template, context | {"state": state, "page": page, "errors": [], "errors_by_field": {}})


class _Visible(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[bool] = []  # for each open element, whether its words are skipped

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        shown = tag == "main" or (self._shows() and tag not in _SKIPPED and not classes & _SKIPPED_CLASSES)
        self._open.append(not shown)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._shows():
            self.texts.append(data)

    def _shows(self) -> bool:
        return bool(self._open) and not self._open[-1]
