"""The reading that decides on a table of cases comes to the same as the one that decides on each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carrywell.app.engine import open_engine
from carrywell.batch.columns import frame_of
from carrywell.batch.decide import ManyCases
from carrywell.decide.assess import ASKED, CAUTIOUS, COUNTS_AS_NO, Silence
from carrywell.decide.facts import Facts
from carrywell.decide.pain_class import classify
from carrywell.decide.triage import triage
from tests.lib.deciding import read
from tests.lib.drawn_cases import calm_cases
from tests.lib.random_cases import Case, cases

ENGINE = open_engine()
SILENCES = {"cautious": CAUTIOUS, "no": COUNTS_AS_NO, "asked": ASKED}
IN_A_TABLE = 12
# As many cases as elsewhere, a table of them at a time: the rules are compiled anew for every set of columns.
TABLES = max(1, settings().max_examples // IN_A_TABLE)


@pytest.mark.parametrize("silence", SILENCES)
@settings(max_examples=TABLES)
@given(table=st.lists(cases(), min_size=IN_A_TABLE, max_size=IN_A_TABLE))
def test_a_table_is_decided_as_each_of_its_cases(silence: str, table: list[Case]) -> None:
    found = decided_together(table, SILENCES[silence])
    for case, row in zip(table, found, strict=True):
        assert row == decided_alone(case, SILENCES[silence]), case


@settings(max_examples=TABLES)
@given(case=cases())
def test_a_table_of_one(case: Case) -> None:
    """All that she did not say is then no column at all."""
    assert decided_together([case], CAUTIOUS) == [decided_alone(case, CAUTIOUS)]


@pytest.mark.parametrize("silence", SILENCES)
def test_she_may_look_after_herself_where_she_may_alone(silence: str) -> None:
    calm = list(calm_cases())
    found = decided_together(calm, SILENCES[silence])
    assert found == [decided_alone(case, SILENCES[silence]) for case in calm]
    assert {row["care.level"] for row in found} == {"self_care"}


def decided_together(table: list[Case], silence: Silence) -> list[dict[str, object]]:
    frame = frame_of([read(case) for case in table], ENGINE.knowledge)
    return ManyCases(ENGINE.knowledge, ENGINE.book, silence).decide(frame, "care.rules").to_dicts()


def decided_alone(case: Case, silence: Silence) -> dict[str, object]:
    facts = Facts(read(case), ENGINE.knowledge, silence.triage, pain_unsaid=silence.pain)
    found = triage(facts, ENGINE.book)
    return {
        "care.level": found.level.value,
        "care.doors": [door.value for door in found.doors],
        "care.rules": [deciding.rule.id for deciding in found.deciding],
        "pain_class.likely": classify(facts, ENGINE.knowledge.classes).likely_id,
        "error": None,
    }
