"""The names of pages, and which page follows which."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.case import Case
from carrywell.web.pages import must_be_pages, next_page, page_after_questions, page_name, question_page, trail_names
from carrywell.web.state import DamagedStateError, State
from tests.lib.cases import all_no, also, pregnant

ENGINE = open_engine()


def test_a_name_leads_to_its_screen_and_back() -> None:
    page = question_page("q/now/chest_pain,stroke_signs", ENGINE)
    assert page.screen.id == "now"
    assert [line.id for line in page.lines] == ["chest_pain", "stroke_signs"]
    assert not page.clarifying
    assert question_page("c/now/chest_pain", ENGINE).clarifying


@pytest.mark.parametrize(
    "name",
    [
        "",
        "result",
        "status",
        "nowhere",
        "q",
        "q/now",
        "q/now/",
        "q/nowhere/chest_pain",
        "q/now/unsafe_at_home",  # said to her alone, on no page that is kept
        "q/now/chest_pain,unsafe_at_home",
        "q/private_safety/unsafe_at_home",
        "q/now/chest_pain,",
        "x/now/chest_pain",
        "q/now/chest_pain/",
        "../where",
        "q/now/\ud800",
    ],
)
def test_no_other_name_leads_anywhere(name: str) -> None:
    with pytest.raises(DamagedStateError):
        question_page(name, ENGINE)
    with pytest.raises(DamagedStateError):
        must_be_pages(["where", name], ENGINE)


def test_every_page_that_can_be_answered_may_stand_in_a_trail() -> None:
    must_be_pages(["pregnant", "after", "where", "changes", "day", "private", "q/now/chest_pain"], ENGINE)


def test_without_a_case_the_first_page_comes() -> None:
    assert next_page(ENGINE, State()) == "status"


def begun(case: Case) -> State:
    """After the page of her weeks: none of the emergencies that everyone is asked."""
    return State(also(case, **dict.fromkeys((line.id for line in ENGINE.interviewer.first), "no")), ("pregnant",))


def test_the_danger_signs_come_before_all_else() -> None:
    assert next_page(ENGINE, begun(pregnant(23))).startswith("q/now/")


def test_after_every_question_come_the_forms_each_once() -> None:
    asked = all_no(pregnant(23, sites=["low_back"]))
    seen: tuple[str, ...] = ("pregnant",)
    for form in ("where", "changes", "private"):
        assert next_page(ENGINE, State(asked, seen)) == form
        seen = (*seen, form)
    assert next_page(ENGINE, State(asked, seen)) == "result"


def test_from_her_day_the_way_leads_over_what_the_plan_must_know_back_to_the_result() -> None:
    asked = all_no(pregnant(23, sites=["low_back"]))
    answers = {name: said for name, said in asked.answers.items() if name != "fallen_lately"}
    seen = ("pregnant", "where", "changes", "private", "day")
    assert next_page(ENGINE, State(asked, seen)) == "result"
    page = next_page(ENGINE, State(asked.model_copy(update={"answers": answers}), seen))
    assert page == "q/cautions/fallen_lately"


def test_an_unsure_line_of_today_is_asked_once_more_and_only_once() -> None:
    page = question_page("q/now/chest_pain,stroke_signs", ENGINE)
    state = State(also(pregnant(23), chest_pain="unsure", stroke_signs="no"), ("pregnant",))
    again = page_after_questions(ENGINE, state, page)
    assert again == "c/now/chest_pain"
    assert page_after_questions(ENGINE, state, question_page(again, ENGINE)) == "result"


def test_a_sure_emergency_is_not_held_up_by_an_unsure_line() -> None:
    page = question_page("q/now/chest_pain,stroke_signs", ENGINE)
    state = State(also(pregnant(23), chest_pain="yes", stroke_signs="unsure"), ("pregnant",))
    assert page_after_questions(ENGINE, state, page) == "result"


def test_an_unsure_line_without_hurry_is_not_asked_twice() -> None:
    page = question_page("q/also/dizzy_spell", ENGINE)
    state = begun(pregnant(23, dizzy_spell="unsure"))
    assert page_after_questions(ENGINE, state, page).startswith("q/")


def test_the_trail_has_titles_and_leaves_out_what_was_asked_once_more() -> None:
    state = State(pregnant(23), ("pregnant", "q/now/chest_pain", "c/now/chest_pain", "where", "private"))
    names = trail_names(state, ENGINE, ENGINE.voice())
    assert [page for page, _ in names] == ["pregnant", "q/now/chest_pain", "where", "private"]
    assert dict(names)["pregnant"] == "Your weeks"
    assert dict(names)["q/now/chest_pain"] == ENGINE.knowledge.screens["now"].title.english


def test_what_an_umbrella_opened_stands_in_the_trail_under_its_title() -> None:
    page = "q/closer/shaking_chills,vomiting"
    opens = ENGINE.knowledge.findings["ill"].opens
    assert opens is not None
    assert question_page(page, ENGINE).screen.title == opens
    assert dict(trail_names(State(pregnant(23), (page,)), ENGINE, ENGINE.voice()))[page] == opens.english
    of_two = question_page("q/closer/fever,leg_weakness_one", ENGINE)
    assert of_two.screen.title == ENGINE.knowledge.screens["closer"].title


def test_a_page_that_was_split_has_a_name_for_each_part() -> None:
    standing = ENGINE.interviewer.standing(begun(pregnant(23)).case or pregnant(23))
    questions = ENGINE.interviewer.next_questions(standing, "triage")
    assert questions is not None
    name = page_name(questions)
    assert question_page(name, ENGINE).lines == questions.lines
    assert question_page(name, ENGINE).screen == questions.screen
