from __future__ import annotations

import pytest

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import rulebook
from carrywell.decide.triage import triage
from carrywell.model.assessment import Deciding, Reason, Triage
from carrywell.model.case import Case
from carrywell.model.item import Item
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Text, Voice
from carrywell.model.truth import Truth
from carrywell.report.sentences import MOST_SAID, Speaker, recheck_when
from tests.lib.cases import all_no, also, assessed, postpartum, pregnant
from tests.lib.small_knowledge import combination, fact, finding, knowledge, raised

SPEAKER = Speaker(open_engine().knowledge, open_engine().voice())


def small_speaker(small: Knowledge, **phrases: str) -> Speaker:
    """`fact__is__pregnant="…"` stands for the phrase `fact.is.pregnant`."""
    keys = {name.replace("__", "."): says for name, says in phrases.items()}
    return Speaker(small, Voice({key: Text(says, f"words/{key}") for key, says in keys.items()}))


def decided(case: Case, small: Knowledge, unanswered: Truth = Truth.FALSE) -> Triage:
    return triage(Facts(case, small, unanswered), rulebook(small))


def only(found: Triage) -> Deciding:
    (deciding,) = found.deciding
    return deciding


class TestWho:
    @pytest.mark.parametrize(
        ("case", "says"),
        [
            (pregnant(31.9), "I am 31 weeks pregnant."),
            (pregnant(1), "I am 1 week pregnant."),
            (postpartum(0, ended="birth"), "I gave birth less than a week ago."),
            (postpartum(0.9, ended="birth"), "I gave birth less than a week ago."),
            (postpartum(1, ended="birth"), "I gave birth 1 week ago."),
            (postpartum(3.5, ended="birth"), "I gave birth 3 weeks ago."),
            (postpartum(13.9, ended="birth"), "I gave birth 13 weeks ago."),
            (postpartum(14, ended="birth"), "I gave birth 3 months ago."),
            (postpartum(156, ended="birth"), "I gave birth 36 months ago."),
            (postpartum(3, ended="loss"), "My pregnancy ended 3 weeks ago."),
            (postpartum(0.2, ended="loss"), "My pregnancy ended less than a week ago."),
        ],
    )
    def test_she_says_in_one_sentence_who_she_is(self, case: Case, says: str) -> None:
        assert SPEAKER.who(case) == says


class TestWhatToSay:
    def test_who_she_is_what_she_has_and_what_she_needs(self) -> None:
        found = assessed(pregnant(31, fever="yes"))
        fever = SPEAKER.knowledge.findings["fever"].me.english
        need = SPEAKER.voice.phrase("say.need.today")
        assert SPEAKER.say(found.case, found.triage) == f"I am 31 weeks pregnant. {fever} {need}"

    def test_a_sign_that_is_not_sure_is_not_claimed(self) -> None:
        found = assessed(pregnant(31, fever="unsure"))
        pain, need = SPEAKER.voice.phrase("say.pain"), SPEAKER.voice.phrase("say.need.today")
        assert SPEAKER.say(found.case, found.triage) == f"I am 31 weeks pregnant. {pain} {need}"

    def test_no_more_than_can_be_remembered(self) -> None:
        small = knowledge(*(finding(name, "emergency_now") for name in ("fever", "vomiting", "jaundice", "injury")))
        case = pregnant(31, fever="yes", vomiting="yes", jaundice="yes", injury="yes")
        speaker = Speaker(small, open_engine().voice())
        assert speaker.say(case, decided(case, small)).count("me ") == MOST_SAID

    def test_the_same_sign_is_said_once_and_those_that_stand_alone_come_first(self) -> None:
        fever = finding("fever", "emergency_now", raises=[raised("vomiting", to="emergency_now")])
        small = knowledge(fever, finding("vomiting", "emergency_now"))
        case = pregnant(31, fever="yes", vomiting="yes")
        says = Speaker(small, open_engine().voice()).say(case, decided(case, small))
        assert says.startswith("I am 31 weeks pregnant. me fever me vomiting ")
        assert says.count("me fever") == 1

    @pytest.mark.parametrize(
        ("said", "need"),
        [
            ({"saddle_numbness": "yes"}, "now"),
            ({"fever": "yes"}, "today"),
            ({"dizzy_spell": "yes"}, "two_days"),
            ({"leg_pain_one": "yes"}, "weeks"),
        ],
    )
    def test_how_soon(self, said: dict[str, str], need: str) -> None:
        found = assessed(pregnant(31, **said))
        assert SPEAKER.say(found.case, found.triage).endswith(SPEAKER.voice.phrase(f"say.need.{need}"))

    def test_when_she_can_look_after_herself_she_asks_for_nothing(self) -> None:
        found = assessed(all_no(pregnant(31, worse_with=["bending"], better_with=["rest"])))
        assert SPEAKER.say(found.case, found.triage).endswith(SPEAKER.voice.phrase("say.need.self_care"))


class TestSigns:
    def test_a_discreet_sign_is_said_in_its_neutral_words(self) -> None:
        small = knowledge(finding("bowel_change", "emergency_now", discreet="a change that I told the page"))
        found = decided(pregnant(31, bowel_change="yes"), small)
        assert small_speaker(small).sign(only(found)) == "a change that I told the page"

    def test_a_combination_has_words_of_its_own(self) -> None:
        small = knowledge(finding("fever"), combination("two_signs", "fever", "emergency_now"))
        found = decided(pregnant(31, fever="yes"), small)
        assert small_speaker(small).signs(only(found))[0] == "me two_signs"

    def test_what_raised_it_is_said_with_it(self) -> None:
        fever = finding(
            "fever", raises=[raised("vomiting", "is:unwell", "is:pregnant", "onset:sudden", to="emergency_now")]
        )
        small = knowledge(fever, finding("vomiting"), finding("feels_unwell"), fact("unwell", "feels_unwell"))
        case = pregnant(31, fever="yes", vomiting="yes", feels_unwell="yes", onset="sudden")
        speaker = small_speaker(small, fact__is__pregnant="You are pregnant.")
        assert speaker.signs(only(decided(case, small))) == [
            "me fever",
            "me vomiting",
            "says unwell",
            "You are pregnant.",  # and of the onset nothing, since nobody wrote words for it
        ]


class TestHowSure:
    SMALL = knowledge(
        finding("fever", "emergency_now", raises=[raised("vomiting", to="emergency_now")]), finding("vomiting")
    )

    def answer(self, case: Case, unanswered: Truth = Truth.UNKNOWN) -> str:
        found = decided(case, self.SMALL, unanswered)
        return small_speaker(self.SMALL).answer(found.deciding[0], case)

    def test_yes_unsure_or_unanswered(self) -> None:
        assert self.answer(pregnant(31, fever="yes")) == "yes"
        assert self.answer(pregnant(31, fever="unsure")) == "unsure"
        assert self.answer(pregnant(31)) == "unanswered"

    def test_one_part_that_she_is_unsure_about_is_enough(self) -> None:
        small = knowledge(finding("fever", raises=[raised("vomiting", to="emergency_now")]), finding("vomiting"))
        case = pregnant(31, fever="yes", vomiting="unsure")
        assert small_speaker(small).answer(only(decided(case, small)), case) == "unsure"


class TestPlainestFirst:
    def order(self, case: Case, *items: Item) -> list[str]:
        small = knowledge(*items)
        found = decided(case, small)
        return [deciding.rule.id for deciding in small_speaker(small).plainest_first(found.deciding)]

    def test_what_is_certain_comes_before_what_is_open_and_a_sign_alone_before_signs_together(self) -> None:
        fever = finding("fever", "emergency_now", raises=[raised("vomiting", to="emergency_now")])
        items = (finding("jaundice", "emergency_now"), fever, finding("vomiting", "emergency_now"))
        case = pregnant(31, jaundice="unsure", fever="yes", vomiting="yes")
        assert self.order(case, *items) == ["fever", "vomiting", "fever+vomiting", "jaundice"]

    def test_then_by_door_those_of_nerves_and_heart_before_maternity_then_by_id(self) -> None:
        items = (
            finding("fever", "emergency_now", door="maternity_unit"),
            finding("jaundice", "emergency_now", door="hospital_spine"),
            finding("vomiting", "emergency_now"),
            finding("injury", "emergency_now", door="hospital_spine"),
        )
        case = pregnant(31, fever="yes", jaundice="yes", vomiting="yes", injury="yes")
        assert self.order(case, *items) == ["vomiting", "injury", "jaundice", "fever"]

    def test_the_order_of_the_files_makes_no_difference(self) -> None:
        items = [finding(name, "emergency_now") for name in ("vomiting", "fever", "jaundice")]
        case = pregnant(31, fever="yes", vomiting="yes", jaundice="yes")
        assert self.order(case, *items) == self.order(case, *reversed(items)) == ["fever", "jaundice", "vomiting"]


class TestWhyLeftOut:
    @pytest.mark.parametrize(
        ("reason", "says"),
        [
            (Reason("fever", Text("You have a fever."), Truth.TRUE), "You have a fever."),
            (Reason("is:pregnant", None, Truth.TRUE), "You are pregnant."),
            (Reason("history:scoliosis", None, Truth.TRUE), "history:scoliosis"),
        ],
    )
    def test_in_words_where_there_are_any(self, reason: Reason, says: str) -> None:
        assert small_speaker(knowledge(), fact__is__pregnant="You are pregnant.").because(reason) == says


@pytest.mark.parametrize(
    ("hours", "says"),
    [
        (1, "In 1 hour"),
        (4, "In 4 hours"),
        (23, "In 23 hours"),
        (24, "Tomorrow"),
        (35, "Tomorrow"),
        (48, "In 2 days"),
        (168, "In 7 days"),
    ],
)
def test_when_to_look_again(hours: int, says: str) -> None:
    assert recheck_when(open_engine().voice(), hours) == says


def test_what_she_is_sure_of_is_said_though_the_rule_is_open() -> None:
    engine = open_engine()
    case = also(all_no(pregnant(25, sites=["low_back"])), thigh_pain_both="yes")
    found = check_case(engine, case, "asked")
    assert not found.triage.deciding[0].certain
    said = Speaker(engine.knowledge, engine.voice()).say(case, found.triage)
    assert engine.knowledge.findings["thigh_pain_both"].me.english in said
