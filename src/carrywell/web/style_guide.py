"""The style guide, `/style`: every component in every state, cut out of the site's own pages. In development only."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from carrywell.app.engine import Engine, open_engine
from carrywell.web import views
from carrywell.web.language import render
from carrywell.web.pieces import piece, with_own_names
from carrywell.web.style_examples import COMPONENTS, Component, Example, every_example, post_for


@dataclass(frozen=True, slots=True)
class Shown:
    id: str
    component: Component
    state: str
    html: SafeString


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """404 unless the settings say that this is a place of development."""
    if not settings.DEVELOPMENT:
        raise Http404
    shown = shown_examples(open_engine())
    components = [(component, [one for one in shown if one.component is component]) for component in COMPONENTS]
    return render(request, "style.html", {"components": components})


def shown_examples(engine: Engine) -> list[Shown]:
    """Each example as it stands on the page. NoSuchPieceError where a page no longer has the piece."""
    pages: dict[str, str] = {}
    shown = []
    for id_, component, example in every_example():
        if example.page not in pages:
            pages[example.page] = _page(example.page, engine)
        html = _cut(pages[example.page], id_, example, engine)
        shown.append(Shown(id_, component, example.state, html))
    return shown


def _cut(page: str, id_: str, example: Example, engine: Engine) -> SafeString:
    html = piece(page, example.piece)
    if example.gives:
        first = html.index(" ")
        html = f"{html[:first]} {example.gives}{html[first:]}"
    if example.reads:
        words = escape(engine.voice().phrase(example.reads))
        html = f"{html[: html.index('>') + 1]}{words}{html[html.rindex('</') :]}"
    html = html.replace(" autofocus", "")  # it is for the one page that it was made for
    html = html + piece(page, example.linked) if example.linked else with_own_names(html, id_)
    return mark_safe(html)  # noqa: S308  a piece of a page that was escaped when it was made


def _page(name: str, engine: Engine) -> str:
    """The page as she is sent it."""
    asked = HttpRequest()
    asked.method = "GET" if name == "start" else "POST"
    if name == "start":
        return views.start(asked).content.decode()
    asked.POST = QueryDict(mutable=True)
    asked.POST.update(post_for(name, engine))
    return views.check(asked).content.decode()
