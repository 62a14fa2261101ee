"""The site's log: the kind and place of an error, never its message, which can quote what she typed."""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime


def _page(record: logging.LogRecord) -> str | None:
    """The name of the view, never its address: a day, an id or the key of a calendar may stand in one."""
    match = getattr(getattr(record, "request", None), "resolver_match", None)
    return match.view_name if match else None


class WithoutMessage(logging.Formatter):
    """For people: how grave, which library, status and kind of page in one line, then where it happened."""

    def format(self, record: logging.LogRecord) -> str:
        kind, _, place = record.exc_info or (None, None, None)
        said = [record.levelname, record.name, getattr(record, "status_code", None), _page(record)]
        where = "".join(traceback.format_tb(place))
        return " ".join(str(part) for part in said if part) + (f"\n{where}{kind.__name__}" if kind else "")


class JsonLines(logging.Formatter):
    """One JSON object a line, for programs: when, how grave, which kind of page, what kind of error and where.

    Neither an address nor a message, nor who asked.
    """

    def format(self, record: logging.LogRecord) -> str:
        kind, _, place = record.exc_info or (None, None, None)
        told = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "page": _page(record),
            "status": getattr(record, "status_code", None),
            "error": kind.__name__ if kind else None,
            "where": [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(place)],
        }
        return json.dumps({name: value for name, value in told.items() if value})
