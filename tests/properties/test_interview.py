"""The interview leaves out questions, and never the level: it ends where all her answers together would end."""

from __future__ import annotations

from hypothesis import given, settings

from carrywell.app.engine import open_engine
from carrywell.app.play_interview import Played, play_interview
from tests.lib.deciding import read
from tests.lib.naive_knowledge import stages_of
from tests.lib.naive_triage import Her, decide_with_all_questions, stage_of
from tests.lib.random_cases import DANGER_SIGNS, KB, PRIVATE, Case, asked_cases


def played(case: Case) -> Played:
    return play_interview(open_engine(), read(case))


@given(case=asked_cases())
def test_ends_in_the_level_of_all_answers(case: Case) -> None:
    full = decide_with_all_questions(case, KB)
    found = played(case)
    assert found.assessment.triage.level.speed == full.speed, f"all answers: {full.level}; asked: {found.asked}"


@settings(max_examples=40)
@given(case=asked_cases())
def test_asks_nothing_twice_and_nothing_that_is_not_for_her(case: Case) -> None:
    asked = played(case).asked
    assert len(set(asked)) == len(asked)
    assert not set(asked) & set(PRIVATE)
    assert [name for name in asked if stage_of(case["about"]) not in stages_of(KB.findings[name])] == []


@settings(max_examples=60)
@given(case=asked_cases())
def test_self_care_comes_only_after_every_danger_sign(case: Case) -> None:
    found = played(case)
    if found.assessment.triage.level.value == "self_care":
        said = found.assessment.case.answers
        denied = {name for name in DANGER_SIGNS if said.get(name) == "no"}
        denied |= {name for name in DANGER_SIGNS if said.get(KB.umbrella_of.get(name, "")) == "no"}
        her = Her(case, KB, "no")
        assert denied >= {name for name in DANGER_SIGNS if her.is_asked(name)} - _left_open(case)


def _left_open(case: Case) -> set[str]:
    return {name for name, said in case["answers"].items() if said == "rather_not_say"}
