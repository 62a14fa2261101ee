"""Every question, every line of a list and the text of every level can be read with six years of school."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from carrywell.app.engine import open_engine
from tests.lib.reading_grade import grade

KNOWLEDGE = open_engine().knowledge
HIGHEST_GRADE = 6.0


def questions() -> Iterator[tuple[str, str]]:
    for name, finding in KNOWLEDGE.findings.items():
        for field in ("line", "ask", "opens"):
            if (text := getattr(finding, field)) is not None:
                yield f"{name}.{field}", text.english


@pytest.mark.parametrize(("place", "text"), list(questions()), ids=lambda value: value if "." in value[-9:] else "")
def test_a_question_asks_for_no_more_than_six_years_of_school(place: str, text: str) -> None:
    assert round(grade(text), 1) <= HIGHEST_GRADE, f"{place}: {text}"


@pytest.mark.parametrize("level", list(KNOWLEDGE.care_levels))
def test_so_does_what_a_level_says(level: str) -> None:
    words = KNOWLEDGE.care_levels[level]
    whole = (words.title, words.do, words.how_soon, *words.then)
    assert grade(". ".join(text.english.rstrip(".") for text in whole)) <= HIGHEST_GRADE


@pytest.mark.parametrize(("text", "least", "most"), [
    ("Does your back hurt?", -4.0, 1.0),
    ("Have you been diagnosed with spondylolisthesis or an inflammatory arthropathy?", 12.0, 40.0),
])  # fmt: skip
def test_the_grade_tells_plain_words_from_jargon(text: str, least: float, most: float) -> None:
    assert least <= grade(text) <= most
