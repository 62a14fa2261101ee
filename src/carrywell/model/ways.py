"""Every way in which a condition can come true: the smallest sets of facts that make it hold (disjunctive normal form).

Two books that name the same facts in other words can be compared by their ways: named facts of `kb/facts` are taken
apart, `any` gives a way for each part, `all` one that needs every part. What is no `all`, `any` or `at_least` stays
whole, a `not` included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When, names_in

Way = frozenset[Fact | Compare | Not]


def ways(when: When, knowledge: Knowledge) -> frozenset[Way]:
    """The smallest ways. ValueError where a named fact rests on itself."""
    return _smallest(_ways(when, knowledge, frozenset()))


def named_in(way: Way) -> Iterator[str]:
    """The facts and numbers of a way, in the order of the alphabet."""
    yield from sorted({name for part in way for name in names_in(part)})


def describe(way: Way) -> str:
    """For faults and counterexamples: `fever + weeks_pregnant < 37`."""
    return " + ".join(sorted(in_words(part) for part in way))


def in_words(part: When) -> str:
    """A condition for the people who keep the knowledge base, by its names."""
    match part:
        case Fact(name):
            return name
        case Compare(number, is_, limit):
            return f"{number} {is_} {limit:g}"
        case Not(inside):
            return f"not {in_words(inside)}"
        case All(parts) | Any(parts):
            return f"{'all' if isinstance(part, All) else 'any'} of ({', '.join(map(in_words, parts))})"
        case _:
            return f"{part.count} of ({', '.join(map(in_words, part.parts))})"


def _ways(when: When, knowledge: Knowledge, above: frozenset[str]) -> set[Way]:
    match when:
        case Fact(name):
            fact = knowledge.facts.get(name.removeprefix("is:")) if name.startswith("is:") else None
            if fact is None:
                return {frozenset({when})}
            if name in above:
                raise ValueError(f"{name} rests on itself")
            return _ways(fact.when, knowledge, above | {name})
        case Compare() | Not():
            return {frozenset({when})}
        case All(parts):
            return _together(_ways(part, knowledge, above) for part in parts)
        case Any(parts):
            return {way for part in parts for way in _ways(part, knowledge, above)}
        case AtLeast(count, parts):
            each = [_ways(part, knowledge, above) for part in parts]
            return {way for some in combinations(each, count) for way in _together(some)}


def _together(parts: Iterable[set[Way]]) -> set[Way]:
    """Every way that takes one of each part's ways."""
    found: set[Way] = {frozenset()}
    for part in parts:
        found = {one | other for one in found for other in part}
    return found


def _smallest(found: set[Way]) -> frozenset[Way]:
    return frozenset(way for way in found if not any(other < way for other in found))
