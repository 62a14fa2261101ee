"""Runs the proofs: property by property, or over the stages in two processes at once."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.proof.context import ProofContext
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.properties import PROPERTIES
from carrywell.proof.property import Property

Done = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Proved:
    """How a property fared. `broken`: what breaks it, the smallest of each kind first; empty means proved.
    `seconds`: of a processor, summed over the stages.
    """

    letter: str
    says: str
    seconds: float
    broken: tuple[Counterexample, ...]

    @property
    def holds(self) -> bool:
        return not self.broken


@dataclass(frozen=True, slots=True)
class _Part:
    """A property at one stage, or at all of them at once."""

    letter: str
    stages: tuple[Stage, ...]


Found = tuple[tuple[Counterexample, ...], float]


def prove(context: ProofContext, properties: Sequence[Property] = PROPERTIES) -> Iterator[Proved]:
    """Proves here and now, for the stages of the context."""
    for one in properties:
        yield _whole(one, [_prove(one, context)])


def prove_all(knowledge: Knowledge, processes: int = 2, done: Done = lambda parts, of: None) -> Iterator[Proved]:
    """Every property, in order, over every stage. `done` is told how many parts of how many are proved."""
    parts = [_Part(one.letter, stages) for one in PROPERTIES for stages in _split(one)]
    packed = pickle.dumps(knowledge)
    spawn = get_context("spawn")  # z3 must not be forked once it is in use
    with ProcessPoolExecutor(processes, spawn, _open, (packed,)) as pool:
        at_work = [(part, pool.submit(_prove_part, part)) for part in sorted(parts, key=lambda part: -len(part.stages))]
        finished = [0]

        def count(_: Future[Found]) -> None:
            finished[0] += 1
            done(finished[0], len(parts))

        for _, future in at_work:
            future.add_done_callback(count)
        for one in PROPERTIES:
            yield _whole(one, [future.result() for part, future in at_work if part.letter == one.letter])


def _split(one: Property) -> list[tuple[Stage, ...]]:
    """What spans the stages is begun first, since it takes longest."""
    return [(stage,) for stage in Stage] if one.by_stage else [tuple(Stage)]


def _whole(one: Property, found: Sequence[Found]) -> Proved:
    smallest: dict[str, Counterexample] = {}
    for counterexample in sorted((each for broken, _ in found for each in broken), key=lambda each: each.size):
        smallest.setdefault(counterexample.says, counterexample)
    return Proved(one.letter, one.says, sum(seconds for _, seconds in found), tuple(smallest.values()))


def _prove(one: Property, context: ProofContext) -> Found:
    begun = time.process_time()
    broken = tuple(one.prove(context))
    return broken, time.process_time() - begun


_PACKED: list[bytes] = []


def _open(packed: bytes) -> None:
    _PACKED[:] = [packed]


@cache
def _context(stages: tuple[Stage, ...]) -> ProofContext:
    return ProofContext(pickle.loads(_PACKED[0]), stages)  # noqa: S301 (our own bytes, from the parent process)


def _prove_part(part: _Part) -> Found:
    one = next(one for one in PROPERTIES if one.letter == part.letter)
    return _prove(one, _context(part.stages))
