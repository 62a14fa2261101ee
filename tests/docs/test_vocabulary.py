"""docs/explanation/vocabulary.md: every condition of the care evidence has a place in the knowledge base."""

from __future__ import annotations

import pytest
import yaml

from carrywell.app.engine import open_engine
from carrywell.knowledge.references import known_facts
from carrywell.model.stage import Stage
from tests.docs.documents import read
from tests.docs.tables import rows
from tests.lib.published_cases import SHARED
from tests.lib.tree import ROOT

_PAGE = ROOT / "docs" / "explanation" / "vocabulary.md"
_CONDITIONS = 47


def _mapping() -> dict[str, str]:
    return {row[0].strip("`"): row[2].strip("`") for row in rows(read(_PAGE)) if row[0].startswith("`c_")}


def test_each_condition_is_now_a_fact_that_exists() -> None:
    facts = known_facts(open_engine().knowledge)
    assert {old: new for old, new in _mapping().items() if new not in facts} == {}


def test_all_conditions_are_there() -> None:
    assert len(_mapping()) == _CONDITIONS


def test_they_are_the_conditions_of_the_evidence() -> None:
    evidence = SHARED / "evidence" / "care.yaml"
    if not evidence.is_file():
        pytest.skip(f"the evidence is not at {evidence}, so nothing to compare with")
    conditions = yaml.safe_load(evidence.read_text(encoding="utf-8"))["conditions"]
    assert sorted(_mapping()) == sorted(condition["id"] for condition in conditions)


def test_every_stage_of_ours_is_named() -> None:
    text = read(_PAGE)
    assert [stage.value for stage in Stage if f"`{stage.value}`" not in text] == []
