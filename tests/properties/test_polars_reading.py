"""The reading that decides on a table of cases comes to the level and the class of the one that decides on each."""

from __future__ import annotations

import pytest

from benchmarks.run import random_cases
from carrywell.app.check_case import Unanswered, check_case
from carrywell.app.engine import open_engine
from carrywell.batch.columns import frame_of
from carrywell.batch.decide import ManyCases
from carrywell.decide.assess import CAUTIOUS, COUNTS_AS_NO, Silence

ENGINE = open_engine()
CASES = random_cases(ENGINE, 400)


@pytest.mark.parametrize(("unanswered", "silence"), [("no", COUNTS_AS_NO), ("cautious", CAUTIOUS)])
def test_a_table_is_decided_as_each_of_its_cases(unanswered: Unanswered, silence: Silence) -> None:
    found = ManyCases(ENGINE.knowledge, ENGINE.book, silence).decide(frame_of(CASES, ENGINE.knowledge))
    alone = [check_case(ENGINE, case, unanswered) for case in CASES]
    assert found["care.level"].to_list() == [one.triage.level.value for one in alone]
    assert found["pain_class.likely"].to_list() == [one.pain.likely_id for one in alone]
    assert found["error"].null_count() == len(CASES)
