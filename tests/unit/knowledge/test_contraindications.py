"""What an item does, and which contraindication speaks of it. What is refused stands in bad_kb."""

from __future__ import annotations

from carrywell.knowledge.contraindications import check_contraindications, closes, done_by, items_of
from tests.lib.second_books import contraindication, home_test
from tests.lib.small_knowledge import advice, finding, gate, knowledge

LEGS_UP = advice("legs_up", acts="rest", involves=["legs_up", "lying_flat"])


def test_an_item_does_its_act_and_what_it_involves() -> None:
    assert done_by(LEGS_UP) == {"rest", "legs_up", "lying_flat"}
    assert done_by(home_test("lift_one_leg", involves=["provocation"])) == {"provocation"}


def test_an_entry_speaks_of_what_it_closes_asks_about_or_names() -> None:
    assert closes(contraindication("clot", "known_clot", closes=["legs_up"]), LEGS_UP)
    assert closes(contraindication("clot", "known_clot", asks_first=["lying_flat"]), LEGS_UP)
    assert closes(contraindication("clot", "known_clot", items=["legs_up"]), LEGS_UP)
    assert not closes(contraindication("clot", "known_clot", closes=["massage"], items=["walk"]), LEGS_UP)


def test_advice_and_home_tests_can_be_closed() -> None:
    small = knowledge(LEGS_UP, home_test("lift_one_leg"))
    assert set(items_of(small)) == {("advice", "legs_up"), ("home_tests", "lift_one_leg")}


def test_a_reason_may_be_narrower_than_its_contraindication() -> None:
    """Together with something else it is still the same reason."""
    entry = contraindication("hot", {"any": ["fever", "shaking_chills"]}, closes=["exercise"])
    narrow = {"all": ["fever", "is:pregnant"]}
    walk = advice("walk", acts="exercise", gates=["exercise"], not_when=[narrow])
    small = knowledge(finding("fever"), finding("shaking_chills"), entry, walk, gate("exercise", "fever"))
    assert list(check_contraindications(small, {})) == []


def test_asking_first_backs_the_lines_that_ask_first() -> None:
    ill = contraindication("ill", "vomiting", closes=["exercise"])
    hot = contraindication("hot", "fever", asks_first=["exercise"])
    findings = (finding("fever"), finding("vomiting"))
    small = knowledge(*findings, ill, hot, gate("exercise", "vomiting", ask_first=("fever",)))
    assert list(check_contraindications(small, {})) == []
