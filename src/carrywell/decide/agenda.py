"""In what order the questions come: worked out from the rules, not by hand.

First what one more yes would make most urgent, given what she has said; then what could matter together with others;
lines of one door (nerves, maternity, general practice) stand together. Lines that an umbrella has opened stand on a
screen of their own. Docs: docs/explanation/interview.md, and the graph in docs/reference/interview.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carrywell.decide.facts import Facts
from carrywell.decide.rulebook import Rulebook
from carrywell.model.care import Door, Speed
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth

_DOORS = tuple(Door)
_NO_LEVEL = -1


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a line stands: the smaller comes first. `speed` is that of one more yes, negated; so is `possible`.

    `opens`: a yes opens other lines before it leads anywhere, so what leads there at once comes first.
    """

    speed: int
    opens: bool
    door: int
    possible: int
    rules: int
    id: str


class Agenda:
    """The order of the lines. `facts`: what she has said, silence as no."""

    def __init__(self, knowledge: Knowledge, book: Rulebook, facts: Facts) -> None:
        self.knowledge, self.book, self.facts = knowledge, book, facts
        self.stage = facts.stage

    def in_order(self, lines: Iterable[Finding]) -> list[Finding]:
        return sorted(lines, key=self.place)

    def place(self, line: Finding) -> Place:
        names = [name for name in (line.id, *line.covers) if name not in self.facts.case.answers]
        reached = [self._reached(self.knowledge.findings[name]) for name in names]
        speed, door = max(reached, key=lambda found: (found[0], -found[1]))
        rules = [rule for name in names for rule in self.book.of_finding[name]]
        levels = (rule.level_at(self.stage) for rule in rules)
        possible = max((level.speed for level in levels if level), default=_NO_LEVEL)
        opens = bool(line.covers) and line.level is None
        return Place(-speed, opens, door, -possible, -len(rules), line.id)

    def speed(self, line: Finding) -> int:
        """The speed that a yes to this line would lead to by itself; -1 where it leads to none."""
        return -self.place(line).speed

    def _reached(self, finding: Finding) -> tuple[int, int]:
        """Speed and door of a yes to this finding, with what she has said; silence is no."""
        found, said_yes = (_NO_LEVEL, len(_DOORS)), self.facts.if_yes(finding.id)
        for rule in self.book.of_finding[finding.id]:
            level = rule.level_at(self.stage)
            if level is None or level.speed < found[0]:
                continue
            if len(rule.names) > 1 and said_yes.holds(rule.when) is not Truth.TRUE:
                continue
            door = _DOORS.index(rule.door) if rule.door else 0
            found = max(found, (int(level.speed), door), key=lambda one: (one[0], -one[1]))
        return found


def first_lines(knowledge: Knowledge) -> tuple[Finding, ...]:
    """What is asked of everyone, together with her weeks: emergencies of every stage, except those of the nerves."""
    lines = [
        finding
        for finding in knowledge.findings.values()
        if finding.id not in knowledge.umbrella_of
        and not (finding.private or finding.intimate or finding.door)
        and all(stage in finding.stages and _is_now(finding, stage) for stage in Stage)
    ]
    return tuple(sorted(lines, key=lambda line: (-len(line.covers), line.id)))


def _is_now(finding: Finding, stage: Stage) -> bool:
    level = finding.level_at(stage)
    return level is not None and level.speed == Speed.NOW
