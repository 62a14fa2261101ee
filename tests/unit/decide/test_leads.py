"""Where a yes to a finding leads: by itself, and with what else she said."""

from __future__ import annotations

from carrywell.decide.leads import NOWHERE, Leads
from carrywell.decide.rulebook import rulebook
from carrywell.model.care import Door, Speed
from carrywell.model.stage import Stage
from tests.lib.small_knowledge import fact, finding, knowledge, raised

NOW = Stage.SECOND_TRIMESTER


def leads(name: str, *items: object, stage: Stage = NOW) -> Leads:
    return rulebook(knowledge(*items)).leads[stage][name]  # type: ignore[arg-type]


def test_alone_it_reaches_its_own_level_and_door() -> None:
    speed, door = leads("fever", finding("fever", "within_2_days", door="gp_urgent")).alone
    assert speed == Speed.TWO_DAYS
    assert list(Door)[-door] is Door.GP_URGENT


def test_what_no_rule_names_leads_nowhere() -> None:
    found = leads("fever", finding("fever"))
    assert found.alone == NOWHERE
    assert (found.ways, found.most, found.rules, found.emergencies) == ((), -1, 0, 0)


def test_a_level_of_another_stage_leads_nowhere_now() -> None:
    late = finding("fever", level_by_stage={"postpartum_0_6w": "same_day_maternity"})
    assert leads("fever", late).alone == NOWHERE
    assert leads("fever", late, stage=Stage.POSTPARTUM_0_6W).alone[0] == Speed.TODAY


def test_with_others_only_what_reaches_further_counts_the_best_first() -> None:
    fever = finding(
        "fever",
        "within_2_days",
        raises=[
            raised("vomiting", to="routine"),
            raised("flank_pain", to="same_day_gp_or_ed"),
            raised("chills", to="emergency_now"),
        ],
    )
    found = leads("fever", fever, *map(finding, ("vomiting", "flank_pain", "chills")))
    assert [way.needs for way in found.ways] == [{"chills"}, {"flank_pain"}]
    assert (found.most, found.rules, found.emergencies) == (Speed.NOW, 4, 1)


def test_what_the_finding_itself_helps_to_make_true_is_not_needed_besides() -> None:
    fever = finding("fever", "routine", raises=[raised("is:hot", "chills", to="emergency_now")])
    (way,) = leads(
        "fever", fever, fact("hot", {"any": ["fever", "vomiting"]}), finding("vomiting"), finding("chills")
    ).ways
    assert way.needs == {"chills"}


def test_near_are_the_ways_that_need_nothing_more_than_is_so() -> None:
    fever = finding("fever", raises=[raised("rash", to="emergency_now"), raised("chills", to="same_day_gp_or_ed")])
    found = leads("fever", fever, finding("rash"), finding("chills"))
    assert found.near(set()) == []
    assert [way.needs for way in found.near({"chills"})] == [{"chills"}]
    assert [way.needs for way in found.near({"rash", "chills", "fever"})] == [{"rash"}, {"chills"}]


def test_a_way_that_needs_nothing_besides_is_always_near() -> None:
    hot = fact("hot", {"any": ["fever", "vomiting"]})
    fever = finding("fever", raises=[raised("is:hot", to="emergency_now"), raised("chills", to="emergency_now")])
    found = leads("fever", fever, hot, finding("vomiting"), finding("chills"))
    assert sorted(len(way.needs) for way in found.ways) == [0, 1]
    assert [way.needs for way in found.near(set())] == [set()]
