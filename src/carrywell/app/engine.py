"""The knowledge base opened for use: read once, worked out once, shared by every use case of the process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from carrywell.decide.interview import Interviewer, interviewer
from carrywell.decide.rulebook import Rulebook, rulebook
from carrywell.knowledge.bundle import load
from carrywell.knowledge.reader import KB
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Voice


@dataclass(frozen=True, slots=True)
class Engine:
    knowledge: Knowledge
    book: Rulebook
    interviewer: Interviewer

    def voice(self, language: str = "en") -> Voice:
        return Voice(self.knowledge.phrases, language)


@cache
def open_engine(kb: Path = KB) -> Engine:
    knowledge = load(kb)
    book = rulebook(knowledge)
    return Engine(knowledge, book, interviewer(knowledge, book))
