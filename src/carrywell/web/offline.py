"""What a phone keeps, so that the check works without a network: the page that takes over, the bundle, the worker.

The page holds the forms of the check as templates, the bundle the questions, rules and sentences; assets/offline/*.js
puts both together. All of it is the same for everyone, and holds nothing that she said.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from carrywell.app.engine import open_engine
from carrywell.app.offline import packed_bundle
from carrywell.model.case import About, Case
from carrywell.model.text import LANGUAGES
from carrywell.web.check_pages import page_context
from carrywell.web.jinja import static_address
from carrywell.web.language import language_of, render, root_of, voice_of
from carrywell.web.state import State

FORMS = ("status", "pregnant", "after", "where", "changes", "day")
_WORKER = Path(__file__).parent / "static" / "carrywell" / "sw.js"
_FILES = ("carrywell.css", "carrywell.js", "install.js", "offline.js", "icon.svg")
_YEAR = 60 * 60 * 24 * 365
_ICON_SIZES = (192, 512)
_PAPER, _ACCENT = "#faf6ef", "#1f5c66"  # as in assets/carrywell.scss


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """The page that takes over where the network fails; with a network it works as well."""
    language = language_of(request)
    context = {
        "bundle": bundle_address(language),
        "digest": packed_bundle(language).digest,
        "renewed": f"/offline/renewed/{language}",
        "forms": [(name, _form(request, name)) for name in (*FORMS, "where-open")],
        "quick_exit": settings.QUICK_EXIT_URL,
        "signs": sorted(open_engine().knowledge.safety_net.values(), key=lambda net: (net.order, net.id)),
    }
    return render(request, "offline.html", context)


@require_safe
def bundle(request: HttpRequest, name: str) -> HttpResponse:
    """Its address carries the hash of its content, so it may be kept for a year."""
    for language in settings.SPOKEN:
        if bundle_address(language) == f"/offline/bundle/{name}":
            answer = HttpResponse(packed_bundle(language).content, content_type="application/json")
            answer["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
            return answer
    raise Http404


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker, with what there is to keep before it. Asked for each time, so that a new one is noticed."""
    kept = f"const KEPT = {json.dumps(what_is_kept(), ensure_ascii=False, sort_keys=True)};\n"
    answer = HttpResponse(kept + _WORKER.read_text(encoding="utf-8"), content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What makes the site an app on a home screen."""
    voice, root = voice_of(request), root_of(language_of(request))
    icons = [
        {"src": static_address(f"carrywell/icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in _ICON_SIZES
    ]
    maskable = {"src": static_address("carrywell/icon-maskable.png"), "sizes": "512x512", "type": "image/png"}
    told = {
        "name": voice.phrase("offline.app.name"),
        "short_name": voice.phrase("site_wide.name"),
        "description": voice.phrase("start.what"),
        "lang": language_of(request),
        "id": "/",
        "scope": "/",
        "start_url": f"{root}/" if root else "/?chosen",
        "display": "standalone",
        "background_color": _PAPER,
        "theme_color": _ACCENT,
        "icons": [*icons, {**maskable, "purpose": "maskable"}],
    }
    return HttpResponse(json.dumps(told, ensure_ascii=False), content_type="application/manifest+json")


def bundle_address(language: str) -> str:
    return f"/offline/bundle/{language}-{packed_bundle(language).digest}.json"


@cache
def what_is_kept() -> dict[str, Any]:
    """By language; with a version that changes with any content. The pages are those that ask for no answers."""
    files = [static_address(f"carrywell/{name}") for name in _FILES]
    languages = {language: _kept_of(language) for language in LANGUAGES}
    bundles = [told["bundle"] for told in languages.values()]
    told: dict[str, Any] = {"files": files, "kept": [*files, *bundles], "languages": languages}
    pages = [_content(language, address) for language, kept in languages.items() for address in kept["pages"]]
    script = _WORKER.read_bytes()
    version = sha256(b"\n".join([json.dumps(told, sort_keys=True).encode(), script, *pages])).hexdigest()[:16]
    return told | {"version": version}


def _kept_of(language: str) -> dict[str, Any]:
    root = root_of(language)
    return {
        "root": root,
        "shell": f"{root}/offline",
        "pages": [f"{root}/", f"{root}/when-to-call", f"{root}/offline"],
        "bundle": bundle_address(language),
        "digest": packed_bundle(language).digest,
    }


def _content(language: str, address: str) -> bytes:
    """A page as the site would answer now, for the version alone."""
    asked = HttpRequest()
    asked.method, asked.path_info, asked.language = "GET", address.removeprefix(root_of(language)), language
    return bytes(resolve(asked.path_info).func(asked).content)


def _form(request: HttpRequest, name: str) -> SafeString:
    """The form of a page of the check, for a woman who said nothing yet, with all that anyone may be offered."""
    case = Case(about=About(weeks_postpartum=0, ended="birth", baby_with_me="yes"))
    state = State() if name in FORMS[:3] else State(case)
    engine = open_engine()
    page = name.removesuffix("-open")
    template, context = page_context(page, state, engine, None)
    context |= {"state": State(), "page": page, "errors": [], "errors_by_field": {}}
    if page == "where":
        context |= {"matters": name == "where-open", "pictures": {}}
    if page == "day":
        context |= {"tasks": sorted(engine.knowledge.tasks.values(), key=lambda task: task.order), "amounts": {}}
    whole = render(request, template, context).content.decode()
    main = whole.partition('id="maincontent">')[2].partition("</main>")[0]
    return mark_safe(main)  # noqa: S308  our own page, escaped where it was made
