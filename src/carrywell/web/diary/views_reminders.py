"""Reminders by mail: chosen by her, and ended by the link in each of them, which needs no sign-in."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from carrywell.web.account.address import confirmed_address
from carrywell.web.account.views import only_with_mail
from carrywell.web.clock import now
from carrywell.web.diary.models import Woman
from carrywell.web.diary.owner import context_of, hers
from carrywell.web.diary.presenter import home_now
from carrywell.web.diary.reminders import HOURS, RHYTHMS, WEEKDAYS, Choice, choose, chosen, stop, woman_who_stops
from carrywell.web.diary.store import note_access
from carrywell.web.diary.views import leads_to
from carrywell.web.forms.errors import FieldError
from carrywell.web.language import language_of, render

MORNING = 9  # the hour that stands there before she chooses one
_OFF = "off"


@require_http_methods(["GET", "HEAD", "POST"])
@only_with_mail
@hers("looked")
def reminders(request: HttpRequest, woman: Woman) -> HttpResponse:
    """The choice. Without an address that was confirmed there is none, and the page says where to give one."""
    to = confirmed_address(request.user)
    if request.method != "POST" or not to:
        return _page(request, woman, to)
    if request.POST.get("rhythm") == _OFF:
        stop(woman)
    else:
        choice, errors = read_choice(request.POST)
        if choice is None:
            return _page(request, woman, to, errors)
        choose(woman, choice, language_of(request), now())
    note_access(woman, "reminder", now())
    return leads_to(request, "/diary/reminders?saved")


def read_choice(post: QueryDict) -> tuple[Choice | None, list[FieldError]]:
    """What the form sent, or what is wrong with it."""
    found = {
        "rhythm": post.get("rhythm") in RHYTHMS,
        "hour": post.get("hour") in {str(hour) for hour in HOURS},
        "weekday": post.get("weekday") in {str(day) for day in WEEKDAYS},
    }
    errors = [FieldError(name, f"diary_reminder.error.{name}") for name, fits in found.items() if not fits]
    if errors:
        return None, errors
    rhythm = next(rhythm for rhythm in RHYTHMS if rhythm == post["rhythm"])
    return Choice(rhythm, int(post["hour"]), int(post["weekday"])), []


def _page(request: HttpRequest, woman: Woman, to: str, errors: list[FieldError] | None = None) -> HttpResponse:
    choice = chosen(woman)
    values = {
        "rhythm": choice.rhythm if choice else _OFF,
        "hour": str(choice.hour if choice else MORNING),
        "weekday": str(choice.weekday if choice else now().weekday()),
    }
    context = context_of(
        home=home_now(request, woman),
        to=to,
        rhythms=(_OFF, *RHYTHMS),
        hours=[(str(hour), f"{hour:02}:00") for hour in HOURS],
        weekdays=[(str(day), name) for day, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))],
        values=values | ({name: request.POST.get(name, "") for name in values} if errors else {}),
        saved="saved" in request.GET,
        errors=errors or [],
        errors_by_field={error.field: error for error in errors or []},
    )
    return render(request, "diary/reminders.html", context, status=422 if errors else 200)


@require_safe
def note(request: HttpRequest) -> HttpResponse:
    """Where the link in a reminder leads: an address that says nothing, and on to the diary."""
    if settings.DIARY != "accounts":
        raise Http404
    return leads_to(request, "/diary")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def stop_notes(request: HttpRequest, key: str) -> HttpResponse:
    """Ends the reminders of whose key it is, and does nothing else. The address is outside of her pages, without
    session and token, since mail programs send the form by themselves (RFC 8058); a mere look at it ends nothing, since
    some look at every link.
    """
    woman = woman_who_stops(key) if settings.MAIL else None
    if woman is None:
        raise Http404
    if request.method == "POST" and woman.remind:
        stop(woman)
        note_access(woman, "reminder", now())
    return render(request, "diary/stop_notes.html", context_of(key=key, stopped=not woman.remind))
