"""The timer as the page carries it: what it counts, and its words, as JSON for assets/timer.js."""

from __future__ import annotations

import json
from dataclasses import dataclass

from carrywell.model.text import Voice
from carrywell.model.timer import Phase

_TIMER_WORDS = (
    "start", "pause", "go_on", "ready", "move", "other_side", "hold", "rest", "turn_over", "go", "step", "done",
    "time_of", "set_of",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timer:
    """As JSON, for the script: what it counts, and its words."""

    phases: str
    words: str


def timer(phases: tuple[Phase, ...], voice: Voice, steps: tuple[str, ...] = ()) -> Timer | None:
    """None where there is nothing to count. `steps`: what is said at each step, where the phases are steps."""
    if not phases:
        return None
    told = [(phase.word, phase.seconds, phase.set, phase.count) for phase in phases]
    words: dict[str, object] = {word: voice.phrase(f"timer.{word}") for word in _TIMER_WORDS}
    if steps:
        words["steps"] = steps
    return Timer(json.dumps(told, separators=(",", ":")), json.dumps(words, ensure_ascii=False, separators=(",", ":")))
