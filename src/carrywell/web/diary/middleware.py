"""Session, sign-in and protection against forged forms, for her pages alone.

A check must stay without cookie, session and database (decision 2), and as fast as it was: each of Django's middlewares
is wrapped so that it does nothing at any other address.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware

from carrywell.web.diary.opening import is_opened, not_opened
from carrywell.web.diary.owner import is_this_machine
from carrywell.web.language import language_of, root_of

DIARY_PAGES = "/diary"
HER_PAGES = (DIARY_PAGES, "/account")


def is_hers(request: HttpRequest) -> bool:
    return settings.DIARY != "off" and request.path_info.startswith(HER_PAGES)


def has_accounts(request: HttpRequest) -> bool:
    return settings.DIARY == "accounts" and is_hers(request)


class _Where:
    """Mixed into one of Django's middlewares: it acts only where `applies` says so."""

    applies = staticmethod(is_hers)
    get_response: Callable[[HttpRequest], HttpResponse]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.applies(request):
            return super().__call__(request)  # type: ignore[misc]
        return self.get_response(request)


class Sessions(_Where, SessionMiddleware):
    applies = staticmethod(has_accounts)


class SignedIn(_Where, AuthenticationMiddleware):
    applies = staticmethod(has_accounts)


class Forgery(_Where, CsrfViewMiddleware):
    def process_view(self, request: HttpRequest, callback: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        return super().process_view(request, callback, args, kwargs) if self.applies(request) else None


class Opened:
    """The one diary of a machine opens to who opened the printed address; its calendar, to who has its key."""

    _WITHOUT = frozenset({"diary-open", "diary-dates"})

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        is_diary = settings.DIARY == "local" and request.path_info.startswith(DIARY_PAGES)
        if not is_diary or request.resolver_match.view_name in self._WITHOUT:
            return None
        return not_opened(request) if is_this_machine(request) and not is_opened(request) else None


def _in_her_language(request: HttpRequest, response: HttpResponse) -> None:
    """The accounts' library leads on to addresses without a language."""
    root, goes = root_of(language_of(request)), response.get("Location", "")
    if root and goes.startswith("/") and not goes.startswith(f"{root}/"):
        response["Location"] = root + goes


class Guarded:
    """Her pages are kept by nobody, lead nowhere with their address, and speak her language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_hers(request):
            _in_her_language(request, response)
            response["Cache-Control"] = "no-store"
            # Within the site only. With `no-referrer` a browser hides the origin of a form, and the form is refused.
            response["Referrer-Policy"] = "same-origin"
        return response

    def process_template_response(self, request: HttpRequest, response: Any) -> Any:
        """The pages of the accounts' library are templates of ours, in the language of the address."""
        response.context_data = {"quick_exit": settings.QUICK_EXIT_URL} | (response.context_data or {})
        response.using = response.using or language_of(request)
        return response
