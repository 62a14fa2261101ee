"""Her weeks, typed or counted from a date, and how the pregnancy ended."""

from __future__ import annotations

from datetime import date

import pytest

from carrywell.web.forms.about import read_after, read_pregnant, weeks_and_days
from tests.lib.posts import posted

TODAY = date(2026, 11, 22)


def _date(name: str, day: str, month: str, year: str) -> dict[str, str | list[str]]:
    return {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year}


@pytest.mark.parametrize(
    ("typed", "weeks"),
    [
        ("23", 23),
        ("23.5", 23.5),
        ("23,5", 23.5),
        ("23+4", 23.57),
        ("23+0", 23),
        ("23 + 4", 23.57),
        (" 23 ", 23),
        ("0", 0),
        ("45", 45),
    ],
)
def test_weeks_as_people_write_them(typed: str, weeks: float) -> None:
    about, errors = read_pregnant(posted(weeks_pregnant=typed), TODAY)
    assert errors == []
    assert about is not None
    assert about.weeks_pregnant == weeks


@pytest.mark.parametrize(
    "typed",
    ["23+7", "23+9", "23+-1", "60", "45.1", "45+1", "-1", "-1+3", "twenty", "23+", "+4", "23+4+1", "nan", "inf"],
)
def test_what_cannot_be_a_week_is_an_error_at_the_field(typed: str) -> None:
    about, errors = read_pregnant(posted(weeks_pregnant=typed), TODAY)
    assert about is None
    assert [(error.field, error.phrase) for error in errors] == [("weeks_pregnant", "about.error.weeks_range")]
    assert errors[0].values == {"highest": "45"}


@pytest.mark.parametrize("typed", ["9" * 400, "9" * 400 + "+1", "1+" + "9" * 400, "9" * 5000 + "+1"])
def test_a_number_beyond_all_bounds_is_an_error_like_any_other(typed: str) -> None:
    _, errors = read_pregnant(posted(weeks_pregnant=typed), TODAY)
    assert [error.phrase for error in errors] == ["about.error.weeks_range"]


def test_neither_weeks_nor_date() -> None:
    about, errors = read_pregnant(posted(weeks_pregnant="  "), TODAY)
    assert about is None
    assert [(error.field, error.phrase) for error in errors] == [("weeks_pregnant", "about.error.weeks_missing")]


@pytest.mark.parametrize(
    ("due", "weeks"),
    [
        (("29", "8", "2027"), 0),  # 280 days ahead
        (("22", "11", "2026"), 40),  # today
        (("18", "10", "2026"), 45),  # five weeks over
        (("27", "3", "2027"), 22.14),
    ],
)
def test_weeks_are_counted_from_the_due_date(due: tuple[str, str, str], weeks: float) -> None:
    about, errors = read_pregnant(posted(_date("due", *due)), TODAY)
    assert errors == []
    assert about is not None
    assert about.weeks_pregnant == weeks


@pytest.mark.parametrize("due", [("30", "8", "2027"), ("17", "10", "2026"), ("27", "3", "27"), ("1", "1", "9999")])
def test_a_due_date_too_far_away(due: tuple[str, str, str]) -> None:
    about, errors = read_pregnant(posted(_date("due", *due)), TODAY)
    assert about is None
    assert [(error.field, error.phrase) for error in errors] == [("due-day", "about.error.due_range")]


@pytest.mark.parametrize(
    "typed",
    [
        ("31", "2", "2027"),
        ("29", "2", "2027"),
        ("0", "1", "2027"),
        ("1", "13", "2027"),
        ("1", "march", "2027"),
        ("", "3", "2027"),
        ("27", "3", ""),
        ("1.5", "3", "2027"),
        ("1", "3", "9" * 12),
        ("9" * 30, "3", "2027"),
    ],
)
def test_a_date_that_is_in_no_calendar(typed: tuple[str, str, str]) -> None:
    for read, name in ((read_pregnant, "due"), (read_after, "ended_on")):
        about, errors = read(posted(_date(name, *typed), ended="birth"), TODAY)
        assert about is None
        assert [(error.field, error.phrase) for error in errors] == [(f"{name}-day", "about.error.date")]


def test_weeks_and_date_that_fit_together_are_taken_as_typed() -> None:
    about, errors = read_pregnant(posted(_date("due", "27", "3", "2027"), weeks_pregnant="22"), TODAY)
    assert errors == []
    assert about is not None
    assert about.weeks_pregnant == 22


def test_weeks_and_date_that_contradict_each_other_are_not_guessed() -> None:
    about, errors = read_pregnant(posted(_date("due", "27", "3", "2027"), weeks_pregnant="12"), TODAY)
    assert about is None
    assert [(error.field, error.phrase) for error in errors] == [("weeks_pregnant", "about.error.disagree")]
    about, errors = read_after(posted(_date("ended_on", "1", "11", "2026"), weeks_postpartum="9", ended="loss"), TODAY)
    assert about is None
    assert [(error.field, error.phrase) for error in errors] == [("weeks_postpartum", "about.error.disagree")]


@pytest.mark.parametrize(("typed", "babies"), [("1", 1), ("2", 2), ("3", 3), ("", None), ("99", None)])
def test_how_many_babies(typed: str, babies: int | None) -> None:
    about, _ = read_pregnant(posted(weeks_pregnant="23", babies=typed), TODAY)
    assert about is not None
    assert about.babies == babies


def test_after_a_birth() -> None:
    post = posted(weeks_postpartum="3,5", ended="birth", birth="caesarean", baby_with_me="rather_not_say")
    about, errors = read_after(post, TODAY)
    assert errors == []
    assert about is not None
    assert about.model_dump(exclude_none=True) == {
        "weeks_postpartum": 3.5,
        "ended": "birth",
        "birth": "caesarean",
        "baby_with_me": "rather_not_say",
    }


def test_after_a_loss_an_answer_about_a_baby_is_not_kept() -> None:
    about, errors = read_after(posted(weeks_postpartum="3", ended="loss", baby_with_me="yes"), TODAY)
    assert errors == []
    assert about is not None
    assert about.baby_with_me is None
    assert about.ended == "loss"


@pytest.mark.parametrize(("born", "weeks"), [(("22", "11", "2026"), 0), (("1", "11", "2026"), 3)])
def test_weeks_are_counted_from_the_day_it_ended(born: tuple[str, str, str], weeks: float) -> None:
    about, errors = read_after(posted(_date("ended_on", *born), ended="birth"), TODAY)
    assert errors == []
    assert about is not None
    assert about.weeks_postpartum == weeks


@pytest.mark.parametrize("born", [("23", "11", "2026"), ("25", "11", "2023"), ("1", "1", "1")])
def test_an_end_in_the_future_or_more_than_three_years_back(born: tuple[str, str, str]) -> None:
    about, errors = read_after(posted(_date("ended_on", *born), ended="birth"), TODAY)
    assert about is None
    assert [(error.field, error.phrase) for error in errors] == [("ended_on-day", "about.error.ended_range")]


def test_what_is_missing_after_the_end_is_said_for_each_field() -> None:
    about, errors = read_after(posted(), TODAY)
    assert about is None
    assert [(error.field, error.phrase) for error in errors] == [
        ("weeks_postpartum", "about.error.ended_missing"),
        ("ended", "about.error.how_ended"),
    ]


@pytest.mark.parametrize("forged", [{"ended": "sale"}, {"ended": "birth", "birth": "stork"}])
def test_a_choice_that_no_button_has_is_refused(forged: dict[str, str]) -> None:
    about, errors = read_after(posted({"weeks_postpartum": "3", **forged}), TODAY)
    assert about is None
    assert [error.field for error in errors] == ["ended"]


@pytest.mark.parametrize(
    ("weeks", "shown"), [(23.57, "23+4"), (23.0, "23"), (23.5, "23.5"), (27.86, "27+6"), (13.14, "13+1"), (0.0, "0")]
)
def test_weeks_come_back_as_she_wrote_them(weeks: float, shown: str) -> None:
    assert weeks_and_days(weeks) == shown
