"""What holds for every test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper


@pytest.fixture(autouse=True, scope="session")
def _connection_of_an_earlier_test_is_left_alone() -> Iterator[None]:
    """At the end of a request Django looks whether a connection has grown old. In a test that may touch no database,
    that look at the one of an earlier test would count as touching it.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", lambda _: None)
        yield
