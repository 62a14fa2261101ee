"""What the pain of each case probably is: `decide.pain_class` over columns, the likely class only."""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from carrywell.batch.circuit import Formula
from carrywell.batch.facts import ColumnFacts
from carrywell.decide.pain_class import LEAST_SCORE
from carrywell.model.assessment import UNCLEAR
from carrywell.model.knowledge import PainClass


class PainClasses:
    def __init__(self, facts: ColumnFacts, classes: Mapping[str, PainClass]) -> None:
        self.facts = facts
        self.classes = tuple(classes[name] for name in sorted(classes))
        self.dtype = pl.Enum([*(one.id for one in self.classes), UNCLEAR])

    def formulas(self) -> dict[str, Formula]:
        """What `likely` looks at, by the names that it uses."""
        found = {}
        for one in self.classes:
            core = self.facts.holds(one.core).surely
            found[_name(one, "core")] = self.facts.circuit.both(self.facts.stage(*one.stages), core)
            for at, sign in enumerate((*one.speaks_for, *one.speaks_against)):
                found[_name(one, at)] = self.facts.holds(sign.when).surely
        return found

    def likely(self) -> pl.Expr:
        """The class of the highest score; of equal ones the first by id. A class whose core is not there is out.

        Score and id are put into one number, so that the highest of all columns tells both.
        """
        many = len(self.classes)
        if not many:
            return pl.lit(UNCLEAR, self.dtype)
        ranked = [
            _if(_name(one, "core"), _score(one) * many + (many - 1 - place), pl.lit(0, pl.Int16))
            for place, one in enumerate(self.classes)
        ]
        best = pl.max_horizontal(ranked)
        place = pl.when(best >= LEAST_SCORE * many).then(many - 1 - best % many).otherwise(many)
        return pl.lit(pl.Series(self.dtype.categories, dtype=self.dtype)).gather(place.cast(pl.UInt32))


def _score(one: PainClass) -> pl.Expr:
    weights = [*(sign.weight for sign in one.speaks_for), *(-sign.weight for sign in one.speaks_against)]
    none = pl.lit(0, pl.Int16)
    return sum((_if(_name(one, at), pl.lit(weight, pl.Int16), none) for at, weight in enumerate(weights)), start=none)


def _if(flag: str, then: pl.Expr, otherwise: pl.Expr) -> pl.Expr:
    return pl.when(pl.col(flag)).then(then).otherwise(otherwise)


def _name(one: PainClass, what: str | int) -> str:
    return f"{one.id} {what}"
