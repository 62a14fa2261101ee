"""The manners of every sentence that is shown: plain, calm, hers (docs/explanation/words.md).

A test names the sentence by its id (`findings/fever#ask`), so that whoever broke a rule knows the file and the field.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from statistics import median

import pytest
from pydantic import BaseModel

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.knowledge.texts import texts_of
from carrywell.model.assessment import Assessment
from carrywell.model.case import Case
from carrywell.model.item import Item
from carrywell.model.knowledge import Finding
from carrywell.model.text import Text
from carrywell.model.truth import Truth
from carrywell.report.as_json import JsonReport
from carrywell.web.presenters import present
from tests.lib.cases import all_no, also, assessed, postpartum
from tests.lib.reading_grade import grade, sentences, syllables, words

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge
FINDINGS = KNOWLEDGE.findings

NOT_SHOWN = {"version", "sources", "phrases", "old_ids", "digests"}


def items() -> Iterator[tuple[str, Item]]:
    """Every item that people read, with the folder that it stands in."""
    for folder in type(KNOWLEDGE).model_fields:
        if folder not in NOT_SHOWN:
            for item in getattr(KNOWLEDGE, folder).values():
                yield folder, item


@cache
def shown() -> tuple[Text, ...]:
    """Every sentence of the items, and the program's own."""
    of_items = (text for _, item in items() for text in texts_of(item))
    return (*of_items, *KNOWLEDGE.phrases.values())


def kind(text: Text) -> str:
    return text.key.split("/")[0]


def field(text: Text) -> str:
    """`ask` of `findings/fever#ask`; of a list or a part the last name: `says` of `gates/heat#not_when.0.says`."""
    return re.sub(r"\.\d+$", "", text.key.partition("#")[2]).rpartition(".")[2]


def breaking(pattern: str, *, unless: str = "(?!)") -> dict[str, str]:
    """The texts in which `pattern` is found once `unless` is taken out, and what was found."""
    found = {}
    for text in shown():
        said = re.search(pattern, re.sub(unless, " ", text.english, flags=re.IGNORECASE), re.IGNORECASE)
        if said:
            found[text.key] = said.group()
    return found


# Questions

NEGATIVE = r"\b(?:not|no|cannot|unable|without|never|nothing|none|neither|nor)\b|n['’]t\b"
YES_OR_NO = [finding for finding in FINDINGS.values() if finding.asks_for != "number"]


def outside_brackets(text: str) -> str:
    return re.sub(r"\([^)]*\)", "", text)


@pytest.mark.parametrize("finding", YES_OR_NO, ids=lambda finding: finding.id)
def test_a_question_is_asked_without_a_negative_word(finding: Finding) -> None:
    """A tired reader turns "Can you not ...?" round. "More than" and "only" narrow as well, and read one way."""
    found = re.findall(NEGATIVE, outside_brackets(finding.ask.english), re.IGNORECASE)
    assert found == []


LONGEST_QUESTION = 25
FIRST_PERSON = re.compile(r"^(?:I|My|There is|Both my|Something) ")


@pytest.mark.parametrize("finding", FINDINGS.values(), ids=lambda finding: finding.id)
def test_a_question_is_short_and_answered_in_her_voice(finding: Finding) -> None:
    assert len(words(finding.ask.english)) <= LONGEST_QUESTION
    assert finding.ask.english.endswith("?")
    assert FIRST_PERSON.match(finding.me.english)
    assert finding.me.english.endswith(".")
    assert finding.tell.english.endswith(".")
    assert finding.why.english.endswith(".")


def test_the_title_of_an_advice_fits_on_one_line_of_a_phone() -> None:
    assert {advice.id for advice in KNOWLEDGE.advice.values() if len(advice.title.english) > 50} == set()


# Manners


def test_nobody_is_shouted_at_or_begged() -> None:
    assert breaking(r"!|\bplease\b|\bbe advised\b|\bkindly\b") == {}


# "Just" may say where or when, never how little something is.
WHERE_OR_WHEN = r"\bjust (?:below|under|above|before|after|now)\b|\bonly just\b|\bor just\b|\bjust as\b"


def test_nothing_is_called_simple() -> None:
    assert breaking(r"\bsimply\b|\bjust\b|\bobviously\b|\bof course\b|\bmerely\b", unless=WHERE_OR_WHEN) == {}


BLAME = (
    r"\b(?:faults?|blame\w*|lazy|laziness|careless\w*|neglect\w*|should have|overweight|obes\w+|too fat|unfit"
    r"|bad posture|poor posture|wrong posture|self-inflicted|complian\w+|fail(?:s|ed|ing)? to)\b"
)
NO_BLAME = (
    r"\b(?:nobody['’]s|not your|no|neither is your) fault\b|\bnobody is to blame\b"
    r"|\b(?:is|was|be|never|not) (?:to )?blame\b"
)


def test_nobody_is_blamed() -> None:
    """What people say may be told (`belief`), in order to put it right."""
    beliefs = {text.key for text in shown() if field(text) == "belief"}
    assert breaking(BLAME, unless=NO_BLAME).keys() - beliefs == set()


EMERGENCY_NUMBERS = r"(?<![\d.,])\b(?:999|911|000|111|112|119|120|122|108|113|118|995)\b"
# A count, a reading or a dose, and not a number to call.
COUNTED = r"\b\d+ (?:minutes|(?:older )?women|people|of|in|cases|cent|mg|micrograms)\b|\b\d+ or more\b"


def test_no_telephone_number_is_given() -> None:
    """Whom to call differs by country; the kind of service is named."""
    assert breaking(EMERGENCY_NUMBERS, unless=COUNTED) == {}
    assert breaking(r"\b(?:call|dial|phone|ring|text) (?:\w+ ){0,3}\d{3,}\b") == {}
    assert breaking(r"\+?\d[\d ]{8,}\d") == {}


def test_no_service_is_named_by_the_brand_of_a_country() -> None:
    assert breaking(r"\bNHS\b|\bA ?& ?E\b|\bER\b(?-i:)|\bSamaritans\b|\bMedicare\b|\bHSE\b") == {}
    assert len(breaking(r"\bGPs?\b")) <= 2


def test_pain_is_never_called_normal() -> None:
    pain = re.compile(r"\b(?:pain\w*|hurt\w*|ach(?:e|es|ing)|backache|sore\w*|cramps?|bother\w*)\b", re.IGNORECASE)
    calm = re.compile(r"\b(?:ab)?normal(?:ly)?\b", re.IGNORECASE)
    said = {text.key for text in shown() for part in sentences(text.english) if pain.search(part) and calm.search(part)}
    assert said == set()


# Reading grade

MEDIAN_GRADE, HIGHEST_GRADE = 6.0, 10.0
FEWEST_WORDS = 6  # the formula was made for running text: a label of three words has no grade


SPOKEN = {
    1: "pain hurts knees tired once",
    2: "numbness muscles urine midwife something safely lying table",
    3: "easier usual exercise pregnancy",
    4: "emergency maternity",
    6: "physiotherapist",
}


@pytest.mark.parametrize("count", SPOKEN)
def test_syllables_are_counted_as_they_are_spoken(count: int) -> None:
    assert {word: syllables(word) for word in SPOKEN[count].split()} == dict.fromkeys(SPOKEN[count].split(), count)


def test_the_grade_is_that_of_the_published_formula() -> None:
    """Ten words with 12 syllables, in two sentences: 0.39 * 5 + 11.8 * 1.2 - 15.59."""
    assert grade("Phone your doctor today. Say how long it has hurt.") == pytest.approx(0.52)


def without_the_doctors_word(text: Text) -> str:
    """A name gives the plain word first, and the doctors' word in brackets, which may be long."""
    return outside_brackets(text.english) if field(text) == "name" else text.english


def graded() -> Iterator[tuple[Text, str]]:
    for text in shown():
        plain = without_the_doctors_word(text)
        if len(words(plain)) >= FEWEST_WORDS:
            yield text, plain


def test_each_kind_of_text_asks_for_six_years_of_school() -> None:
    grades: defaultdict[str, list[float]] = defaultdict(list)
    for text, plain in graded():
        grades[kind(text)] += [grade(part) for part in sentences(plain)]
    assert {name: round(median(found), 1) for name, found in grades.items() if median(found) > MEDIAN_GRADE} == {}
    assert len(grades) > 15


def test_no_text_asks_for_more_than_ten_years_of_school() -> None:
    hard = {text.key: round(grade(plain), 1) for text, plain in graded() if grade(plain) > HIGHEST_GRADE}
    assert hard == {}


# After a loss

AFTER_LOSS = [postpartum(weeks, ended="loss") for weeks in (1, 9, 60)]
THE_BABY = re.compile(r"\b(?:your|the|her) bab(?:y|ies)\b", re.IGNORECASE)


def may_be_shown(part: BaseModel, facts: Facts) -> bool:
    """Whether a rule of the item or part leaves it open that she sees it."""
    if isinstance(part, Finding):
        return facts.is_asked(part)
    if facts.stage not in getattr(part, "stages", (facts.stage,)):
        return False
    return all(
        facts.holds(getattr(part, name)) is not Truth.FALSE for name in ("applies_when", "when") if hasattr(part, name)
    )


def texts_for_her(part: BaseModel, facts: Facts) -> Iterator[Text]:
    """The texts of an item that may be shown to her, part by part."""
    if not may_be_shown(part, facts):
        return
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Text):
                yield one
            elif isinstance(one, BaseModel):
                yield from texts_for_her(one, facts)


@pytest.mark.parametrize("her", AFTER_LOSS, ids=lambda her: f"{her.about.weeks_postpartum:g} weeks")
def test_no_text_that_may_be_shown_after_a_loss_speaks_of_her_baby(her: Case) -> None:
    facts = Facts(her, KNOWLEDGE, Truth.UNKNOWN, asking=True)
    texts = [text for folder, item in items() if folder != "design_rules" for text in texts_for_her(item, facts)]
    assert len(texts) > 1000
    assert {text.key for text in texts if THE_BABY.search(text.english)} == set()


def everything_said(found: Assessment) -> str:
    """The result as a file and as a page: care level, doors, reasons, kind of pain, causes, plan, signs, next look.

    The titles of sources are left out: they are quoted as they are.
    """
    voice = ENGINE.voice()
    file = JsonReport(KNOWLEDGE, voice).of(found, "no", private=True)
    page = present(found, ENGINE, voice, date(2026, 11, 22))
    return f"{file} {' '.join(sentences_of((page, *(topic.entries for topic in page.topics))))}"


def sentences_of(part: object) -> Iterator[str]:
    """Every sentence of a page, however deep."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from sentences_of(getattr(part, field.name))
    elif isinstance(part, tuple):
        for one in part:
            yield from sentences_of(one)


def every_answer(her: Case) -> Iterator[Case]:
    """All answered no, and each question that is asked of her answered yes in turn."""
    calm = all_no(her)
    yield calm
    for name in calm.answers:
        yield also(calm, **{name: "yes"})


@pytest.mark.parametrize("her", AFTER_LOSS, ids=lambda her: f"{her.about.weeks_postpartum:g} weeks")
def test_no_result_after_a_loss_speaks_of_her_baby(her: Case) -> None:
    cases = list(every_answer(her))
    assert len(cases) > 80
    said = [found.group() for case in cases if (found := THE_BABY.search(everything_said(assessed(case))))]
    assert said == []


# Colours of the skin

SKIN_COLOUR = r"\b(?:red|redder|reddens?|reddened|redness|blue|bluish|yellow|yellowish|pale|paler|grey|greyish|pink)\b"
# What is not skin: blood, urine, eyes, stool, fluid.
NOT_SKIN = (
    r"red,? (?:painful )?eye|red to pink to brown|red,? pink or brown|pink, red or (?:cola|brown)|clear, pink[^.]*"
    r"|pink or brown|yellow eyes|whites of (?:your|the) eyes[^.;]*|stool (?:is |that is )?pale|pale[^.]*stool"
    r"|blue cohosh|urine (?:that )?burns?,[^.?]*"
)
ON_DARK_SKIN = re.compile(
    r"\b(?:dark\w*|palms?|lips|tongue|eyelid|(?:an?other|new|change of|changed) colour|shin(?:y|ier)|purple)\b",
    re.IGNORECASE,
)


def test_a_colour_of_the_skin_is_also_told_for_dark_skin() -> None:
    named = breaking(SKIN_COLOUR, unless=NOT_SKIN)
    by_key = {text.key: text.english for text in shown()}
    assert {key: by_key[key] for key in named if not ON_DARK_SKIN.search(by_key[key])} == {}
