"""The cookie of a browser in which the diary of this machine was opened: `web/diary/opening.py`."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

COOKIE = "carrywell-here"


def proof(secret: str | None = None) -> str:
    """What it holds: not the key, which was on a screen. `secret`: the site's, where another process asks for it."""
    return salted_hmac("carrywell.web.diary.opening", "open", secret=secret, algorithm="sha256").hexdigest()
