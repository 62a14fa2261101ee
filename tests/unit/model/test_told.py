from __future__ import annotations

import pytest

from carrywell.knowledge.few_words import few_words
from carrywell.model.told import WrongValue, said_by, told


def test_a_sentence_is_spoken_where_it_is_shown_in_the_language_of_the_reader() -> None:
    found = told("fault.of", name="fever", says=told("fault.found", found="'x'", allowed=("yes", "no")))
    assert few_words("en").told(found) == "fever: found 'x'; allowed: yes, no"
    assert few_words("zh-Hans").told(found) == "fever：写的是'x'；可以写：yes、no"


def test_what_is_a_text_already_stays_as_it_is() -> None:
    assert few_words("zh-Hans").told("as it is {x}") == "as it is {x}"


@pytest.mark.parametrize(
    ("error", "says"), [(WrongValue("wrong.no_day"), told("wrong.no_day")), (ValueError("odd"), "odd")]
)
def test_what_an_error_says(error: Exception, says: object) -> None:
    assert said_by(error) == says


def test_a_traceback_names_the_sentence_and_its_values() -> None:
    assert str(WrongValue("wrong.digest", count=12)) == "wrong.digest(count=12)"
