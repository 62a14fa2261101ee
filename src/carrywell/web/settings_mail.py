"""Whether the site sends mail, and by which server: off unless the environment says so, and never without accounts.

Secrets come from the environment only. A fault names the variable and never quotes it: a password may stand in it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

from carrywell.web.settings_diary import DIARY, INSECURE, Mode

_ON_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_STARTTLS, _TLS, _PLAIN = 587, 465, 25  # the ports where a mail server listens for it
_NEEDED = ("CARRYWELL_MAIL_FROM", "CARRYWELL_ADDRESS", "CARRYWELL_SECRET_KEY")


class MailSettingsError(ValueError):
    """The environment asks for mail, and names no way to send it."""


@dataclass(frozen=True, slots=True)
class Mail:
    """`tls`: from the first byte; `starttls`: before anything is said. `site`: what the links in a mail begin with."""

    host: str
    port: int
    user: str
    password: str
    tls: bool
    starttls: bool
    sender: str
    site: str


def mail_of(environment: dict[str, str], mode: Mode, insecure: bool = False) -> Mail | None:
    """None where no mail is sent. MailSettingsError where `EMAIL_URL` is given and the rest does not fit."""
    if mode != "accounts" or not environment.get("EMAIL_URL"):
        return None
    for name in _NEEDED:
        if not environment.get(name):
            raise MailSettingsError(f"{name}: found none; with EMAIL_URL it has to be set")
    host, port, user, password, tls, starttls = _server(environment["EMAIL_URL"])
    sender = environment["CARRYWELL_MAIL_FROM"]
    if "@" not in parseaddr(sender)[1] or "\n" in sender or "\r" in sender:
        raise MailSettingsError("CARRYWELL_MAIL_FROM: found no mail address; allowed: Notes <notes@example.org>")
    return Mail(host, port, user, password, tls, starttls, sender, _site(environment["CARRYWELL_ADDRESS"], insecure))


def _server(url: str) -> tuple[str, int, str, str, bool, bool]:
    """`smtps` is encrypted from the start; `smtp` after STARTTLS, but for a server on this machine."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError as error:
        raise MailSettingsError("EMAIL_URL: found a port that is none; allowed is a number from 1 to 65535") from error
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname or parts.path not in ("", "/") or parts.query:
        raise MailSettingsError("EMAIL_URL: found another form; allowed: smtp://USER:PASSWORD@HOST:PORT, or smtps://…")
    tls = parts.scheme == "smtps"
    starttls = not tls and parts.hostname not in _ON_THIS_MACHINE
    usual = _TLS if tls else _STARTTLS if starttls else _PLAIN
    return parts.hostname, port or usual, unquote(parts.username or ""), unquote(parts.password or ""), tls, starttls


def _site(address: str, insecure: bool) -> str:
    parts = urlsplit(address)
    schemes = ("https", "http") if insecure else ("https",)
    if parts.scheme not in schemes or not parts.hostname or parts.path not in ("", "/") or parts.query:
        raise MailSettingsError("CARRYWELL_ADDRESS: found another form; allowed: https://backpain.example.org")
    return f"{parts.scheme}://{parts.netloc}"


_MAIL = mail_of(dict(os.environ), DIARY, INSECURE)

MAIL = _MAIL is not None
MAIL_SITE = _MAIL.site if _MAIL else ""
# Without a server nothing can go out, whatever asks for it.
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _MAIL else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = (_MAIL.host, _MAIL.port) if _MAIL else ("", 0)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = (_MAIL.user, _MAIL.password) if _MAIL else ("", "")
EMAIL_USE_SSL, EMAIL_USE_TLS = (_MAIL.tls, _MAIL.starttls) if _MAIL else (False, False)
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _MAIL.sender if _MAIL else ""
