from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from carrywell.web.language import preferred

TEMPLATES = Path(__file__).parents[3] / "src" / "carrywell" / "web" / "templates"


@pytest.fixture
def client() -> Client:
    return Client(HTTP_HOST="localhost")


def page(client: Client, path: str, **headers: str) -> str:
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("accepts", "language"),
    [
        ("", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("en-GB,zh;q=0.5", "en"),
        ("fr, ZH-cn;q=0.5", "zh-Hans"),
        ("fr", "en"),
    ],
)
def test_the_first_language_that_both_speak_is_taken(accepts: str, language: str) -> None:
    assert preferred(accepts) == language


def test_the_address_says_the_language_and_every_link_stays_in_it(client: Client) -> None:
    chinese = page(client, "/zh-Hans/claims")
    assert '<html lang="zh-Hans"' in chinese
    leads = re.findall(r'(?:href|action|formaction)="(/[^"]*)"', chinese)
    assert leads
    assert [to for to in leads if not to.startswith(("/zh-Hans/", "/static/"))] == ["/claims"]  # the way to English


def test_the_start_follows_the_browser_once(client: Client) -> None:
    asked = client.get("/", headers={"accept-language": "zh-CN"})
    assert (asked.status_code, asked["Location"]) == (302, "/zh-Hans/")
    assert "Accept-Language" in asked["Vary"]
    assert '<html lang="en"' in page(client, "/?chosen", **{"accept-language": "zh-CN"})
    assert '<html lang="en"' in page(client, "/", **{"accept-language": "zh-CN", "sec-fetch-site": "same-origin"})
    assert '<html lang="en"' in page(client, "/claims", **{"accept-language": "zh-CN"})


def test_no_language_is_kept_in_a_cookie(client: Client) -> None:
    assert not client.get("/zh-Hans/").cookies
    assert not client.get("/", headers={"accept-language": "zh"}).cookies


def test_a_language_that_there_is_not_is_no_page(client: Client) -> None:
    assert client.get("/tlh/").status_code == 404
    assert client.get("/en-XA/").status_code == 404  # for those who work on the pages alone


def test_in_the_middle_of_a_check_her_answers_go_with_her_into_the_other_language(client: Client) -> None:
    first = client.post("/check", {"page": "status", "state": "", "pregnant": "1"}).content.decode()
    assert 'formaction="/zh-Hans/check"' in first
    then = client.post(
        "/zh-Hans/check",
        {"page": "pregnant", "state": '{"case":null,"trail":[]}', "weeks_pregnant": "31", "again": "1"},
    )
    assert then.status_code == 200
    assert '<html lang="zh-Hans"' in (shown := then.content.decode())
    assert re.search(r'value="31"', shown)  # what she typed is not lost


def test_no_template_leads_out_of_her_language() -> None:
    for template in TEMPLATES.glob("*.html"):
        out = re.findall(r'(?:href|action|formaction)="/[^"]*"', template.read_text(encoding="utf-8"))
        assert not out, f"{template.name}: {out}; begin the address with {{{{ root }}}}"
