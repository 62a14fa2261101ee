"""What travels in the page: it comes back as it went, and what does not is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.answer import Answer
from carrywell.web.state import MOST_PAGES, DamagedStateError, State, read_state
from tests.lib.cases import postpartum, pregnant
from tests.lib.posts import client

CASE: dict[str, Any] = {"about": {"weeks_pregnant": 23}}


def _with(**changed: Any) -> str:
    return json.dumps({"case": CASE, "trail": []} | changed)


def test_a_state_comes_back_as_it_went() -> None:
    cases = (
        None,
        pregnant(23.57, babies=2, chest_pain="no", fever="unsure", blood_pressure_upper=150, sites=["low_back"], now=4),
        postpartum(0, ended="loss", birth="vaginal", genital_sensation_loss="rather_not_say", day={"mopping": 30}),
        pregnant(9, worse_with=[], history=[]),
    )
    for case in cases:
        state = State(case, ("pregnant", "q/now/chest_pain", "where"))
        assert read_state(state.dump(), open_engine()) == state


def test_a_list_left_empty_stays_answered() -> None:
    """`Nothing makes it worse` and `not asked` are not the same."""
    back = read_state(State(pregnant(23, worse_with=[])).dump(), open_engine())
    assert back.case is not None
    assert "worse_with" in back.case.pain.model_fields_set
    assert "better_with" not in back.case.pain.model_fields_set


def test_the_first_page_carries_nothing() -> None:
    assert read_state("", open_engine()) == State()


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "null",
        "[]",
        "5",
        '"case"',
        "{}",
        '{"case": null}',
        '{"trail": []}',
        _with(trail=5),
        _with(trail=None),
        _with(case=5),
        _with(case=[]),
        _with(case={}),
        _with(case={"about": {}}),
        _with(case={"about": {"weeks_pregnant": 60}}),
        _with(case={"about": {"weeks_pregnant": float("nan")}}),
        _with(case={"about": {"weeks_pregnant": 23, "weeks_postpartum": 3}}),
        _with(case={"about": {"weeks_pregnant": 23, "baby_with_me": "yes"}}),
        _with(case=CASE | {"answers": {"no_such_finding": "yes"}}),
        _with(case=CASE | {"answers": {"chest_pain": "perhaps"}}),
        _with(case=CASE | {"answers": {"chest_pain": ["yes"]}}),
        _with(case=CASE | {"answers": {"chest_pain": "rather_not_say"}}),
        _with(case=CASE | {"answers": {"blood_pressure_upper": 9000}}),
        _with(case=CASE | {"answers": "none"}),
        _with(case=CASE | {"pain": {"now": 11}}),
        _with(case=CASE | {"pain": {"sites": ["low_back", "low_back"]}}),
        _with(case=CASE | {"history": ["fame"]}),
        _with(case=CASE | {"day": {"no_such_task": 5}}),
        _with(case=CASE | {"level": "self_care"}),
        "[" * 100_000,
        _with()[:-1],
    ],
)
def test_what_the_last_page_cannot_have_written_is_refused(text: str) -> None:
    with pytest.raises(DamagedStateError):
        read_state(text, open_engine())


def test_no_trail_is_longer_than_the_longest_way() -> None:
    read_state(_with(trail=["where"] * MOST_PAGES), open_engine())
    with pytest.raises(DamagedStateError):
        read_state(_with(trail=["where"] * (MOST_PAGES + 1)), open_engine())


def test_an_old_id_is_still_understood() -> None:
    """A page that was left open over an update of the knowledge base."""
    case = CASE | {"answers": {"arm_weakness_tingling": "yes"}}
    back = read_state(_with(case=case), open_engine())
    assert back.case is not None
    assert back.case.answers == {"arm_weak_new": Answer.YES}


@pytest.mark.parametrize("state", ["hello", _with(case={"about": {}}), "[" * 100_000])
def test_she_is_told_kindly_and_can_start_again(state: str) -> None:
    answer = client().post("/check", {"page": "where", "state": state})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "This page lost its place" in page
    assert 'href="/"' in page


@pytest.mark.parametrize("size", [300 * 1024, 3 * 1024 * 1024])
def test_a_huge_state_is_refused_unread(size: int) -> None:
    answer = client().post("/check", {"page": "where", "state": "x" * size})
    assert answer.status_code == 400
    assert "This page lost its place" in answer.content.decode()


def test_a_thousand_fields_are_refused_unread() -> None:
    answer = client().post("/check", {f"field-{number}": "x" for number in range(1000)})
    assert answer.status_code == 400


def test_pages_answered_twice_stand_once_in_the_trail() -> None:
    state = (
        State().with_page("pregnant", pregnant(23)).with_page("where", pregnant(23)).with_page("pregnant", pregnant(24))
    )
    assert state.trail == ("pregnant", "where")
    assert state.done == {"where"}


def test_the_page_of_her_weeks_is_one_whichever_it_is() -> None:
    state = State().with_page("pregnant", pregnant(3)).with_page("where", pregnant(3)).with_page("after", postpartum(3))
    assert state.trail == ("after", "where")


def test_the_page_before() -> None:
    state = State(pregnant(23), ("pregnant", "q/now/chest_pain", "where"))
    assert state.before("where") == "q/now/chest_pain"
    assert state.before("changes") == "where", "a page not answered yet comes after all that are"
    assert state.before("pregnant") is None
    assert state.before("after") is None
    assert State().before("pregnant") is None
