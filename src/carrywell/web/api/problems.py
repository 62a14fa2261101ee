"""Every error of the interface as `application/problem+json` (RFC 9457), whatever part of the server found it.

What was found wrong is quoted to the one who sent it, and to nobody else: it is in no log.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

from carrywell.knowledge.faults import Fault

Json = dict[str, Any]

ROOT = "/api"
PROBLEM = "application/problem+json"

# What each status means here; the address of a type says no more than its name.
TITLES = {
    400: "The request cannot be read",
    401: "No key, or none that is known here",
    403: "Not allowed",
    404: "There is no such address",
    405: "This address does not take this method",
    412: "The prefetched answers are missing",
    413: "The body is too large",
    415: "The body must be JSON",
    422: "The body says something that cannot be read",
    429: "Too many requests",
    500: "A fault of the server",
    501: "This server cannot do that",
}


class Refused(Exception):
    """Answered with this status. `faults`: each with its place in the body."""

    def __init__(self, status: int, detail: str | None = None, faults: Sequence[Fault] = ()) -> None:
        super().__init__(status)
        self.status, self.detail, self.faults = status, detail, faults


def problem(status: int, detail: str | None = None, faults: Sequence[Fault] = ()) -> HttpResponse:
    title = TITLES.get(status) or HTTPStatus(status).phrase
    body: Json = {"type": f"urn:carrywell:problem:{status}", "title": title, "status": status}
    if detail:
        body["detail"] = detail
    if faults:
        body["errors"] = [{"line": one.line, "column": one.column, "says": one.english} for one in faults]
    response = HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=PROBLEM)
    response["Cache-Control"] = "no-store"
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = "Bearer"
    return response


def problems_as_json(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, the outermost: an error below `/api/` that is not a problem yet becomes one, with its headers."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        plain = response.status_code >= HTTPStatus.BAD_REQUEST and response.headers.get("Content-Type") != PROBLEM
        if not plain or not f"{request.path_info}/".startswith(f"{ROOT}/"):
            return response
        told = problem(response.status_code)
        if "Allow" in response:
            told["Allow"] = response["Allow"]
        return told

    return answer
