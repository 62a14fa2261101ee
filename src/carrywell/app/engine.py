"""The knowledge base opened for use: read once, worked out once, shared by every use case of the process."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from carrywell.decide.interview import Interviewer, interviewer
from carrywell.decide.rulebook import Rulebook, rulebook
from carrywell.knowledge.bundle import load
from carrywell.knowledge.reader import KB, all_texts
from carrywell.knowledge.translations import load_translations
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Voice
from carrywell.model.translation import Coverage, coverage_of


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    knowledge: Knowledge
    book: Rulebook
    interviewer: Interviewer
    kb: Path = KB
    _voices: dict[str, Voice] = field(default_factory=dict, compare=False, repr=False)

    def voice(self, language: str = "en") -> Voice:
        """KeyError for a language that there is not."""
        if language not in self._voices:
            translations = load_translations(self.knowledge, language, self.kb)
            self._voices[language] = Voice(self.knowledge.phrases, language, translations)
        return self._voices[language]

    def coverage(self, language: str) -> Coverage:
        """What of the knowledge base is translated into this language."""
        return coverage_of(language, all_texts(self.knowledge), self.voice(language).translations)


@cache
def open_engine(kb: Path = KB) -> Engine:
    knowledge = load(kb)
    book = rulebook(knowledge)
    return Engine(knowledge, book, interviewer(knowledge, book), kb)
