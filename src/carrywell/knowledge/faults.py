"""Faults of knowledge and case files: where, what, what is allowed."""

from __future__ import annotations

from dataclasses import dataclass

from yaml import YAMLError

from carrywell.knowledge.few_words import few_words
from carrywell.model.text import Voice
from carrywell.model.told import Told


@dataclass(frozen=True, slots=True)
class Fault:
    """`says`: of a file that a woman or a clinic hands in, a sentence of `kb/words` that is not spoken yet; of the
    knowledge base itself, which only its makers read, English.
    """

    file: str
    line: int
    column: int
    says: Told | str

    def spoken(self, voice: Voice) -> str:
        return f"{self.place} {voice.told(self.says)}"

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def english(self) -> str:
        """What was found and what is allowed. Where the sentence itself cannot be read, its id and values."""
        try:
            return few_words().told(self.says)
        except (KeyError, OSError, YAMLError):
            return str(self.says)

    def __str__(self) -> str:
        return f"{self.place} {self.english}"


class Faulty(ValueError):
    """Raised with every fault that was found, never only the first."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = sorted(set(faults), key=lambda one: (one.file, one.line, one.column, one.english))
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def spoken(self, voice: Voice) -> str:
        """A line for each fault."""
        return "\n".join(fault.spoken(voice) for fault in self.faults)
