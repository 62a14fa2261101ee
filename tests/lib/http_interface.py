"""Requests to `/api/v1` as a system with a key sends them."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client, override_settings

from carrywell.web.api.keys import ApiSettings, hashed
from carrywell.web.api.throttle import PerKey

KEY, NAME = "a key that only this test has", "clinic-a"
API = ApiSettings({hashed(KEY): NAME})


def ask(
    address: str, body: Any = None, method: str = "POST", key: str | None = KEY, language: str = "en", **more: Any
) -> Any:
    """`body`: what is sent as JSON, or text or bytes as they are. `more`: for the test client, such as content_type."""
    headers = {"host": "localhost", "accept-language": language}
    if key is not None:
        headers["authorization"] = f"Bearer {key}"
    headers |= more.pop("headers", {})
    content = body if isinstance(body, str | bytes) else "" if body is None else json.dumps(body)
    with override_settings(API=API):
        client = Client(raise_request_exception=False, headers=headers)
        return client.generic(method, f"/api/v1/{address}", content, **{"content_type": "application/json", **more})


def get(address: str, **more: Any) -> Any:
    return ask(address, method="GET", **more)


def forget_requests() -> None:
    """Those that were counted so far."""
    PerKey.cache.clear()
