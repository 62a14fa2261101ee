"""The Chinese sentences: whole, as easy to read as plain Chinese is, and without the words that mislead.

For Chinese there is no accepted grade of reading. Three plain counts stand in its place: characters outside the 3,500
of level 1 of the state list of common characters (2013; `common_characters.txt`, from field kTGH of Unicode's Unihan),
and Han characters to a sentence and to a clause. The limits are our own proposal; a textbook of medicine comes to 31
and 12. They say nothing of whether a mother understands: that takes people.
"""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.reader import all_texts
from carrywell.model.text import Text
from carrywell.model.translation import is_safety
from tests.lib.tree import ROOT

ENGINE = open_engine()
VOICE = ENGINE.voice("zh-Hans")
TEXTS = all_texts(ENGINE.knowledge)
COMMON = frozenset(Path(__file__).with_name("common_characters.txt").read_text(encoding="utf-8")) - {"\n"}
# Outside the list, and yet what every mother says (sneeze, ankle, yoga), or the name of what is meant (paracetamol).
KNOWN = frozenset("伽咔哒嚏娩搐瑜痧瘀胛踝酚酰阑胯痫胱髋黏疡癫咚疱踮箍")
HAN = re.compile(r"[\u4e00-\u9fff]")

MOST_UNCOMMON = 0.005
MOST_TO_A_SENTENCE, MOST_TO_A_CLAUSE = 20, 12


def said(text: Text) -> str:
    return VOICE(text)


def han(text: str) -> list[str]:
    return HAN.findall(text)


def lengths(texts: list[str], ends: str) -> list[int]:
    parts = (part for text in texts for part in re.split(f"[{ends}]", text))
    return [length for part in parts if (length := len(han(part)))]


def test_every_sentence_is_translated_and_none_from_an_older_english() -> None:
    coverage = ENGINE.coverage("zh-Hans")
    assert coverage.whole, (coverage.missing[:5], coverage.stale[:5])


def test_every_danger_sign_level_and_door_was_read_back() -> None:
    """By somebody who had not seen the English, so that a reviewer of either language can hold the two together."""
    folders = ("findings", "combinations", "care_levels", "doors", "safety_net", "over_time", "lasting_signs")
    shown = [text for text in TEXTS if text.key.startswith(folders) and not text.key.endswith("#why")]
    assert [text.key for text in shown if not VOICE.translations[text.key].back] == []


def test_characters_are_common_ones() -> None:
    assert len(COMMON) == 3500
    signs = [sign for text in TEXTS for sign in han(said(text))]
    uncommon = [sign for sign in signs if sign not in COMMON and sign not in KNOWN]
    assert len(uncommon) / len(signs) < MOST_UNCOMMON, sorted(set(uncommon))


def test_sentences_on_danger_are_short() -> None:
    danger = [said(text) for text in TEXTS if is_safety(text.key)]
    assert mean(lengths(danger, "。！？；")) <= MOST_TO_A_SENTENCE
    assert mean(lengths(danger, "。！？；，：、")) <= MOST_TO_A_CLAUSE


def test_other_sentences_are_not_much_longer() -> None:
    rest = [said(text) for text in TEXTS if not is_safety(text.key)]
    assert mean(lengths(rest, "。！？；")) <= 28
    assert mean(lengths(rest, "。！？；，：、")) <= 14


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("鞍区", "means the pituitary to a radiologist and nothing to a mother"),
        ("你(?!们)", "she is 您 throughout"),
        ("！", "no exclamation marks"),
        ("骨盆带(?!疼痛|痛|问卷)", "is the girdle and the belt; the belt is 骨盆固定带"),
        ("理疗", "is not physiotherapy: 康复科, 康复治疗"),
        (r"[\u4e00-\u9fff][,;?]|[,;?][\u4e00-\u9fff]", "punctuation is full-width"),
        ("助产士热线|家庭医生电话", "there is no such line in China"),
        ("℃", "°C, which the fonts have"),
    ],
)
def test_words_that_mislead_are_not_used(pattern: str, why: str) -> None:
    found = [(text.key, said(text)) for text in TEXTS if re.search(pattern, said(text))]
    assert not found, f"{pattern}: {why}"


# Where the number is said in words, or said otherwise in China.
SAID_OTHERWISE: dict[str, str] = {}


def test_no_number_is_lost() -> None:
    number = re.compile(r"\d+(?:\.\d+)?")
    lost = {
        text.key: sorted(missing)
        for text in TEXTS
        if text.key not in SAID_OTHERWISE
        and (missing := set(number.findall(text.english)) - set(number.findall(said(text))))
    }
    assert not lost


def test_each_term_of_the_list_is_used() -> None:
    page = (ROOT / "docs" / "reference" / "chinese-terms.md").read_text(encoding="utf-8")
    table = page.split("## Seen or composed")[1].split("## Our own choices")[0]
    terms = [row.split(" | ")[1] for row in table.splitlines() if row.startswith("| ") and HAN.search(row)]
    assert len(terms) > 200
    everything = "\n".join(said(text) for text in TEXTS)
    assert [term for term in terms if term not in everything] == []
