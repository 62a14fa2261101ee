from __future__ import annotations

from itertools import product

import pytest

from carrywell.model.case import About
from carrywell.model.person import PERSON_FACTS, PERSON_NUMBERS
from carrywell.model.person_table import PERSON_CHOICES, compared_without, person_table, usual_number
from carrywell.model.rules import Compare
from carrywell.model.truth import Truth


def test_what_may_be_chosen_about_her() -> None:
    assert PERSON_CHOICES == {
        "ended": ("birth", "loss"),
        "birth": ("vaginal", "caesarean"),
        "baby_with_me": ("yes", "no", "rather_not_say"),
    }


@pytest.mark.parametrize("name", PERSON_FACTS)
def test_the_table_says_what_the_fact_says(name: str) -> None:
    table = person_table(name)
    assert PERSON_FACTS[name](About(weeks_pregnant=9)) is table.pregnant
    for values in product(*((None, *values) for values in PERSON_CHOICES.values())):
        said = dict(zip(PERSON_CHOICES, values, strict=True))
        if said["ended"] == "loss" and said["baby_with_me"] == "yes":
            continue
        about = About.model_validate({"weeks_postpartum": 9, **said})
        assert table.after[tuple(said[choice] for choice in table.by)] is PERSON_FACTS[name](about), said


def test_a_table_leaves_out_what_does_not_matter() -> None:
    assert person_table("is:pregnant").by == ()
    assert person_table("is:after_loss").by == ("ended",)
    assert person_table("is:caesarean").by == ("ended", "birth")


def test_an_unknown_fact_is_refused() -> None:
    with pytest.raises(KeyError):
        person_table("is:tall")


def test_one_baby_is_usual_and_nothing_else_is() -> None:
    assert {name: usual_number(name) for name in PERSON_NUMBERS} == {
        "weeks_pregnant": None,
        "weeks_postpartum": None,
        "age_years": None,
        "babies": 1,
        "births_before": None,
    }


@pytest.mark.parametrize(
    ("number", "is_", "limit", "truth"),
    [
        ("babies", ">=", 1, Truth.TRUE),
        ("babies", ">", 1, Truth.FALSE),
        ("babies", "<=", 1, Truth.TRUE),
        ("babies", "<", 1, Truth.FALSE),
        ("weeks_pregnant", ">=", 0, Truth.FALSE),
        ("births_before", "<=", 0, Truth.UNKNOWN),
    ],
)
def test_a_comparison_without_the_number(number: str, is_: object, limit: float, truth: Truth) -> None:
    assert compared_without(Compare(number, is_, limit)) is truth  # type: ignore[arg-type]
