"""The one diary of a machine opens to who opened the printed address, once; to no proxy and no other account."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from carrywell.web.diary.models import Woman
from carrywell.web.diary.opening import draw_key
from tests.lib.diaries import calm, here, newcomer, state_of


@pytest.fixture
def key(settings: Any, tmp_path: Path) -> str:
    settings.DATA_FOLDER = tmp_path
    return draw_key(tmp_path)


def opened(client: Client, key: str, root: str = "") -> Any:
    return client.get(f"{root}/diary/open", {"key": key})


def test_the_printed_address_leads_to_the_start_and_opens_the_diary_in_both_languages(hers: Woman, key: str) -> None:
    client = newcomer()
    answer = opened(client, key)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert answer["Cache-Control"] == "no-store"
    cookie = answer.cookies["carrywell-here"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert key not in cookie.value
    assert [client.get(address).status_code for address in ("/diary", "/zh-Hans/diary", "/diary/take/json")] == [
        200
    ] * 3


def test_it_works_once_and_again_in_the_browser_that_it_opened(hers: Woman, key: str) -> None:
    first, second = newcomer(), newcomer()
    assert opened(first, key).status_code == 302
    assert opened(second, key).status_code == 403
    assert opened(first, key, "/zh-Hans")["Location"] == "/zh-Hans/"
    assert second.get("/diary").status_code == 403


@pytest.mark.parametrize("guess", ["", "wrong", "\x00", "é", "x" * 10_000])
def test_a_guess_opens_nothing_and_leaves_the_true_key_good(hers: Woman, key: str, guess: str) -> None:
    assert opened(newcomer(), guess).status_code == 403
    assert newcomer().head("/diary/open", {"key": key}).status_code == 405
    assert opened(newcomer(), key).status_code == 302


def test_a_new_start_takes_the_old_address_back(hers: Woman, key: str, tmp_path: Path) -> None:
    assert opened(newcomer(), key).status_code == 302
    again = draw_key(tmp_path)
    assert opened(newcomer(), key).status_code == 403
    assert opened(newcomer(), again).status_code == 302


def test_the_key_lies_nowhere_on_the_disk(key: str, tmp_path: Path) -> None:
    (file,) = tmp_path.iterdir()
    assert key not in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("cookie", ["", "open", "é", "0" * 64])
def test_without_the_cookie_nothing_of_hers_is_shown_or_changed(hers: Woman, cookie: str) -> None:
    client = newcomer()
    client.cookies["carrywell-here"] = cookie
    for address in ("/diary", "/diary/rights", "/diary/take/json", "/diary/report"):
        answer = client.get(address)
        assert answer.status_code == 403
        assert "The diary is still locked" in answer.content.decode()
        assert "a long walk" not in answer.content.decode()
    assert client.post("/diary/delete", {"sure": "1"}).status_code == 403
    assert Woman.objects.exists()


def test_a_check_that_she_wants_to_keep_waits_in_the_page(local: Client) -> None:
    said = newcomer().post("/diary/keep", {"state": state_of(calm())}).content.decode()
    assert "The diary is still locked" in said
    assert 'name="state"' in said
    assert "Keep this check" in here().post("/diary/keep", {"state": state_of(calm())}).content.decode()


def test_the_check_asks_for_no_cookie_and_sets_none(settings: Any) -> None:
    """And no database: this test may not touch one."""
    settings.DIARY = "local"
    for answer in (newcomer().get("/"), newcomer().get("/check"), newcomer().post("/check", {"page": "where"})):
        assert answer.status_code in (200, 400)
        assert not answer.cookies


@pytest.mark.parametrize(
    "asked",
    [
        {"HTTP_HOST": "127.0.0.1:8000", "SERVER_PROTOCOL": "HTTP/1.0"},  # as nginx asks, where nothing else is said
        {"HTTP_HOST": "127.0.0.1:8000", "SERVER_PROTOCOL": "HTTP/1"},  # the same in the words of our own server
        {"HTTP_CF_CONNECTING_IP": "192.0.2.7"},
        {"HTTP_TRUE_CLIENT_IP": "192.0.2.7"},
        {"HTTP_X_FORWARDED": "for=192.0.2.7"},
        {"HTTP_X_FORWARDED_SERVER": "carrywell.example"},
        {"HTTP_X_ORIGINAL_HOST": "carrywell.example"},
        {"HTTP_X_CLIENT_IP": "192.0.2.7"},
    ],
    ids=lambda asked: list(asked)[-1],
)
def test_through_a_proxy_it_is_not_there_and_the_key_stays_good(hers: Woman, key: str, asked: dict[str, str]) -> None:
    assert here().get("/diary", **asked).status_code == 404
    assert newcomer().get("/diary", **asked).status_code == 404
    assert newcomer().get("/diary/open", {"key": key}, **asked).status_code == 404
    assert opened(newcomer(), key).status_code == 302
