"""c: no level lies below its floor.

The floors (`kb/floors`) are the second book: what each danger sign, alone and together, must bring at the least. For
every case that says yes to a sign, whatever else it says or leaves open, the level is no slower, and where it is that
speed, the door that the floor asks for is among those named. The same for each condition, by the findings that make
its typical picture, and for each combination.

The level that a finding gives its own sign is compared with the floor as well: where other signs cover for it, she
loses nothing, but the book is wrong, and her reasons no longer name the sign.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import z3

from carrywell.knowledge.floors import Written, floor_levels, higher, is_lower, written_levels
from carrywell.model.care import MATERNITY_DOORS, CareLevel, Door, Speed
from carrywell.model.condition import Condition
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import All, Fact, When, names_in
from carrywell.model.stage import Stage
from carrywell.model.ways import Way, describe, in_words
from carrywell.proof.context import COUNTS_AS_NO, SILENCES, ProofContext, Silence
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.levels import Levels
from carrywell.proof.logic import FALSE, both, either, negated
from carrywell.proof.property import Property
from carrywell.proof.search import possible


@dataclass(frozen=True, slots=True)
class Claim:
    """Whoever surely has this is seen at least so soon. `book`: where it is written."""

    book: str
    when: When
    level: CareLevel
    door: Door | None = None
    is_floor: bool = False

    @property
    def says(self) -> str:
        door = f", and for {self.door}" if self.door else ""
        return f"{in_words(self.when)}: {self.book} asks for {self.level} at the least{door}"


def prove(context: ProofContext) -> Iterator[Counterexample]:
    for stage in context.stages:
        yield from _books_that_disagree(context, stage)
        told: set[Claim] = set()
        for silence in SILENCES:
            yield from _slower_than_claimed(context, stage, silence, told)
        yield from _private_and_silent(context, stage)


def _slower_than_claimed(
    context: ProofContext, stage: Stage, silence: Silence, told: set[Claim]
) -> Iterator[Counterexample]:
    """All claims of one speed and door are looked at together; one by one only where some of them is broken."""
    levels, woman = context.levels(stage, silence), context.woman(stage)
    alike: dict[tuple[Speed, frozenset[Door]], list[Claim]] = {}
    for claim in claims(context.knowledge, stage):
        if claim in told:
            continue
        alike.setdefault((claim.level.speed, _doors(claim, stage)), []).append(claim)
    for (speed, doors), group in alike.items():
        wrong = either(_slower(speed, levels), _no_door(speed, doors, levels))
        held = [levels.facts.holds(claim.when).surely for claim in group]
        if possible(woman.well_formed(), wrong, either(*held)) is not None:
            for claim, holds in zip(group, held, strict=True):
                for found in context.broken(f"{stage.value}: {claim.says}", [woman], silence, wrong, holds):
                    told.add(claim)
                    yield found


def claims(knowledge: Knowledge, stage: Stage) -> Iterator[Claim]:
    for name, floor in knowledge.floors.items():
        for line in floor.lines:
            if stage in line.stages:
                whens: list[When] = [*map(Fact, line.alone), *map(All, line.together)]
                yield from (Claim(f"floors/{name}", when, line.level, line.door, is_floor=True) for when in whens)
    for name, condition in knowledge.conditions.items():
        if stage in condition.stages and not is_private(condition, knowledge):
            yield Claim(f"conditions/{name}", _typical_at(condition, stage, knowledge), condition.level)
    for name, rule in knowledge.combinations.items():
        if stage in rule.stages:
            yield Claim(f"combinations/{name}", rule.when, rule.to)


def is_private(condition: Condition, knowledge: Knowledge) -> bool:
    named = (name for when in condition.typical_findings for name in names_in(when))
    return any(name in knowledge.findings and knowledge.findings[name].private for name in named)


def _typical_at(condition: Condition, stage: Stage, knowledge: Knowledge) -> When:
    """The typical picture, without the questions that are not asked at this stage. With none left it holds of all."""
    return All(tuple(when for when in condition.typical_findings if _is_asked(when, stage, knowledge)))


def _is_asked(when: When, stage: Stage, knowledge: Knowledge) -> bool:
    return all(stage in knowledge.findings[name].stages for name in names_in(when) if name in knowledge.findings)


def _doors(claim: Claim, stage: Stage) -> frozenset[Door]:
    """One of these has to be named. What a floor says of the maternity unit is promised by the name of its level;
    later than six weeks after birth a hospital stands in for the unit.
    """
    if claim.door:
        return frozenset({claim.door})
    if claim.level is not CareLevel.SAME_DAY_MATERNITY or not claim.is_floor:
        return frozenset()
    receives = stage.pregnant or stage is Stage.POSTPARTUM_0_6W
    return frozenset(MATERNITY_DOORS if receives else {Door.HOSPITAL_EMERGENCY})


def _slower(speed: Speed, levels: Levels) -> z3.BoolRef:
    if speed > Speed.WEEKS:
        return negated(levels.reaches(speed))
    return levels.is_speed(Speed.SELF_CARE) if speed is Speed.WEEKS else FALSE


def _no_door(speed: Speed, doors: frozenset[Door], levels: Levels) -> z3.BoolRef:
    return both(levels.is_speed(speed), *(negated(levels.door(speed, door)) for door in doors)) if doors else FALSE


def _books_that_disagree(context: ProofContext, stage: Stage) -> Iterator[Counterexample]:
    knowledge = context.knowledge
    floors = {(way, at): level for (way, at), level in floor_levels(knowledge).items() if at is stage}
    for _, way, says in disagreements(knowledge, written_levels(knowledge), floors):
        held = context.levels(stage).facts.holds(All(tuple(way))).surely
        yield from context.broken(f"{stage.value}: {describe(way)}: {says}", [context.woman(stage)], COUNTS_AS_NO, held)


def disagreements(
    knowledge: Knowledge, written: Iterable[Written], floors: Mapping[tuple[Way, Stage], CareLevel]
) -> Iterator[tuple[Stage, Way, str]]:
    """A sign, raise or combination whose own level is below the floor of exactly that; compared without a proof."""
    given: dict[tuple[Way, Stage], CareLevel] = {}
    for one in written:
        given[one.way, one.stage] = higher(one.level, given.get((one.way, one.stage), CareLevel.SELF_CARE))
    for (way, stage), floor in floors.items():
        level = given.get((way, stage))
        if level is None and len(way) == 1 and _is_asked(All(tuple(way)), stage, knowledge):
            yield stage, way, f"the floor is {floor}, and no rule gives it a level"
        elif level is not None and is_lower(level, floor):
            yield stage, way, f"its own rule brings {level}, and the floor is {floor}"


def _private_and_silent(context: ProofContext, stage: Stage) -> Iterator[Counterexample]:
    """The private track has no level. Its floor: a sign that she is asked about, and does not deny, brings a result."""
    knowledge, facts = context.knowledge, context.levels(stage).facts
    shown = either(*(facts.holds(result.when).possibly for result in knowledge.private.values()))
    for name, finding in knowledge.findings.items():
        if finding.private and finding.kind == "danger_sign" and stage in finding.stages:
            said = both(facts.truth(name).possibly, facts.is_asked(finding))
            says = f"{stage.value}: {name} is said, and no private result is shown"
            yield from context.broken(says, [context.woman(stage)], COUNTS_AS_NO, said, negated(shown))


PROPERTY = Property(
    "c",
    "No danger sign, dangerous combination or typical picture of a condition brings less than its floor.",
    prove,
)
