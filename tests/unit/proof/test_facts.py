"""Facts over all cases: what silence, gates, umbrellas and rough places make of them."""

from __future__ import annotations

import pytest
import z3

from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import Fact
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.proof.cases import values_in, values_of
from carrywell.proof.facts import CircularGate, SymbolicFacts
from carrywell.proof.woman import Woman
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import fact, finding, knowledge

THIRD = Stage.THIRD_TRIMESTER


def truth(small: Knowledge, name: str, case: Case, silence: Truth = Truth.UNKNOWN, **more: object) -> Truth:
    facts = SymbolicFacts(Woman(small, THIRD), silence, **more)  # type: ignore[arg-type]
    found = facts.truth(name)
    return Truth(sum(values_in([found.surely, found.possibly], values_of(facts.woman, case))))


@pytest.mark.parametrize(("said", "found"), [("yes", Truth.TRUE), ("no", Truth.FALSE), ("unsure", Truth.UNKNOWN)])
def test_an_answer(said: str, found: Truth) -> None:
    for silence in (Truth.FALSE, Truth.UNKNOWN):
        assert truth(knowledge(finding("fever")), "fever", pregnant(30, fever=said), silence) is found


def test_silence_counts_as_it_is_told_to() -> None:
    small = knowledge(finding("fever"))
    assert truth(small, "fever", pregnant(30)) is Truth.UNKNOWN
    assert truth(small, "fever", pregnant(30), Truth.FALSE) is Truth.FALSE


def test_silence_is_no_to_what_is_not_hers() -> None:
    small = knowledge(
        finding("arm_or_leg", kind="umbrella", covers=["leg_pain_one"], opens="opens"),
        finding("leg_pain_one"),
        finding("leg_pain_cough", asked_if="leg_pain_one"),
        finding("wound_problem", stages=["postpartum_0_6w"]),
        finding("low_mood_2w", intimate=True),
    )
    assert truth(small, "leg_pain_one", pregnant(30)) is Truth.UNKNOWN
    assert truth(small, "wound_problem", pregnant(30)) is Truth.FALSE
    assert truth(small, "low_mood_2w", pregnant(30)) is Truth.FALSE
    assert truth(small, "low_mood_2w", pregnant(30), asking=True) is Truth.UNKNOWN
    assert truth(small, "leg_pain_cough", pregnant(30, leg_pain_one="no")) is Truth.FALSE
    assert truth(small, "leg_pain_cough", pregnant(30, leg_pain_one="unsure")) is Truth.UNKNOWN


def test_what_she_would_rather_not_say_counts_as_it_is_told_to() -> None:
    small, case = knowledge(finding("low_mood_2w", intimate=True)), pregnant(30, low_mood_2w="rather_not_say")
    assert truth(small, "low_mood_2w", case, asking=True) is Truth.FALSE
    assert truth(small, "low_mood_2w", case, asking=True, withheld=Truth.UNKNOWN) is Truth.UNKNOWN


def test_a_rough_place_leaves_each_place_that_it_may_mean_open() -> None:
    small, case = knowledge(), pregnant(30, sites=["back_somewhere"])
    assert truth(small, "site:flank", case, Truth.FALSE) is Truth.UNKNOWN
    assert truth(small, "site:groin", case) is Truth.FALSE
    assert truth(small, "site:back_somewhere", case) is Truth.TRUE


def test_what_is_open_can_be_taken_as_no() -> None:
    small = knowledge(finding("fever"), finding("vomiting"), fact("ill", {"any": ["fever", "vomiting"]}))
    facts = SymbolicFacts(Woman(small, THIRD), Truth.UNKNOWN).if_no(frozenset({"fever"}))
    found = facts.holds(Fact("is:ill"))

    def ill(**said: str) -> list[bool]:
        return values_in([found.surely, found.possibly], values_of(facts.woman, pregnant(30, **said)))

    assert ill(fever="unsure", vomiting="no") == [False, False]
    assert ill(fever="yes", vomiting="no") == [True, True]  # what is said stays said
    assert ill(fever="unsure") == [False, True]  # vomiting is still open


def test_questions_that_wait_for_each_other_are_told() -> None:
    small = knowledge(finding("fever", asked_if="vomiting"), finding("vomiting", asked_if="fever"))
    facts = SymbolicFacts(Woman(small, THIRD), Truth.UNKNOWN)
    with pytest.raises(CircularGate, match="fever → vomiting → fever"):
        facts.truth("fever")


def test_a_name_that_there_is_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        SymbolicFacts(Woman(knowledge(), THIRD), Truth.UNKNOWN).truth("feever")


def test_the_stage_is_settled_before_anything_is_asked() -> None:
    facts = SymbolicFacts(Woman(knowledge(), THIRD), Truth.UNKNOWN)
    assert z3.is_true(facts.truth("is:third_trimester").surely)
    assert z3.is_false(facts.truth("is:postpartum").possibly)
