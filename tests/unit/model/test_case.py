from __future__ import annotations

import math

import pytest
from pydantic import BaseModel, ValidationError

from carrywell.knowledge.few_words import few_words
from carrywell.model.case import About, Case, Pain
from carrywell.model.told import said_by


def refused(model: type[BaseModel], **said: object) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(said)
    (error,) = caught.value.errors()
    why = error.get("ctx", {}).get("error")
    return few_words().told(said_by(why)) if isinstance(why, ValueError) else error["msg"]


def test_exactly_one_clock() -> None:
    assert "both found" in refused(About, weeks_pregnant=23, weeks_postpartum=3)
    assert "neither found" in refused(About, age_years=30)


@pytest.mark.parametrize(
    ("name", "lowest", "highest"),
    [
        ("weeks_pregnant", 0, 45),
        ("weeks_postpartum", 0, 156),
        ("age_years", 10, 65),
        ("height_cm", 100, 220),
        ("weight_kg", 30, 250),
        ("weight_before_pregnancy_kg", 30, 250),
        ("babies", 1, 6),
        ("births_before", 0, 20),
    ],
)
def test_numbers_have_a_range_whose_ends_belong_to_it(name: str, lowest: int, highest: int) -> None:
    clock = {} if name.startswith("weeks") else {"weeks_pregnant": 20}
    for allowed in (lowest, highest):
        assert getattr(About.model_validate({**clock, name: allowed}), name) == allowed
    for wrong in (lowest - 1, highest + 1):
        assert refused(About, **clock, **{name: wrong})


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("name", ["weeks_pregnant", "weeks_postpartum"])
def test_weeks_are_a_real_number(name: str, value: float) -> None:
    assert "finite" in refused(About, **{name: value})


@pytest.mark.parametrize(
    "said", [{"ended": "birth"}, {"ended": "loss"}, {"birth": "caesarean"}, {"baby_with_me": "rather_not_say"}]
)
def test_what_only_an_ended_pregnancy_has(said: dict[str, str]) -> None:
    (name,) = said
    assert f"{name} is only allowed after the end of the pregnancy" in refused(About, weeks_pregnant=30, **said)
    assert getattr(About.model_validate({"weeks_postpartum": 3, **said}), name) == said[name]


def test_after_a_loss_there_is_no_baby_with_her() -> None:
    assert "does not go with ended: loss" in refused(About, weeks_postpartum=3, ended="loss", baby_with_me="yes")
    assert About(weeks_postpartum=3, ended="loss", baby_with_me="no").baby_with_me == "no"


@pytest.mark.parametrize("name", ["sites", "worse_with", "better_with"])
def test_the_same_thing_is_said_once(name: str) -> None:
    value = {"sites": "low_back", "worse_with": "stairs", "better_with": "rest"}[name]
    assert "twice" in refused(Pain, **{name: [value, value]})


@pytest.mark.parametrize("name", ["now", "worst_week"])
def test_strength_of_pain_is_a_whole_number_from_0_to_10(name: str) -> None:
    for wrong in (-1, 11, 5.5):
        assert refused(Pain, **{name: wrong})
    assert getattr(Pain.model_validate({name: 10}), name) == 10


@pytest.mark.parametrize("model", [About, Pain, Case])
def test_an_unknown_key_is_refused(model: type[BaseModel]) -> None:
    rest = {About: {"weeks_pregnant": 20}, Case: {"about": {"weeks_pregnant": 20}}}.get(model, {})
    assert refused(model, **rest, mood="sad") == "Extra inputs are not permitted"


def test_a_case_cannot_be_changed() -> None:
    case = Case(about=About(weeks_pregnant=20))
    with pytest.raises(ValidationError, match="frozen"):
        case.history = ()
