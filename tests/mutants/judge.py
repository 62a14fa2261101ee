"""Which check kills a mutant first, from the quickest to the slowest."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from carrywell.model.knowledge import Knowledge
from tests.mutants import check_knowledge, check_proofs
from tests.mutants.check_books import Books
from tests.mutants.check_pictures import Pictures
from tests.mutants.harmless import why_harmless
from tests.mutants.mutant import Mutant

Check = Callable[[Mutant, Knowledge], Iterator[str]]
CHECKS = ("knowledge", "books", "pictures", "interviews", "proofs")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`killed_by`: a check, or None. `says`: what it found, or why the survivor is harmless; empty for a gap.
    `needless`: it stands among the harmless, and is killed.
    """

    operator: str
    name: str
    killed_by: str | None
    says: str
    seconds: float
    needless: bool = False

    @property
    def is_gap(self) -> bool:
        return self.killed_by is None and not self.says


class Judge:
    """`prove_listed`: whether what is listed as harmless is proved as well, to see if that is still so."""

    def __init__(self, original: Knowledge, prove_listed: bool = False) -> None:
        self.original, self.prove_listed = original, prove_listed
        pictures = Pictures(original)
        self._checks: Mapping[str, Check] = {
            "knowledge": check_knowledge.refused,
            "books": Books(original).refused,
            "pictures": pictures.refused,
            "interviews": pictures.interviewed,
            "proofs": lambda mutant, knowledge: check_proofs.refused(mutant, original, knowledge),
        }

    def judged(self, mutant: Mutant) -> Verdict:
        begun, because = time.perf_counter(), why_harmless(mutant)
        found = self.quickly_refused(mutant)
        if found is None and (self.prove_listed or not because):
            found = self._first(mutant, CHECKS[-1:])
        name, says = found or (None, because)
        seconds = time.perf_counter() - begun
        return Verdict(mutant.operator, mutant.name, name, says, seconds, needless=bool(found and because))

    def quickly_refused(self, mutant: Mutant) -> tuple[str, str] | None:
        """The check that kills it without a proof, and what it says."""
        return self._first(mutant, CHECKS[:-1])

    def _first(self, mutant: Mutant, checks: Sequence[str]) -> tuple[str, str] | None:
        knowledge = mutant.applied(self.original)
        for name in checks:
            if (says := next(iter(self._checks[name](mutant, knowledge)), None)) is not None:
                return name, says
        return None
