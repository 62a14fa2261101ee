"""The bundle holds all that the phone needs, and nothing of what is asked of her alone."""

from __future__ import annotations

import re
from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.offline import offline_bundle, packed_bundle
from carrywell.model.text import LANGUAGES

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge


@pytest.fixture(scope="module")
def bundle() -> dict[str, Any]:
    return offline_bundle(ENGINE, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_private_track(language: str) -> None:
    text, voice = packed_bundle(language).content.decode(), ENGINE.voice(language)
    private = [finding for finding in KNOWLEDGE.findings.values() if finding.private]
    assert private
    for finding in private:
        assert f'"{finding.id}"' not in text
        assert voice(finding.ask) not in text
    for result in KNOWLEDGE.private.values():
        assert voice(result.says) not in text
    for key, said in KNOWLEDGE.phrases.items():
        if key.startswith("private."):
            assert f'"{voice(said)}"' not in text, key


def test_every_fact_that_a_condition_names_is_there(bundle: dict[str, Any]) -> None:
    text = packed_bundle("en").content.decode()
    named = set(re.findall(r'"is:(\w+)"', text))
    known = {fact["id"] for fact in bundle["facts"]} | {stage["id"] for stage in bundle["stages"]}
    assert named - known == {fact["id"].removeprefix("is:") for fact in bundle["person_facts"]} & named


def test_every_source_that_is_cited_says_who(bundle: dict[str, Any]) -> None:
    entries = [*bundle["advice"], *bundle["causes"], *bundle["classes"], *bundle["grounds"].values()]
    cited = {name for entry in entries for name in entry["sources"]}
    assert cited == set(bundle["sources"])
    assert all(by for by, _ in bundle["sources"].values())


def test_what_stands_on_a_page_that_others_see_is_discreet(bundle: dict[str, Any]) -> None:
    """To her alone it is said in her own words; on the telephone and in the reasons stand the discreet ones."""
    said = {finding["id"]: finding["me"] for finding in bundle["findings"]}
    discreet = {name: one.discreet for name, one in KNOWLEDGE.findings.items() if one.discreet and not one.private}
    assert set(bundle["own_words"]) == set(discreet)
    for name, words in discreet.items():
        assert said[name] == words.english
        assert bundle["own_words"][name] == KNOWLEDGE.findings[name].me.english
