from __future__ import annotations

from datetime import date

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


class TestSigns:
    ENGLISH, CHINESE = Voice({}), Voice({}, "zh-Hans")

    def test_a_label(self) -> None:
        assert self.ENGLISH.labelled("Why", "It helps.") == "Why: It helps."
        assert self.CHINESE.labelled("为什么", "有帮助。") == "为什么：有帮助。"
        assert self.ENGLISH.label("These load it most:") == "These load it most:"

    def test_a_sentence_ends_once(self) -> None:
        assert [self.ENGLISH.ended(says) for says in ("Rest", "Rest.", "Rest?")] == ["Rest.", "Rest.", "Rest?"]
        assert [self.CHINESE.ended(says) for says in ("休息", "休息。")] == ["休息。", "休息。"]
        assert self.ENGLISH.sentence("pain in the hip") == "Pain in the hip."

    def test_and_stands_within_another_without_its_end(self) -> None:
        assert (self.ENGLISH.inside("I am ill."), self.CHINESE.inside("我病了。")) == ("I am ill", "我病了")

    def test_one_after_the_other_without_what_is_empty(self) -> None:
        assert self.ENGLISH.sentences(["One.", "", "Two."]) == "One. Two."
        assert self.CHINESE.sentences(["一。", "", "二。"]) == "一。二。"

    def test_lists(self) -> None:
        assert (self.ENGLISH.listed(["a", "b"]), self.CHINESE.listed(["一", "二"])) == ("a, b", "一、二")
        assert (self.ENGLISH.apart(["a", "b"]), self.CHINESE.apart(["一", "二"])) == ("a; b", "一；二")
        assert self.ENGLISH.apart(["Any fever?", "a rash"]) == "Any fever? a rash"
        assert self.CHINESE.apart([]) == ""

    def test_a_remark(self) -> None:
        assert self.ENGLISH.remarked("Walking", "not today") == "Walking (not today)"
        assert self.CHINESE.remarked("散步", "今天不行") == "散步（今天不行）"

    def test_a_day(self) -> None:
        phrases = {"page.date": Text("{day} {month} {year}"), "page.month.11": Text("November")}
        assert Voice(phrases).day(date(2026, 11, 22)) == "22 November 2026"
        assert self.ENGLISH.day_parts == ("day", "month", "year")
        assert self.CHINESE.day_parts == ("year", "month", "day")
