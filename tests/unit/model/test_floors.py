"""A floor says something, of somebody, on a ground."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.floors import Floor, FloorLine
from carrywell.model.stage import Stage
from tests.lib.second_books import floor


def test_a_line_speaks_of_every_stage_unless_it_names_some() -> None:
    (line,) = floor("infection", {"level": "emergency_now", "alone": ["fever"]}).lines
    assert line.stages == tuple(Stage)


def test_a_line_without_signs_is_refused() -> None:
    with pytest.raises(ValidationError, match="a line names signs"):
        FloorLine.model_validate({"level": "emergency_now"})


@pytest.mark.parametrize("missing", ["statement", "lines"])
def test_a_floor_has_a_statement_and_lines(missing: str) -> None:
    given = floor("infection", {"level": "emergency_now", "alone": ["fever"]}).model_dump(exclude={missing})
    with pytest.raises(ValidationError, match=missing):
        Floor.model_validate(given)


def test_a_sourced_floor_names_its_source() -> None:
    with pytest.raises(ValidationError, match="at least one source"):
        floor("infection", {"level": "emergency_now", "alone": ["fever"]}, basis="sourced")
