"""A page kept from somebody else's way is, byte for byte, the page rendered for her; and holds nobody's words."""

from __future__ import annotations

import gzip
from random import Random

import pytest
from django.http import HttpResponse

from carrywell.model.case import About, Case, Pain
from carrywell.web import blank_pages
from tests.lib.posts import client, sends
from tests.lib.random_ways import Fields, carried_on, random_way

WAYS = 12
HERS = Case(about=About(weeks_pregnant=23), pain=Pain(sites=("groin",), started_weeks_ago=7.5))


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    blank_pages.kept.clear()


def _unzipped(answer: HttpResponse) -> str:
    assert answer["Content-Encoding"] == "gzip"
    assert int(answer["Content-Length"]) == len(answer.content)
    return gzip.decompress(answer.content).decode()


@pytest.mark.parametrize("root", ["", "/zh-Hans"])
def test_what_was_kept_is_what_is_rendered_anew(root: str) -> None:
    def send(post: Fields) -> str:
        return _unzipped(client().post(f"{root}/check", post, headers={"accept-encoding": "gzip"}))

    seen = [step for seed in range(WAYS) for step in random_way(send, Random(seed))]
    assert 0 < len(blank_pages.kept) < len(seen) / 2  # most pages came from another way
    for post, page in seen:
        blank_pages.kept.clear()
        assert client().post(f"{root}/check", post).content.decode() == page


def test_a_page_that_shows_what_she_said_is_kept_by_nobody() -> None:
    again = sends("changes", HERS, ("pregnant", "where"), back="1").content.decode()
    assert 'value="7.5"' in again
    assert not blank_pages.kept


def test_a_page_that_shows_what_she_typed_wrong_is_kept_by_nobody() -> None:
    wrong = sends("where", HERS, ("pregnant",), now="eleventy").content.decode()
    assert "eleventy" in wrong
    assert not blank_pages.kept


def test_what_is_kept_holds_no_state() -> None:
    *_, (_, page) = random_way(lambda post: client().post("/check", post).content.decode(), Random(1))
    assert '"case":{' in carried_on(page)["state"]
    assert blank_pages.kept
    assert not any(b"case&quot;" in piece or b"case&#34;" in piece for piece in _pieces())


def _pieces() -> list[bytes]:
    return [piece.plain for pieces in blank_pages.kept.values() for piece in pieces]


def test_it_forgets_rather_than_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blank_pages, "MOST_KEPT", 2)
    for weeks in (10, 20, 30, 40):
        sends("status", Case(about=About(weeks_pregnant=weeks)), pregnant="1")
        sends("where", Case(about=About(weeks_pregnant=weeks)), ("pregnant",), sites="groin")
        assert len(blank_pages.kept) <= 2
