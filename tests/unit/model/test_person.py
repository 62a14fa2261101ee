from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.model.case import About, Case
from carrywell.model.truth import Truth

YES, NO, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
DAY = 1 / 7
KNOWLEDGE = open_engine().knowledge


def fact(name: str, **about: object) -> Truth:
    return Facts(Case(about=About.model_validate(about)), KNOWLEDGE).truth(f"is:{name}")


@pytest.mark.parametrize("weeks", [12, 20, 24, 26, 28, 37])
def test_from_a_week_of_pregnancy_on(weeks: int) -> None:
    name = f"weeks_ge_{weeks}"
    assert fact(name, weeks_pregnant=weeks - DAY) is NO
    assert fact(name, weeks_pregnant=weeks) is YES
    assert fact(name, weeks_postpartum=weeks) is NO


@pytest.mark.parametrize("weeks", [16, 20, 37])
def test_before_a_week_of_pregnancy(weeks: int) -> None:
    name = f"weeks_lt_{weeks}"
    assert fact(name, weeks_pregnant=weeks - DAY) is YES
    assert fact(name, weeks_pregnant=weeks) is NO
    assert fact(name, weeks_postpartum=1) is NO


@pytest.mark.parametrize("weeks", [6, 12])
def test_in_the_first_weeks_after_birth(weeks: int) -> None:
    name = f"postpartum_lt_{weeks}w"
    assert fact(name, weeks_postpartum=weeks - DAY) is YES
    assert fact(name, weeks_postpartum=weeks) is NO
    assert fact(name, weeks_pregnant=1) is NO


@pytest.mark.parametrize("weeks", [12, 26])
def test_from_a_week_after_birth_on(weeks: int) -> None:
    name = f"postpartum_ge_{weeks}w"
    assert fact(name, weeks_postpartum=weeks - DAY) is NO
    assert fact(name, weeks_postpartum=weeks) is YES
    assert fact(name, weeks_pregnant=40) is NO


@pytest.mark.parametrize(("name", "last"), [("postpartum_0_2w", 2), ("postpartum_0_12m", 52)])
def test_up_to_a_week_after_birth_that_week_included(name: str, last: int) -> None:
    assert fact(name, weeks_postpartum=last) is YES
    assert fact(name, weeks_postpartum=last + DAY) is NO
    assert fact(name, weeks_pregnant=2) is NO


def test_each_stage_is_true_for_itself_alone() -> None:
    assert fact("second_trimester", weeks_pregnant=20) is YES
    assert fact("third_trimester", weeks_pregnant=20) is NO
    assert (fact("pregnant", weeks_pregnant=20), fact("postpartum", weeks_pregnant=20)) == (YES, NO)
    assert (fact("pregnant", weeks_postpartum=3), fact("postpartum", weeks_postpartum=3)) == (NO, YES)


@pytest.mark.parametrize(
    ("about", "caesarean", "vaginal"),
    [
        ({"weeks_pregnant": 20}, NO, NO),
        ({"weeks_postpartum": 3}, OPEN, OPEN),
        ({"weeks_postpartum": 3, "birth": "caesarean"}, YES, NO),
        ({"weeks_postpartum": 3, "birth": "vaginal"}, NO, YES),
    ],
)
def test_kind_of_birth(about: dict[str, object], caesarean: Truth, vaginal: Truth) -> None:
    assert (fact("caesarean", **about), fact("vaginal_birth", **about)) == (caesarean, vaginal)


@pytest.mark.parametrize(("said", "shown"), [("yes", YES), ("no", NO), ("rather_not_say", NO), (None, NO)])
def test_only_a_clear_yes_shows_her_babies(said: str | None, shown: Truth) -> None:
    assert fact("baby_with_me", weeks_postpartum=3, baby_with_me=said) is shown


@pytest.mark.parametrize(("babies", "twins", "three"), [(None, NO, NO), (1, NO, NO), (2, YES, NO), (3, YES, YES)])
def test_babies(babies: int | None, twins: Truth, three: Truth) -> None:
    said = {"weeks_pregnant": 20, "babies": babies}
    assert (fact("twins_or_more", **said), fact("three_or_more", **said)) == (twins, three)


@pytest.mark.parametrize(("before", "first"), [(None, OPEN), (0, YES), (1, NO)])
def test_first_pregnancy(before: int | None, first: Truth) -> None:
    assert fact("first_pregnancy", weeks_pregnant=20, births_before=before) is first


@pytest.mark.parametrize(("age", "young"), [(None, NO), (17, YES), (18, NO)])
def test_under_18(age: int | None, young: Truth) -> None:
    assert fact("under_18", weeks_pregnant=20, age_years=age) is young


@pytest.mark.parametrize(("ended", "loss"), [(None, NO), ("birth", NO), ("loss", YES)])
def test_after_loss(ended: str | None, loss: Truth) -> None:
    assert fact("after_loss", weeks_postpartum=3, ended=ended) is loss
