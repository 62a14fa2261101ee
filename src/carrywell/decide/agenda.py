"""In what order the questions come: worked out from the rules, not by hand.

First what one more yes would make most urgent, given what she has said; then what could matter together with others;
lines of one door (nerves, maternity, general practice) stand together. Lines that an umbrella has opened stand on a
screen of their own. Docs: docs/explanation/interview.md, and the graph in docs/reference/interview.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from carrywell.decide.facts import Facts
from carrywell.decide.leads import Leads, Reached
from carrywell.decide.rulebook import Rulebook
from carrywell.model.care import Speed
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth


class Place(NamedTuple):
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
        self.leads = book.leads[facts.stage]
        self._places: dict[str, Place] = {}

    def in_order(self, lines: Iterable[Finding]) -> list[Finding]:
        return sorted(lines, key=self.place)

    def place(self, line: Finding) -> Place:
        if line.id not in self._places:
            self._places[line.id] = self._place(line)
        return self._places[line.id]

    def _place(self, line: Finding) -> Place:
        leads = self.leads
        names = [name for name in (line.id, *line.covers) if name not in self.facts.case.answers]
        speed, door = max(self._reached(name, leads[name]) for name in names)
        most = max(leads[name].most for name in names)
        opens = bool(line.covers) and line.level is None
        return Place(-speed, opens, -door, -most, -sum(leads[name].rules for name in names), line.id)

    def speed(self, line: Finding) -> int:
        """The speed that a yes to this line would lead to by itself; -1 where it leads to none."""
        return -self.place(line).speed

    def _reached(self, name: str, leads: Leads) -> Reached:
        """Speed and door of a yes to this finding, with what she has said; silence is no."""
        if not (near := leads.near(self.facts.surely)):
            return leads.alone
        said_yes = self.facts.if_yes(name)
        held = (way.reaches for way in near if said_yes.holds(way.rule.when) is Truth.TRUE)
        return next(held, leads.alone)


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
