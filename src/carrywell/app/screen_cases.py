"""Use case: decide on a file with a case in each row (extra `batch`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polars as pl

from carrywell.app.engine import Engine
from carrywell.batch.decide import ERROR, ManyCases
from carrywell.batch.reading import UnknownColumns
from carrywell.decide.assess import CAUTIOUS, COUNTS_AS_NO
from carrywell.knowledge.few_words import few_words
from carrywell.model.text import Voice
from carrywell.model.told import Told, told

_SILENCE = {"cautious": CAUTIOUS, "no": COUNTS_AS_NO}


class UnreadableCases(ValueError):
    """The file holds no table of cases; says why, a line each."""

    def __init__(self, source: Path, says: Sequence[Told]) -> None:
        self.says = tuple(told("command.in_file", path=str(source), says=one) for one in says)
        super().__init__("\n".join(map(few_words().told, self.says)))

    def spoken(self, voice: Voice) -> str:
        return "\n".join(map(voice.told, self.says))


@dataclass(frozen=True, slots=True)
class Screened:
    cases: int
    wrong: int


def screen_cases(
    engine: Engine, source: Path, target: Path, unanswered: Literal["cautious", "no"], voice: Voice | None = None
) -> Screened:
    """Writes a row for each row of `source`, in order. `voice`: says why a row is wrong (English).

    UnreadableCases; OSError when a file cannot be read or written.
    """
    try:
        cases = pl.read_parquet(source)
    except pl.exceptions.PolarsError as error:
        problem = str(error).splitlines()[0]
        raise UnreadableCases(source, [told("wrong.no_parquet", problem=problem)]) from error
    try:
        many = ManyCases(engine.knowledge, engine.book, _SILENCE[unanswered])
        found = many.decide(cases, "care.because", voice)
    except UnknownColumns as error:
        raise UnreadableCases(source, error.says) from error
    found.write_parquet(target)
    return Screened(found.height, found[ERROR].count())
