from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.rules_parse import parse_when
from carrywell.report.rules_document import condition_as_json

SHAPES: list[object] = [
    "fever",
    {"all": []},
    {"any": ["fever", {"not": "is:pregnant"}]},
    {"at_least": {"count": 2, "of": ["fever", "vomiting", "site:flank"]}},
    {"compare": {"number": "blood_pressure_upper", "is": ">=", "limit": 140.0}},
]


@pytest.mark.parametrize("shape", SHAPES, ids=str)
def test_a_condition_is_written_as_it_stands_in_the_knowledge_base(shape: object) -> None:
    assert condition_as_json(parse_when(shape)) == shape


def test_every_condition_of_the_rules_is_read_back_as_it_was() -> None:
    for rule in open_engine().book.rules:
        assert parse_when(condition_as_json(rule.when)) == rule.when, rule.id
