"""What each page shows: what was typed just now, else what she said before."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from carrywell.web.check_pages import page_context, read_page
from carrywell.web.state import DamagedStateError, State
from tests.lib.cases import postpartum, pregnant
from tests.lib.posts import posted, sends

ENGINE = open_engine()


def _context(page: str, case: Case | None, **typed: Any) -> dict[str, Any]:
    return page_context(page, State(case), ENGINE, posted(typed) if typed else None)[1]


FIRST = [line.id for line in ENGINE.interviewer.first]


def test_her_weeks_are_shown_as_they_were_understood() -> None:
    assert _context("pregnant", pregnant(23.57, babies=2))["values"] == {"weeks_pregnant": "23+4", "babies": "2"}
    assert _context("pregnant", None)["values"] == {}
    after = _context("after", postpartum(3, ended="loss", recent_neuraxial="unsure"))
    assert after["values"] == {"weeks_postpartum": "3", "ended": "loss", "recent_neuraxial": "unsure"}


@pytest.mark.parametrize("page", ["pregnant", "after"])
def test_the_emergencies_that_everyone_is_asked_stand_under_her_weeks(page: str) -> None:
    context = _context(page, None)
    assert [line.id for line in context["lines"]] == FIRST
    assert context["screen"].id == "now"
    assert set(context["said"].values()) == {""}
    assert not context["each"]


def test_the_needle_is_asked_about_under_her_weeks_after_the_end_alone() -> None:
    assert [line.id for line in _context("after", None)["one_by_one"]] == ["recent_neuraxial"]
    assert _context("pregnant", None)["one_by_one"] == []


def test_what_she_said_under_her_weeks_is_shown_when_she_comes_back() -> None:
    case = pregnant(23, **dict.fromkeys(FIRST, "no") | {FIRST[1]: "unsure"})
    said = _context("pregnant", case)["said"]
    assert said == dict.fromkeys(FIRST, "no") | {FIRST[1]: "unsure"}
    typed = _context("pregnant", case, **{FIRST[0]: "yes"})["said"]
    assert typed == dict.fromkeys(FIRST, "") | {FIRST[0]: "yes"}


class TestHerWeeksAreRead:
    """Her weeks, the emergencies under them, and after the end the needle: one page, read as a whole."""

    def read(self, page: str, case: Case | None = None, **fields: str) -> tuple[Case | None, list[str]]:
        found, errors = read_page(page, posted(fields), State(case), ENGINE, date(2026, 11, 22))
        return found, [error.field for error in errors]

    AFTER: ClassVar = {"weeks_postpartum": "3", "ended": "loss", "recent_neuraxial": "yes"}

    def test_none_of_these_is_a_no_to_each(self) -> None:
        case, errors = self.read("pregnant", weeks_pregnant="23", none="1")
        assert errors == []
        assert case is not None
        assert case.about.weeks_pregnant == 23
        assert case.answers == dict.fromkeys(FIRST, Answer.NO)

    def test_what_she_marks_is_kept(self) -> None:
        case, _ = self.read("pregnant", weeks_pregnant="23", **{FIRST[0]: "unsure"})
        assert case is not None
        assert case.answers == dict.fromkeys(FIRST, Answer.NO) | {FIRST[0]: Answer.UNSURE}

    def test_after_the_end_the_needle_is_kept_too(self) -> None:
        case, errors = self.read("after", **self.AFTER, none="1")
        assert errors == []
        assert case is not None
        assert case.answers == dict.fromkeys(FIRST, Answer.NO) | {"recent_neuraxial": Answer.YES}

    @pytest.mark.parametrize("missing", ["weeks_postpartum", "ended", "recent_neuraxial"])
    def test_nothing_is_kept_while_something_is_missing(self, missing: str) -> None:
        fields = {name: value for name, value in self.AFTER.items() if name != missing}
        assert self.read("after", **fields, none="1") == (None, [missing])

    def test_silence_about_the_emergencies_is_no_answer(self) -> None:
        assert self.read("pregnant", weeks_pregnant="23") == (None, [FIRST[0]])
        assert self.read("pregnant", none="1", **{FIRST[1]: "yes"}) == (None, ["weeks_pregnant", FIRST[1]])

    def test_what_she_said_on_later_pages_stays_when_she_changes_her_weeks(self) -> None:
        before = pregnant(23, vomiting="yes", sites=["low_back"])
        case, _ = self.read("pregnant", before, weeks_pregnant="24", none="1")
        assert case is not None
        assert case.answers["vomiting"] is Answer.YES
        assert case.pain == before.pain


def test_what_was_typed_just_now_comes_before_what_was_said() -> None:
    case = pregnant(23, sites=["low_back"], now=4, chest_pain="no")
    where = _context("where", case, sites=["foot"], now="40")
    assert where["values"]["now"] == "40"
    assert where["chosen"] == {"foot"}
    questions = _context("q/now/chest_pain", case, chest_pain="yes")
    assert questions["said"] == {"chest_pain": "yes"}


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
    assert _context("q/now/chest_pain", case)["said"] == {"chest_pain": "unsure"}
    assert _context("c/now/chest_pain", case)["said"] == {"chest_pain": ""}


def test_an_ability_is_shown_as_its_loss_in_a_list_and_as_the_ability_where_it_is_asked_whole() -> None:
    case = pregnant(23, cannot_walk="yes")
    in_a_list, asked_whole = _context("q/today/cannot_walk", case), _context("c/today/cannot_walk", case)
    assert (in_a_list["each"], in_a_list["said"]) == (False, {"cannot_walk": "yes"})
    assert (asked_whole["each"], asked_whole["said"]) == (True, {"cannot_walk": "no"})


@pytest.mark.parametrize(("page", "stored"), [("q/today/cannot_walk", Answer.YES), ("c/today/cannot_walk", Answer.NO)])
def test_and_is_read_as_it_was_shown(page: str, stored: Answer) -> None:
    case, errors = read_page(page, posted(cannot_walk="yes"), State(pregnant(23)), ENGINE, date(2026, 11, 22))
    assert errors == []
    assert case is not None
    assert case.answers == {"cannot_walk": stored}


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
    assert _context("q/now/genital_sensation_loss,saddle_numbness", pregnant(23))["sensitive"]
    assert not _context("q/now/chest_pain", pregnant(23))["sensitive"]
