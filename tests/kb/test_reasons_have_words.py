"""Every reason that a page or the terminal gives is said in words, never as a bare id."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.rules import names_in

ENGINE = open_engine()


def named_in_reasons() -> Iterator[str]:
    for rule in ENGINE.book.rules:
        yield from rule.with_
    for advice in ENGINE.knowledge.advice.values():
        for when in advice.not_when:
            yield from names_in(when)


@pytest.mark.parametrize("name", sorted(set(named_in_reasons())))
def test_a_reason_has_words(name: str) -> None:
    knowledge = ENGINE.knowledge
    words = f"fact.{name.replace(':', '.')}"
    assert name in knowledge.findings or name.removeprefix("is:") in knowledge.facts or words in knowledge.phrases, (
        f"{name} stands among reasons and has no words: add {words} to kb/words/fact.yaml"
    )
