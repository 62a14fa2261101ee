from __future__ import annotations

import pytest

from carrywell.model.person import PERSON_FACTS
from carrywell.model.stage import Stage
from carrywell.model.vocabulary import LISTED, PAIN_NUMBERS, fixed_names


@pytest.mark.parametrize(
    "name",
    [
        "site:low_back", "site:leg_somewhere", "worse_with:stairs", "better_with:nothing", "history:scoliosis",
        "side:both", "onset:sudden", "course:worse_over_days", "is:pregnant", "is:third_trimester",
    ],
)  # fmt: skip
def test_a_condition_may_speak_about_what_the_contract_lists(name: str) -> None:
    assert name in fixed_names()


@pytest.mark.parametrize("name", ["low_back", "site:elbow", "history:flu", "is:tired", "pain_now"])
def test_a_condition_may_not_speak_about_anything_else(name: str) -> None:
    assert name not in fixed_names()


def test_nothing_is_listed_twice() -> None:
    assert len(fixed_names()) == sum(len(values) for values in LISTED.values()) + len(PERSON_FACTS) + len(Stage)


def test_the_numbers_of_the_pain_are_compared_and_never_true_or_false() -> None:
    assert not fixed_names() & set(PAIN_NUMBERS)
