"""Which of two lines that lead equally fast comes first: by their doors, in the order in which doors are named."""

from __future__ import annotations

from carrywell.decide.agenda import Agenda
from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import rulebook
from carrywell.model.item import Item
from carrywell.model.truth import Truth
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import finding, knowledge, raised, umbrella

SPINE = finding("saddle_numbness", "same_day_gp_or_ed", door="hospital_spine")
HOSPITAL = finding("chest_pain", "same_day_gp_or_ed", door="hospital_emergency")
PLAIN = finding("fever", "same_day_gp_or_ed")


def order(*items: Item, **said: str) -> list[str]:
    small = knowledge(*items)
    agenda = Agenda(small, rulebook(small), Facts(pregnant(30, **said), small, Truth.FALSE))
    return [line.id for line in agenda.in_order(item for item in items if item.id not in said)]


def test_the_door_of_the_level_itself_comes_first_then_in_their_own_order() -> None:
    assert order(HOSPITAL, SPINE, PLAIN) == ["fever", "saddle_numbness", "chest_pain"]


def test_an_umbrella_stands_where_the_earlier_door_of_what_it_covers_would() -> None:
    over = umbrella("feels_unwell", "chest_pain", "saddle_numbness")
    ranked = order(finding("vomiting", "same_day_gp_or_ed", door="hospital_emergency"), over, HOSPITAL, SPINE)
    assert ranked == ["saddle_numbness", "chest_pain", "vomiting", "feels_unwell"]


def test_the_faster_of_two_rules_counts_whichever_is_written_first() -> None:
    for slow, fast in (("routine", "emergency_now"), ("emergency_now", "routine")):
        raises = [raised("vomiting", to=slow), raised("vomiting", to=fast)]
        sign = finding("fever", "routine", raises=raises)
        small = knowledge(sign, finding("vomiting", kind="context"))
        said = Facts(pregnant(30, vomiting="yes"), small, Truth.FALSE)
        assert Agenda(small, rulebook(small), said).speed(sign) == 4, (slow, fast)


def test_of_two_rules_as_fast_the_one_whose_door_is_named_first_counts() -> None:
    raises = [raised("vomiting", to="same_day_gp_or_ed", door="hospital_spine")]
    late = finding("chills", "same_day_gp_or_ed", door="hospital_emergency", raises=raises)
    assert order(HOSPITAL, late, finding("vomiting", kind="context"), vomiting="yes")[:2] == ["chills", "chest_pain"]
