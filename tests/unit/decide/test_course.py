"""What time shows is set as the finding that it stands for, where she left that open."""

from __future__ import annotations

import pytest

from carrywell.decide.course import Moment, moment_now
from carrywell.model.answer import Answer
from carrywell.model.case import Case
from tests.lib.cases import also, postpartum, pregnant
from tests.lib.small_knowledge import finding, knowledge, pain_class
from tests.unit.decide.test_lasting import lasting
from tests.unit.decide.test_over_time import rule

NOT_BETTER = rule("not_better_2w", finding="not_better_2w", points=1, from_days=14)
STRONG = rule("strong_again", finding="severe_pain", answer="unsure", strength=8)
STRAIN = pain_class(
    "muscle_strain",
    "site:low_back",
    {"site:low_back": 3},
    settles={"within_weeks": 1, "otherwise": "fever", "basis": "design"},
)
KB = knowledge(
    *map(finding, ("fever", "severe_pain", "not_better_2w", "saddle_numbness")),
    finding("not_settling", kind="umbrella", covers=["not_better_2w"], opens="opens"),
    NOT_BETTER,
    STRONG,
    lasting("nerves", 14, "saddle_numbness"),
)
FIRST, LATER = pregnant(20, now=5), pregnant(22, now=5)


def now(*cases: Case) -> Moment:
    return moment_now(cases, KB)


def derived(found: Moment) -> list[str | None]:
    return [shown.finding for shown in found.derived]


def test_one_moment_alone_stays_as_it_is() -> None:
    alone = pregnant(20, fever="no", sites=["low_back"], now=9, course="steady", day={"mopping": 20})
    assert now(alone).case == alone


def test_what_time_shows_becomes_an_answer() -> None:
    found = now(FIRST, LATER)
    assert found.case.answers == {"not_better_2w": Answer.YES}
    assert derived(found) == ["not_better_2w"]


def test_what_is_only_likely_becomes_unsure() -> None:
    assert now(pregnant(20, now=9), pregnant(21, now=8)).case.answers == {"severe_pain": Answer.UNSURE}


@pytest.mark.parametrize("said", ["no", "unsure"])
def test_her_own_word_comes_first(said: str) -> None:
    found = now(FIRST, also(LATER, not_better_2w=said))
    assert found.case.answers == {"not_better_2w": said}
    assert derived(found) == []
    assert [shown.rule.id for shown in found.shown] == ["not_better_2w"]


def test_so_does_her_word_to_the_question_that_covers_it() -> None:
    assert derived(now(FIRST, also(LATER, not_settling="no"))) == []


@pytest.mark.parametrize("said", ["no", "unsure"])
def test_an_earlier_word_that_was_no_yes_may_be_overtaken(said: str) -> None:
    assert now(also(FIRST, not_better_2w=said), LATER).case.answers == {"not_better_2w": Answer.YES}


def test_an_earlier_yes_needs_nothing_derived() -> None:
    found = now(also(FIRST, not_better_2w="yes"), LATER)
    assert (found.case.answers, derived(found)) == ({"not_better_2w": Answer.YES}, [])


def test_a_yes_is_not_made_unsure() -> None:
    two = knowledge(finding("severe_pain"), STRONG, rule("new_place", finding="severe_pain"))
    cases = [pregnant(20, now=8, sites=["groin"]), pregnant(21, now=8, sites=["foot"])]
    found = moment_now(cases, two)
    assert found.case.answers == {"severe_pain": Answer.YES}
    assert len(found.derived) == 2


def test_a_knowledge_base_without_that_finding_is_not_given_it() -> None:
    assert moment_now([FIRST, LATER], knowledge(NOT_BETTER)).case.answers == {}


def test_the_class_of_her_pain_says_when_it_should_have_eased() -> None:
    with_class = knowledge(finding("fever"), STRAIN, rule("not_settled", points=1))
    moments = [pregnant(20, now=5, sites=["low_back"]), pregnant(21, now=5)]
    assert derived(moment_now(moments, with_class)) == ["fever"]
    assert derived(moment_now([pregnant(20, now=5, sites=["groin"]), pregnant(21, now=5)], with_class)) == []


def test_a_sign_that_outlasts_her_no_is_told_apart() -> None:
    found = now(pregnant(20, saddle_numbness="yes"), pregnant(20.5, saddle_numbness="no"))
    assert found.case.answers == {"saddle_numbness": Answer.UNSURE}
    assert ([sign.finding for sign in found.kept], derived(found)) == (["saddle_numbness"], [])


def test_a_new_pregnancy_starts_afresh() -> None:
    found = now(postpartum(50, now=5, saddle_numbness="yes"), pregnant(8, now=5))
    assert (found.case.answers, found.shown, found.kept) == ({}, (), ())
