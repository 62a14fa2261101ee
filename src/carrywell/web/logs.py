"""The site's log: the kind and place of an error, never its message, which can quote what she typed."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from types import TracebackType

_ErrorInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutMessage(logging.Formatter):
    def formatException(self, ei: _ErrorInfo) -> str:  # noqa: N802  the name is logging's
        kind, _, place = ei
        return "".join([*traceback.format_tb(place), kind.__name__ if kind else ""])


class JsonLines(logging.Formatter):
    """One JSON object a line, for programs: when, how grave, which kind of page, what kind of error and where.

    Neither an address, since a day or an id may stand in it, nor a message, nor who asked.
    """

    def format(self, record: logging.LogRecord) -> str:
        kind, _, place = record.exc_info or (None, None, None)
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "page": match.view_name if match else None,
            "status": getattr(record, "status_code", None),
            "error": kind.__name__ if kind else None,
            "where": [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(place)],
        }
        return json.dumps({name: value for name, value in told.items() if value})
