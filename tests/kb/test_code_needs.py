"""What the code asks the knowledge base for by name is there: a gap would only show when a woman meets it."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.care import CareLevel, Door
from carrywell.model.rules import ALWAYS
from carrywell.model.stage import Stage

KNOWLEDGE = open_engine().knowledge


def test_every_care_level_and_door_has_words() -> None:
    assert set(KNOWLEDGE.care_levels) == {level.value for level in CareLevel}
    assert set(KNOWLEDGE.doors) == {door.value for door in Door}


def test_the_fact_that_self_care_rests_on_is_there() -> None:
    assert "eased_by_rest" in KNOWLEDGE.facts


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("level", CareLevel)
def test_there_is_always_a_time_to_look_again(stage: Stage, level: CareLevel) -> None:
    usual = [
        recheck.id
        for recheck in KNOWLEDGE.recheck.values()
        if stage in recheck.stages and level in recheck.levels and recheck.when == ALWAYS
    ]
    assert usual
