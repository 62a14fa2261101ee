"""Decides on many cases at once: a frame in, a frame out, row for row."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from carrywell.batch.circuit import Circuit
from carrywell.batch.columns import ID
from carrywell.batch.compiled import CompiledRules, Reasons
from carrywell.batch.facts import ColumnFacts
from carrywell.batch.pain_class import PainClasses
from carrywell.batch.reading import read_frame
from carrywell.batch.triage import Levels
from carrywell.decide.assess import CAUTIOUS, Silence
from carrywell.decide.rulebook import Rulebook
from carrywell.model.case_kinds import Kind
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Voice

ERROR = "error"
ROWS_AT_ONCE = 1 << 18  # so many rows of all columns stay near the processor


class ManyCases:
    """Decides frames of one knowledge base. The rules are compiled once for each set of columns."""

    def __init__(self, knowledge: Knowledge, book: Rulebook, silence: Silence = CAUTIOUS) -> None:
        self.knowledge, self.book, self.silence = knowledge, book, silence
        self._compiled: dict[frozenset[str], CompiledRules] = {}

    def decide(self, frame: pl.DataFrame, reasons: Reasons | None = None, voice: Voice | None = None) -> pl.DataFrame:
        """UnknownColumns for a column that no case has. A wrong row has its reason in `error`, and nothing else.

        `voice`: speaks these reasons (English). `reasons`: the column that lists what decided, if any; where much is
        left open, the lists are long.
        """
        cases = read_frame(frame, self.knowledge, voice)
        compiled = self._compile(cases.kinds)
        slices = cases.frame.iter_slices(ROWS_AT_ONCE) if frame.height else [cases.frame]
        found = pl.concat(compiled.decide(part, reasons) for part in slices).with_columns(cases.errors)
        if cases.errors.null_count() < frame.height:
            found = found.with_columns(pl.when(pl.col(ERROR).is_null()).then(pl.all().exclude(ERROR)))
        return found if ID not in frame.columns else found.insert_column(0, frame[ID])

    def _compile(self, kinds: Mapping[str, Kind]) -> CompiledRules:
        present = frozenset(kinds)
        if present not in self._compiled:
            circuit = Circuit()
            facts = ColumnFacts(circuit, self.knowledge, kinds, self.silence.triage, self.silence.pain)
            levels, classes = Levels(facts, self.book.rules), PainClasses(facts, self.knowledge.classes)
            self._compiled[present] = CompiledRules(levels, classes)
        return self._compiled[present]
