from __future__ import annotations

import pytest

from carrywell.model.text import Text, Translation, Voice

FEVER = Text("Do you have a fever of {degrees} or more?", "findings/fever#ask")


def chinese(says: str, of: str) -> Voice:
    return Voice({}, "zh-Hans", {FEVER.key: Translation(says, of)})


def test_english_is_spoken_where_there_is_no_translation() -> None:
    assert Voice({}, "zh-Hans")(FEVER, degrees=38) == "Do you have a fever of 38 or more?"


def test_a_translation_is_spoken_with_the_same_values() -> None:
    assert chinese("发烧到 {degrees} 度吗？", FEVER.fingerprint)(FEVER, degrees=38) == "发烧到 38 度吗？"


def test_a_translation_of_an_older_sentence_is_stale_and_english_is_spoken() -> None:
    older = Text("Are you hot?", FEVER.key)
    assert chinese("你热吗？", older.fingerprint)(FEVER, degrees=38).startswith("Do you have a fever")


def test_the_fingerprint_follows_the_sentence_and_not_its_id() -> None:
    assert Text("Rest.", "a").fingerprint == Text("Rest.", "b").fingerprint
    assert Text("Rest.", "a").fingerprint != Text("Rest!", "a").fingerprint


def test_a_sentence_without_values_is_spoken_as_it_stands_braces_and_all() -> None:
    assert Voice({})(Text("A set {of braces}")) == "A set {of braces}"


def test_a_phrase_is_found_by_its_id() -> None:
    voice = Voice({"say.pain": Text("I have back pain.", "words/say.pain")})
    assert voice.has("say.pain")
    assert voice.phrase("say.pain") == "I have back pain."


def test_a_phrase_that_nobody_wrote_is_an_error() -> None:
    assert not Voice({}).has("say.pain")
    with pytest.raises(KeyError):
        Voice({}).phrase("say.pain")


@pytest.mark.parametrize(("count", "says"), [(0, "0 weeks"), (1, "1 week"), (2, "2 weeks")])
def test_exactly_one_has_a_form_of_its_own(count: int, says: str) -> None:
    voice = Voice({"weeks.one": Text("{count} week"), "weeks.other": Text("{count} weeks")})
    assert voice.counted("weeks", count) == says
