"""Boolean formulas over columns. Each different formula is kept once, so that what rules share is worked out once.

A formula is a number, its place in the circuit. Constants are taken out as the formulas are built: a column that a
frame does not have, or a stage that a rule does not know, costs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

FALSE, TRUE = 0, 1

Formula = int


@dataclass(frozen=True, slots=True)
class _Node:
    """`leaf`: the name of a column expression; else `shape` (both, either, not, or a number: at least so many)."""

    leaf: str = ""
    shape: str | int = ""
    parts: tuple[Formula, ...] = ()


class Circuit:
    def __init__(self) -> None:
        self._nodes: list[_Node] = [_Node("no"), _Node("yes")]
        self._places: dict[_Node, Formula] = {}
        self._leaves: dict[str, pl.Expr] = {"no": pl.lit(False), "yes": pl.lit(True)}

    def leaf(self, name: str, expression: pl.Expr) -> Formula:
        """A column of booleans without nulls. `name` tells equal leaves."""
        self._leaves.setdefault(name, expression)
        return self._keep(_Node(leaf=name))

    def both(self, *parts: Formula) -> Formula:
        return self._joined("both", parts, neutral=TRUE)

    def either(self, *parts: Formula) -> Formula:
        return self._joined("either", parts, neutral=FALSE)

    def negated(self, part: Formula) -> Formula:
        if part in (FALSE, TRUE):
            return TRUE - part
        node = self._nodes[part]
        return node.parts[0] if node.shape == "not" else self._keep(_Node(shape="not", parts=(part,)))

    def at_least(self, count: int, parts: Iterable[Formula]) -> Formula:
        given = list(parts)
        open_ones = [part for part in given if part not in (FALSE, TRUE)]
        count -= given.count(TRUE)
        if count <= 1:
            return TRUE if count < 1 else self.either(*open_ones)
        if count >= len(open_ones):
            return FALSE if count > len(open_ones) else self.both(*open_ones)
        return self._keep(_Node(shape=count, parts=tuple(open_ones)))

    def steps(self, wanted: Mapping[str, Formula]) -> list[list[pl.Expr]]:
        """Columns to add, step by step; the last step adds the wanted ones under their names.

        What is used more than once becomes a column of its own (`#` and its place), the rest stands inside these.
        """
        kept = self._kept(wanted.values())
        depth: dict[Formula, int] = {}
        for place in kept:  # parts stand before what is made of them
            depth[place] = 1 + max((depth[part] for part in self._kept_below(place, kept)), default=-1)
        steps: list[list[pl.Expr]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
        for place in kept:
            steps[depth[place]].append(self._expression(place, kept).alias(_name(place)))
        return [*steps, [self._read(place, kept).alias(name) for name, place in wanted.items()]]

    def _joined(self, shape: str, parts: tuple[Formula, ...], neutral: Formula) -> Formula:
        different = dict.fromkeys(part for part in parts if part != neutral)
        if TRUE - neutral in different:
            return TRUE - neutral
        if len(different) < 2:
            return next(iter(different), neutral)
        return self._keep(_Node(shape=shape, parts=tuple(sorted(different))))

    def _keep(self, node: _Node) -> Formula:
        place = self._places.setdefault(node, len(self._nodes))
        if place == len(self._nodes):
            self._nodes.append(node)
        return place

    def _kept(self, wanted: Iterable[Formula]) -> dict[Formula, None]:
        """The formulas that become columns, each after its parts."""
        seen = {place for place in wanted if place > TRUE}
        outputs, waiting, uses = frozenset(seen), list(seen), Counter[Formula]()
        while waiting:
            for part in self._nodes[waiting.pop()].parts:
                uses[part] += 1
                if part not in seen:
                    seen.add(part)
                    waiting.append(part)
        several = (place for place in sorted(seen) if uses[place] > 1 or place in outputs)
        return dict.fromkeys(several)

    def _kept_below(self, place: Formula, kept: Mapping[Formula, None]) -> Iterable[Formula]:
        for part in self._nodes[place].parts:
            if part in kept:
                yield part
            else:
                yield from self._kept_below(part, kept)

    def _read(self, place: Formula, kept: Mapping[Formula, None]) -> pl.Expr:
        return pl.col(_name(place)) if place in kept else self._expression(place, kept)

    def _expression(self, place: Formula, kept: Mapping[Formula, None]) -> pl.Expr:
        node = self._nodes[place]
        if node.leaf:
            return self._leaves[node.leaf]
        parts = [self._read(part, kept) for part in node.parts]
        if node.shape == "both":
            return pl.all_horizontal(parts)
        if node.shape == "either":
            return pl.any_horizontal(parts)
        if node.shape == "not":
            return ~parts[0]
        return pl.sum_horizontal(part.cast(pl.UInt8) for part in parts) >= node.shape


def _name(place: Formula) -> str:
    return f"#{place}"
