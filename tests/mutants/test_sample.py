"""A small, always equal sample of the mutants of the rules: whatever survives stands in harmless.yaml.

`make mutants` tries them all (docs/how-to/try-the-mutants.md).
"""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from tests.mutants.judge import Judge
from tests.mutants.mutant import Mutant
from tests.mutants.operators import OPERATORS
from tests.mutants.run import chosen, unused_patterns

ONE_IN = 83
# A broken proof of the whole interview takes seconds: these are left to `make mutants`.
SLOW = ("hide_question",)
SAMPLE = [mutant for mutant in chosen(ONE_IN) if mutant.operator not in SLOW]


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge(open_engine().knowledge)


@pytest.mark.parametrize("mutant", SAMPLE, ids=lambda mutant: f"{mutant.operator} {mutant.name}")
def test_each_is_killed_or_listed_as_harmless(mutant: Mutant, judge: Judge) -> None:
    found = judge.judged(mutant)
    assert not found.is_gap, "nothing notices this change: write the floor, picture or test that does"
    assert not found.needless, f"listed as harmless, and killed by {found.killed_by}: {found.says}"


@pytest.mark.parametrize("folder", ["findings", "combinations", "facts", "advice", "gates", "home_tests", "floors"])
def test_what_is_not_changed_is_killed_by_no_quick_check(folder: str, judge: Judge) -> None:
    item = next(iter(getattr(judge.original, folder).values()))
    assert judge.quickly_refused(Mutant("none", f"{folder}/{item.id}", {item.id: (folder, item)})) is None


def test_every_operator_makes_mutants() -> None:
    knowledge = open_engine().knowledge
    assert [name for name, operator in OPERATORS.items() if next(iter(operator(knowledge)), None) is None] == []


def test_no_mutant_is_the_original() -> None:
    knowledge = open_engine().knowledge
    assert [mutant.name for mutant in chosen() if mutant.applied(knowledge) == knowledge] == []


def test_what_is_listed_as_harmless_is_a_mutant() -> None:
    assert list(unused_patterns()) == []
