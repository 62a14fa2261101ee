"""Which of two lines that lead equally fast comes first: by their doors, in the order in which doors are named."""

from __future__ import annotations

from carrywell.decide.agenda import Agenda
from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import rulebook
from carrywell.model.item import Item
from carrywell.model.truth import Truth
from tests.lib.cases import pregnant
from tests.lib.small_knowledge import combination, finding, knowledge, raised, umbrella

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


def test_of_two_umbrellas_the_one_over_the_earlier_door_comes_first() -> None:
    first = umbrella("very_ill", "chest_pain", "saddle_numbness")
    others = [
        finding(name, "same_day_gp_or_ed", door="hospital_emergency") for name in ("fever", "jaundice", "vomiting")
    ]
    second = umbrella("feels_unwell", *(line.id for line in others))
    ranked = order(second, first, HOSPITAL, SPINE, *others)
    assert ranked.index("very_ill") < ranked.index("feels_unwell")


def test_the_earlier_door_counts_whichever_of_two_rules_is_written_first() -> None:
    for own, other in (("hospital_spine", "gp_urgent"), ("gp_urgent", "hospital_spine")):
        raises = [raised("vomiting", to="same_day_gp_or_ed", door=other)]
        sign = finding("chills", "same_day_gp_or_ed", door=own, raises=raises)
        ranked = order(HOSPITAL, sign, finding("vomiting", kind="context"), vomiting="yes")
        assert ranked[0] == "chills", (own, other)


def test_a_rule_that_says_nothing_at_her_stage_does_not_hide_those_after_it() -> None:
    late = finding("jaundice", level_by_stage={"postpartum_0_6w": "same_day_gp_or_ed"})
    both = combination("yellow_and_sick", {"all": ["jaundice", "vomiting"]}, "emergency_now")
    small = knowledge(PLAIN, late, finding("vomiting", kind="context"), both)
    said = Facts(pregnant(30, vomiting="yes"), small, Truth.FALSE)
    ranked = Agenda(small, rulebook(small), said).in_order([PLAIN, late])
    assert ranked == [late, PLAIN]


def test_without_a_door_of_its_own_a_line_stands_before_every_door_but_the_ambulance() -> None:
    ambulance = finding("bowel_change", "same_day_gp_or_ed", door="ambulance")
    spine = finding("back_injection", "same_day_gp_or_ed", door="hospital_spine")
    assert order(spine, PLAIN, ambulance) == ["bowel_change", "fever", "back_injection"]
