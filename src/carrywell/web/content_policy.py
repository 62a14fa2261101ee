"""What a page of the site may load: the same for every page, so the header is put into words once a process."""

from __future__ import annotations

from collections.abc import Callable

from csp.constants import HEADER
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse


def one_content_policy(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: every answer carries the policy of `settings.CONTENT_SECURITY_POLICY`. No page may widen it."""
    policy = build_policy()

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers[HEADER] = policy
        return response

    return answer
