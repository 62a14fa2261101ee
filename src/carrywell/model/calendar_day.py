"""A day as people write it in files: 2026-11-22, and nothing else."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from carrywell.model.told import WrongValue

_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}")


def _as_written(value: object) -> object:
    """A bare number would otherwise be read as seconds since 1970, in silence."""
    if isinstance(value, date) or (isinstance(value, str) and _WRITTEN.fullmatch(value)):
        return value
    raise WrongValue("wrong.no_day")


CalendarDay = Annotated[date, BeforeValidator(_as_written)]
