"""What the knowledge base says, for tests that ask whether something is said at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from carrywell.model.knowledge import Advice
from carrywell.model.text import Text


def says(item: Advice) -> str:
    return " ".join(text.english for text in (item.title, item.says, item.benefit, item.careful) if text)


def speaks_of(text: str, *patterns: str) -> bool:
    """Whether each of these is said somewhere in the text, in whatever words stand around it."""
    return all(re.search(pattern, text, re.IGNORECASE) for pattern in patterns)


def texts_in(value: object) -> Iterator[str]:
    """Every English sentence in an item of the knowledge base, however deep."""
    if isinstance(value, Text):
        yield value.english
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
