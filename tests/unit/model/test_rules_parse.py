from __future__ import annotations

import pytest

from carrywell.model.rules import All, Any, AtLeast, Compare, Fact, Not, When
from carrywell.model.rules_parse import parse_when, parse_whens

FEVER, CHILLS = Fact("fever"), Fact("shaking_chills")


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ("fever", FEVER),
        ({"all": ["fever", "shaking_chills"]}, All((FEVER, CHILLS))),
        ({"all": []}, All(())),
        ({"any": ["fever", {"not": "shaking_chills"}]}, Any((FEVER, Not(CHILLS)))),
        ({"at_least": {"count": "2", "of": ["fever", "shaking_chills"]}}, AtLeast(2, (FEVER, CHILLS))),
        ({"compare": {"number": "pain_now", "is": ">=", "limit": "7"}}, Compare("pain_now", ">=", 7.0)),
    ],
)
def test_what_stands_in_a_file_becomes_a_condition(written: object, condition: When) -> None:
    assert parse_when(written) == condition


def test_what_is_a_condition_already_stays_one() -> None:
    assert parse_when(Not(FEVER)) == Not(FEVER)


@pytest.mark.parametrize("written", ["", None, [], ["fever"], 3, {}, {"all": [], "any": []}, {"all": ["", "fever"]}])
def test_what_is_no_condition_says_what_would_be_one(written: object) -> None:
    with pytest.raises(ValueError, match=r"not a condition; allowed is a fact's name, or one of all: \[\.\.\]"):
        parse_when(written)


@pytest.mark.parametrize(
    "written",
    [
        {"none": ["fever"]},
        {"at_least": {"count": 1}},
        {"at_least": ["fever"]},
        {"compare": {"number": "pain_now", "is": ">="}},
        {"compare": "pain_now"},
    ],
)
def test_an_unknown_or_half_shape_is_named(written: dict[str, object]) -> None:
    (shape,) = written
    with pytest.raises(ValueError, match=f"'{shape}' is not a condition; allowed is"):
        parse_when(written)


@pytest.mark.parametrize("written", ["fever", {"fever": "yes"}, None])
def test_all_and_any_need_a_list(written: object) -> None:
    with pytest.raises(ValueError, match="a list of conditions is expected here"):
        parse_whens(written)


@pytest.mark.parametrize("count", ["two", "0", "-1", "1.5", "²", "", ["1"], None])
def test_at_least_needs_a_count(count: object) -> None:
    with pytest.raises(ValueError, match="at_least: count must be a whole number from 1 up"):
        parse_when({"at_least": {"count": count, "of": ["fever"]}})


def test_at_least_more_than_there_are_could_never_hold() -> None:
    with pytest.raises(ValueError, match="at_least: 2 of 1 can never hold"):
        parse_when({"at_least": {"count": "2", "of": ["fever"]}})


@pytest.mark.parametrize("sign", ["=", "==", "at least", ""])
def test_compare_needs_one_of_four_signs(sign: str) -> None:
    with pytest.raises(ValueError, match="compare: is must be one of >=, >, <=, <"):
        parse_when({"compare": {"number": "pain_now", "is": sign, "limit": "7"}})


@pytest.mark.parametrize("limit", ["seven", "nan", "inf", "", ["7"], None])
def test_compare_needs_a_limit(limit: object) -> None:
    with pytest.raises(ValueError, match="compare: limit must be a number"):
        parse_when({"compare": {"number": "pain_now", "is": ">=", "limit": limit}})
