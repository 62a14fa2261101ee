"""The partner's page, its file, and what is said where a link opens nothing."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from carrywell.model.case import Case
from carrywell.model.partner_part import PartnerPart
from carrywell.web.partner_link import address, link_for
from carrywell.web.state import State
from tests.lib.cases import ORDINARY, all_no, also, postpartum, pregnant
from tests.lib.posts import client, sends

TODAY = date(2026, 11, 22)
WELL = all_no(pregnant(23, **ORDINARY, day={"mopping": 30}))
OPEN = PartnerPart(pregnant=True, weeks=24, massage=("mass_listen", "mass_partner", "mass_steps"), warmth=True)
CLOSED = PartnerPart(pregnant=True, weeks=24)


@pytest.fixture(autouse=True)
def _on_this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("carrywell.web.views_partner.today", lambda: TODAY)
    monkeypatch.setattr("carrywell.web.views.today", lambda: TODAY)


def _page(part: PartnerPart, more: str = "") -> str:
    answer = client().get(address(link_for(part, TODAY)) + more)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def _address(case: Case) -> str:
    """The link on the page that she sends from."""
    page = sends("result", case, ("pregnant",), partner="1").content.decode()
    found = re.search(r'href="(/partner\?p=[^"&]+)"', page)
    assert found
    return found[1]


def test_she_sees_what_the_link_holds_before_she_sends_it() -> None:
    answer = sends("result", WELL, ("pregnant",), partner="1")
    page = unescape(answer.content.decode())
    assert answer["Cache-Control"] == "private, max-age=0"
    assert "until 29 November 2026" in page
    assert "What is not in it" in page
    assert "http://testserver/partner?p=" in page
    assert "Whether a baby is with you" not in page


@pytest.mark.parametrize(("said", "scheme"), [("https", "https"), ("http", "http"), ("ftp", "http"), (None, "http")])
def test_behind_a_proxy_that_does_tls_the_line_to_copy_begins_with_https(said: str | None, scheme: str) -> None:
    carried = {"page": "result", "state": State(WELL, ("pregnant",)).dump(), "partner": "1"}
    page = client().post("/check", carried, headers={"X-Forwarded-Proto": said} if said else {}).content.decode()
    assert f">{scheme}://testserver/partner?p=" in page


def test_the_link_opens_the_page_without_her_answers() -> None:
    answer = client().get(_address(WELL))
    page = unescape(answer.content.decode())
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, max-age=0"
    assert "How you can help her back" in page
    assert "Mopping or scrubbing floors".lower() in page.lower()
    assert 'name="state"' not in page


def test_the_gate_comes_first() -> None:
    page = _page(OPEN)
    assert page.index('id="gate"') < page.index('id="week"') < page.index('id="massage"') < page.index('id="not-to-do"')
    assert page.index('id="not-to-do"') < page.index('id="danger"')


def test_an_open_gate_shows_the_massage_step_by_step_with_a_stop_word() -> None:
    page = _page(OPEN)
    assert "a gentle massage is fine for her" in page
    assert "stop word" in page
    assert page.count('class="cw-step"') == 2 + 7
    assert page.count("<svg") == 2 + 5
    assert "two fingers away from the spine" in page


def test_a_closed_gate_shows_none_of_it_and_no_reason() -> None:
    page = _page(CLOSED)
    assert "Not now." in page
    assert "a gentle massage is fine" not in page
    assert 'id="massage"' not in page
    assert "<svg" not in page
    assert "Never press on the bones of the spine" in page
    assert "Danger signs to know" in page


@pytest.mark.parametrize(
    ("loss", "title"), [(True, "How you can be there for her"), (False, "How you can help her back")]
)
def test_after_a_loss_the_page_is_gentle(loss: bool, title: str) -> None:
    page = _page(PartnerPart(pregnant=False, weeks=4, loss=loss, massage=("mass_partner", "mass_steps")))
    assert f'<h1 class="nhsuk-heading-l">{title}</h1>' in page
    if loss:
        body = re.sub(r'<ul class="nhsuk-list cw-sources">.*?</ul>', "", page, flags=re.DOTALL)
        assert re.search(r"\b(baby|babies|newborn|bump|birth)\b", body.split("<main")[1].split("</main>")[0]) is None


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("", 200, "For a partner"),
        ("?p=", 200, "For a partner"),
        ("?p=changed", 400, "This link is not whole"),
        (address(link_for(OPEN, TODAY)).partition("/partner")[2] + "x", 400, "This link is not whole"),
        (address(link_for(OPEN, date(2026, 11, 14))).partition("/partner")[2], 410, "This link has run out"),
    ],
)
def test_a_link_that_opens_nothing_is_one_clear_page(query: str, status: int, says: str) -> None:
    answer = client().get(f"/partner{query}")
    page = answer.content.decode()
    assert answer.status_code == status
    assert says in page
    assert "/when-to-call" in page
    assert "cw-gate" not in page


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_takes_nothing(method: str) -> None:
    assert getattr(client(), method)("/partner").status_code == 405


def test_as_a_file_it_stands_alone() -> None:
    answer = client().get(address(link_for(OPEN, TODAY)) + "&file=1")
    page = answer.content.decode()
    assert answer["Content-Disposition"] == 'attachment; filename="carrywell-partner-2026-11-22.html"'
    assert answer["Cache-Control"] == "no-store"
    assert page.lstrip().startswith("<!DOCTYPE html>")
    assert re.findall(r'(?:src|<link[^>]* href)="([^"]*)"', page) == []
    assert "<form" not in page
    assert "<script" not in page
    assert page.count("<svg") == 7


def test_her_result_as_a_file_stands_alone_and_carries_no_state() -> None:
    answer = sends("result", WELL, ("pregnant",))
    kept = client().post("/keep", {"state": re_state(answer.content.decode())})
    page = kept.content.decode()
    assert kept.status_code == 200
    assert kept["Content-Disposition"] == 'attachment; filename="carrywell-result-2026-11-22.html"'
    assert kept["Cache-Control"] == "no-store"
    for part in ("You can care for this at home", "Today", "29 November 2026", "What to say"):
        assert part in page
    assert re.findall(r'(?:src|<link[^>]* href)="([^"]*)"', page) == []
    assert 'name="state"' not in page
    assert "<form" not in page


def re_state(page: str) -> str:
    found = re.search(r'name="state" value="([^"]*)"', page)
    assert found
    return unescape(found[1])


@pytest.mark.parametrize("state", ["", "{", '{"case":null,"trail":[]}'])
def test_nothing_is_kept_of_a_page_that_lost_its_place(state: str) -> None:
    answer = client().post("/keep", {"state": state})
    assert answer.status_code == 400
    assert "This page lost its place" in answer.content.decode()


def test_one_topic_of_the_plan_has_a_page_of_its_own() -> None:
    answer = sends("result", WELL, ("pregnant",), topic="posture")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, max-age=0"
    assert "Standing, sitting, lifting" in page
    assert page.count("cw-folded") > 10
    assert sends("result", WELL, ("pregnant",), topic="nothing").status_code == 400


def test_a_birth_and_a_baby_are_named_only_where_they_are_passed_on() -> None:
    with_baby = all_no(postpartum(4, ended="birth", birth="vaginal", baby_with_me="yes"))
    assert "Whether a baby is with you" in sends("result", with_baby, ("after",), partner="1").content.decode()
    loss = sends("result", all_no(postpartum(4, ended="loss")), ("after",), partner="1").content.decode()
    assert "ended with a loss" in loss
    assert "baby" not in loss.split("<main")[1].split("</main>")[0].replace("baby_with_me", "")


def test_what_she_ticked_is_on_no_page_of_her_partner() -> None:
    quiet = client().get(_address(also(WELL, vaginal_bleeding="yes"))).content
    other = client().get(_address(also(WELL, fever="yes"))).content
    strip = re.compile(rb"/partner\?p=[^\"]+")
    assert strip.sub(b"", quiet) == strip.sub(b"", other)
