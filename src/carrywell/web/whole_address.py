"""The address of a page as it is copied out of the browser."""

from __future__ import annotations

from django.http import HttpRequest


def whole_address(request: HttpRequest, path: str) -> str:
    """The address to copy. A proxy that does TLS asks the site itself over plain HTTP, and says so in a header; that
    header is trusted for this line alone.
    """
    scheme = "https" if request.headers.get("X-Forwarded-Proto") == "https" else request.scheme
    return f"{scheme}://{request.get_host()}{path}"
