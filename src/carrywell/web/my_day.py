"""The page of her day: what makes most of its load, and what to hand over with the help there is.

The answer to a POST: her day travels in the page, and stays nowhere here.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from carrywell.app.engine import open_engine
from carrywell.web.language import render, voice_of
from carrywell.web.load_pages import can_weigh
from carrywell.web.state import DamagedStateError, posted, read_state


@cache
def can_weigh_day() -> bool:
    """Whether the extras `body` and `day` are there. Without them there is no such page, and no link to it."""
    return can_weigh() and find_spec("highspy") is not None


@require_http_methods(["GET", "HEAD", "POST"])
def my_day(request: HttpRequest) -> HttpResponse:
    if not can_weigh_day():
        raise Http404
    if request.method != "POST":
        return render(request, "my_day.html", {"state": None})
    try:
        post = posted(request)
        state = read_state(post.get("state", ""), open_engine())
        if state.case is None:
            raise DamagedStateError("no case")
    except DamagedStateError:
        return render(request, "damaged.html", status=400)
    from carrywell.web import my_day_views

    context = my_day_views.context(state.case, post, voice_of(request))
    status = 422 if context["errors"] else 200
    answer = render(request, "my_day.html", context | {"state": state, "page": "result"}, status=status)
    answer["Cache-Control"] = "private, max-age=0"
    return answer
