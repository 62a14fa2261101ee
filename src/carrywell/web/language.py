"""Her language stands in the address: `/zh-Hans/check` is `/check` in Chinese. No cookie, and nothing is guessed from
her answers. Only the start looks at what her browser prefers, once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render as rendered
from django.utils.cache import patch_vary_headers
from django.utils.encoding import escape_uri_path

from carrywell.app.engine import open_engine
from carrywell.model.text import LANGUAGES, Voice

CHOSEN = "chosen"  # `/?chosen`: she came by the link of a language, so her browser's wish is not followed


def root_of(language: str) -> str:
    """What the addresses of a language begin with; nothing for English."""
    return "" if language == LANGUAGES[0] else f"/{language}"


def language_in_address(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: takes the language out of the address, and puts it on the request."""

    def answer(request: HttpRequest) -> HttpResponse:
        request.language = LANGUAGES[0]
        first, _, rest = request.path_info.removeprefix("/").partition("/")
        if first in settings.SPOKEN and first != LANGUAGES[0]:
            request.language = first
            request.path_info = f"/{rest}"
        elif request.path_info == "/" and not _came_from_here(request):
            return _as_preferred(request, get_response)
        return get_response(request)

    return answer


def _came_from_here(request: HttpRequest) -> bool:
    """She is in English already: she chose it, or followed a link of ours."""
    return CHOSEN in request.GET or request.headers.get("Sec-Fetch-Site") == "same-origin"


def _as_preferred(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    language = preferred(request.headers.get("Accept-Language", ""))
    root = root_of(language)
    response = HttpResponseRedirect(f"{root}/") if root else get_response(request)
    patch_vary_headers(response, ["Accept-Language"])
    return response


def preferred(accepts: str) -> str:
    """The first language that the browser names and that we speak; else English. Chinese of any region is read."""
    for part in accepts.split(","):
        name = part.partition(";")[0].strip().lower()
        if name.startswith("en"):
            return "en"
        if name.startswith("zh"):
            return "zh-Hans"
    return LANGUAGES[0]


def same_page(request: HttpRequest) -> str:
    """The address of this page without its language; the start for a page that was posted, or is none."""
    if request.method != "GET" or request.path_info == "/":
        return f"/?{CHOSEN}"
    query = request.META.get("QUERY_STRING", "")
    return escape_uri_path(request.path_info) + (f"?{query}" if query else "")


def language_of(request: HttpRequest) -> str:
    """The request's; English where a fault came before the language was read."""
    return getattr(request, "language", LANGUAGES[0])


def voice_of(request: HttpRequest) -> Voice:
    return open_engine().voice(language_of(request))


def render(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, status: int | None = None
) -> HttpResponse:
    """A page in her language."""
    return rendered(request, template, context, status=status, using=language_of(request))
