"""Where it hurts, what changes it, and her day."""

from __future__ import annotations

import pytest

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel
from carrywell.model.case import SITES, Case
from carrywell.web.forms.pain import read_changes, read_day, read_where
from tests.lib.cases import all_no, also, pregnant
from tests.lib.posts import posted

ENGINE = open_engine()
SHE = pregnant(23)


def test_where_it_hurts() -> None:
    post = posted(
        sites=["pubic_bone", "low_back"],
        side="both",
        onset="gradual",
        course="steady",
        now="5",
        worst_week="7",
        started_weeks_ago="2,5",
    )
    case, errors = read_where(post, SHE)
    assert errors == []
    assert case.pain.model_dump(exclude_unset=True) == {
        "sites": ("low_back", "pubic_bone"),  # in the order of the contract, whatever she ticked first
        "side": "both",
        "onset": "gradual",
        "course": "steady",
        "now": 5,
        "worst_week": 7,
        "started_weeks_ago": 2.5,
    }


def test_one_place_is_enough_and_none_is_an_error() -> None:
    case, errors = read_where(posted(sites="back_somewhere"), SHE)
    assert errors == []
    assert case.pain.sites == ("back_somewhere",)
    case, errors = read_where(posted(now="5"), SHE)
    assert [(error.field, error.phrase) for error in errors] == [("sites-1", "where.error.sites")]
    assert case == SHE, "with an error nothing is taken over"


@pytest.mark.parametrize("typed", ["11", "-1", "strong", "nan", "1e3", "9" * 400])
@pytest.mark.parametrize("name", ["now", "worst_week"])
def test_a_strength_outside_the_scale(name: str, typed: str) -> None:
    _, errors = read_where(posted({"sites": "low_back", name: typed}), SHE)
    assert [(error.field, error.phrase, error.values) for error in errors] == [
        (name, "where.error.strength", {"highest": "10"})
    ]


@pytest.mark.parametrize("typed", ["-1", "long", "9999"])
def test_weeks_of_pain_that_cannot_be(typed: str) -> None:
    _, errors = read_where(posted(sites="low_back", started_weeks_ago=typed), SHE)
    assert [(error.field, error.phrase) for error in errors] == [("started_weeks_ago", "where.error.started")]


def test_several_errors_are_said_at_once() -> None:
    _, errors = read_where(posted(now="11", started_weeks_ago="long"), SHE)
    assert [error.field for error in errors] == ["sites-1", "now", "started_weeks_ago"]


def test_a_number_that_she_clears_is_gone() -> None:
    said, _ = read_where(posted(sites="low_back", now="9", started_weeks_ago="3"), SHE)
    case, errors = read_where(posted(sites="low_back", now="", started_weeks_ago=""), said)
    assert errors == []
    assert (case.pain.now, case.pain.started_weeks_ago) == (None, None)


def test_a_choice_that_no_box_has_is_passed_over() -> None:
    case, errors = read_where(posted(sites=["low_back", "soul"], side="inside"), SHE)
    assert errors == []
    assert case.pain.sites == ("low_back",)
    assert case.pain.side is None


def test_what_changes_it_may_stay_empty_and_then_is_answered() -> None:
    case, errors = read_changes(posted(), SHE)
    assert errors == []
    assert case.pain.model_fields_set >= {"worse_with", "better_with"}
    case, _ = read_changes(posted(worse_with=["stairs", "walking"], better_with="rest"), case)
    assert (case.pain.worse_with, case.pain.better_with) == (("stairs", "walking"), ("rest",))


def test_what_changes_it_leaves_where_it_hurts_as_it_was() -> None:
    said, _ = read_where(posted(sites=list(SITES[:2]), now="4"), SHE)
    case, _ = read_changes(posted(better_with="rest"), said)
    assert (case.pain.sites, case.pain.now) == (said.pain.sites, 4)


def test_her_day() -> None:
    post = posted({"history": ["desk_work"], "day-mopping": "30", "day-driving": "0", "day-desk_work": ""})
    case, errors = read_day(post, SHE, open_engine().knowledge.tasks)
    assert errors == []
    assert case.history == ("desk_work",)
    assert case.day == {"mopping": 30}


@pytest.mark.parametrize("typed", ["-5", "1441", "all day", "nan"])
def test_a_day_has_no_more_than_its_minutes(typed: str) -> None:
    case, errors = read_day(posted({"day-mopping": typed}), SHE, open_engine().knowledge.tasks)
    assert [(error.field, error.phrase, error.values) for error in errors] == [
        ("day-mopping", "day.error.amount", {"highest": "1440"})
    ]
    assert case == SHE


def test_what_could_still_raise_the_level_may_be_not_sure_but_not_left_out() -> None:
    case = also(all_no(pregnant(25)), thigh_pain_both="yes")
    asking = ENGINE.interviewer

    def matters(told: Case) -> frozenset[str]:
        return asking.open_pain(asking.standing(told))

    def errors(**typed: str) -> list[str]:
        return [error.field for error in read_where(posted({"sites": "low_back", **typed}), case, matters)[1]]

    assert errors() == ["course"]
    assert errors(course="unsure") == errors(course="steady") == []


def test_not_sure_how_it_goes_counts_as_the_worse() -> None:
    case = also(all_no(pregnant(25, sites=["low_back"])), thigh_pain_both="yes")
    assert check_case(ENGINE, case, "asked").triage.level is CareLevel.EMERGENCY_NOW
    assert check_case(ENGINE, case, "interviewed").triage.level is CareLevel.SAME_DAY_GP_OR_ED
