"""The pages "What loads my back": the tasks, and one task with its sliders.

A task's page is the answer to a GET for anybody: week and setting stand in the address, since they are nobody's. Opened
from her result it is the answer to a POST, and takes her height and weight from the state that travels in the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from types import ModuleType

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from carrywell.app.engine import open_engine
from carrywell.model.case import About
from carrywell.web.language import render, voice_of
from carrywell.web.state import DamagedStateError, State, posted, read_state


@cache
def can_weigh() -> bool:
    """Whether the extra `body` is there. Without it there is no such page, and no link to one."""
    return find_spec("numpy") is not None


def _weighing() -> ModuleType:
    """Loaded where it is needed: it needs the extra `body`."""
    if not can_weigh():
        raise Http404
    from carrywell.web import load_views

    return load_views


@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    groups = _weighing().listed(voice_of(request))
    return render(request, "load_list.html", {"groups": groups})


@require_http_methods(["GET", "HEAD", "POST"])
def task(request: HttpRequest, name: str) -> HttpResponse:
    weighing = _weighing()
    found = open_engine().knowledge.load_tasks.get(name)
    if found is None:
        raise Http404
    try:
        state, sent = _sent(request)
    except DamagedStateError:
        return render(request, "damaged.html", status=400)
    about = None if state is None else _about(state)
    if (part := sent.get("part")) is not None:
        answer = render(request, "load_part.html", weighing.part(voice_of(request), found, sent, about, part))
    else:
        page = weighing.page(voice_of(request), found, sent, about)
        answer = render(request, "load_task.html", {"it": page, "state": state, "page": "result"})
    if state is not None:
        answer["Cache-Control"] = "private, max-age=0"
    return answer


def _sent(request: HttpRequest) -> tuple[State | None, Mapping[str, str]]:
    if request.method != "POST":
        return None, request.GET.dict()
    post = posted(request)
    state = read_state(post.get("state", ""), open_engine())
    if state.case is None:
        raise DamagedStateError("no case")
    return state, post.dict()


def _about(state: State) -> About:
    assert state.case is not None  # _sent
    return state.case.about
