"""The account's own pages, and the door in front of the library's: without accounts there is nothing here."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as accounts
from axes.decorators import axes_dispatch
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from carrywell.web.language import render


def only_with_accounts(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponse:
        if settings.DIARY != "accounts":
            raise Http404
        _without_marks(request)
        request.path = request.path_info  # the library compares it with its own addresses, which know no language
        return view(request, *args, **parts)

    return checked


def only_with_mail(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Asked for each request, before anything else: without a mail server there is no such page."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **parts: Any) -> HttpResponse:
        if not settings.MAIL:
            raise Http404
        return only_with_accounts(view)(request, *args, **parts)

    return checked


def _without_marks(request: HttpRequest) -> None:
    """The library that counts wrong tries would store what a browser says of itself; a NUL in it would be an error."""
    request.META.pop("HTTP_USER_AGENT", None)
    request.META["HTTP_ACCEPT"] = request.META.get("HTTP_ACCEPT", "").replace("\0", "")


sign_in = only_with_accounts(axes_dispatch(accounts.login))


def locked(request: HttpRequest, response: Any = None, credentials: Any = None, *_: Any, **__: Any) -> HttpResponse:
    """Too many wrong passwords for one name. The same page whether or not there is such a name."""
    answer = render(request, "account/locked.html", {"quick_exit": settings.QUICK_EXIT_URL}, status=429)
    answer["Retry-After"] = f"{round(settings.AXES_COOLOFF_TIME.total_seconds())}"
    return answer


@require_safe
@only_with_accounts
@login_required
def home(request: HttpRequest) -> HttpResponse:
    context = {"quick_exit": settings.QUICK_EXIT_URL, "name": request.user.get_username()}
    return render(request, "account/home.html", context)
