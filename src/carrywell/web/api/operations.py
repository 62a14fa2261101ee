"""The addresses of `/api/v1`. Words are in the language that `Accept-Language` names first, in English else.

Nothing of a request is kept, and the same request has the same answer for as long as the program and the knowledge base
are the same: both are named in it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled
from ninja.security import HttpBearer

from carrywell.app.engine import Engine, open_engine
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.model.text import Voice
from carrywell.model.told import said_by
from carrywell.report.cds_card import SERVICE
from carrywell.web.api import answers
from carrywell.web.api.bodies import FILE, Body, read, text_of
from carrywell.web.api.openapi import DESCRIPTION, described, document
from carrywell.web.api.problems import Refused, problem
from carrywell.web.api.throttle import PerKey
from carrywell.web.language import preferred

Json = dict[str, Any]

PREFIX = "/api/v1/"
JSON, FHIR_JSON = "application/json", "application/fhir+json"


class Key(HttpBearer):
    """`Authorization: Bearer …`, the key of a system: `web.api.keys`."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        name: str | None = settings.API.who_has(token)
        return name


api = NinjaAPI(
    title="Carrywell",
    version="1",
    description=DESCRIPTION,
    openapi_url=None,  # served below, with what ninja cannot know
    docs_url=None,  # its page would fetch scripts from somebody else
    auth=Key(),
    throttle=[PerKey(settings.API.rate)],
)


@api.exception_handler(Refused)
def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return problem(error.status, error.detail, error.faults)


@api.exception_handler(Faulty)
def _faulty(request: HttpRequest, error: Faulty) -> HttpResponse:
    return problem(422, None, error.faults)


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    detail = f"allowed are {settings.API.rate} for each key" if isinstance(error, Throttled) else None
    return problem(error.status_code, detail)


@api.post("/check", **described("check"))
def check(request: HttpRequest) -> HttpResponse:
    return _to_body(request, answers.check)


@api.post("/next-question", **described("next-question"))
def next_question(request: HttpRequest) -> HttpResponse:
    return _to_body(request, answers.ask_next)


@api.post("/plan", **described("plan"))
def plan(request: HttpRequest) -> HttpResponse:
    return _to_body(request, answers.plan)


@api.get("/load", **described("load-tasks"))
def load_tasks(request: HttpRequest) -> HttpResponse:
    return _to_nothing(request, answers.load_tasks)


@api.post("/load", **described("load"))
def load(request: HttpRequest) -> HttpResponse:
    return _to_body(request, answers.load)


@api.post("/replay", **described("replay"))
def replay(request: HttpRequest) -> HttpResponse:
    return _to_body(request, answers.replay_result)


@api.get("/fhir/Questionnaire", **described("questionnaire"))
def questionnaire(request: HttpRequest) -> HttpResponse:
    return _to_nothing(request, answers.questionnaire, FHIR_JSON)


@api.post("/fhir/Bundle", **described("bundle"))
def bundle(request: HttpRequest) -> HttpResponse:
    return _to_body(request, answers.bundle, FHIR_JSON)


@api.get("/cds-services", auth=None, **described("cds-services"))
def cds_services(request: HttpRequest) -> HttpResponse:
    return _to_nothing(request, answers.cds_services)


@api.post(f"/cds-services/{SERVICE}", **described("cds-service"))
def cds_back_pain(request: HttpRequest) -> HttpResponse:
    return _to_body(request, answers.cds_back_pain)


@api.get("/openapi.json", auth=None, include_in_schema=False)
def openapi(request: HttpRequest) -> HttpResponse:
    return _answer(_document(), open_engine().voice(), JSON)


@cache
def _document() -> Json:
    """Made once a process: anybody may ask for it, and it takes as long as all its examples."""
    return document(api.get_openapi_schema(path_prefix=PREFIX))


def _to_body(request: HttpRequest, answering: Callable[[Engine, Voice, Body], Json], kind: str = JSON) -> HttpResponse:
    engine, voice = open_engine(), _voice(request)
    body = read(text_of(request))
    try:
        told = answering(engine, voice, body)
    except Faulty:
        raise
    except ValueError as error:  # what use cases say of moments that cannot be one woman's
        raise Faulty([Fault(FILE, 1, 1, said_by(error))]) from error
    return _answer(told, voice, kind)


def _to_nothing(request: HttpRequest, answering: Callable[[Engine, Voice], Json], kind: str = JSON) -> HttpResponse:
    voice = _voice(request)
    return _answer(answering(open_engine(), voice), voice, kind)


def _voice(request: HttpRequest) -> Voice:
    return open_engine().voice(preferred(request.headers.get("Accept-Language", "")))


def _answer(told: Json, voice: Voice, kind: str) -> HttpResponse:
    response = HttpResponse(json.dumps(told, ensure_ascii=False), content_type=kind)
    response["Content-Language"] = voice.language
    response["Vary"] = "Accept-Language"
    response["Cache-Control"] = "no-store"
    return response
