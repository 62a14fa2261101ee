"""What each page shows: what was typed just now, else what she said before."""

from __future__ import annotations

from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.case import Case
from carrywell.web.check_pages import page_context
from carrywell.web.state import DamagedStateError, State
from tests.lib.cases import postpartum, pregnant
from tests.lib.posts import posted, sends

ENGINE = open_engine()


def _context(page: str, case: Case | None, **typed: Any) -> dict[str, Any]:
    return page_context(page, State(case), ENGINE, posted(typed) if typed else None)[1]


def test_her_weeks_are_shown_as_they_were_understood() -> None:
    assert _context("pregnant", pregnant(23.57, babies=2))["values"] == {"weeks_pregnant": "23+4", "babies": "2"}
    assert _context("pregnant", None)["values"] == {}


def test_what_was_typed_just_now_comes_before_what_was_said() -> None:
    case = pregnant(23, sites=["low_back"], now=4, chest_pain="no")
    where = _context("where", case, sites=["foot"], now="40")
    assert where["values"]["now"] == "40"
    assert where["chosen"] == {"foot"}
    questions = _context("q/now/chest_pain", case, chest_pain="yes")
    assert questions["values"] == {"chest_pain": "yes"}


def test_what_was_said_before_is_shown() -> None:
    case = pregnant(23, sites=["low_back"], now=0, started_weeks_ago=2.5, better_with=["rest"], history=["desk_work"])
    assert _context("where", case)["values"] == {"now": "0", "started_weeks_ago": "2.5"}
    assert _context("changes", case)["chosen"]["better_with"] == {"rest"}
    day = _context("day", case.model_copy(update={"day": {"mopping": 30}}))
    assert day["chosen"] == {"desk_work"}
    assert day["amounts"]["mopping"] == "30"
    assert day["amounts"]["ironing"] == ""


def test_asked_once_more_an_unsure_line_starts_open() -> None:
    case = pregnant(23, chest_pain="unsure")
    assert _context("q/now/chest_pain", case)["values"] == {"chest_pain": "unsure"}
    assert _context("c/now/chest_pain", case)["values"] == {"chest_pain": ""}


def test_a_number_that_she_does_not_know_is_ticked_and_stays_ticked_beside_an_error() -> None:
    page = "q/numbers/blood_pressure_upper,blood_pressure_lower"
    case = pregnant(23, high_blood_pressure="yes", blood_pressure_lower="unsure")
    assert _context(page, case)["unsure_numbers"] == {"blood_pressure_lower"}
    answer = sends(page, pregnant(23), blood_pressure_upper="high", **{"blood_pressure_lower-unsure": "1"})
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert 'value="high"' in shown
    assert 'name="blood_pressure_lower-unsure" type="checkbox" value="1" checked' in shown


@pytest.mark.parametrize("page", ["where", "changes", "day", "private", "q/now/chest_pain"])
def test_no_page_is_shown_before_her_weeks(page: str) -> None:
    with pytest.raises(DamagedStateError):
        page_context(page, State(), ENGINE, None)


BABY = {"feeding_baby", "holding_baby", "nappy_change"}


@pytest.mark.parametrize(
    ("case", "asked"),
    [
        (postpartum(3, ended="birth", baby_with_me="yes"), True),
        (postpartum(3, ended="birth", baby_with_me="no"), False),
        (postpartum(3, ended="birth", baby_with_me="rather_not_say"), False),
        (postpartum(3, ended="birth"), False),
        (postpartum(3, ended="loss"), False),
        (pregnant(30), False),
    ],
)
def test_a_baby_is_spoken_of_only_to_who_has_hers_with_her(case: Case, asked: bool) -> None:
    assert bool(BABY & set(_context("changes", case)["worse_with"])) == asked
    tasks = {task.id for task in _context("day", case)["tasks"]}
    assert ("nappy_changes" in tasks) == asked
    private = {line.id for _, lines in _context("private", case)["screens"] for line in lines}
    assert ("frightening_thoughts_baby" in private) == asked
    assert "unsafe_at_home" in private


def test_an_intimate_page_has_the_way_out() -> None:
    assert _context("q/intimate/genital_sensation_loss,drug_injecting", pregnant(23))["sensitive"]
    assert not _context("q/now/chest_pain", pregnant(23))["sensitive"]
