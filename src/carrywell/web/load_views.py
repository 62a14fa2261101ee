"""What the pages of the load need of the body model, apart from the rest, since it needs the extra `body`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from carrywell.app.engine import open_engine
from carrywell.app.load_list import grouped, with_a_baby
from carrywell.model.case import About
from carrywell.model.load_task import LoadTask
from carrywell.model.posture_parts import PostureAbout
from carrywell.model.text import Voice
from carrywell.web.forms.load import Asked, read_asked
from carrywell.web.load_presenter import LoadPage, LoadPresenter, capital, in_words

_MIDDLE = PostureAbout(weeks_pregnant=24)


@dataclass(frozen=True, slots=True)
class Line:
    id: str
    name: str
    says: str


def listed(voice: Voice) -> dict[str, list[Line]]:
    """The tasks, each with about how much it loads her."""
    return {
        group: [
            Line(
                name,
                capital(voice(open_engine().knowledge.load_tasks[name].name)),
                voice.phrase(f"load_list.short.{said}"),
            )
            for name, said in lines
        ]
        for group, lines in _shares().items()
    }


@cache
def _shares() -> dict[str, list[tuple[str, str]]]:
    found = grouped(open_engine(), _MIDDLE)
    return {group: [(each.task.id, in_words(each.share)) for each in lines] for group, lines in found.items()}


def page(voice: Voice, task: LoadTask, sent: Mapping[str, str], about: About | None) -> LoadPage:
    return LoadPresenter(open_engine(), voice, about).page(task, _asked(task, sent, about))


def part(voice: Voice, task: LoadTask, sent: Mapping[str, str], about: About | None, name: str) -> dict[str, Any]:
    """What a slider changes: this way (`this`), or the one with less load (`less`); one at a time, since each takes a
    while to be worked out.
    """
    presenter, asked = LoadPresenter(open_engine(), voice, about), _asked(task, sent, about)
    if name == "less":
        return {"part": name, "one": presenter.less(task, asked)}
    return {"part": name, "it": presenter.page(task, asked, both=False)}


def _asked(task: LoadTask, sent: Mapping[str, str], about: About | None) -> Asked:
    """A task with a baby is shown after the birth, unless she says otherwise."""
    return read_asked(sent, task, about, "after" if with_a_baby(task) else "pregnant")
