"""Where the diary is stored: SQLite in a folder by default, PostgreSQL where `DATABASE_URL` names one.

The check itself opens neither.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

_WAIT_SECONDS = 10  # for another process that is writing
# She is told soon that the store is away. A statement that comes again is planned by PostgreSQL once a connection.
_DRIVER: dict[str, str | int | None] = {"connect_timeout": 3, "server_side_binding": True, "prepare_threshold": 2}


class DatabaseUrlError(ValueError):
    """`DATABASE_URL` names no database that this site can use."""


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for it. DatabaseUrlError never quotes the address: it holds a password."""
    return _postgres(url) if url else _sqlite(folder)


def _sqlite(folder: Path) -> dict[str, Any]:
    """One writer at a time, readers never wait (WAL); a commit is on the disk before she is told so: FULL, until the
    site waits for many at once (`diary.on_disk`).
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "diary.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": _WAIT_SECONDS,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
        "CONN_MAX_AGE": None,
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in ("postgres", "postgresql") or not name:
        raise DatabaseUrlError(
            "DATABASE_URL: found another form; allowed: postgresql://USER:PASSWORD@HOST:PORT/NAME, "
            "or postgresql:///NAME?host=FOLDER for a socket"
        )
    try:
        port = parts.port
    except ValueError as error:
        raise DatabaseUrlError("DATABASE_URL: the port is no number from 0 to 65535") from error
    options: dict[str, str | int | None] = _DRIVER | dict(parse_qsl(parts.query))
    if options["prepare_threshold"] == "none":  # a pooler that hands one connection to many cannot keep such plans
        options |= {"prepare_threshold": None, "server_side_binding": False}
    host = str(options.pop("host", "")) or unquote(parts.hostname or "")
    return {
        "ENGINE": "carrywell.web.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(options.pop("port", port or "")),
        "OPTIONS": options,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
