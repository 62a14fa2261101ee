"""One column as numbers that formulas can compare: a code for a choice, a bit for each value of a list.

What is not allowed becomes null, and so is told from what was left out by looking at the column as it was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import polars as pl

from carrywell.batch.columns import dtype as usual_dtype
from carrywell.model.answer import Answer
from carrywell.model.case_kinds import Choice, Day, Kind, Listed, Number

# Beside the column of a list or a number: which values are in it (a bit each), whether it was said, whether as unsure.
BITS, SAID, UNSURE = " bits", " said", " unsure"

_SPELT = {
    **dict.fromkeys(("true", "True", "TRUE"), Answer.YES.value),
    **dict.fromkeys(("false", "False", "FALSE"), Answer.NO.value),
}

_OTHER = 255  # for the moment, of an answer that is not no


def coded(name: str, kind: Kind, dtype: pl.DataType) -> list[pl.Expr]:
    """The column under its name, null where nothing or nothing allowed was said; and what stands beside it."""
    column = pl.col(name)
    if not _can_hold(kind, dtype):
        dtype = usual_dtype(kind)
        column = pl.repeat(None, pl.len(), dtype=dtype).alias(name)
    match kind:
        case Choice():
            return [_choice(column, kind, dtype).alias(name)]
        case Listed():
            return _listed(column, kind, dtype)
        case Day():
            return [_day(column) if dtype == pl.String() else column]
        case _:
            return _number(column, kind, dtype)


def _can_hold(kind: Kind, dtype: pl.DataType) -> bool:
    if isinstance(kind, Listed):
        return isinstance(dtype, pl.List) and not dtype.inner.is_nested()
    if isinstance(kind, Day):
        return dtype in (pl.Date(), pl.String())
    if isinstance(kind, Number):
        return dtype.is_numeric() or dtype == pl.String()
    return not dtype.is_nested()


def _choice(column: pl.Expr, kind: Choice, dtype: pl.DataType) -> pl.Expr:
    if dtype == usual_dtype(kind):
        return column.to_physical()
    text = column.cast(pl.String)
    if not kind.answer:
        return text.cast(pl.Enum(kind.values), strict=False).to_physical()
    no = pl.lit(kind.values.index(Answer.NO), pl.UInt8)
    marked = pl.when(text == Answer.NO.value).then(no).when(text.is_not_null()).then(pl.lit(_OTHER, pl.UInt8))
    return pl.map_batches([marked, text], partial(_looked_up, values=kind.values), return_dtype=pl.UInt8)


def _looked_up(columns: Sequence[pl.Series], values: tuple[str, ...]) -> pl.Series:
    """In a cohort nearly every answer is no: one comparison has found these, and only the others are looked up.

    That takes a third of the processor's time of comparing every text with each value in turn.
    """
    marked, text = columns
    rows = (marked == _OTHER).arg_true()
    said, every = text.gather(rows), pl.Enum(values)
    others = said.cast(every, strict=False).to_physical()
    if others.has_nulls():
        others = said.replace(_SPELT).cast(every, strict=False).to_physical()
    return marked.scatter(rows, others)


def _listed(column: pl.Expr, kind: Listed, dtype: pl.DataType) -> list[pl.Expr]:
    """Null where a value is not allowed, is empty, or stands twice: then there are fewer bits than values."""
    assert isinstance(dtype, pl.List)
    name, value = column.meta.output_name(), pl.element()
    if dtype != usual_dtype(kind):
        value = value.cast(pl.String).cast(pl.Enum(kind.values), strict=False)
    bit = pl.lit(2, dtype=pl.UInt64 if len(kind.values) > 31 else pl.UInt32).pow(value.to_physical())
    bits = column.list.eval(bit).list.sum()
    is_right = bits.bitwise_count_ones() == column.list.len()
    return [
        pl.when(is_right).then(pl.lit(0, pl.UInt8)).alias(name),
        pl.when(is_right).then(bits).otherwise(0).alias(name + BITS),
        column.is_not_null().alias(name + SAID),
    ]


def _day(column: pl.Expr) -> pl.Expr:
    """Only as it is written in files: `%m` alone would take a month of one digit as well."""
    return pl.when(column.str.contains(r"^\d{4}-\d{2}-\d{2}$")).then(column.str.to_date("%Y-%m-%d", strict=False))


def _number(column: pl.Expr, kind: Number, dtype: pl.DataType) -> list[pl.Expr]:
    value = column.cast(pl.Float64, strict=False)
    is_right = value.is_finite()
    if kind.lowest is not None:
        is_right &= value >= kind.lowest
    if kind.highest is not None:
        is_right &= value <= kind.highest
    if kind.whole:
        is_right &= value == value.floor()
    found: list[pl.Expr] = [pl.when(is_right).then(value)]
    if kind.or_unsure:
        is_unsure = column == Answer.UNSURE if dtype == pl.String() else pl.lit(False)
        found.append(is_unsure.fill_null(False).alias(column.meta.output_name() + UNSURE))
    return found
