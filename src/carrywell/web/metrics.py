"""Counts for who runs the site (Prometheus): how many pages of each kind, how they ended, how long they took.

No label ever holds an address, a name or an answer: a page goes by the name of its pattern. Switched on by
`CARRYWELL_METRICS=1`; several processes add up in the folder that `PROMETHEUS_MULTIPROC_DIR` names.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from carrywell.web.proxies import came_through_proxy

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
_SECONDS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)

PAGES = Counter("carrywell_pages_total", "Pages answered, by kind, method and status", ["page", "method", "status"])
TOOK = Histogram("carrywell_page_seconds", "How long a page took, by kind", ["page"], buckets=_SECONDS)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def counted(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, outermost."""

    def answer(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = get_response(request)
        match = getattr(request, "resolver_match", None)
        page = (match.view_name if match else None) or "none"
        method = request.method if request.method in _METHODS else "other"
        PAGES.labels(page, method, response.status_code).inc()
        TOOK.labels(page).observe(perf_counter() - begun)
        return response

    return answer


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """For the machine itself and what scrapes it there; a proxy has no business here."""
    from_there = request.META.get("REMOTE_ADDR", "") in settings.METRICS_FOR and not came_through_proxy(request)
    if not settings.METRICS or not from_there:
        raise Http404
    registry = REGISTRY
    if FOLDER in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
