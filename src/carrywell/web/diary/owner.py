"""Whose diary a request may open: her own, signed in; or, on one's own machine, the one there is.

Every view of the diary goes through `hers`, so that none can forget to ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from carrywell.web.clock import now
from carrywell.web.diary.models import Woman
from carrywell.web.diary.statements import woman_of_this_machine
from carrywell.web.diary.store import note_access
from carrywell.web.language import language_of, render, root_of
from carrywell.web.proxies import came_through_proxy

SIGN_IN = "/account/sign-in"
DIARY = "/diary"
_LOOPBACK_HOSTS = ("127.0.0.1", "localhost", "[::1]")
_PORT = re.compile(r":\d+$")
_LOOPBACK_PEERS = ("127.0.0.1", "::1", "")  # empty: a socket without an address

View = Callable[..., HttpResponse]


def may_enter(request: HttpRequest) -> bool:
    """Http404 where there is no diary at this address: none is told whether there could be one."""
    if settings.DIARY == "accounts":
        return bool(request.user.is_authenticated)
    return is_this_machine(request)


def is_this_machine(request: HttpRequest) -> bool:
    """Local mode, asked from here, by a name of here, through no proxy: else Http404. Whether she opened the
    site by the address that it printed is asked before any view: `middleware.Opened`.
    """
    if (
        settings.DIARY == "local"
        and _PORT.sub("", request.get_host()) in _LOOPBACK_HOSTS
        and request.META.get("REMOTE_ADDR", "") in _LOOPBACK_PEERS
        and not came_through_proxy(request)
    ):
        return True
    raise Http404


def woman_of(request: HttpRequest) -> Woman | None:
    """Her diary, or None where she has not agreed to one yet."""
    return getattr(request.user, "woman", None) if settings.DIARY == "accounts" else woman_of_this_machine()


def diary_begun(request: HttpRequest) -> Woman:
    """Her diary; it begins here, once she has agreed. Two presses at once begin one."""
    user = request.user if settings.DIARY == "accounts" else None
    woman, _ = Woman.objects.get_or_create(user=user, defaults={"agreed_at": now()})
    return woman


def entered(view: View) -> View:
    """Whoever may have a diary, whether or not it has begun. Others are led to sign in; their form is refused."""

    @wraps(view)
    def checked(request: HttpRequest, **parts: Any) -> HttpResponse:
        if may_enter(request):
            return view(request, **parts)
        if request.method in ("GET", "HEAD"):
            return HttpResponseRedirect(_sign_in_for(request))
        return render(request, "diary/signed_out.html", status=403)

    return checked


def _sign_in_for(request: HttpRequest) -> str:
    """Signing in leads on to the page of the diary that she asked for. The part behind a `?` is left: none needs it."""
    root = root_of(language_of(request))
    onward = "" if request.path_info == DIARY else f"?{urlencode({'next': root + request.path_info})}"
    return f"{root}{SIGN_IN}{onward}"


def hers(looks: str = "") -> Callable[[View], View]:
    """A view of her diary, which is handed to it. Before it has begun there is nothing at this address.

    `looks`: noted in her list of accesses when the page is opened (`diary_rights.access` in kb/words). What changes the
    diary is noted together with the change: `diary.store`.
    """

    def wrapped(view: View) -> View:
        @wraps(view)
        def found(request: HttpRequest, **parts: Any) -> HttpResponse:
            woman = woman_of(request)
            if woman is None:
                return HttpResponseRedirect(root_of(language_of(request)) + "/diary")
            if looks:
                note_looked(request, woman, looks)
            return view(request, woman, **parts)

        return entered(found)

    return wrapped


def note_looked(request: HttpRequest, woman: Woman, what: str = "looked") -> None:
    """A page of hers was opened. What changes the diary is noted with the change itself."""
    if request.method == "GET":
        note_access(woman, what, now())


def context_of(**more: Any) -> dict[str, Any]:
    """What every page of the diary shows."""
    return {"quick_exit": settings.QUICK_EXIT_URL, "accounts": settings.DIARY == "accounts"} | more
