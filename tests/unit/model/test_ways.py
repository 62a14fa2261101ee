"""The ways in which a condition can hold: the smallest sets, with named facts taken apart."""

from __future__ import annotations

import pytest

from carrywell.model.rules import ALWAYS, All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.ways import Way, describe, named_in, ways
from tests.lib.small_knowledge import fact, finding, knowledge

A, B, C, D = (Fact(name) for name in ("fever", "vomiting", "jaundice", "flank_pain"))
EARLY = Compare("weeks_pregnant", "<", 37)
SMALL = knowledge(
    *(finding(one.name) for one in (A, B, C, D)),
    fact("ill", {"any": ["fever", "vomiting"]}),
    fact("round", "is:trip"),
    fact("trip", "is:round"),
)


def way(*parts: Fact | Compare | Not) -> Way:
    return frozenset(parts)


@pytest.mark.parametrize(
    ("when", "found"),
    [
        (A, {way(A)}),
        (ALWAYS, {way()}),
        (Any(()), set()),
        (All((A, B)), {way(A, B)}),
        (Any((A, B)), {way(A), way(B)}),
        (All((A, Any((B, C)))), {way(A, B), way(A, C)}),
        (Any((A, All((A, B)))), {way(A)}),
        (AtLeast(2, (A, B, C)), {way(A, B), way(A, C), way(B, C)}),
        (AtLeast(1, (A, All((B, C)))), {way(A), way(B, C)}),
        (All((A, Not(B))), {way(A, Not(B))}),
        (Fact("is:ill"), {way(A), way(B)}),
        (All((Fact("is:ill"), EARLY)), {way(A, EARLY), way(B, EARLY)}),
        (Fact("is:pregnant"), {way(Fact("is:pregnant"))}),
    ],
)
def test_the_smallest_ways(when: When, found: set[Way]) -> None:
    assert ways(when, SMALL) == found


def test_a_fact_that_rests_on_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="rests on itself"):
        ways(Fact("is:round"), SMALL)


def test_the_same_in_other_words_has_the_same_ways() -> None:
    spelled_out = All((C, Any((A, B))))
    assert ways(All((Fact("is:ill"), C)), SMALL) == ways(spelled_out, SMALL)


def test_a_way_in_words() -> None:
    assert describe(way(A, EARLY)) == "fever + weeks_pregnant < 37"
    assert describe(way(Not(Any((A, B))))) == "not any of (fever, vomiting)"
    assert describe(way(Not(All((A, B))))) == "not all of (fever, vomiting)"
    assert describe(way(Not(AtLeast(2, (A, B, C))))) == "not 2 of (fever, vomiting, jaundice)"


def test_what_a_way_names() -> None:
    assert list(named_in(way(B, A, Not(C), EARLY))) == ["fever", "jaundice", "vomiting", "weeks_pregnant"]
