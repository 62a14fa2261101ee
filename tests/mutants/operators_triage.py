"""What can go wrong in the rules of triage: findings, raises, combinations, named facts, stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from carrywell.model.care import CareLevel
from carrywell.model.item import Item
from carrywell.model.knowledge import Finding, Knowledge, Raise
from carrywell.model.rules import Fact, When
from carrywell.model.ways import in_words
from tests.mutants.conditions import Changed, with_comparison_turned, with_limit_moved, without_a_part
from tests.mutants.mutant import Mutant, changed, dropped

EASED, OTHER = "worse_moving_better_rest", "not_better_2w"
_CONDITIONED = ("combinations", "facts", "private")


def drop_level(knowledge: Knowledge) -> Iterator[Mutant]:
    """A finding that has lost its level."""
    for finding in knowledge.findings.values():
        if finding.level is not None or finding.level_by_stage:
            opens = {"opens": finding.ask} if finding.covers else {}
            yield changed("drop_level", "no level", "findings", finding, level=None, level_by_stage={}, **opens)


def drop_stage_level(knowledge: Knowledge) -> Iterator[Mutant]:
    for finding in knowledge.findings.values():
        for stage in finding.level_by_stage:
            levels = {other: level for other, level in finding.level_by_stage.items() if other != stage}
            yield changed("drop_stage_level", f"no level at {stage}", "findings", finding, level_by_stage=levels)


def lower_level(knowledge: Knowledge) -> Iterator[Mutant]:
    """One step slower: the level of a finding, at a stage, of a raise, of a combination."""
    for finding in knowledge.findings.values():
        if (lower := _lower(finding.level)) is not None:
            yield changed("lower_level", f"{finding.level} one step lower", "findings", finding, level=lower)
        for stage, level in finding.level_by_stage.items():
            if (lower := _lower(level)) is not None:
                levels = {**finding.level_by_stage, stage: lower}
                says = f"{level} one step lower at {stage}"
                yield changed("lower_level", says, "findings", finding, level_by_stage=levels)
        for raised in finding.raises:
            if (lower := _lower(raised.to)) is not None:
                says = f"with {words(raised)} {raised.to} one step lower"
                yield with_raise("lower_level", says, finding, raised, raised.model_copy(update={"to": lower}))
    for rule in knowledge.combinations.values():
        if (lower := _lower(rule.to)) is not None:
            yield changed("lower_level", f"{rule.to} one step lower", "combinations", rule, to=lower)


def drop_raise(knowledge: Knowledge) -> Iterator[Mutant]:
    for finding in knowledge.findings.values():
        for raised in finding.raises:
            yield with_raise("drop_raise", f"no raise with {words(raised)}", finding, raised, None)


def drop_combination(knowledge: Knowledge) -> Iterator[Mutant]:
    yield from (dropped("drop_combination", "combinations", rule) for rule in knowledge.combinations.values())


def drop_private_result(knowledge: Knowledge) -> Iterator[Mutant]:
    yield from (dropped("drop_private_result", "private", result) for result in knowledge.private.values())


def drop_condition(knowledge: Knowledge) -> Iterator[Mutant]:
    """A part left out: the rule holds more often, or less often where any of the parts is enough."""
    for finding in knowledge.findings.values():
        for raised in finding.raises:
            for says, with_ in _without_a_part(raised):
                new = raised.model_copy(update={"with_": with_})
                yield with_raise("drop_condition", f"with {words(raised)} {says}", finding, raised, new)
        for says, when in without_a_part(finding.asked_if):
            yield changed("drop_condition", f"asked_if {says}", "findings", finding, asked_if=when)
    yield from _of_conditions(knowledge, "drop_condition", without_a_part)


def turn_comparison(knowledge: Knowledge) -> Iterator[Mutant]:
    yield from _of_conditions(knowledge, "turn_comparison", with_comparison_turned)
    yield from _of_raises(knowledge, "turn_comparison", with_comparison_turned)


def move_limit(knowledge: Knowledge) -> Iterator[Mutant]:
    yield from _of_conditions(knowledge, "move_limit", with_limit_moved)
    yield from _of_raises(knowledge, "move_limit", with_limit_moved)


def move_stage(knowledge: Knowledge) -> Iterator[Mutant]:
    for start in knowledge.stages.values():
        for step in (-1, 1):
            weeks = start.from_weeks + step
            if weeks >= 0:
                yield changed("move_stage", f"from week {weeks:g}", "stages", start, from_weeks=weeks)


def drop_stage(knowledge: Knowledge) -> Iterator[Mutant]:
    """A stage at which a finding is not asked, or a combination does not count, any more."""
    for folder in ("findings", "combinations"):
        for item in getattr(knowledge, folder).values():
            yield from without_a_stage("drop_stage", folder, item)


def drop_door(knowledge: Knowledge) -> Iterator[Mutant]:
    for finding in knowledge.findings.values():
        if finding.door is not None:
            yield changed("drop_door", f"no door {finding.door}", "findings", finding, door=None)
        for raised in finding.raises:
            if raised.door is not None:
                says = f"with {words(raised)} no door {raised.door}"
                yield with_raise("drop_door", says, finding, raised, raised.model_copy(update={"door": None}))
    for rule in knowledge.combinations.values():
        if rule.door is not None:
            yield changed("drop_door", f"no door {rule.door}", "combinations", rule, door=None)


def hide_question(knowledge: Knowledge) -> Iterator[Mutant]:
    """A question that waits for an answer which has nothing to do with it."""
    for finding in knowledge.findings.values():
        gate = OTHER if finding.id == EASED else EASED
        if finding.kind != "pattern":
            yield changed("hide_question", f"asked_if {gate}", "findings", finding, asked_if=Fact(gate))


def flip_unsure(knowledge: Knowledge) -> Iterator[Mutant]:
    for folder in ("findings", "combinations"):
        for item in getattr(knowledge, folder).values():
            other = "as_yes" if item.unsure == "one_step_lower" else "one_step_lower"
            if folder == "combinations" or _has_level(item):
                yield changed("flip_unsure", f"unsure {other}", folder, item, unsure=other)


def move_umbrella(knowledge: Knowledge) -> Iterator[Mutant]:
    """A finding that stands under another umbrella, or under one where it stood by itself."""
    umbrellas = [finding for finding in knowledge.findings.values() if finding.covers]
    for finding in knowledge.findings.values():
        if finding.covers or finding.private:
            continue
        over = knowledge.umbrella_of.get(finding.id)
        others = [one for one in umbrellas if one.id != over and one.level is None]
        new = others[sum(map(ord, finding.id)) % len(others)]
        changes: dict[str, tuple[str, Item | None]] = {
            new.id: ("findings", new.model_copy(update={"covers": (*new.covers, finding.id)}))
        }
        if over is not None:
            old = knowledge.findings[over]
            left = tuple(name for name in old.covers if name != finding.id)
            changes[over] = ("findings", old.model_copy(update={"covers": left}))
        yield Mutant("move_umbrella", f"findings/{finding.id}: under {new.id}", changes)


def words(raised: Raise) -> str:
    return " + ".join(in_words(part) for part in raised.with_)


def with_raise(operator: str, says: str, finding: Finding, old: Raise, new: Raise | None) -> Mutant:
    raises = tuple(one if one is not old else new for one in finding.raises if one is not old or new is not None)
    return changed(operator, says, "findings", finding, raises=raises)


def without_a_stage(operator: str, folder: str, item: Item) -> Iterator[Mutant]:
    stages = item.stages  # type: ignore[attr-defined]
    for stage in stages if len(stages) > 1 else ():
        left = tuple(other for other in stages if other is not stage)
        fields: dict[str, object] = {"stages": left}
        if isinstance(item, Finding):
            fields["level_by_stage"] = {at: level for at, level in item.level_by_stage.items() if at is not stage}
        yield changed(operator, f"not at {stage}", folder, item, **fields)


def _without_a_part(raised: Raise) -> Iterator[tuple[str, tuple[When, ...]]]:
    for at, part in enumerate(raised.with_):
        before, after = raised.with_[:at], raised.with_[at + 1 :]
        yield f"without {in_words(part)}", (*before, *after)
        yield from ((says, (*before, inside, *after)) for says, inside in without_a_part(part))


def _of_conditions(
    knowledge: Knowledge, operator: str, change: Callable[[When], Iterator[Changed]]
) -> Iterator[Mutant]:
    for folder in _CONDITIONED:
        for item in getattr(knowledge, folder).values():
            for says, when in change(item.when):
                yield changed(operator, says, folder, item, when=when)


def _of_raises(knowledge: Knowledge, operator: str, change: Callable[[When], Iterator[Changed]]) -> Iterator[Mutant]:
    for finding in knowledge.findings.values():
        for raised in finding.raises:
            for at, part in enumerate(raised.with_):
                for says, inside in change(part):
                    with_ = (*raised.with_[:at], inside, *raised.with_[at + 1 :])
                    new = raised.model_copy(update={"with_": with_})
                    yield with_raise(operator, f"with {words(raised)} {says}", finding, raised, new)


def _lower(level: CareLevel | None) -> CareLevel | None:
    """One step slower; None where there is no slower one that says anything."""
    if level is None or level.one_step_slower() is level:
        return None
    return level.one_step_slower()


def _has_level(finding: Finding) -> bool:
    return finding.level is not None or bool(finding.level_by_stage or finding.raises)
