"""What is offered without a check: nothing that a single answer of hers could forbid."""

from __future__ import annotations

import pytest

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.app.help_today import HelpToday, help_today
from carrywell.model.care import Speed
from carrywell.model.knowledge import Advice
from carrywell.model.stage import Stage
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import advice, knowledge

KNOWLEDGE = open_engine().knowledge


def every(found: HelpToday) -> list[Advice]:
    return [*found.first, *(one for entries in found.more.values() for one in entries)]


def test_three_things_come_first_each_of_its_own_topic() -> None:
    first = help_today(KNOWLEDGE).first
    assert len({one.topic for one in first}) == len(first) == 3


def test_nothing_stands_twice() -> None:
    names = [one.id for one in every(help_today(KNOWLEDGE))]
    assert len(names) == len(set(names)) > 10


@pytest.mark.parametrize(
    "case", [pregnant(8), pregnant(20), pregnant(38), postpartum(1), postpartum(30), postpartum(100)]
)
def test_a_check_where_she_leaves_everything_open_offers_all_of_it_below_an_urgent_level(case: object) -> None:
    found = check_case(open_engine(), case, "asked")  # type: ignore[arg-type]
    assert found.triage.level.speed < Speed.TODAY
    offered = {one.id for entries in found.plan.by_topic.values() for one in entries}
    assert {one.id for one in every(help_today(KNOWLEDGE))} <= offered


@pytest.mark.parametrize(
    "asks",
    [
        {"not_when": ["fever"]},
        {"gates": ["massage"]},
        {"applies_when": "is:pregnant"},
        {"stages": ["third_trimester"]},
        {"kind": "limit"},
        {"acts": "exercise"},
        {"acts": "heat"},
        {"who": "partner"},
        {"today": False},
    ],
    ids=str,
)
def test_what_asks_anything_of_her_is_left_out(asks: dict[str, object]) -> None:
    quiet = {"acts": "rest", "today": True}
    plain, other = advice("rest_plain", **quiet), advice("rest_other", **{**quiet, **asks})
    assert [one.id for one in every(help_today(knowledge(plain, other)))] == ["rest_plain"]


def test_the_signs_are_emergencies_of_every_stage() -> None:
    signs = help_today(KNOWLEDGE).signs
    assert len(signs) >= 3
    assert all(net.level == "emergency_now" and set(net.stages) == set(Stage) for net in signs)
