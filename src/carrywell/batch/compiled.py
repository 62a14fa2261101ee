"""The rules compiled for one set of columns, and run over coded cases."""

from __future__ import annotations

from functools import cached_property

import polars as pl

from carrywell.batch.circuit import Formula
from carrywell.batch.pain_class import PainClasses
from carrywell.batch.triage import Levels
from carrywell.model.care import CareLevel, Door

LEVEL, DOORS, RULES, LIKELY = "care.level", "care.doors", "care.rules", "pain_class.likely"

_ROW = "row"


class CompiledRules:
    def __init__(self, levels: Levels, classes: PainClasses) -> None:
        self.levels, self.classes = levels, classes

    def decide(self, cases: pl.DataFrame, with_rules: bool) -> pl.DataFrame:
        for step in self._with_rules if with_rules else self._without_rules:
            cases = cases.with_columns(step)
        found = cases.select(self._level(), self._doors(), self.classes.likely().alias(LIKELY))
        if not with_rules:
            return found
        flags = cases.select(_rule(name) for name in self._deciding)
        return found.insert_column(2, _listed(flags, list(self._deciding)).alias(RULES))

    @cached_property
    def _deciding(self) -> dict[str, Formula]:
        return self.levels.deciding()

    @cached_property
    def _without_rules(self) -> list[list[pl.Expr]]:
        return self.levels.circuit.steps(self._wanted())

    @cached_property
    def _with_rules(self) -> list[list[pl.Expr]]:
        rules = {_rule(name): formula for name, formula in self._deciding.items()}
        return self.levels.circuit.steps(self._wanted() | rules)

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


def _rule(name: str) -> str:
    return f"rule {name}"


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
