"""Second check: the books that are written down a second time, compared in plain Python as the tests do.

The floors with the levels that the findings give (`proof.properties.floors`), the contraindications with the items and
gates (tests/kb/test_contraindications.py), the floors with the evidence (tests/against/test_floors.py, where that is
present), the words of the umbrellas (tests/kb/test_umbrella_lines.py), and what stands in tests/kb/written_again.yaml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from carrywell.knowledge.contraindications import items_of
from carrywell.knowledge.floors import Written, floor_levels, written_levels
from carrywell.model.care import CareLevel, Speed
from carrywell.model.knowledge import Knowledge
from carrywell.model.stage import Stage
from carrywell.model.ways import Way, describe
from carrywell.proof.properties.floors import disagreements
from tests.lib.evidence_floors import FILE, FloorsRead
from tests.lib.ways_left_open import ways_left_open
from tests.lib.written_again import levels_rest_on, written, written_again
from tests.mutants.check_knowledge import CLOSING, LEVELS
from tests.mutants.mutant import Mutant
from tests.mutants.only_changed import RULES, only_changed

Compared = Callable[[Knowledge], Iterator[str]]


class Books:
    """`original` is what the books agree with, apart from what the tests accept: only what is new kills a mutant."""

    def __init__(self, original: Knowledge) -> None:
        self.original = original
        self._found: dict[str, frozenset[str]] = {}

    def refused(self, mutant: Mutant, knowledge: Knowledge) -> Iterator[str]:
        if mutant.folders() & _AGAIN:
            again = frozenset(written(knowledge, self._weigh)) ^ written_again()
            yield from (f"written again: {says}" for says in sorted(again))
        if mutant.folders() & LEVELS:
            yield from (f"floors: {says}" for says in self._levels(mutant, knowledge))
        if mutant.folders() <= {"combinations", "facts"}:
            now = _not_reached(knowledge) & self._floors.keys()  # a fact that says other weeks makes other floors too
            yield from sorted(f"not reached: {describe(way)} at {stage}" for way, stage in now - self._not_reached)
        for name, compared in _COMPARED.items():
            if mutant.folders() & _READS[name]:
                now = frozenset(compared(knowledge))
                yield from (f"{name}: {says}" for says in sorted(now ^ self._before(name)))

    def _before(self, name: str) -> frozenset[str]:
        if name not in self._found:
            self._found[name] = frozenset(_COMPARED[name](self.original))
        return self._found[name]

    def _levels(self, mutant: Mutant, knowledge: Knowledge) -> Iterator[str]:
        """Only what the changed items write is worked out anew."""
        kept = self._written
        if mutant.folders() <= set(RULES):
            kept = tuple(one for one in kept if one.item not in mutant.changes)
            all_written = (*kept, *written_levels(only_changed(mutant, knowledge, RULES)))
        else:
            all_written = tuple(written_levels(knowledge))
        floors = self._floors if not mutant.folders() & {"floors", "facts"} else floor_levels(knowledge)
        yield from (f"{stage}: {says}" for stage, _, says in disagreements(knowledge, all_written, floors))

    @cached_property
    def _written(self) -> tuple[Written, ...]:
        return tuple(written_levels(self.original))

    @cached_property
    def _floors(self) -> Mapping[tuple[Way, Stage], CareLevel]:
        return floor_levels(self.original)

    @cached_property
    def _not_reached(self) -> frozenset[tuple[Way, Stage]]:
        return _not_reached(self.original)

    @cached_property
    def _weigh(self) -> frozenset[str]:
        return levels_rest_on(self.original)


def _not_reached(knowledge: Knowledge) -> frozenset[tuple[Way, Stage]]:
    """Floors that no rule reaches by the same signs or fewer, at a stage. Property c says so of every case, and knows
    what follows from what; so what is not reached in the original is no fault.
    """
    reached: dict[Stage, list[tuple[Way, Speed]]] = {stage: [] for stage in Stage}
    for one in written_levels(knowledge):
        reached[one.stage].append((one.way, one.level.speed))
    return frozenset(
        (way, stage)
        for (way, stage), floor in floor_levels(knowledge).items()
        if not any(speed >= floor.speed and part <= way for part, speed in reached[stage])
    )


def _left_open(knowledge: Knowledge) -> Iterator[str]:
    for (_, name), item in items_of(knowledge).items():
        if getattr(item, "kind", "do") == "do":
            yield from (f"{name}: {says}" for says in ways_left_open(item, knowledge))


def _umbrellas(knowledge: Knowledge) -> Iterator[str]:
    for name, finding in knowledge.findings.items():
        yield from (f"{name} covers {covered}" for covered in finding.covers)


def _evidence(knowledge: Knowledge) -> Iterator[str]:
    if FILE.is_file():
        floors = FloorsRead(knowledge)
        yield from floors.lower_alone()
        yield from floors.lower_together()


_AGAIN = frozenset({"findings", "combinations", "advice", "private", "facts"})
_COMPARED: Mapping[str, Compared] = {
    "umbrellas": _umbrellas,
    "contraindications": _left_open,
    "evidence": _evidence,
}
_READS: Mapping[str, frozenset[str]] = {
    "umbrellas": frozenset({"findings"}),
    "contraindications": CLOSING,
    "evidence": frozenset({"floors"}),
}
