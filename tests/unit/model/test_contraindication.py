"""A contraindication closes what is done, in words that items use."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.lib.second_books import contraindication


def test_it_closes_acts_and_what_items_involve() -> None:
    entry = contraindication("clot", "known_clot", closes=["massage", "legs_up"], asks_first=["heat"])
    assert entry.closes == ("massage", "legs_up")


@pytest.mark.parametrize("word", ["rest", "position", "other", "dancing"])
def test_what_nothing_does_or_everybody_may_do_cannot_be_closed(word: str) -> None:
    with pytest.raises(ValidationError, match=f"'{word}' is nothing that is done; allowed: balance, belly_load"):
        contraindication("clot", "known_clot", closes=[word])


def test_the_same_is_not_closed_and_asked_about() -> None:
    with pytest.raises(ValidationError, match="allowed is one of them"):
        contraindication("clot", "known_clot", closes=["heat"], asks_first=["heat"])


def test_one_that_closes_nothing_says_why() -> None:
    with pytest.raises(ValidationError, match="so a note says why"):
        contraindication("clot", "known_clot")
    assert contraindication("clot", "known_clot", note="shapes the words only").closes == ()
