"""Fourth check: the proofs, for the stages and properties that the change can break, each stopped at its first break.

Whether a property breaks is asked, and no smallest case looked for: that takes most of the time of a broken proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import z3

from carrywell.decide.rulebook import rulebook
from carrywell.model.item import Item
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.cases import CaseFile
from carrywell.proof.context import ProofContext, Silence
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.facts import CircularGate
from carrywell.proof.properties import PROPERTIES
from carrywell.proof.search import possible
from carrywell.proof.woman import Woman
from tests.mutants.mutant import Mutant

_BY_LETTER = {one.letter: one for one in PROPERTIES}
# By folder, the quickest first.
_AT_A_STAGE = {
    "findings": "icbd",
    "combinations": "icbd",
    "private": "c",
    "facts": "cehibd",
    "advice": "he",
    "gates": "e",
    "home_tests": "e",
    "contraindications": "e",
}
_OVER_ALL = {"stages": "f", "facts": "f", "findings": "f", "combinations": "", "advice": "", "gates": ""}


class WhetherBroken(ProofContext):
    """Says that a property is broken, and by no case."""

    def broken(
        self, says: str, women: Sequence[Woman], silence: Silence, *conditions: z3.BoolRef
    ) -> Iterator[Counterexample]:
        if possible(*(woman.well_formed() for woman in women), *conditions) is not None:
            yield Counterexample(says)

    def counterexample(self, says: str, cases: Sequence[CaseFile], silence: Silence) -> Counterexample:
        return Counterexample(says)


def refused(mutant: Mutant, original: Knowledge, knowledge: Knowledge) -> Iterator[str]:
    folders = mutant.folders()
    if folders == {"facts"}:
        yield from _broken(knowledge, tuple(Stage), "f")
    letters = _letters(_AT_A_STAGE, folders)
    for stage in _stages(mutant, original) if letters else ():
        yield from _broken(knowledge, (stage,), letters)
    if folders != {"facts"}:
        yield from _broken(knowledge, tuple(Stage), _letters(_OVER_ALL, folders))
    if folders <= {"findings", "combinations", "facts"} and rulebook(knowledge).rules != rulebook(original).rules:
        yield from _broken(knowledge, tuple(Stage), "g")


def _broken(knowledge: Knowledge, stages: tuple[Stage, ...], letters: str) -> Iterator[str]:
    context = WhetherBroken(knowledge, stages)
    for letter in letters:
        try:
            found = next(iter(_BY_LETTER[letter].prove(context)), None)
        except CircularGate as error:
            yield str(error)
            return
        if found is not None:
            yield f"{letter}: {found.says}"


def _letters(by_folder: dict[str, str], folders: frozenset[str]) -> str:
    return "".join(dict.fromkeys(letter for folder in sorted(folders) for letter in by_folder.get(folder, "")))


def _stages(mutant: Mutant, original: Knowledge) -> Iterator[Stage]:
    """Those of the items as they were and as they are; all for what has none."""
    named: set[Stage] = set()
    for folder, name, item in mutant.items():
        before: Item | None = getattr(original, folder).get(name)
        for one in (before, item):
            named |= set(getattr(one, "stages", Stage)) if one is not None else set()
    yield from (stage for stage in Stage if stage in named)
