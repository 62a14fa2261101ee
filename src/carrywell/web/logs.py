"""The site's log: the kind and place of an error, never its message, which can quote what she typed."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType

_ErrorInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutMessage(logging.Formatter):
    def formatException(self, ei: _ErrorInfo) -> str:  # noqa: N802  the name is logging's
        kind, _, place = ei
        return "".join([*traceback.format_tb(place), kind.__name__ if kind else ""])
