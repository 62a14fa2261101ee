from __future__ import annotations

from carrywell.model.digests import Digests

FOUND = Digests(whole="0123456789abcdef" * 4, items={"findings/fever": "fedcba9876543210" * 4})


def test_are_shown_short_and_kept_whole() -> None:
    assert (FOUND.short, len(FOUND.whole)) == ("0123456789ab", 64)
    assert FOUND.short_of("findings/fever") == "fedcba987654"


def test_of_an_item_that_is_not_there_there_is_none() -> None:
    assert FOUND.short_of("findings/fevr") is None
