"""The calendar: switched on and off by her, read by her phone."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from carrywell.app.engine import open_engine
from carrywell.web.clock import now, today
from carrywell.web.diary.calendar import close_feed, feed, open_feed, woman_with
from carrywell.web.diary.models import Woman
from carrywell.web.diary.owner import context_of, hers, may_enter
from carrywell.web.diary.presenter import due_day_of, home_now
from carrywell.web.diary.store import note_calendar_read
from carrywell.web.language import language_of, render, root_of, voice_of
from carrywell.web.whole_address import whole_address


@require_http_methods(["GET", "HEAD", "POST"])
@hers("looked")
def calendar(request: HttpRequest, woman: Woman) -> HttpResponse:
    """The address is shown once, on the page that answers the button."""
    address = ""
    if request.method == "POST" and "off" in request.POST:
        close_feed(woman, now())
    elif request.method == "POST":
        path = f"{root_of(language_of(request))}/diary/dates/{open_feed(woman, now())}.ics"
        address = whole_address(request, path)
    return render(
        request,
        "diary/calendar.html",
        context_of(address=address, open=bool(woman.calendar_digest), home=home_now(request, woman)),
    )


@require_safe
def dates(request: HttpRequest, key: str) -> HttpResponse:
    """For a calendar program, which signs in with the key alone. It learns the days, and nothing besides."""
    if settings.DIARY == "local":
        may_enter(request)
    woman = woman_with(key) if settings.DIARY != "off" else None
    if woman is None:
        raise Http404
    note_calendar_read(woman, now())
    due = due_day_of(woman, open_engine(), today()) or today()
    return HttpResponse(feed(due, today(), voice_of(request)), content_type="text/calendar; charset=utf-8")
