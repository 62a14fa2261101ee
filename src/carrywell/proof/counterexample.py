"""What breaks a property: one case or two, in words and as case files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from carrywell.proof.cases import CaseFile

Unanswered = Literal["no", "cautious", "interviewed"]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """`says`: what is wrong, in one sentence. `cases`: none where a rule as such is at fault; two where two are
    compared. `levels`: what the program decides on each, replayed, not taken from the proof. `unanswered`: what
    silence counts as in them.
    """

    says: str
    cases: tuple[CaseFile, ...] = ()
    in_words: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    unanswered: Unanswered = "no"

    @property
    def size(self) -> int:
        """How many things its cases say."""
        return sum(_said(case) for case in self.cases)


def _said(part: object) -> int:
    if isinstance(part, dict):
        return sum(_said(value) for value in part.values())
    return len(part) if isinstance(part, list) else 1
