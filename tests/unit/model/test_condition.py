"""A condition has a picture that its level can be held against."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from carrywell.model.rules import Compare, Fact
from tests.lib.second_books import condition


def test_its_picture_is_made_of_findings_and_of_who_she_is() -> None:
    late = {"compare": {"number": "weeks_pregnant", "is": ">=", "limit": 20}}
    found = condition("oligohydramnios_nsaid", "within_2_days", "nsaid_taken", late)
    assert found.typical_findings == (Fact("nsaid_taken"), Compare("weeks_pregnant", ">=", 20))


def test_without_a_picture_it_is_refused() -> None:
    with pytest.raises(ValidationError, match="typical_findings"):
        condition("shingles", "same_day_gp_or_ed")
