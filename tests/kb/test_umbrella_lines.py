"""A list shows an umbrella as one line: each sign that it covers stands there in words, or a no to it is no no."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from carrywell.app.engine import open_engine

UMBRELLAS = {name: line for name, line in open_engine().knowledge.findings.items() if line.kind == "umbrella"}
NAMED: dict[str, dict[str, str]] = yaml.safe_load(Path(__file__).with_name("umbrella_words.yaml").read_text("utf-8"))


def test_no_umbrella_is_left_out() -> None:
    assert set(NAMED) == set(UMBRELLAS)


@pytest.mark.parametrize("name", sorted(UMBRELLAS))
def test_the_line_names_each_sign_that_it_covers(name: str) -> None:
    umbrella = UMBRELLAS[name]
    line = umbrella.listed.english
    assert set(NAMED[name]) == set(umbrella.covers)
    assert {sign: words for sign, words in NAMED[name].items() if words not in line} == {}, line
