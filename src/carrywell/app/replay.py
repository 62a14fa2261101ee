"""Use case: decide again on what a result was decided on, and say what differs and which item of knowledge changed.

With the same knowledge base and program everything comes out the same, unless the file was changed or the program has a
fault. With another knowledge base the differences are those of the knowledge, and the items are named.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from carrywell import __version__
from carrywell.app.engine import Engine
from carrywell.app.result import Check, as_json, decide
from carrywell.knowledge.faults import Fault, Faulty
from carrywell.knowledge.result_file import ResultFile, cases_in, read_result_file, read_result_text
from carrywell.model.digests import SHORT, Digests
from carrywell.model.recorded import Recorded
from carrywell.model.told import said_by

LEVEL, REASONS, ITEMS = "care.level", "care.because", "trace.items"


@dataclass(frozen=True, slots=True)
class Version:
    program: str
    knowledge: str
    digest: str

    @property
    def short(self) -> str:
        return self.digest[:SHORT]


@dataclass(frozen=True, slots=True)
class Difference:
    """`place`: where in the JSON. Of a list only what it does not share, unless only the order differs."""

    place: str
    then: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemChanges:
    """Of the items that the result rests on: those whose content changed, and those that are there no more. `new`: what
    a decision of today rests on besides.
    """

    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replay:
    """`level_now`: None where this knowledge base cannot read the answers any more; why stands in `unreadable`."""

    then: Version
    now: Version
    level_then: str
    level_now: str | None
    items: ItemChanges
    differences: tuple[Difference, ...]
    unreadable: tuple[Fault, ...] = ()

    @property
    def same(self) -> bool:
        return not self.differences and not self.unreadable

    @property
    def same_knowledge(self) -> bool:
        return self.then.digest == self.now.digest

    @property
    def same_program(self) -> bool:
        return self.then.program == self.now.program

    @property
    def same_reasons(self) -> bool:
        return not self.unreadable and all(found.place != REASONS for found in self.differences)


def replay_file(engine: Engine, path: Path) -> Replay:
    """Faulty when the file is no result with a trace; OSError when it cannot be read."""
    return replay(engine, read_result_file(path))


def replay(engine: Engine, file: ResultFile) -> Replay:
    """Faulty when the trace says what the very knowledge base that it names cannot read."""
    recorded, digests = file.recorded, engine.knowledge.digests
    then = Version(recorded.carrywell, recorded.knowledge, recorded.trace.knowledge_digest)
    now = Version(__version__, engine.knowledge.version, digests.whole)
    try:
        again = _again(engine, file)
    except Faulty as faulty:
        if then.digest == now.digest:
            raise
        items, faults = _item_changes(recorded, None, digests), tuple(faulty.faults)
        return Replay(then, now, recorded.care.level, None, items, (), faults)
    items = _item_changes(recorded, again, digests)
    differences = _differences(recorded, again)
    if then.digest == now.digest and (items.changed or items.gone or (items.new and then.program == now.program)):
        differences = (*differences, _other_items(recorded, again))
    return Replay(then, now, recorded.care.level, again.care.level, items, differences)


def _again(engine: Engine, file: ResultFile) -> Recorded:
    """Today's result, read back in the way in which the earlier one was read."""
    recorded = file.recorded
    check = Check(tuple(cases_in(file, engine.knowledge)), recorded.trace.unanswered, recorded.interview is not None)
    voice = engine.voice()
    try:
        result = decide(engine, voice, check)
    except ValueError as error:
        raise Faulty([file.document.fault_at(("trace", "moments"), said_by(error))]) from error
    written = json.dumps(as_json(engine, voice, result, recorded.private is not None))
    return read_result_text(file.document.file, written).recorded


def _differences(then: Recorded, now: Recorded) -> tuple[Difference, ...]:
    before, after = then.compared(), now.compared()
    places = dict.fromkeys((*before, *after))
    pairs = ((place, before.get(place, ()), after.get(place, ())) for place in places)
    return tuple(_difference(place, one, other) for place, one, other in pairs if one != other)


def _difference(place: str, then: tuple[str, ...], now: tuple[str, ...]) -> Difference:
    only_then = tuple(line for line in then if line not in now)
    only_now = tuple(line for line in now if line not in then)
    return Difference(place, only_then, only_now) if only_then or only_now else Difference(place, then, now)


def _item_changes(then: Recorded, now: Recorded | None, digests: Digests) -> ItemChanges:
    changed = [item for item, digest in then.items.items() if digests.short_of(item) not in (None, digest)]
    gone = [item for item in then.items if digests.short_of(item) is None]
    new = [item for item in (now.items if now else ()) if item not in then.items]
    return ItemChanges(tuple(sorted(changed)), tuple(sorted(gone)), tuple(sorted(new)))


def _other_items(then: Recorded, now: Recorded) -> Difference:
    """Under the same knowledge base: digests that it does not have."""
    before = tuple(f"{item} {digest}" for item, digest in then.items.items())
    after = tuple(f"{item} {digest}" for item, digest in now.items.items())
    return _difference(ITEMS, before, after)


def for_programs(found: Replay) -> dict[str, Any]:
    """The keys of `carrywell replay --json` (docs/how-to/replay-a-result.md)."""
    return {
        "same": found.same,
        "level": {"then": found.level_then, "now": found.level_now},
        "same_reasons": found.same_reasons,
        "knowledge": {
            "same": found.same_knowledge,
            "then": {"version": found.then.knowledge, "digest": found.then.digest},
            "now": {"version": found.now.knowledge, "digest": found.now.digest},
        },
        "program": {"same": found.same_program, "then": found.then.program, "now": found.now.program},
        "items": {
            "changed": list(found.items.changed),
            "gone": list(found.items.gone),
            "new": list(found.items.new),
        },
        "differences": [
            {"place": one.place, "then": list(one.then), "now": list(one.now)} for one in found.differences
        ],
        "unreadable": [str(fault) for fault in found.unreadable],
    }
