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


@pytest.mark.parametrize("stage", Stage)
def test_her_weeks_and_the_first_emergencies_are_one_step(stage: Stage) -> None:
    engine, found = open_engine(), played(calm(stage))
    first = [line.id for line in engine.interviewer.first]
    about = [line.id for shown in engine.interviewer.about_her(stage.pregnant) for line in shown.lines]
    assert found.steps.count("about") == 1
    assert found.steps[0] == "about"
    assert list(found.asked[: len(first) + len(about)]) == [*first, *about]
    assert "about_birth" not in found.steps
    assert ("recent_neuraxial" in about) is not stage.pregnant


def test_an_emergency_among_the_first_lines_ends_it_after_one_step() -> None:
    found = played(also(calm(Stage.THIRD_TRIMESTER), chest_pain="yes"))
    assert found.assessment.triage.level is CareLevel.EMERGENCY_NOW
    assert found.steps == ("about",)
    assert found.after == ()
    assert set(found.asked) == {line.id for line in open_engine().interviewer.first}


def test_an_emergency_ends_the_questions_at_once() -> None:
    found = played(also(calm(Stage.THIRD_TRIMESTER), saddle_numbness="yes"))
    assert found.assessment.triage.level is CareLevel.EMERGENCY_NOW
    assert found.steps == ("about", "now")
    assert "saddle_numbness" in found.asked[-MOST_LINES:]
    assert found.after == ()


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
def test_where_it_hurts_comes_after_the_danger_signs_and_her_day_after_the_result(stage: Stage) -> None:
    found = played(calm(stage))
    forms = [step for step in found.steps if step in ("where", "changes", "day")]
    assert forms == ["where", "changes"]
    assert found.steps[-2:] == ("where", "changes")
    assert found.after[0] == "day"
    assert {open_engine().knowledge.screens[step].purpose for step in found.after[1:]} == {"plan"}


@pytest.mark.parametrize("stage", Stage)
def test_what_is_asked_after_the_result_is_no_part_of_what_was_asked_before_it(stage: Stage) -> None:
    found = played(calm(stage))
    later = set(found.assessment.case.answers) - set(found.asked)
    assert later
    assert later <= open_engine().interviewer.for_plan | set(
        open_engine().knowledge.findings["body_cautions"].covers
    ) | {"body_cautions"}


@pytest.mark.parametrize("stage", Stage)
def test_every_screen_has_at_most_eight_lines(stage: Stage) -> None:
    engine, said = open_engine(), AT[stage]
    assert len(engine.interviewer.first) <= MOST_LINES
    for purpose in ("about", "triage", "plan"):
        while (questions := engine.interviewer.next_questions(engine.interviewer.standing(said), purpose)) is not None:
            assert 1 <= len(questions.lines) <= MOST_LINES
            said = answered(engine, said, questions, calm(stage))


class TestDecisions:
    """What she had to make up her mind about before the result."""

    def test_a_list_with_none_of_these_is_one(self) -> None:
        found = played(AT[Stage.SECOND_TRIMESTER])
        lists = [step for step in found.steps if step not in ("about", "where", "changes")]
        her_weeks, first_list, forms = 2, 1, 1 + 2
        assert found.decisions == her_weeks + first_list + len(lists) + forms

    def test_in_a_list_each_line_marked_is_one(self) -> None:
        none = played(AT[Stage.SECOND_TRIMESTER])
        one = played(also(AT[Stage.SECOND_TRIMESTER], worse_moving_better_rest="yes"))
        assert one.steps == none.steps
        assert one.decisions == none.decisions  # one line, in place of none of these
        two = played(also(AT[Stage.SECOND_TRIMESTER], worse_moving_better_rest="yes", cannot_function="unsure"))
        assert two.decisions > one.decisions

    def test_each_question_put_by_itself_is_one(self) -> None:
        before, after = played(AT[Stage.SECOND_TRIMESTER]), played(AT[Stage.POSTPARTUM_6W_12M])
        assert after.steps == before.steps
        baby_with_me, needle = 1, 1
        assert after.decisions == before.decisions + baby_with_me + needle

    def test_what_she_says_of_the_pain_is_one_each(self) -> None:
        silent = played(AT[Stage.SECOND_TRIMESTER])
        told = played(pregnant(24, sites=["low_back"], now=4, onset="gradual"))
        assert told.decisions == silent.decisions + 2  # the places are asked for anyway

    def test_what_fits_the_plan_does_not_count(self) -> None:
        cautions = played(also(AT[Stage.SECOND_TRIMESTER], skin_broken="yes", epilepsy="yes"))
        assert cautions.decisions == played(AT[Stage.SECOND_TRIMESTER]).decisions
        assert cautions.assessment.case.answers["skin_broken"] is Answer.YES


def test_what_she_says_in_the_forms_is_taken_over() -> None:
    pain = {"sites": ["low_back"], "now": 4, "worse_with": ["bending"], "better_with": ["rest"]}
    told = pregnant(30, **pain, history=["scoliosis"], day={"mopping": 20})
    case = played(told).assessment.case
    assert (case.pain.sites, case.pain.now) == (("low_back",), 4)
    assert (case.pain.worse_with, case.pain.better_with) == (("bending",), ("rest",))
    assert (case.history, case.day) == (("scoliosis",), {"mopping": 20.0})


def test_at_a_level_of_today_the_forms_are_passed_over_where_they_cannot_matter() -> None:
    found = played(also(calm(Stage.THIRD_TRIMESTER), fever="yes"))
    assert "changes" not in found.steps
    assert found.after == ()
    assert found.assessment.case.history == ()


class TestReading:
    """A file may hold a blood pressure, and nothing of whether one was taken."""

    @pytest.mark.parametrize("said", [{}, {"high_blood_pressure": "yes"}])
    def test_it_is_asked_for_and_counts(self, said: dict[str, str]) -> None:
        case = also(AT[Stage.THIRD_TRIMESTER], blood_pressure_upper=175, **said)
        assert check_case(open_engine(), case, "no").triage.level is CareLevel.EMERGENCY_NOW
        found = played(case)
        assert "blood_pressure_upper" in found.asked
        assert found.assessment.triage.level is CareLevel.EMERGENCY_NOW


class TestUmbrella:
    """To a line that asks for many, the file answers by what it says of any of them."""

    UMBRELLAS = tuple(finding for finding in open_engine().knowledge.findings.values() if finding.covers)

    def reply(self, umbrella: Finding, **said: str) -> Answer | float:
        engine = open_engine()
        start = AT[umbrella.stages[0]]
        questions = Questions(engine.knowledge.screens["now"], (umbrella,))
        return answered(engine, start, questions, also(start, **said)).answers[umbrella.id]

    @pytest.mark.parametrize("umbrella", UMBRELLAS, ids=lambda umbrella: umbrella.id)
    def test_follows_what_is_under_it(self, umbrella: Finding) -> None:
        for sign in umbrella.covers:
            for said in Answer.YES, Answer.UNSURE, Answer.NO:
                assert self.reply(umbrella, **{sign: said.value}) is said, sign

    @pytest.mark.parametrize("umbrella", UMBRELLAS, ids=lambda umbrella: umbrella.id)
    @pytest.mark.parametrize(
        ("own", "under_it", "reply"),
        [
            ("unsure", "no", Answer.UNSURE),
            ("yes", "no", Answer.YES),
            ("no", "yes", Answer.YES),
            ("no", "unsure", Answer.UNSURE),
            ("no", "no", Answer.NO),
        ],
    )
    def test_a_file_that_contradicts_itself_is_taken_at_the_most_it_says(
        self, own: str, under_it: str, reply: Answer, umbrella: Finding
    ) -> None:
        assert self.reply(umbrella, **{umbrella.id: own, umbrella.covers[0]: under_it}) is reply
