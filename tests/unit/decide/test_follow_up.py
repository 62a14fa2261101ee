from __future__ import annotations

import pytest

from carrywell.decide.facts import Facts
from carrywell.decide.follow_up import follow_up
from carrywell.model.assessment import FollowUp
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.item import Item
from tests.lib.cases import assessed, pregnant
from tests.lib.small_knowledge import finding, knowledge, recheck, safety_net


def planned(case: Case, *items: Item, level: CareLevel = CareLevel.ROUTINE) -> FollowUp:
    small = knowledge(finding("injury"), *items)
    return follow_up(Facts(case, small), level, small)


AFTER_INJURY = recheck("after_injury", "injury", 4)


def test_the_shortest_interval_of_all_that_apply() -> None:
    found = planned(pregnant(30, injury="yes"), recheck("daily", "injury", 24), AFTER_INJURY)
    assert (found.in_hours, found.recheck.id) == (4, "after_injury")


@pytest.mark.parametrize("said", ["no", "unsure"])
def test_an_interval_whose_reason_is_not_sure_does_not_apply(said: str) -> None:
    found = planned(pregnant(30, injury=said), AFTER_INJURY)
    assert (found.in_hours, found.recheck.id) == (168, "weekly")


def test_an_interval_of_another_stage_does_not_apply() -> None:
    after_birth = recheck("after_birth", {"all": []}, 24, stages=["postpartum_0_6w"])
    assert planned(pregnant(30), after_birth).recheck.id == "weekly"


@pytest.mark.parametrize(("level", "hours"), [("within_2_days", 24), ("routine", 168)])
def test_an_interval_of_another_level_does_not_apply(level: str, hours: int) -> None:
    next_day = recheck("next_day", {"all": []}, 24, levels=["emergency_now", "within_2_days"])
    assert planned(pregnant(30), next_day, level=CareLevel(level)).in_hours == hours


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ({"saddle_numbness": "yes"}, "emergency_now"),
        ({"fever": "yes"}, "same_day_maternity"),
        ({"burning_frequent_urine": "yes"}, "same_day_gp_or_ed"),
        ({"dizzy_spell": "yes"}, "within_2_days"),
    ],
)
def test_above_routine_she_is_asked_again_the_next_day_at_the_latest(said: dict[str, str], level: str) -> None:
    found = assessed(pregnant(30, **said))
    assert found.triage.level == level
    assert found.follow_up.in_hours <= 24


def test_the_signs_of_her_stage_in_their_order() -> None:
    signs = (
        safety_net("fever", 20),
        safety_net("bleeding", 10),
        safety_net("wound", 5, stages=["postpartum_0_6w"]),
        safety_net("cold", 20),
    )
    assert [net.id for net in planned(pregnant(30), *signs).signs] == ["bleeding", "cold", "fever"]


@pytest.mark.parametrize(("shown", "hours"), [((), 168), (("stronger",), 24), (("new_place",), 168)])
def test_an_interval_for_what_time_shows_applies_only_where_time_shows_it(shown: tuple[str, ...], hours: int) -> None:
    small = knowledge(recheck("worse_since", {"all": []}, 24, over_time=["stronger", "new_sign"]))
    found = follow_up(Facts(pregnant(30), small), CareLevel.ROUTINE, small, frozenset(shown))
    assert found.in_hours == hours
