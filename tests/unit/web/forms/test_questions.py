"""A screen of questions: what each button stands for, and what is not taken for an answer."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.answer import Answer
from carrywell.model.knowledge import Finding
from carrywell.web.forms.questions import read_each, read_list, shown, stored
from tests.lib.cases import pregnant
from tests.lib.posts import posted

NO, YES, UNSURE = Answer.NO, Answer.YES, Answer.UNSURE


def _findings(*names: str) -> list[Finding]:
    return [open_engine().knowledge.findings[name] for name in names]


SIGNS = _findings("chest_pain", "heavy_bleeding")
ABLE = _findings("cannot_walk", "leg_weakness_one")
NUMBERS = _findings("blood_pressure_upper", "blood_pressure_lower")
INTIMATE = _findings("genital_sensation_loss", "drug_injecting")


def test_none_of_these_is_a_no_to_each() -> None:
    assert read_list(posted(none="1"), SIGNS) == ({"chest_pain": NO, "heavy_bleeding": NO}, [])


def test_none_of_these_is_a_no_to_each_loss_of_an_ability_too() -> None:
    assert read_list(posted(none="1"), ABLE) == ({"cannot_walk": NO, "leg_weakness_one": NO}, [])


def test_a_mark_leaves_the_other_lines_a_no() -> None:
    assert read_list(posted(chest_pain="yes"), SIGNS) == ({"chest_pain": YES, "heavy_bleeding": NO}, [])
    assert read_list(posted(chest_pain="unsure"), SIGNS) == ({"chest_pain": UNSURE, "heavy_bleeding": NO}, [])


def test_in_a_list_an_ability_stands_as_its_loss_so_the_buttons_mean_what_they_say() -> None:
    """`Walking is too much`: yes, it is."""
    assert read_list(posted(cannot_walk="yes"), ABLE) == ({"cannot_walk": YES, "leg_weakness_one": NO}, [])
    assert read_list(posted(cannot_walk="unsure", leg_weakness_one="no"), ABLE)[0] == {
        "cannot_walk": UNSURE,
        "leg_weakness_one": NO,
    }


def test_under_the_whole_question_the_buttons_of_an_ability_turn_round() -> None:
    """`Can you walk?` No: she cannot walk."""
    assert read_each(posted(cannot_walk="no", leg_weakness_one="yes"), ABLE) == (
        {"cannot_walk": YES, "leg_weakness_one": NO},
        [],
    )
    assert read_each(posted(cannot_walk="unsure", leg_weakness_one="unsure"), ABLE)[0] == {
        "cannot_walk": UNSURE,
        "leg_weakness_one": UNSURE,
    }


@pytest.mark.parametrize("said", [YES, NO, UNSURE, Answer.RATHER_NOT_SAY])
def test_what_is_stored_is_shown_as_the_button_she_chose(said: Answer) -> None:
    for finding in (SIGNS[0], ABLE[0]):
        asked_whole = pregnant(23, **{finding.id: stored(finding, said)})
        assert shown(finding, asked_whole, each=True) == said
        assert shown(finding, pregnant(23, **{finding.id: said}), each=False) == said


def test_a_loss_marked_in_a_list_is_a_no_under_the_whole_question() -> None:
    (walk,) = _findings("cannot_walk")
    case = pregnant(23, cannot_walk="yes")
    assert (shown(walk, case, each=False), shown(walk, case, each=True)) == (YES, NO)


def test_what_was_not_asked_is_shown_open_and_a_number_as_typed() -> None:
    for each in (True, False):
        assert shown(SIGNS[0], pregnant(23), each) == ""
        assert shown(NUMBERS[0], pregnant(23, blood_pressure_upper=150), each) == "150"


@pytest.mark.parametrize(
    ("lines", "post"),
    [
        (SIGNS, {"chest_pain": "yes"}),
        (SIGNS, {"heavy_bleeding": "unsure"}),
        (ABLE, {"cannot_walk": "yes"}),
        (INTIMATE, {"drug_injecting": "rather_not_say"}),
    ],
)
def test_none_of_these_beside_a_mark_is_an_error_at_the_mark(lines: list[Finding], post: dict[str, str]) -> None:
    answers, errors = read_list(posted({**post, "none": "1"}), lines)
    assert answers == {}
    assert [(error.field, error.phrase) for error in errors] == [(*post, "questions.error.none_but_marked")]


def test_none_of_these_beside_a_no_agrees_with_it() -> None:
    assert read_list(posted(chest_pain="no", none="1"), SIGNS)[1] == []
    assert read_list(posted(cannot_walk="no", none="1"), ABLE)[1] == []


def test_nothing_marked_is_no_answer() -> None:
    answers, errors = read_list(posted(), SIGNS)
    assert answers == {}
    assert [(error.field, error.phrase) for error in errors] == [("chest_pain", "questions.error.nothing_marked")]


@pytest.mark.parametrize("typed", ["maybe", "YES", "rather_not_say", ""])
def test_a_value_that_no_button_has_is_no_answer(typed: str) -> None:
    answers, errors = read_each(posted(chest_pain=typed, heavy_bleeding="no"), SIGNS)
    assert answers == {"heavy_bleeding": NO}
    assert [(error.field, error.phrase) for error in errors] == [("chest_pain", "questions.error.missing")]


def test_only_an_intimate_question_may_stay_unsaid() -> None:
    post = posted(genital_sensation_loss="rather_not_say", drug_injecting="no")
    assert read_each(post, INTIMATE) == ({"genital_sensation_loss": Answer.RATHER_NOT_SAY, "drug_injecting": NO}, [])


def test_one_by_one_every_line_needs_an_answer() -> None:
    answers, errors = read_each(posted(), SIGNS)
    assert answers == {}
    assert [error.field for error in errors] == ["chest_pain", "heavy_bleeding"]


def test_numbers() -> None:
    answers, errors = read_each(posted(blood_pressure_upper="150", blood_pressure_lower="95,5"), NUMBERS)
    assert (answers, errors) == ({"blood_pressure_upper": 150.0, "blood_pressure_lower": 95.5}, [])


def test_a_number_that_she_does_not_know_is_unsure_but_a_typed_one_counts() -> None:
    post = posted(
        {"blood_pressure_upper-unsure": "1", "blood_pressure_lower": "95", "blood_pressure_lower-unsure": "1"}
    )
    assert read_each(post, NUMBERS)[0] == {"blood_pressure_upper": UNSURE, "blood_pressure_lower": 95.0}


@pytest.mark.parametrize("typed", ["", "59", "261", "high", "nan", "inf", "9" * 400])
def test_a_number_that_cannot_be_is_an_error_with_its_bounds(typed: str) -> None:
    answers, errors = read_each(posted(blood_pressure_upper=typed, blood_pressure_lower="80"), NUMBERS)
    assert answers == {"blood_pressure_lower": 80.0}
    assert [(error.field, error.phrase, error.values) for error in errors] == [
        ("blood_pressure_upper", "questions.error.number", {"low": "60", "high": "260"})
    ]
