"""What a timer counts: stretches of time, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Word = Literal["ready", "move", "other_side", "hold", "rest", "turn_over", "go", "step"]
"""Ends of ids in `kb/words/timer.yaml`."""


@dataclass(frozen=True, slots=True)
class Phase:
    """`count`: which repetition, or which step, it belongs to; `set`: of which set. 0 is none."""

    word: Word
    seconds: int
    set: int = 0
    count: int = 0
