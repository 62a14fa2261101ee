"""What is the same for everyone is rendered once: in the right language, and never with what somebody typed."""

from __future__ import annotations

from typing import Any

import pytest
from django.template import engines

from carrywell.app.engine import open_engine
from tests.lib.posts import client, sends

FEVER = open_engine().interviewer.first[0].id


def environment(language: str) -> Any:
    return engines[language].env  # type: ignore[attr-defined]


def test_a_sentence_is_put_into_the_template_as_it_is_read_and_is_escaped() -> None:
    spoken = environment("en").from_string("<p>{{ t('questions.yes') }}</p>{{ t('start.button') | length }}")
    assert spoken.render() == f"<p>Yes</p>{len('Check my pain')}"


def test_a_sentence_with_values_is_spoken_at_each_rendering() -> None:
    spoken = environment("en").from_string("{{ t('page.item', item=name) }}")
    assert "one" in spoken.render(name="one")
    assert "<" not in spoken.render(name="<b>")


def test_each_language_keeps_its_own_pieces() -> None:
    lines = [environment(language).globals["once"]("line", FEVER, "", False, False) for language in ("en", "zh-Hans")]
    assert lines[0] != lines[1]
    assert all(f'name="{FEVER}"' in line for line in lines)


def test_a_piece_is_rendered_once_for_each_choice() -> None:
    once = environment("en").globals["once"]
    assert once("line", FEVER, "yes", False, False) is once("line", FEVER, "yes", False, False)
    assert once("line", FEVER, "yes", False, False).count(" checked") == 1
    assert " checked" not in once("line", FEVER, "", False, False)


@pytest.mark.parametrize("typed", ["a name that nobody else typed", "<b>"])
def test_what_she_types_in_place_of_a_choice_is_never_kept(typed: str) -> None:
    once = environment("en").globals["once"]
    sends("pregnant", weeks_pregnant="24")
    before = once.cache_info().currsize
    answer = sends("pregnant", weeks_pregnant="x", **{FEVER: typed})
    assert answer.status_code == 422
    assert once.cache_info().currsize == before


def test_a_fault_beside_a_line_is_shown_and_not_kept() -> None:
    wrong = sends("pregnant", weeks_pregnant="24")
    again = client().get("/check")
    assert "nhsuk-error-message" in wrong.content.decode()
    assert "nhsuk-error-message" not in again.content.decode()
