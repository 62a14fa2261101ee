"""Whether a request came through somebody else's server. What is only for this machine must not be passed on by one."""

from __future__ import annotations

from django.http import HttpRequest

_PREFIX = "x-forwarded"  # -For, -Host, -Proto, -Server, -Port, or nothing behind it
_OLD = ("HTTP/0.9", "HTTP/1.0", "HTTP/1")  # the last is what granian calls 1.0
_NAMES = frozenset({
    "forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "x-original-host",
    "x-original-forwarded-for", "cf-connecting-ip", "cf-ray", "cdn-loop",
    "true-client-ip", "fastly-client-ip", "fly-client-ip",
})  # fmt: skip


def came_through_proxy(request: HttpRequest) -> bool:
    """A header says so, or the version of HTTP does: no browser speaks HTTP/1.0, and nginx does unless told otherwise.

    A proxy that adds nothing and speaks HTTP/1.1 cannot be told from a browser: this alone guards nothing.
    """
    names = (name.lower() for name in request.headers)
    return request.META.get("SERVER_PROTOCOL") in _OLD or any(
        name.startswith(_PREFIX) or name in _NAMES for name in names
    )
