"""What goes out by mail: in her language whole, and without a word by which who sees it learns of her health."""

from __future__ import annotations

import re

import pytest
from django.core.mail import EmailMessage

from carrywell.app.engine import open_engine
from carrywell.knowledge.pseudo import ACCENTED
from carrywell.model.text import Voice
from carrywell.web.account import letters
from tests.lib.chinese import foreign_signs, has_chinese
from tests.lib.english_left import has_english
from tests.lib.mailbox import ANNA, SITE

ENGINE = open_engine()
KINDS = ("confirmation", "new_password", "note")
# Of what the site is about, beside the names of its findings and places below.
TELLING = re.compile(r"\b(pain|pregnan|birth|baby|health|midwife|danger|diary|check|back|body|week)")
TELLING_CHINESE = {"痛", "孕", "产", "宝宝", "健康", "危险", "日记", "自查", "症", "病", "身体", "周"}
_COMMON = {"with", "that", "from", "your", "have", "this", "after", "link", "open", "stays"}


def letter(kind: str, voice: Voice) -> EmailMessage:
    link = f"{SITE}/note/x"
    if kind == "note":
        return letters.note(ANNA, f"{SITE}/note", link, voice)
    if kind == "confirmation":
        return letters.confirmation(ANNA, link, voice)
    return letters.new_password(ANNA, link, "a1", voice)


def says(kind: str, language: str) -> str:
    """Subject and text, without the links."""
    written = letter(kind, ENGINE.voice(language))
    return re.sub(r"https://\S+", "", f"{written.subject}\n{written.body}")


def words_of_the_knowledge() -> set[str]:
    """The names of findings, causes and places on her body, word by word."""
    knowledge, voice = ENGINE.knowledge, ENGINE.voice()
    names = [voice.phrase(key) for key in knowledge.phrases if key.startswith("site.")]
    names += [name.replace("_", " ") for name in (*knowledge.findings, *knowledge.causes)]
    return {word for name in names for word in re.findall(r"[a-z]{4,}", name.lower())} - _COMMON


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_of_her_health_is_in_it(kind: str) -> None:
    told = says(kind, "en").lower()
    assert TELLING.search(told) is None
    assert set(re.findall(r"[a-z]+", told)) & words_of_the_knowledge() == set()
    assert not any(word in says(kind, "zh-Hans") for word in TELLING_CHINESE)


def test_the_finder_would_find_one() -> None:
    assert {"fever", "pelvis"} <= words_of_the_knowledge()


@pytest.mark.parametrize("kind", KINDS)
def test_it_can_be_translated_whole(kind: str) -> None:
    assert [line for line in says(kind, ACCENTED).splitlines() if has_english(line)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_in_chinese_it_is_chinese(kind: str) -> None:
    lines = [line for line in says(kind, "zh-Hans").splitlines() if line.strip()]
    assert all(has_chinese(line) for line in lines)
    assert [found for line in lines for found in foreign_signs(line)] == []


def test_the_note_has_the_words_of_the_calendar_and_can_be_ended_by_a_program() -> None:
    written = letter("note", ENGINE.voice())
    assert written.subject == "A note to yourself"
    assert written.extra_headers["List-Unsubscribe"] == f"<{SITE}/note/x>"
    assert written.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_plain_text_and_names_no_machine(kind: str, settings: object) -> None:
    settings.DEFAULT_FROM_EMAIL = "Notes <notes@site.example>"  # type: ignore[attr-defined]
    message = letter(kind, ENGINE.voice("zh-Hans")).message()
    assert message.get_content_type() == "text/plain"
    assert message["Message-ID"].endswith("@site.example>")
    assert message["Auto-Submitted"] == "auto-generated"
