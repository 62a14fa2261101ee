from __future__ import annotations

from typing import Any

import polars as pl
import pytest

from carrywell.batch.coding import BITS, SAID, UNSURE, coded
from carrywell.batch.columns import dtype
from carrywell.model.case_kinds import Choice, Day, Kind, Listed, Number

ANSWER = Choice(("yes", "no", "unsure"), answer=True)
ONSET = Choice(("sudden", "gradual"))
SITES = Listed(("low_back", "groin", "foot"))
PAIN = Number(0, 10, whole=True)
PRESSURE = Number(60, 260, or_unsure=True)


def code(kind: Kind, values: list[Any], of: Any = None) -> pl.DataFrame:
    frame = pl.DataFrame({"x": pl.Series(values, dtype=of)})
    return frame.select(coded("x", kind, frame.schema["x"]))


@pytest.mark.parametrize("of", [pl.String, pl.Categorical, pl.Enum(["unsure", "no", "yes"]), dtype(ANSWER)])
def test_answers_in_any_kind_of_text(of: Any) -> None:
    assert code(ANSWER, ["yes", "no", "unsure", None], of)["x"].to_list() == [0, 1, 2, None]


def test_booleans_are_answers_as_in_a_case_file() -> None:
    assert code(ANSWER, [True, False, None])["x"].to_list() == [0, 1, None]
    assert code(ANSWER, ["true", "False", "TRUE", "yes"])["x"].to_list() == [0, 1, 0, 0]


def test_each_answer_of_a_long_column_of_text_finds_its_place() -> None:
    """Among many no the others are looked up apart, and go back to where they stood."""
    rare = {3: "yes", 17: None, 40: "unsure", 41: "FALSE", 55: "never", 99: "true"}
    values = [rare.get(at, "no") for at in range(100)]
    found = {3: 0, 17: None, 40: 2, 41: 1, 55: None, 99: 0}
    assert code(ANSWER, values)["x"].to_list() == [found.get(at, 1) for at in range(100)]
    assert code(ANSWER, ["no"] * 3)["x"].to_list() == [1] * 3
    assert code(ANSWER, [], pl.String)["x"].to_list() == []


def test_booleans_are_no_other_choice() -> None:
    assert code(ONSET, [True, False])["x"].to_list() == [None, None]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (ANSWER, ["maybe", "", "Yes", "rather_not_say"]),
        (ANSWER, [1, 0]),
        (ANSWER, [["yes"]]),
        (ONSET, ["suddenly"]),
        (PAIN, [-1.0, 11.0, 3.5, float("nan"), float("inf")]),
        (PAIN, ["strong", "11"]),
        (PAIN, [True]),
        (PRESSURE, ["59", "261", "high"]),
        (SITES, [["low_back", "low_back"], ["nose"], ["low_back", None]]),
        (SITES, ["low_back"]),
        (Day(), ["22.11.2026", "2026-1-2", "2026-02-30"]),
        (Day(), [20261122]),
    ],
)
def test_what_is_not_allowed_becomes_null(kind: Kind, values: list[Any]) -> None:
    assert code(kind, values)["x"].to_list() == [None] * len(values)


def test_numbers_as_numbers_or_text() -> None:
    assert code(PAIN, [0, 10, None])["x"].to_list() == [0, 10, None]
    assert code(PAIN, ["3", "4.0"])["x"].to_list() == [3, 4]


def test_a_number_without_limits_is_any_number_that_is_one() -> None:
    assert code(Number(None, None), [-5.0, 1e9, float("nan")])["x"].to_list() == [-5, 1e9, None]


def test_a_number_that_she_is_unsure_of() -> None:
    found = code(PRESSURE, ["150", "unsure", None])
    assert found["x"].to_list() == [150, None, None]
    assert found["x" + UNSURE].to_list() == [False, True, False]
    assert code(PRESSURE, [150.0, None])["x" + UNSURE].to_list() == [False, False]


@pytest.mark.parametrize("of", [pl.List(pl.String), dtype(SITES), pl.List(pl.Enum(["foot", "groin", "low_back"]))])
def test_a_list_is_a_bit_for_each_value(of: Any) -> None:
    found = code(SITES, [["low_back", "foot"], ["groin"], [], None], of)
    assert found["x" + BITS].to_list() == [0b101, 0b010, 0, 0]
    assert found["x" + SAID].to_list() == [True, True, True, False]
    assert found["x"].to_list() == [0, 0, 0, None]


def test_a_long_list_has_bits_enough() -> None:
    many = Listed(tuple(f"v{at}" for at in range(40)))
    assert code(many, [["v0", "v39"]])["x" + BITS].to_list() == [1 + (1 << 39)]


def test_what_stands_beside_a_column_is_there_whatever_the_column_holds() -> None:
    assert code(SITES, [1, 2]).columns == ["x", "x" + BITS, "x" + SAID]
    assert code(PRESSURE, [["a"]]).columns == ["x", "x" + UNSURE]
    assert code(SITES, [None, None]).columns == ["x", "x" + BITS, "x" + SAID]
