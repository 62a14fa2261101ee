"""The partner's page: opened by its link alone, or taken as a file. It asks for nothing and stores nothing."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from carrywell.app.engine import Engine, open_engine
from carrywell.app.partner_part import part_for
from carrywell.model.assessment import Assessment
from carrywell.web.clock import today
from carrywell.web.files import as_file
from carrywell.web.language import language_of, render, root_of, voice_of
from carrywell.web.partner_link import BrokenLinkError, ExpiredLinkError, address, link_for, read_link
from carrywell.web.partner_presenter import day_of, present_partner
from carrywell.web.state import State
from carrywell.web.whole_address import whole_address


@require_safe
def partner(request: HttpRequest) -> HttpResponse:
    signed = request.GET.get("p", "")
    if not signed:
        return render(request, "partner_none.html", {"why": "none"})
    try:
        link = read_link(signed, today())
    except ExpiredLinkError:
        return _private(render(request, "partner_none.html", {"why": "expired"}, status=410))
    except BrokenLinkError:
        return _private(render(request, "partner_none.html", {"why": "broken"}, status=400))
    engine = open_engine()
    context = {"partner": present_partner(link, engine, voice_of(request)), "signed": signed}
    if "file" in request.GET:
        return as_file(request, "partner_file.html", context, "carrywell-partner", today())
    return _private(render(request, "partner.html", context))


def send_partner(request: HttpRequest, engine: Engine, state: State, found: Assessment, on: date) -> HttpResponse:
    """What the link holds and does not hold, and the link. Made anew each time she asks for it."""
    link = link_for(part_for(engine, found), on)
    path = root_of(language_of(request)) + address(link)
    context = {
        "state": state,
        "page": "result",
        "path": path,
        "address": whole_address(request, path),
        "part": link.part,
        "until": day_of(link, voice_of(request)),
    }
    return render(request, "partner_send.html", context)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, max-age=0"
    return response
