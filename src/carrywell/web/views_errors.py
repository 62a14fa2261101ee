"""Pages for what went wrong, each with a way on."""

from __future__ import annotations

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from carrywell.web.language import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "damaged.html", status=400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return diary_away(request)
    return render(request, "failed.html", status=500)


def diary_away(request: HttpRequest) -> HttpResponse:
    """The database does not answer. The check goes on without it, and the diary will when it is back."""
    answer = render(
        request, "diary/away.html", {"again": request.get_full_path(), "reads": request.method == "GET"}, 503
    )
    answer["Retry-After"] = "30"
    return answer


def too_many(request: HttpRequest) -> HttpResponse:
    """More tries than a form takes, from one place or for one account."""
    answer = render(request, "account/too_many.html", {"quick_exit": settings.QUICK_EXIT_URL}, status=429)
    answer["Retry-After"] = "300"
    return answer


def not_from_here(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the token of its page: made by somebody else's page, or older than the last sign-in."""
    return render(request, "diary/refused.html", status=403)
