"""What a phone keeps: a bundle a language, named by the hash of what is in it."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.offline import offline_bundle, packed_bundle
from carrywell.model.text import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_digest_is_that_of_the_content(language: str) -> None:
    packed = packed_bundle(language)
    assert packed.digest == sha256(packed.content).hexdigest()
    assert json.loads(packed.content)["language"] == language


def test_each_language_in_its_own_words() -> None:
    engine = open_engine()
    level = engine.knowledge.care_levels["routine"]
    for language in LANGUAGES:
        levels = {one["id"]: one["title"] for one in offline_bundle(engine, language)["care_levels"]}
        assert levels["routine"] == engine.voice(language)(level.title)


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        offline_bundle(open_engine(), "xx")
