"""Reads a frame of cases strictly: every value becomes a code, or its row gets a reason.

What a case file refuses is refused here with the same meaning: a value that is not allowed, a number out of range, both
clocks or neither. A column that no case has is a fault of the whole frame.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import polars as pl

from carrywell.batch.coding import UNSURE, coded
from carrywell.batch.columns import PAIN_NOW, PAIN_NOW_ANSWER, STAGE_ANSWER, allowed, columns, let_through
from carrywell.knowledge.few_words import few_words
from carrywell.model.answer import Answer
from carrywell.model.case_kinds import Choice, Kind, Number
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Voice
from carrywell.model.told import Told, told

_PREGNANT, _POSTPARTUM = "about.weeks_pregnant", "about.weeks_postpartum"
_AFTER_THE_END = ("about.ended", "about.birth", "about.baby_with_me")
_ROW = "row"


class UnknownColumns(ValueError):
    """Columns that no case has, with those that are near. `says`: of each, to be spoken where it is shown."""

    def __init__(self, says: Sequence[Told]) -> None:
        self.says = tuple(says)
        super().__init__("\n".join(map(few_words().told, says)))


@dataclass(frozen=True, slots=True)
class CodedCases:
    """`frame`: a code in place of each text, null where nothing was said; `errors`: a reason for each wrong row."""

    frame: pl.DataFrame
    kinds: Mapping[str, Kind]
    errors: pl.Series


def read_frame(frame: pl.DataFrame, knowledge: Knowledge, voice: Voice | None = None) -> CodedCases:
    """`voice`: speaks the reasons of the wrong rows (English). UnknownColumns for a column that no case has."""
    known = columns(knowledge)
    kinds = {name: known[name] for name in frame.columns if name in known}
    _refuse_unknown([name for name in frame.columns if name not in let_through(knowledge)], known)
    dtypes = dict(frame.schema)
    codes = [one for name, kind in kinds.items() for one in coded(name, kind, dtypes[name])]
    cases = frame.select(pl.int_range(pl.len()).alias(_ROW), *codes)
    errors = _Errors(frame, cases, kinds, voice or few_words())
    errors.of_values()
    errors.about_her()
    old = {f"answers.{name}": parts for name, parts in knowledge.old_ids.items() if f"answers.{name}" in kinds}
    errors.said_twice(old)
    renewed = {name: known[name] for name in (*_said_anew(old), PAIN_NOW) if name in known}
    cases = cases.with_columns(_renewed(cases, old))
    kept = {name: kind for name, kind in (kinds | renewed).items() if name in cases.columns and name not in old}
    return CodedCases(cases, kept, errors.joined())


def _refuse_unknown(given: list[str], known: Mapping[str, Kind]) -> None:
    unknown = [name for name in given if name not in known]
    if not unknown:
        return
    near = {name: tuple(get_close_matches(name, known, n=3)) for name in unknown}
    raise UnknownColumns(
        [
            told("wrong.unknown_column_near", name=repr(name), near=found)
            if found
            else told("wrong.unknown_column", name=repr(name))
            for name, found in near.items()
        ]
    )


def _said_anew(old: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [f"answers.{part}" for parts in old.values() for part in parts]


def _renewed(cases: pl.DataFrame, old: Mapping[str, tuple[str, ...]]) -> Iterator[pl.Expr]:
    """An old id's no is a no to all its parts; its yes or unsure means the most cautious part. Its own answer wins."""
    no = list(Answer).index(Answer.NO)
    for name, parts in old.items():
        for part in parts:
            said = pl.col(name) if part == parts[0] else pl.when(pl.col(name) == no).then(pl.col(name))
            yield _first(cases, f"answers.{part}", said)
    if PAIN_NOW_ANSWER in cases.columns:
        yield _first(cases, PAIN_NOW, pl.col(PAIN_NOW_ANSWER))


def _first(cases: pl.DataFrame, name: str, otherwise: pl.Expr) -> pl.Expr:
    return (pl.coalesce(pl.col(name), otherwise) if name in cases.columns else otherwise).alias(name)


def _of_about(key: str) -> Told:
    return told("fault.of", name="about", says=told(key))


class _Errors:
    """Finds the rows that are wrong, and says of each why. Text is made for these rows only."""

    def __init__(self, frame: pl.DataFrame, cases: pl.DataFrame, kinds: Mapping[str, Kind], voice: Voice) -> None:
        self.frame, self.cases, self.kinds, self.voice = frame, cases, kinds, voice
        self._found: defaultdict[int, list[str]] = defaultdict(list)

    def of_values(self) -> None:
        """A value is wrong where it stands in the frame and did not become a code."""
        coded, given = (dict(zip(f.columns, f.null_count().row(0), strict=True)) for f in (self.cases, self.frame))
        for name, kind in self.kinds.items():
            if coded[name] == given[name]:
                continue
            lost = self.cases[name].is_null() & self.frame[name].is_not_null()
            if isinstance(kind, Number) and kind.or_unsure:
                lost &= ~self.cases[name + UNSURE]
            self._quoted(lost, name, allowed(kind))

    def about_her(self) -> None:
        pregnant, postpartum = self._is_given(_PREGNANT), self._is_given(_POSTPARTUM)
        self._say(pregnant & postpartum, _of_about("wrong.both_weeks"))
        self._say(~(pregnant | postpartum), _of_about("wrong.no_weeks"))
        for name in _AFTER_THE_END:
            self._say(pregnant & self._is_given(name), told("wrong.only_after", name=name))
        loss, with_me = self._is("about.ended", "loss"), self._is("about.baby_with_me", "yes")
        self._say(loss & with_me, _of_about("wrong.baby_after_loss"))

    def said_twice(self, old: Mapping[str, tuple[str, ...]]) -> None:
        for name, parts in old.items():
            part = f"answers.{parts[0]}"
            says = told("fault.stands_for", name=name, part=part)
            self._say(self._differ(name, part) & ~self._is(name, Answer.NO), says)
        two = told("fault.differ", one=PAIN_NOW_ANSWER, other=PAIN_NOW)
        self._say(self._differ(PAIN_NOW_ANSWER, PAIN_NOW), two)
        weeks = [name for name in (_PREGNANT, _POSTPARTUM) if name in self.kinds]
        if STAGE_ANSWER in self.kinds and weeks:
            said = self.cases.select(pl.col(STAGE_ANSWER) != pl.coalesce(weeks)).to_series()
            self._quoted(said.fill_null(False), STAGE_ANSWER, told("fault.weeks_of_about"))

    def joined(self) -> pl.Series:
        rows = [(row, self.voice.apart(says)) for row, says in self._found.items()]
        reasons = pl.DataFrame(rows, schema={_ROW: pl.Int64, "error": pl.String}, orient="row")
        return self.cases.select(_ROW).join(reasons, on=_ROW, how="left", maintain_order="left").to_series(1)

    def _quoted(self, bad: pl.Series, name: str, what: Told | tuple[str, ...]) -> None:
        rows = bad.arg_true()
        for row, value in zip(rows, self.frame[name].gather(rows), strict=True):
            shown = value.to_list() if isinstance(value, pl.Series) else value
            says = told("fault.of", name=name, says=told("fault.found", found=repr(shown), allowed=what))
            self._found[row].append(self.voice.told(says))

    def _say(self, bad: pl.Series, says: Told) -> None:
        for row in bad.arg_true():
            self._found[row].append(self.voice.told(says))

    def _is_given(self, name: str) -> pl.Series:
        if name not in self.kinds:
            return self._nowhere()
        return self.frame[name].is_not_null()

    def _is(self, name: str, value: str) -> pl.Series:
        kind = self.kinds.get(name)
        if not isinstance(kind, Choice):
            return self._nowhere()
        return (self.cases[name] == kind.values.index(value)).fill_null(False)

    def _differ(self, one: str, other: str) -> pl.Series:
        if one not in self.kinds or other not in self.kinds:
            return self._nowhere()
        return (self.cases[one] != self.cases[other]).fill_null(False)

    def _nowhere(self) -> pl.Series:
        return pl.repeat(False, self.frame.height, eager=True)
