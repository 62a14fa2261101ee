"""What the pain probably is: weights for, less weights against; what was not said counts for nothing."""

from __future__ import annotations

from carrywell.decide.facts import Facts
from carrywell.decide.pain_class import ALSO_WITHIN, LEAST_SCORE, MOST_ALSO, classify
from carrywell.model.assessment import UNCLEAR, Classification
from carrywell.model.case import Case
from carrywell.model.knowledge import PainClass
from carrywell.model.truth import Truth
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import against, finding, knowledge, pain_class

IN_THE_BACK = pregnant(30, sites=["low_back"])


def classified(case: Case, *classes: PainClass, unanswered: Truth = Truth.UNKNOWN) -> Classification:
    small = knowledge(finding("fever"), *classes)
    return classify(Facts(case, small, unanswered), small.classes)


def scoring(name: str, score: int) -> PainClass:
    return pain_class(name, "site:low_back", {"site:low_back": score})


def test_the_pattern_with_the_most_for_it_is_the_likely_one() -> None:
    found = classified(
        IN_THE_BACK, scoring("upper_back", 2), pain_class("lumbar", "site:low_back", {"site:low_back": 3})
    )
    assert found.likely_id == "lumbar"


def test_without_its_core_a_pattern_is_not_considered() -> None:
    assert classified(pregnant(30, sites=["groin"]), scoring("lumbar", 3)).ids == ()
    assert classified(pregnant(30), scoring("lumbar", 3)).ids == ()


def test_a_pattern_of_another_stage_is_not_considered() -> None:
    late = pain_class("lumbar", "site:low_back", {"site:low_back": 3}, stages=["postpartum_0_6w"])
    assert classified(IN_THE_BACK, late).likely_id == UNCLEAR
    assert classified(postpartum(3, sites=["low_back"]), late).likely_id == "lumbar"


def test_what_speaks_against_takes_off_and_is_told() -> None:
    lumbar = pain_class("lumbar", "site:low_back", {"site:low_back": 3}, speaks_against=[against("fever", 1)])
    found = classified(pregnant(30, sites=["low_back"], fever="yes"), lumbar)
    assert found.likely is not None
    assert found.likely.score == 2
    assert [text.english for text in found.likely.speaks_for] == ["site:low_back speaks for lumbar"]
    assert [text.english for text in found.likely.speaks_against] == ["fever speaks against"]


def test_what_is_open_counts_for_nothing() -> None:
    lumbar = pain_class(
        "lumbar", "site:low_back", {"site:low_back": 2, "worse_with:stairs": 3}, speaks_against=[against("fever", 3)]
    )
    found = classified(pregnant(30, sites=["low_back"], fever="unsure"), lumbar)
    assert found.likely is not None
    assert found.likely.score == 2


def test_a_pattern_that_little_speaks_for_is_not_named_as_the_likely_one() -> None:
    found = classified(IN_THE_BACK, scoring("lumbar", LEAST_SCORE - 1))
    assert found.likely_id == UNCLEAR
    assert found.ids == ("lumbar",)


def test_a_pattern_that_nothing_speaks_for_is_not_named_at_all() -> None:
    lumbar = pain_class("lumbar", "site:low_back", {"site:low_back": 1}, speaks_against=[against("fever", 1)])
    assert classified(pregnant(30, sites=["low_back"], fever="yes"), lumbar).ids == ()


def test_patterns_close_to_the_likely_one_are_named_as_well() -> None:
    near = pain_class(
        "near", "site:low_back", {"site:low_back": 3}, speaks_against=[against("site:low_back", ALSO_WITHIN)]
    )
    far = pain_class("far", "site:low_back", {"site:low_back": 3}, speaks_against=[against("site:low_back", 2)])
    assert classified(IN_THE_BACK, far, near, scoring("lumbar", 3)).ids == ("lumbar", "near")


def test_of_equals_the_order_is_by_name_and_no_more_than_three_are_named() -> None:
    found = classified(IN_THE_BACK, *(scoring(name, 3) for name in ("d", "c", "b", "a")))
    assert found.ids == ("a", "b", "c")
    assert len(found.also) == MOST_ALSO
