"""The rules compiled for one set of columns, and run over coded cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import polars as pl

from carrywell.batch.circuit import Formula
from carrywell.batch.pain_class import PainClasses
from carrywell.batch.triage import Levels
from carrywell.model.assessment import Rule
from carrywell.model.care import CareLevel, Door

LEVEL, DOORS, LIKELY = "care.level", "care.doors", "pain_class.likely"

# What decided, as it may be named: the rules, or only the findings (or combinations) that they belong to.
Reasons = Literal["care.rules", "care.because"]

_ROW = "row"


class CompiledRules:
    def __init__(self, levels: Levels, classes: PainClasses) -> None:
        self.levels, self.classes = levels, classes
        self._steps: dict[Reasons | None, tuple[list[str], list[list[pl.Expr]]]] = {}

    def decide(self, cases: pl.DataFrame, reasons: Reasons | None) -> pl.DataFrame:
        deciding, steps = self._prepared(reasons)
        for step in steps:
            cases = cases.with_columns(step)
        found = cases.select(self._level(), self._doors(), self.classes.likely().alias(LIKELY))
        if reasons is None:
            return found
        flags = cases.select(_because(name) for name in deciding)
        return found.insert_column(2, _listed(flags, deciding).alias(reasons))

    def _prepared(self, reasons: Reasons | None) -> tuple[list[str], list[list[pl.Expr]]]:
        """The names of what may decide, and the steps that work out where it does."""
        if reasons not in self._steps:
            deciding = self.levels.deciding(_NAMED[reasons]) if reasons else {}
            wanted = self._wanted() | {_because(name): formula for name, formula in deciding.items()}
            self._steps[reasons] = list(deciding), self.levels.circuit.steps(wanted)
        return self._steps[reasons]

    def _wanted(self) -> dict[str, Formula]:
        levels = {level.value: formula for level, formula in self.levels.levels.items()}
        doors = {door.value: formula for door, formula in self.levels.doors.items()}
        return levels | doors | self.classes.formulas()

    def _level(self) -> pl.Expr:
        values = [level.value for level in CareLevel]
        place = pl.sum_horizontal(pl.col(value).cast(pl.UInt32) * at for at, value in enumerate(values))
        return pl.lit(pl.Series(values, dtype=pl.Enum(values))).gather(place).alias(LEVEL)

    def _doors(self) -> pl.Expr:
        """Every set of doors is one entry of a table: they are few, and the rows are many."""
        values = [door.value for door in Door]
        sets = [[value for at, value in enumerate(values) if number >> at & 1] for number in range(1 << len(values))]
        place = pl.sum_horizontal(pl.col(value).cast(pl.UInt32) * (1 << at) for at, value in enumerate(values))
        return pl.lit(pl.Series(sets, dtype=pl.List(pl.Enum(values)))).gather(place).alias(DOORS)


_NAMED: Mapping[Reasons, Callable[[Rule], str]] = {
    "care.rules": lambda rule: rule.id,
    "care.because": lambda rule: rule.finding or rule.id,
}


def _because(name: str) -> str:
    return f"because {name}"


def _listed(flags: pl.DataFrame, names: list[str]) -> pl.Series:
    """For each row the names whose flag is set, in the order of the names. Costs by the flags that are set."""
    dtype = pl.Enum(names)
    set_flags = [flags.to_series(at).arg_true().to_frame(_ROW) for at in range(len(names))]
    pairs = pl.concat(
        (rows.with_columns(pl.lit(name, dtype).alias("name")) for rows, name in zip(set_flags, names, strict=True)),
        rechunk=True,
    )
    by_row = pairs.sort(_ROW, maintain_order=True).group_by(_ROW, maintain_order=True).agg("name")
    every = pl.DataFrame({_ROW: pl.int_range(flags.height, dtype=pl.get_index_type(), eager=True)})
    return every.join(by_row, on=_ROW, how="left", maintain_order="left").to_series(1).fill_null([])
