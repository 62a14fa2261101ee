"""Three-valued truth: yes, no, and not known.

Silence about bladder control is never "no". Conditions are therefore evaluated in Kleene's strong logic
(S. C. Kleene, Introduction to Metamathematics, 1952, section 64): an unknown part leaves the whole unknown
unless the other parts already settle it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Truth(IntEnum):
    """Ordered FALSE < UNKNOWN < TRUE, so that *and* is the minimum and *or* is the maximum."""

    FALSE = 0
    UNKNOWN = 1
    TRUE = 2

    @classmethod
    def of(cls, value: bool) -> Truth:
        return cls.TRUE if value else cls.FALSE

    def negated(self) -> Truth:
        return Truth(2 - self)


def all_of(parts: Iterable[Truth]) -> Truth:
    """The least of the parts; looks no further than the first that is FALSE."""
    least = Truth.TRUE
    for part in parts:
        if part is Truth.FALSE:
            return part
        if part is Truth.UNKNOWN:
            least = part
    return least


def any_of(parts: Iterable[Truth]) -> Truth:
    """The greatest of the parts; looks no further than the first that is TRUE."""
    greatest = Truth.FALSE
    for part in parts:
        if part is Truth.TRUE:
            return part
        if part is Truth.UNKNOWN:
            greatest = part
    return greatest


def at_least(count: int, parts: Iterable[Truth]) -> Truth:
    """TRUE when `count` parts are surely true, FALSE when even all unknown parts could not reach it."""
    seen = list(parts)
    if seen.count(Truth.TRUE) >= count:
        return Truth.TRUE
    possible = len(seen) - seen.count(Truth.FALSE)
    return Truth.UNKNOWN if possible >= count else Truth.FALSE
