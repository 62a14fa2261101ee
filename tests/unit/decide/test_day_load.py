from __future__ import annotations

import pytest

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.decide.day_load import TOPICS, day_shares, touched_shares
from carrywell.model.assessment import Assessment
from carrywell.model.case import About, Case, Pain

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge
ABOUT = About(weeks_pregnant=28)


def _case(**day: float) -> Case:
    return Case(about=ABOUT, pain=Pain(sites=("low_back",)), day=day)


def _checked(**day: float) -> Assessment:
    return check_case(ENGINE, _case(**day), "no")


def test_shares_are_of_the_whole_and_heavy_minutes_count_more() -> None:
    shares = day_shares(_case(mopping=30, standing_long=30, lifting_child=0), KNOWLEDGE)
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["mopping"] > 5 * shares["standing_long"]
    assert "lifting_child" not in shares


def test_times_weigh_as_long_as_one_time_takes() -> None:
    task = KNOWLEDGE.tasks["nappy_changes"]
    shares = day_shares(_case(nappy_changes=6, standing_long=60), KNOWLEDGE)
    ratio = 6 * (task.minutes_each or 0) * task.dose_rate / 60
    assert shares["nappy_changes"] / shares["standing_long"] == pytest.approx(ratio)


def test_an_empty_day_touches_nothing() -> None:
    assert day_shares(_case(), KNOWLEDGE) == {}
    assert touched_shares(KNOWLEDGE.advice.values(), _case(mopping=0), KNOWLEDGE) == {}


def test_only_what_changes_tasks_is_marked() -> None:
    found = _checked(mopping=30, cooking=30, shopping_bags=20).plan
    marked = {KNOWLEDGE.advice[name].topic for name in found.day_shares}
    assert marked == set(TOPICS)
    assert all(0 < share <= 1 for share in found.day_shares.values())


def test_what_touches_most_of_her_day_comes_first_among_equals() -> None:
    """Two entries of the same rank, each fitting one task of hers."""
    floor, ironing = "chore_floor", "std_iron_sit"
    assert KNOWLEDGE.advice[floor].rank == KNOWLEDGE.advice[ironing].rank
    for minutes, first in ((50, floor), (1, ironing)):
        found = _checked(mopping=minutes, ironing=60 - minutes).plan.by_topic["hand_over"]
        order = [advice.id for advice in found if advice.id in (floor, ironing)]
        assert order[0] == first


def test_the_day_changes_the_order_and_never_what_is_there() -> None:
    """Another amount of the same tasks: the same entries; warnings stay where they were said."""
    little, much = (_checked(mopping=minutes, standing_long=60).plan for minutes in (1, 120))
    for plan in (little, much):
        assert {advice.id for entries in plan.by_topic.values() for advice in entries} == {
            advice.id for entries in little.by_topic.values() for advice in entries
        }
    assert little.today == much.today
    assert little.day_shares != much.day_shares
