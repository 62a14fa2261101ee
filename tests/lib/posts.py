"""What a form sends, put together by hand, and the site without a browser in front of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.test import Client

from carrywell.model.case import Case
from carrywell.web.state import State


def posted(fields: dict[str, str | list[str]] | None = None, **more: str | list[str]) -> QueryDict:
    """The fields of a form as Django reads them. A list stands for several ticks of one name."""
    query = QueryDict(mutable=True)
    for name, value in {**(fields or {}), **more}.items():
        query.setlist(name, value if isinstance(value, list) else [value])
    return query


def client() -> Client:
    """A broken view answers with its page, as it would for her, and does not raise in the test."""
    return Client(raise_request_exception=False)


def sends(page: str, case: Case | None = None, trail: tuple[str, ...] = (), **fields: Any) -> HttpResponse:
    """Posts a page of the check, with the state that the page carried."""
    carried = {"page": page, "state": State(case, trail).dump()}
    return client().post("/check", carried | fields)
