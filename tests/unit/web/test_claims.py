"""The page of claims: a search in the address, all of them without one, and nothing else taken."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.web.claims import LONGEST_SEARCH
from tests.lib.posts import client

CLAIMS = open_engine().knowledge.claims


def page(**asked: str) -> str:
    answer = client().get("/claims", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_a_search_every_claim_is_there() -> None:
    text = page()
    assert [name for name in CLAIMS if f'id="claim-{name}"' not in text] == []


def test_a_search_keeps_its_words_in_the_field_and_the_claims_that_hold_them() -> None:
    text = page(q="  Hot   bath ")
    assert 'value="Hot bath"' in text
    assert 'id="claim-hot_bath"' in text
    assert 'id="claim-left_side"' not in text


def test_a_search_of_spaces_is_none() -> None:
    assert 'id="claim-left_side"' in page(q="   ")


def test_what_is_typed_is_escaped_and_cut() -> None:
    text = page(q="<b>" + "x" * 200)
    assert "<b>x" not in text
    assert f'value="&lt;b&gt;{"x" * (LONGEST_SEARCH - 3)}"' in text


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_takes_nothing(method: str) -> None:
    assert getattr(client(), method)("/claims").status_code == 405


def test_a_word_of_the_private_track_finds_nothing_there() -> None:
    for searched in ("suicide", "violence", "abuse", "self-harm", "unsafe"):
        assert 'id="claim-' not in page(q=searched)
