"""A page as a file to keep: it stands alone, with its style in it, and asks for nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse

from carrywell.web.language import render


def as_file(request: HttpRequest, template: str, context: dict[str, Any], name: str, on: date) -> HttpResponse:
    """Sent as a download, and kept by nobody in between: no cache, and not by the browser's own Back."""
    answer = render(request, template, context | {"on": on})
    answer["Content-Disposition"] = f'attachment; filename="{name}-{on.isoformat()}.html"'
    answer["Cache-Control"] = "no-store"
    return answer
