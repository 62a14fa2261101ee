"""What is refused, in the words that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from carrywell.knowledge.few_words import few_words
from carrywell.model.told import said_by


@contextmanager
def refused(kind: type[Exception], says: str) -> Iterator[pytest.ExceptionInfo[Exception]]:
    """As `pytest.raises`, of an error that carries its sentence unspoken: `says` stands in its English."""
    with pytest.raises(kind) as caught:
        yield caught
    assert says in few_words().told(said_by(caught.value))
