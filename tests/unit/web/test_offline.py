"""What a phone asks for to work without a network: each answers, says how long it holds, and is alike for everyone."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from django.test import Client

from carrywell.app.offline import packed_bundle
from carrywell.model.text import LANGUAGES
from carrywell.web import offline
from carrywell.web.language import root_of
from tests.lib.posts import client
from tests.lib.tree import ROOT

STATIC = ROOT / "src" / "carrywell" / "web" / "static"
MOST_BYTES = 250_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_bundle_script_and_page_come_in_under_250_kb(language: str) -> None:
    page = client().get(f"{root_of(language)}/offline").content
    script = (STATIC / "carrywell" / "offline.js").read_bytes()
    worker = client().get("/sw.js").content
    sent = sum(len(gzip.compress(part, 9)) for part in (packed_bundle(language).content, script, page, worker))
    assert sent < MOST_BYTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_a_bundle_that_has_its_hash(language: str) -> None:
    page = client().get(f"{root_of(language)}/offline").content.decode()
    address = re.findall(r'data-bundle="([^"]+)"', page)[0]
    answer = client().get(address)
    assert answer.content == packed_bundle(language).content
    assert f'data-digest="{packed_bundle(language).digest}"' in page
    assert "immutable" in answer["Cache-Control"]


def test_a_bundle_of_another_hash_is_not_there() -> None:
    assert client().get(f"/offline/bundle/en-{'0' * 64}.json").status_code == 404


@pytest.mark.parametrize("name", [*offline.FORMS, "where-open"])
def test_the_page_holds_each_form_of_the_check_without_an_answer(name: str) -> None:
    page = client().get("/offline").content.decode()
    form = page.partition(f'<template id="page-{name}">')[2].partition("</template>")[0]
    assert "<form" in form
    assert re.findall(r'type="radio"[^>]* checked', form) == (
        ['type="radio" value="1" checked'] if name == "pregnant" else []
    )  # one baby, as the page of the check begins
    assert not re.findall(r'type="checkbox"[^>]* checked', form)
    assert json.loads(re.findall(r'name="state" value="([^"]*)"', form)[0].replace("&#34;", '"'))["case"] is None


def test_no_question_for_her_alone_is_on_the_page() -> None:
    page = client().get("/offline").content.decode()
    for finding in offline.open_engine().knowledge.findings.values():
        if finding.private:
            assert finding.ask.english not in page
            assert f'"{finding.id}"' not in page


def test_the_worker_is_asked_for_each_time_and_knows_what_to_keep() -> None:
    answer = client().get("/sw.js")
    assert answer["Cache-Control"] == "no-cache"
    assert answer["Content-Type"].startswith("text/javascript")
    kept = json.loads(answer.content.decode().removeprefix("const KEPT = ").split(";\n")[0])
    assert kept == offline.what_is_kept()
    for file in kept["files"]:
        assert (STATIC / file.removeprefix("/static/").partition("?")[0]).is_file()
    for address in (page for told in kept["languages"].values() for page in told["pages"]):
        assert Client(headers={"sec-fetch-site": "same-origin"}).get(address).status_code == 200, address


def test_another_bundle_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = offline.what_is_kept()["version"]
    other = packed_bundle("zh-Hans")
    monkeypatch.setattr(offline, "packed_bundle", lambda language: other)
    offline.what_is_kept.cache_clear()
    assert offline.what_is_kept()["version"] != before
    offline.what_is_kept.cache_clear()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_can_stand_on_a_home_screen(language: str) -> None:
    answer = client().get(f"{root_of(language)}/manifest.webmanifest")
    told = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert told["lang"] == language
    assert told["display"] == "standalone"
    assert {icon["sizes"] for icon in told["icons"]} == {"192x192", "512x512"}
    for icon in told["icons"]:
        picture = (STATIC / icon["src"].removeprefix("/static/").partition("?")[0]).read_bytes()
        assert "x".join(str(int.from_bytes(picture[at : at + 4])) for at in (16, 20)) == icon["sizes"]
    page = client().get(f"{root_of(language)}/offline").content.decode()
    assert f'<link rel="manifest" href="{root_of(language)}/manifest.webmanifest">' in page


@pytest.mark.parametrize("address", ["/offline", "/sw.js", "/manifest.webmanifest"])
def test_none_sets_a_cookie_or_takes_an_answer(address: str) -> None:
    answer = client().get(address)
    assert "Set-Cookie" not in answer
    assert "'unsafe" not in answer["Content-Security-Policy"]
    assert "worker-src 'self'" in answer["Content-Security-Policy"]
    assert client().post(address).status_code == 405
