"""The interview, played to the end with the shipped knowledge base."""

from __future__ import annotations

from functools import cache

import pytest

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.app.play_interview import Played, answered, play_interview
from carrywell.decide.facts import Facts
from carrywell.decide.interview import MOST_LINES, Questions
from carrywell.model.answer import Answer
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from tests.lib.cases import all_no, also, postpartum, pregnant

AT = {
    Stage.FIRST_TRIMESTER: pregnant(9),
    Stage.SECOND_TRIMESTER: pregnant(24),
    Stage.THIRD_TRIMESTER: pregnant(33),
    Stage.POSTPARTUM_0_6W: postpartum(1.5, birth="caesarean", baby_with_me="yes"),
    Stage.POSTPARTUM_6W_12M: postpartum(20, baby_with_me="yes"),
    Stage.POSTPARTUM_12M_36M: postpartum(80, baby_with_me="yes"),
}
PRIVATE = frozenset(name for name, finding in open_engine().knowledge.findings.items() if finding.private)


def played(case: Case) -> Played:
    return play_interview(open_engine(), case)


@cache
def calm(stage: Stage) -> Case:
    """No to every question of the stage; to the lines that ask for many at once, the file says nothing."""
    case = all_no(AT[stage])
    findings = open_engine().knowledge.findings
    answers = {name: said for name, said in case.answers.items() if findings[name].kind != "umbrella"}
    return case.model_copy(update={"answers": answers})


def yes_to(finding: Finding) -> Case:
    """At the first stage where she is asked: yes to it and to what it hangs on, no to all the rest."""
    knowledge = open_engine().knowledge
    gates = {name: "yes" for name in knowledge.rests_on(finding.asked_if) if name in knowledge.findings}
    cases = (also(calm(stage), **gates, **{finding.id: "yes"}) for stage in finding.stages)
    return next(case for case in cases if all(is_asked(name, case) for name in (finding.id, *gates)))


def is_asked(name: str, case: Case) -> bool:
    knowledge = open_engine().knowledge
    return Facts(case, knowledge, Truth.FALSE).is_asked(knowledge.findings[name])


SIGNS = [
    finding
    for finding in open_engine().knowledge.findings.values()
    if finding.asks_for != "number" and not finding.private and finding.kind != "umbrella"
]


@pytest.mark.parametrize("finding", SIGNS, ids=lambda finding: finding.id)
def test_the_questions_that_were_left_out_would_not_have_changed_the_level(finding: Finding) -> None:
    case = yes_to(finding)
    everything_asked = check_case(open_engine(), case, "interviewed").triage.level
    assert played(case).assessment.triage.level is everything_asked


@pytest.mark.parametrize("stage", Stage)
def test_what_the_file_lacks_is_answered_no(stage: Stage) -> None:
    silent, spoken = played(AT[stage]), played(calm(stage))
    assert silent.asked == spoken.asked
    assert silent.assessment.triage.level is CareLevel.ROUTINE
    assert set(silent.assessment.case.answers.values()) == {Answer.NO}


def test_an_emergency_ends_the_questions_at_once() -> None:
    found = played(also(calm(Stage.THIRD_TRIMESTER), saddle_numbness="yes"))
    assert found.assessment.triage.level is CareLevel.EMERGENCY_NOW
    last = found.steps[-1]
    lines = open_engine().knowledge.screens[last].lines
    assert "saddle_numbness" in lines
    assert found.asked[-1] in lines


@pytest.mark.parametrize("stage", Stage)
def test_no_private_question_is_ever_put(stage: Stage) -> None:
    answering = also(AT[stage], **dict.fromkeys(PRIVATE, "yes"))
    found = played(answering)
    assert not PRIVATE & set(found.asked)
    assert not PRIVATE & set(found.assessment.case.answers)
    assert not found.assessment.private
    assert "private" not in found.steps


@pytest.mark.parametrize("stage", Stage)
def test_no_question_is_put_twice(stage: Stage) -> None:
    asked = played(calm(stage)).asked
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("stage", Stage)
def test_the_forms_come_in_their_order_between_the_danger_signs_and_the_plan(stage: Stage) -> None:
    steps = played(calm(stage)).steps
    assert steps[0] == "about"
    forms = [step for step in steps if step in ("where", "changes", "day")]
    assert forms == ["where", "changes", "day"]
    purposes = [open_engine().knowledge.screens[step].purpose for step in steps[steps.index("day") + 1 :]]
    assert set(purposes) == {"plan"}


@pytest.mark.parametrize("stage", Stage)
def test_every_screen_has_at_most_eight_lines(stage: Stage) -> None:
    engine, said = open_engine(), AT[stage]
    for purpose in ("about", "triage", "plan", "private"):
        while (questions := engine.interviewer.next_questions(engine.interviewer.standing(said), purpose)) is not None:
            assert 1 <= len(questions.lines) <= MOST_LINES
            said = answered(engine, said, questions, calm(stage))


def test_what_she_says_in_the_forms_is_taken_over() -> None:
    pain = {"sites": ["low_back"], "now": 4, "worse_with": ["bending"], "better_with": ["rest"]}
    told = pregnant(30, **pain, history=["scoliosis"], day={"mopping": 20})
    case = played(told).assessment.case
    assert (case.pain.sites, case.pain.now) == (("low_back",), 4)
    assert (case.pain.worse_with, case.pain.better_with) == (("bending",), ("rest",))
    assert (case.history, case.day) == (("scoliosis",), {"mopping": 20.0})


def test_at_a_level_of_today_the_forms_are_passed_over_where_they_cannot_matter() -> None:
    found = played(also(calm(Stage.THIRD_TRIMESTER), fever="yes"))
    assert not {"changes", "day"} & set(found.steps)
    assert found.assessment.case.history == ()


class TestUmbrella:
    """To a line that asks for many, the file answers by what it says of any of them."""

    @pytest.fixture
    def covered(self) -> dict[str, str]:
        """An umbrella and one danger sign of each under it, by the umbrella's id."""
        findings = open_engine().knowledge.findings
        return {name: finding.covers[0] for name, finding in findings.items() if finding.kind == "umbrella"}

    @pytest.mark.parametrize(("said", "reply"), [("yes", Answer.YES), ("unsure", Answer.UNSURE), ("no", Answer.NO)])
    def test_follows_what_is_under_it(self, said: str, reply: Answer, covered: dict[str, str]) -> None:
        engine = open_engine()
        assert covered
        for umbrella, sign in covered.items():
            finding = engine.knowledge.findings[sign]
            start = AT[finding.stages[0]]
            screen = next(screen for screen in engine.interviewer.screens if umbrella in screen.lines)
            lines = (engine.knowledge.findings[umbrella],)
            case = answered(engine, start, Questions(screen, lines), also(start, **{sign: said}))
            assert case.answers[umbrella] is reply, umbrella

    @pytest.mark.parametrize(
        ("own", "under_it", "reply"),
        [
            ("unsure", "no", Answer.UNSURE),
            ("yes", "no", Answer.YES),
            ("no", "yes", Answer.YES),
            ("no", "no", Answer.NO),
        ],
    )
    def test_a_file_that_contradicts_itself_is_taken_at_the_most_it_says(
        self, own: str, under_it: str, reply: Answer, covered: dict[str, str]
    ) -> None:
        engine = open_engine()
        for umbrella, sign in covered.items():
            finding = engine.knowledge.findings[umbrella]
            start = AT[engine.knowledge.findings[sign].stages[0]]
            screen = next(screen for screen in engine.interviewer.screens if umbrella in screen.lines)
            file = also(start, **{umbrella: own, sign: under_it})
            case = answered(engine, start, Questions(screen, (finding,)), file)
            assert case.answers[umbrella] is reply, umbrella
