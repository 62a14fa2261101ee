"""Use case: decide on a file with a case in each row (extra `batch`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polars as pl

from carrywell.app.engine import Engine
from carrywell.batch.decide import ERROR, ManyCases
from carrywell.batch.reading import UnknownColumns
from carrywell.decide.assess import CAUTIOUS, COUNTS_AS_NO

_SILENCE = {"cautious": CAUTIOUS, "no": COUNTS_AS_NO}


class UnreadableCases(ValueError):
    """The file holds no table of cases; says why."""


@dataclass(frozen=True, slots=True)
class Screened:
    cases: int
    wrong: int


def screen_cases(engine: Engine, source: Path, target: Path, unanswered: Literal["cautious", "no"]) -> Screened:
    """Writes a row for each row of `source`, in order.

    UnreadableCases; OSError when a file cannot be read or written.
    """
    try:
        cases = pl.read_parquet(source)
    except pl.exceptions.PolarsError as error:
        raise UnreadableCases(f"{source}: not a parquet file: {str(error).splitlines()[0]}") from error
    try:
        found = ManyCases(engine.knowledge, engine.book, _SILENCE[unanswered]).decide(cases, "care.because")
    except UnknownColumns as error:
        raise UnreadableCases("\n".join(f"{source}: {line}" for line in str(error).splitlines())) from error
    found.write_parquet(target)
    return Screened(found.height, found[ERROR].count())
