"""A safety property: what it says, and how it is proved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from carrywell.proof.context import ProofContext
from carrywell.proof.counterexample import Counterexample


@dataclass(frozen=True, slots=True)
class Property:
    """`prove` yields what breaks it, for the stages of the context; nothing means proved. `by_stage`: whether the
    stages can be proved apart from each other.
    """

    letter: str
    says: str
    prove: Callable[[ProofContext], Iterable[Counterexample]]
    by_stage: bool = True
