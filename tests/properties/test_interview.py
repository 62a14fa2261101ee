"""The interview leaves out questions, and never the level: it ends where all her answers together would end."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.app.play_interview import Played, answered, form_filled, play_interview
from carrywell.app.steps import next_step
from carrywell.decide.interview import MOST_LINES
from carrywell.model.answer import Answer
from carrywell.model.care import Speed
from carrywell.model.case import Case as RealCase
from tests.lib.deciding import read
from tests.lib.naive_knowledge import stages_of
from tests.lib.naive_triage import Her, decide, decide_with_all_questions, stage_of
from tests.lib.random_cases import DANGER_SIGNS, KB, PRIVATE, Case, asked_cases, full_cases

# Every place at which squeezed nerves of the low back show: each is asked of every woman, by itself.
CAUDA_EQUINA = {"saddle_numbness", "bladder_signs", "bowel_change", "genital_sensation_loss", "both_legs"}


def played(case: Case) -> Played:
    return play_interview(open_engine(), read(case))


@dataclass(frozen=True)
class Shown:
    """One screen: its id, its lines, and what she had said when it came."""

    screen: str
    lines: tuple[str, ...]
    said: RealCase


def screens(case: Case) -> list[Shown]:
    """Every screen with its lines, to the result and then through the fitting of the plan."""
    engine, her = open_engine(), read(case)
    first = engine.interviewer.first_questions
    said, done, shown = RealCase(about=her.about), set[str](), list[Shown]()
    questions = first
    while True:
        shown.append(Shown(questions.screen.id, tuple(line.id for line in questions.lines), said))
        said = answered(engine, said, questions, her)
        while (step := next_step(engine, said, done, played=True)).questions is None:
            if step.name == "result" and ("day" in done or engine.interviewer.standing(said).speed >= Speed.TODAY):
                return shown
            form = "day" if step.name == "result" else step.name
            done.add(form)
            said = form_filled(said, form, her)
        questions = step.questions


def purpose(shown: Shown) -> str:
    return open_engine().knowledge.screens[shown.screen].purpose


@given(case=asked_cases())
def test_ends_in_the_level_of_all_answers(case: Case) -> None:
    full = decide_with_all_questions(case, KB)
    found = played(case)
    assert found.assessment.triage.level.speed == full.speed, f"all answers: {full.level}; asked: {found.asked}"


@given(case=full_cases())
def test_ends_as_fast_when_every_line_and_every_umbrella_has_its_answer(case: Case) -> None:
    full = decide(case, KB, "no")
    found = played(case)
    assert found.assessment.triage.level.speed == full.speed, f"all answers: {full.level}; asked: {found.asked}"


@given(case=full_cases())
def test_what_is_asked_to_fit_the_plan_never_changes_the_level(case: Case) -> None:
    found = played(case)
    answers = {name: said for name, said in found.assessment.case.answers.items() if name in found.asked}
    before = found.assessment.case.model_copy(update={"answers": answers, "history": (), "day": {}})
    assert check_case(open_engine(), before, "interviewed").triage.level is found.assessment.triage.level


def early_lines(shown: Shown, stage: str) -> list[str]:
    """Those that stand under an umbrella which she was not asked yet."""
    over = {name: KB.umbrella_of.get(name, "") for name in shown.lines if purpose(shown) != "about"}
    hers = {name for name, umbrella in over.items() if umbrella and stage in stages_of(KB.findings[umbrella])}
    return [name for name in shown.lines if name in hers and over[name] not in shown.said.answers]


def speed_with(said: Case, name: str) -> Speed:
    return open_engine().interviewer.speed(said.model_copy(update={"answers": {**said.answers, name: Answer.YES}}))


@settings(max_examples=60)
@given(case=full_cases())
def test_asks_nothing_twice_and_nothing_that_is_not_for_her(case: Case) -> None:
    asked = [line for shown in screens(case) for line in shown.lines]
    assert len(set(asked)) == len(asked)
    assert not set(asked) & set(PRIVATE)
    assert [name for name in asked if stage_of(case["about"]) not in stages_of(KB.findings[name])] == []


@settings(max_examples=60)
@given(case=full_cases())
def test_no_list_is_longer_than_eight_lines_besides_what_did_not_wait_for_its_umbrella(case: Case) -> None:
    for shown in screens(case):
        early = early_lines(shown, stage_of(case["about"]))
        assert len(early) <= MOST_LINES == 8, shown
        assert 1 <= len(shown.lines) <= MOST_LINES + len(early), shown


@settings(max_examples=60)
@given(case=full_cases())
def test_a_line_waits_for_its_umbrella_and_is_spared_her_when_that_was_denied_or_settled_it(case: Case) -> None:
    """Apart from what is asked with her weeks, and at a level of today from what is now an emergency at once."""
    stage = stage_of(case["about"])
    for shown in screens(case):
        for name in shown.lines if purpose(shown) != "about" else ():
            over = KB.umbrella_of.get(name)
            if over is None or stage not in stages_of(KB.findings[over]):
                continue
            assert shown.said.answers.get(over) is not Answer.NO, f"{name}, and to {over} she said no"
            assert "level" not in KB.findings[over], f"{name}, and a yes to {over} is enough"
        if names := early_lines(shown, stage):
            assert open_engine().interviewer.speed(shown.said) == Speed.TODAY
            assert [name for name in names if speed_with(shown.said, name) != Speed.NOW] == []


@settings(max_examples=60)
@given(case=full_cases())
def test_what_an_umbrella_opened_stands_on_a_screen_of_its_own(case: Case) -> None:
    stage = stage_of(case["about"])
    for shown in screens(case):
        opened = [
            name
            for name in shown.lines
            if stage in stages_of(KB.findings.get(KB.umbrella_of.get(name, ""), {"stages": ()}))
            and name not in early_lines(shown, stage)
        ]
        assert opened in ([], list(shown.lines))
        if opened and purpose(shown) == "triage":
            assert shown.screen in ("closer", "numbers")


@given(case=full_cases())
def test_every_sign_of_squeezed_nerves_is_asked_of_every_woman_who_is_no_emergency_before(case: Case) -> None:
    """They come on the first screens after her weeks, before anything slower."""
    found = played(case)
    if found.steps == ("about",):
        assert found.assessment.triage.level.speed == Speed.NOW
        return
    if found.assessment.triage.level.speed < Speed.NOW:
        assert set(found.asked) >= CAUDA_EQUINA
    before = decide(Case(case, answers={name: case["answers"][name] for name in first_lines()}, pain={}), KB, "no")
    assert before.speed < Speed.NOW
    until = [shown for shown in screens(case) if CAUDA_EQUINA & set(shown.lines)]
    assert {shown.screen for shown in until} == {"now"}
    assert {line for shown in until for line in shown.lines} >= CAUDA_EQUINA


def first_lines() -> list[str]:
    return [line.id for line in open_engine().interviewer.first]


@pytest.mark.parametrize("sign", sorted(CAUDA_EQUINA))
@settings(max_examples=25)
@given(case=full_cases())
def test_a_yes_or_not_sure_to_one_of_them_ends_it_there(sign: str, case: Case) -> None:
    """Whatever else she says of what everyone is asked, it cannot go past the screen on which the sign stands."""
    for said in ("yes", "unsure"):
        answers = {**case["answers"], sign: said}
        answers |= dict.fromkeys(KB.findings[sign].get("covers", ()), said)
        found = played(Case(case, answers=answers))
        assert found.assessment.triage.level.speed == Speed.NOW
        assert set(found.steps) <= {"about", "now"}
        assert found.after == ()


@settings(max_examples=60)
@given(case=asked_cases())
def test_self_care_comes_only_after_every_danger_sign(case: Case) -> None:
    found = played(case)
    if found.assessment.triage.level.value == "self_care":
        said = {name: answer for name, answer in found.assessment.case.answers.items() if name in found.asked}
        denied = {name for name in DANGER_SIGNS if said.get(name) == "no"}
        denied |= {name for name in DANGER_SIGNS if said.get(KB.umbrella_of.get(name, "")) == "no"}
        her = Her(case, KB, "no")
        assert denied >= {name for name in DANGER_SIGNS if her.is_asked(name)} - _left_open(case)


def _left_open(case: Case) -> set[str]:
    return {name for name, said in case["answers"].items() if said == "rather_not_say"}
