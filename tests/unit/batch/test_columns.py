from __future__ import annotations

import polars as pl
import pytest

from carrywell.app.engine import open_engine
from carrywell.batch.columns import allowed, columns, dtype, frame_of, let_through
from carrywell.knowledge.few_words import few_words
from carrywell.model.case import Case
from carrywell.model.case_kinds import Choice, Kind, Listed, Number
from carrywell.model.told import told
from tests.lib.cases import postpartum, pregnant

KNOWLEDGE = open_engine().knowledge
COLUMNS = columns(KNOWLEDGE)


def test_every_key_of_a_case_file_is_a_column() -> None:
    said = {"about.weeks_pregnant", "about.baby_with_me", "answers.fever", "pain.sites", "pain.onset", "history"}
    assert said | {"day.mopping", "asked_on", "answers.pain_nrs", "answers.stage"} <= COLUMNS.keys()
    assert {f"answers.{old}" for old in KNOWLEDGE.old_ids} <= COLUMNS.keys()


def test_private_answers_are_let_through_and_not_looked_at() -> None:
    private = {f"answers.{finding.id}" for finding in KNOWLEDGE.findings.values() if finding.private}
    assert private
    assert not private & COLUMNS.keys()
    assert let_through(KNOWLEDGE) == {"id"} | private


def test_what_may_stand_in_a_column() -> None:
    assert COLUMNS["answers.fever"] == Choice(("yes", "no", "unsure"), answer=True)
    assert COLUMNS["answers.low_mood_2w"] == Choice(("yes", "no", "unsure", "rather_not_say"), answer=True)
    assert COLUMNS["pain.now"] == Number(0, 10, whole=True)
    assert COLUMNS["pain.onset"] == Choice(("sudden", "gradual"))


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (COLUMNS["answers.fever"], "yes, no, unsure"),
        (COLUMNS["answers.blood_pressure_upper"], "a number from 60 to 260, or unsure"),
        (COLUMNS["pain.now"], "a whole number from 0 to 10"),
        (Listed(("a", "b")), "a list of these, each at most once: a, b"),
        (COLUMNS["asked_on"], "a day, written like 2026-11-22"),
        (COLUMNS["answers.stage"], "a number from 0"),
    ],
)
def test_what_is_allowed_is_said_in_words(kind: Kind, says: str) -> None:
    found = told("fault.found", found="x", allowed=allowed(kind))
    assert few_words().told(found) == f"found x; allowed: {says}"


def test_cases_as_a_frame() -> None:
    one = pregnant(23.5, fever="no", sites=["low_back"], history=[], day={"mopping": 30})
    other = postpartum(3, fever="unsure", birth="caesarean", asked_on="2026-11-22")
    frame = frame_of([one, other], KNOWLEDGE)
    assert frame["about.weeks_pregnant"].to_list() == [23.5, None]
    assert frame["about.weeks_postpartum"].to_list() == [None, 3]
    assert frame["about.birth"].to_list() == [None, "caesarean"]
    assert frame["answers.fever"].to_list() == ["no", "unsure"]
    assert frame["pain.sites"].to_list() == [["low_back"], None]
    assert frame["history"].to_list() == [[], None]
    assert frame["day.mopping"].to_list() == [30, None]
    assert frame["answers.fever"].dtype == dtype(COLUMNS["answers.fever"])


def test_a_number_that_she_is_unsure_of_makes_its_column_text() -> None:
    cases = [pregnant(30, blood_pressure_upper=150.0), pregnant(30, blood_pressure_upper="unsure")]
    assert frame_of(cases, KNOWLEDGE)["answers.blood_pressure_upper"].to_list() == ["150.0", "unsure"]


def test_private_answers_of_a_case_do_not_come_into_the_frame() -> None:
    frame = frame_of([pregnant(30, self_harm_thoughts="yes")], KNOWLEDGE)
    assert frame.columns == ["about.weeks_pregnant"]


def test_no_cases_are_an_empty_frame() -> None:
    assert frame_of([], KNOWLEDGE).equals(pl.DataFrame())
    assert frame_of([Case.model_validate({"about": {"weeks_pregnant": 1}})], KNOWLEDGE).height == 1


def test_a_finding_that_the_knowledge_base_does_not_have_is_refused() -> None:
    case = Case.model_validate({"about": {"weeks_pregnant": 1}, "answers": {"fevr": "yes"}})
    with pytest.raises(KeyError, match=r"answers\.fevr"):
        frame_of([case], KNOWLEDGE)
