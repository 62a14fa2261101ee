"""Counts for who runs the site: kinds of pages, never an address, a name or an answer."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from carrywell.web.metrics import counted
from tests.lib.diaries import here


def scraped(settings: Any) -> str:
    settings.METRICS = True
    answer = here().get("/metrics")
    assert answer.status_code == 200
    return str(answer.content.decode())


class _Match:
    view_name = "diary-day"


def passes(path: str, method: str = "post") -> None:
    def view(request: Any) -> HttpResponse:
        request.resolver_match = _Match()
        return HttpResponse(status=302)

    counted(view)(getattr(RequestFactory(), method)(path))


def test_pages_are_counted_by_kind(settings: Any) -> None:
    passes("/diary/day/2026-11-25")
    said = scraped(settings)
    assert 'carrywell_pages_total{method="POST",page="diary-day",status="302"}' in said
    assert 'carrywell_page_seconds_bucket{le="0.05",page="diary-day"}' in said


def test_no_address_is_in_it(settings: Any) -> None:
    passes("/diary/day/2026-11-25?name=anna")
    passes("/diary/day/2026-11-24", "get")
    said = scraped(settings)
    assert not any(word in said for word in ("2026-11", "anna", "/diary"))


def test_an_invented_method_makes_no_label_of_its_own(settings: Any) -> None:
    counted(lambda request: HttpResponse())(RequestFactory().generic("INVENTED", "/"))
    assert "INVENTED" not in scraped(settings)


@pytest.mark.parametrize(
    "asked",
    [{"REMOTE_ADDR": "192.0.2.7"}, {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}, {"SERVER_PROTOCOL": "HTTP/1.0"}, {}],
    ids=["from elsewhere", "through a proxy of this machine", "as nginx asks", "switched off"],
)
def test_nobody_else_is_told(settings: Any, asked: dict[str, str]) -> None:
    settings.METRICS = bool(asked)
    assert here().get("/metrics", **asked).status_code == 404
