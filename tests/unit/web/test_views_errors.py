"""Pages for what went wrong: each says so calmly, and has a way on."""

from __future__ import annotations

import pytest

from tests.lib.cases import pregnant
from tests.lib.posts import client, sends


def _broken(*_: object, **__: object) -> None:
    raise RuntimeError("broken on purpose")


def test_an_unknown_address() -> None:
    answer = client().get("/no-such-page")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()
    assert 'href="/"' in answer.content.decode()


@pytest.mark.parametrize("address", ["/check/", "/static/missing.css", "/static/../settings.py", "/admin", "/.env"])
def test_what_is_not_there_is_not_there(address: str) -> None:
    assert client().get(address).status_code == 404


def test_a_broken_view_tells_her_where_help_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carrywell.web.views.read_page", _broken)
    answer = sends("q/now/chest_pain", pregnant(23), chest_pain="yes")
    assert answer.status_code == 500
    page = answer.content.decode()
    assert "do not wait for this page" in page
    assert 'href="/when-to-call"' in page


def test_a_broken_view_shows_nothing_of_the_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carrywell.web.views.read_page", _broken)
    page = sends("q/now/chest_pain", pregnant(23), chest_pain="yes").content.decode()
    for inside in ("Traceback", "RuntimeError", "broken on purpose", ".py", "chest_pain"):
        assert inside not in page


def test_a_host_that_is_not_ours_is_refused() -> None:
    answer = client().get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "elsewhere" not in answer.content.decode()


def test_every_error_page_has_the_way_to_help_now() -> None:
    for answer in (client().get("/nowhere"), client().post("/check", {"state": "x"})):
        assert 'href="/when-to-call"' in answer.content.decode()
