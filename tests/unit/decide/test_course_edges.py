"""What time shows, at its edges: several rules at once, several moments, what she said of herself before."""

from __future__ import annotations

from carrywell.decide.course import moment_now
from carrywell.model.answer import Answer
from tests.lib.cases import also, postpartum, pregnant
from tests.lib.small_knowledge import finding, knowledge, pain_class
from tests.unit.decide.test_over_time import rule

NOT_BETTER = rule("not_better_2w", finding="not_better_2w", points=1, from_days=14)
STRONG = rule("strong_again", finding="severe_pain", answer="unsure", strength=8)


def test_her_no_to_one_thing_that_time_shows_leaves_the_next_one_standing() -> None:
    small = knowledge(finding("not_better_2w"), finding("severe_pain"), NOT_BETTER, STRONG)
    found = moment_now([pregnant(20, now=8), pregnant(22, now=8, not_better_2w="no")], small)
    assert found.case.answers == {"not_better_2w": Answer.NO, "severe_pain": Answer.UNSURE}
    assert [shown.finding for shown in found.derived] == ["severe_pain"]


def test_a_no_of_the_moment_between_does_not_settle_the_moment_now() -> None:
    small = knowledge(finding("not_better_2w"), NOT_BETTER)
    moments = [pregnant(20, now=5), pregnant(21, now=5, not_better_2w="no"), pregnant(23, now=5)]
    assert moment_now(moments, small).case.answers == {"not_better_2w": Answer.YES}


def test_what_she_said_of_the_birth_before_settles_what_is_not_for_her() -> None:
    small = knowledge(finding("not_better_2w", asked_if="is:caesarean"), NOT_BETTER)
    for birth, derived in (("vaginal", []), ("caesarean", ["not_better_2w"])):
        moments = [postpartum(1, now=5, birth=birth), postpartum(4, now=5)]
        assert [shown.finding for shown in moment_now(moments, small).derived] == derived, birth


def test_of_two_classes_that_her_pain_may_belong_to_the_one_that_settles_sooner_counts() -> None:
    slow, quick = (
        pain_class(
            name,
            "site:low_back",
            {"site:low_back": weight},
            settles={"within_weeks": weeks, "otherwise": sign, "basis": "design"},
        )
        for name, weight, weeks, sign in (("slow", 3, 6, "vomiting"), ("quick", 2, 1, "fever"))
    )
    small = knowledge(finding("fever"), finding("vomiting"), slow, quick, rule("not_settled", points=1))
    moments = [pregnant(20, now=5, sites=["low_back"]), pregnant(21, now=5)]
    assert moment_now(moments, small).case.answers == {"fever": Answer.YES}


def test_a_yes_that_she_gave_herself_stays_a_yes() -> None:
    small = knowledge(finding("severe_pain"), STRONG)
    found = moment_now([pregnant(20, now=8), also(pregnant(21, now=8), severe_pain="yes")], small)
    assert (found.case.answers, found.derived) == ({"severe_pain": Answer.YES}, ())
