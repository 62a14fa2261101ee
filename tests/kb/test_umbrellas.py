"""What one line for many may stand for, so that a no to it is worth a no to each."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.care import Speed
from carrywell.model.knowledge import Finding

FINDINGS = open_engine().knowledge.findings
UMBRELLAS = [finding for finding in FINDINGS.values() if finding.covers]
WITH_A_LEVEL = [umbrella for umbrella in UMBRELLAS if umbrella.level is not None]
OPENING = [umbrella for umbrella in UMBRELLAS if umbrella.level is None]


def covered(umbrella: Finding) -> list[Finding]:
    return [FINDINGS[name] for name in umbrella.covers]


def by_id(umbrella: Finding) -> str:
    return umbrella.id


@pytest.mark.parametrize("umbrella", UMBRELLAS, ids=by_id)
def test_it_stands_for_two_at_least_and_for_nothing_that_is_asked_of_her_alone(umbrella: Finding) -> None:
    assert len(umbrella.covers) >= 2
    assert not umbrella.private
    assert [one.id for one in covered(umbrella) if one.private] == []


@pytest.mark.parametrize("umbrella", UMBRELLAS, ids=by_id)
def test_what_it_covers_is_never_asked_where_the_umbrella_is_closed(umbrella: Finding) -> None:
    """Else the line would wait for an umbrella that nobody opens."""
    needed = open_engine().knowledge.rests_on(umbrella.asked_if)
    for one in covered(umbrella):
        assert needed <= open_engine().knowledge.rests_on(one.asked_if), one.id


@pytest.mark.parametrize("umbrella", WITH_A_LEVEL, ids=by_id)
def test_with_a_level_it_is_an_emergency_and_sends_her_through_the_door_of_each_part(umbrella: Finding) -> None:
    for one in covered(umbrella):
        assert [one.level_at(stage) for stage in umbrella.stages] == [umbrella.level] * len(umbrella.stages), one.id
        assert one.door is umbrella.door, one.id
        assert one.unsure == umbrella.unsure, one.id
        assert not one.intimate, one.id
    assert umbrella.level is not None
    assert umbrella.level.speed == Speed.NOW


@pytest.mark.parametrize("umbrella", OPENING, ids=by_id)
def test_nothing_that_is_always_an_emergency_hides_behind_a_line_that_only_opens(umbrella: Finding) -> None:
    hidden = [
        one.id
        for one in covered(umbrella)
        if all((level := one.level_at(stage)) is not None and level.speed == Speed.NOW for stage in one.stages)
    ]
    assert hidden == []


@pytest.mark.parametrize("name", ["saddle_numbness", "bladder_signs", "bowel_change", "genital_sensation_loss"])
def test_each_place_at_which_squeezed_nerves_show_is_a_line_of_its_own(name: str) -> None:
    assert name not in open_engine().knowledge.umbrella_of
    assert FINDINGS[name].level is not None
    assert len(FINDINGS[name].stages) == 6
