"""Whether the floors are whole: every public level of the findings and combinations is told in them, and no lower.

That no level lies below its floor is proved by `carrywell knowledge prove`, with a counterexample. Here is refused what
such a proof could not see: a sign that the floors forgot, or of which they say less than the findings do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carrywell.knowledge.faults import Fault
from carrywell.knowledge.yaml_text import Document
from carrywell.model.care import CareLevel
from carrywell.model.floors import FloorLine
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import All, Fact, When
from carrywell.model.stage import Stage
from carrywell.model.ways import Way, describe, named_in, ways

_ORDER = tuple(CareLevel)


@dataclass(frozen=True, slots=True)
class Written:
    """A level that a finding, a raise or a combination gives: to one way in which it holds, at one stage."""

    folder: str
    item: str
    way: Way
    stage: Stage
    level: CareLevel


def check_floors(knowledge: Knowledge, documents: Mapping[tuple[str, str], Document]) -> Iterator[Fault]:
    """For a knowledge base in which every name is known."""
    yield from _unknown_signs(knowledge, documents)
    floors = floor_levels(knowledge)
    told: set[tuple[str, str, Way, bool]] = set()
    for one in written_levels(knowledge):
        floor = floors.get((one.way, one.stage))
        key = (one.folder, one.item, one.way, floor is None)
        if (floor is None or is_lower(floor, one.level)) and key not in told:  # one stage tells enough
            told.add(key)
            yield documents[one.folder, one.item].fault_at(("id",), _disagreement(one, floor))


def written_levels(knowledge: Knowledge) -> Iterator[Written]:
    """Every level of the public findings, raises and combinations, at the stages where all of it is asked."""
    for folder, name, when, levels in _rules(knowledge):
        for way in ways(when, knowledge):
            asked = [knowledge.findings[fact] for fact in named_in(way) if fact in knowledge.findings]
            if any(finding.private for finding in asked):
                continue
            for stage, level in levels.items():
                if all(stage in finding.stages for finding in asked):
                    yield Written(folder, name, way, stage, level)


def floor_levels(knowledge: Knowledge) -> dict[tuple[Way, Stage], CareLevel]:
    """The floor of each way at each stage; where two lines name it, the higher."""
    found: dict[tuple[Way, Stage], CareLevel] = {}
    for floor in knowledge.floors.values():
        for line in floor.lines:
            for way in ways_of(line, knowledge):
                for stage in line.stages:
                    found[way, stage] = higher(line.level, found.get((way, stage), CareLevel.SELF_CARE))
    return found


def ways_of(line: FloorLine, knowledge: Knowledge) -> Iterator[Way]:
    """What a line speaks of: each sign alone, and each way in which a group holds."""
    yield from (frozenset({Fact(sign)}) for sign in line.alone)
    for group in line.together:
        yield from ways(All(group), knowledge)


def higher(one: CareLevel, other: CareLevel) -> CareLevel:
    """In the order of the six public names."""
    return min(one, other, key=_ORDER.index)


def is_lower(one: CareLevel, other: CareLevel) -> bool:
    return _ORDER.index(one) > _ORDER.index(other)


def _rules(knowledge: Knowledge) -> Iterator[tuple[str, str, When, Mapping[Stage, CareLevel]]]:
    for name, finding in knowledge.findings.items():
        own = {stage: level for stage in finding.stages if (level := finding.level_at(stage)) is not None}
        yield "findings", name, Fact(name), own
        for raised in finding.raises:
            yield "findings", name, All((Fact(name), *raised.with_)), dict.fromkeys(Stage, raised.to)
    for name, rule in knowledge.combinations.items():
        yield "combinations", name, rule.when, dict.fromkeys(rule.stages, rule.to)


def _disagreement(one: Written, floor: CareLevel | None) -> str:
    if floor is None:
        return f"no floor for {describe(one.way)} at {one.stage}; allowed is one line that names it in floors/"
    return (
        f"{describe(one.way)} brings {one.level} at {one.stage}, and its floor is only {floor}; "
        "allowed is the same in both books"
    )


def _unknown_signs(knowledge: Knowledge, documents: Mapping[tuple[str, str], Document]) -> Iterator[Fault]:
    """Whoever reads that a sign alone has a floor at a stage takes it that she is asked about it there."""
    for name, floor in knowledge.floors.items():
        for line in floor.lines:
            for sign in line.alone:
                finding = knowledge.findings.get(sign)
                missing = [stage for stage in line.stages if finding and stage not in finding.stages]
                if finding is None or finding.private:
                    says = f"unknown finding {sign!r}; allowed: the public ids in findings/"
                    yield documents["floors", name].fault_on(sign, says)
                elif missing:
                    says = f"{sign} has a floor at {missing[0]}, where it is not asked; allowed are its own stages"
                    yield documents["floors", name].fault_on(sign, says)
