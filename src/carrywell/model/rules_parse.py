"""From YAML (texts, lists, mappings) to a condition tree. Every fault is a ValueError that says what is allowed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import get_args

from carrywell.model.rules import All, Any, AtLeast, Compare, Comparison, Fact, Not, When

_SHAPES = "a fact's name, or one of all: [..], any: [..], not: .., at_least: {count, of}, compare: {number, is, limit}"
_TREE = Fact | Not | All | Any | AtLeast | Compare


def parse_when(value: object) -> When:
    if isinstance(value, _TREE):
        return value
    if isinstance(value, str) and value:
        return Fact(value)
    if isinstance(value, Mapping) and len(value) == 1:
        ((shape, inside),) = value.items()
        return _shaped(str(shape), inside)
    raise ValueError(f"not a condition; allowed is {_SHAPES}")


def parse_whens(value: object) -> tuple[When, ...]:
    if not isinstance(value, (list, tuple)):
        raise ValueError("a list of conditions is expected here")
    return tuple(parse_when(part) for part in value)


def _shaped(shape: str, inside: object) -> When:
    if shape == "all":
        return All(parse_whens(inside))
    if shape == "any":
        return Any(parse_whens(inside))
    if shape == "not":
        return Not(parse_when(inside))
    if shape == "at_least" and isinstance(inside, Mapping) and set(inside) == {"count", "of"}:
        return _at_least(inside["count"], parse_whens(inside["of"]))
    if shape == "compare" and isinstance(inside, Mapping) and set(inside) == {"number", "is", "limit"}:
        if inside["is"] not in get_args(Comparison):
            raise ValueError(f"compare: is must be one of {', '.join(get_args(Comparison))}")
        return Compare(str(inside["number"]), inside["is"], _limit(inside["limit"]))
    raise ValueError(f"{shape!r} is not a condition; allowed is {_SHAPES}")


def _at_least(count: object, parts: tuple[When, ...]) -> AtLeast:
    if not str(count).isdecimal() or int(str(count)) < 1:
        raise ValueError(f"at_least: count must be a whole number from 1 up (found {count!r})")
    if int(str(count)) > len(parts):
        raise ValueError(f"at_least: {count} of {len(parts)} can never hold")
    return AtLeast(int(str(count)), parts)


def _limit(value: object) -> float:
    try:
        limit = float(str(value))
    except ValueError:
        limit = math.nan
    if not math.isfinite(limit):
        raise ValueError(f"compare: limit must be a number (found {value!r})")
    return limit
