"""What every proof is given: the knowledge base, its rules, and the symbolic women, each worked out once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import z3

from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import Rulebook, rulebook
from carrywell.decide.triage import triage
from carrywell.knowledge.case_file import read_case_text
from carrywell.model.assessment import Triage
from carrywell.model.case import Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.proof.cases import CaseFile, case_file
from carrywell.proof.counterexample import Counterexample, Unanswered
from carrywell.proof.facts import SymbolicFacts
from carrywell.proof.levels import Levels
from carrywell.proof.search import smallest
from carrywell.proof.woman import Woman
from carrywell.proof.words import in_words


@dataclass(frozen=True, slots=True)
class Silence:
    """What an unanswered question, and what she left out of her pain, count as (`decide.assess.Silence`)."""

    unanswered: Unanswered
    triage: Truth
    pain: Truth


COUNTS_AS_NO = Silence("no", Truth.FALSE, Truth.FALSE)
CAUTIOUS = Silence("cautious", Truth.UNKNOWN, Truth.UNKNOWN)
SILENCES = (COUNTS_AS_NO, CAUTIOUS)


@dataclass
class ProofContext:
    """`stages`: those that this run is to prove; a property that compares stages looks at them all."""

    knowledge: Knowledge
    stages: tuple[Stage, ...] = tuple(Stage)
    book: Rulebook = field(init=False)
    _women: dict[tuple[Stage, str], Woman] = field(default_factory=dict)
    _levels: dict[tuple[Stage, str, Silence], Levels] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.book = rulebook(self.knowledge)

    def woman(self, stage: Stage, name: str = "she") -> Woman:
        key = (stage, name)
        if key not in self._women:
            self._women[key] = Woman(self.knowledge, stage, name)
        return self._women[key]

    def levels(self, stage: Stage, silence: Silence = COUNTS_AS_NO, name: str = "she") -> Levels:
        """The care level of every case of a stage. Its `facts` give the truth of any condition of the rules."""
        key = (stage, name, silence)
        if key not in self._levels:
            facts = SymbolicFacts(self.woman(stage, name), silence.triage, silence.pain)
            self._levels[key] = Levels(facts, self.book)
        return self._levels[key]

    def broken(
        self, says: str, women: Sequence[Woman], silence: Silence, *conditions: z3.BoolRef
    ) -> Iterator[Counterexample]:
        """The smallest counterexample, if the conditions (what must never be) can be true of these women."""
        model = smallest(women, *conditions)
        if model is not None:
            yield self.counterexample(says, [case_file(woman, model) for woman in women], silence)

    def counterexample(self, says: str, cases: Sequence[CaseFile], silence: Silence) -> Counterexample:
        decided = tuple(self.decide(case, silence).level.value for case in cases)
        words = tuple(f"{in_words(case, self.knowledge)} → {level}" for case, level in zip(cases, decided, strict=True))
        return Counterexample(says, tuple(cases), words, decided, silence.unanswered)

    def read(self, case: CaseFile) -> Case:
        """The case as `carrywell check` reads its file."""
        return read_case_text("counterexample.json", json.dumps(case), self.knowledge)

    def decide(self, case: CaseFile, silence: Silence) -> Triage:
        """What the program itself decides: a counterexample is replayed before it is told."""
        facts = Facts(self.read(case), self.knowledge, silence.triage, pain_unsaid=silence.pain)
        return triage(facts, self.book)
