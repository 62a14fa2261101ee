from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.few_words import few_words
from carrywell.knowledge.pseudo import ACCENTED

KEYS = ("help.json", "fault.empty", "page.month.1", "terminal.welcome")  # a nested one, and one with a folded line


@pytest.mark.parametrize("language", ["en", "zh-Hans", ACCENTED])
def test_it_speaks_as_the_whole_knowledge_base_does(language: str) -> None:
    whole, few = open_engine().voice(language), few_words(language)
    assert [few.phrase(key) for key in KEYS] == [whole.phrase(key) for key in KEYS]


@pytest.mark.parametrize("key", ["help.nothing", "no_file.says"])
def test_a_sentence_that_there_is_not(key: str) -> None:
    with pytest.raises(KeyError):
        few_words().phrase(key)


def test_a_language_that_there_is_not() -> None:
    with pytest.raises(KeyError):
        few_words("fr")
