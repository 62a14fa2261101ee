"""In what order the questions come: worked out from the rules, not by hand.

First what one more yes would make most urgent, given what she has said; an emergency by itself before one that is so
only with what she has said; then what makes an emergency with most others; lines of one door (nerves, maternity) stand
together. Lines that an umbrella has opened stand on a screen of their own. Docs: docs/explanation/interview.md, and the
graph in docs/reference/interview.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from carrywell.decide.facts import Facts
from carrywell.decide.leads import Leads, Reached, Way
from carrywell.decide.rulebook import Rulebook
from carrywell.model.care import Speed
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth

MOST_LINES = 8  # what fits a phone's screen and a tired eye


class Place(NamedTuple):
    """Where a line stands: the smaller comes first. `speed` is that of one more yes, negated; so is `possible`.

    `opens`: a yes opens other lines before it leads anywhere, so what leads there at once comes first. `by_others`: it
    is an emergency only with what she has said. `emergencies`: how many it makes with others, negated.
    """

    speed: int
    opens: bool
    by_others: bool
    emergencies: int
    door: int
    possible: int
    rules: int
    id: str


class Agenda:
    """The order of the lines. `facts`: what she has said, silence as no."""

    def __init__(self, knowledge: Knowledge, book: Rulebook, facts: Facts) -> None:
        self.knowledge, self.book, self.facts = knowledge, book, facts
        self.leads = book.leads[facts.stage]
        self.unsure = facts.possibly - facts.surely
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
        opens = bool(line.covers) and line.level is None
        by_others = speed == Speed.NOW and all(leads[name].alone[0] < Speed.NOW for name in names)
        emergencies = sum(leads[name].emergencies for name in names)
        most = max(leads[name].most for name in names)
        rules = sum(leads[name].rules for name in names)
        return Place(-speed, opens, by_others, -emergencies, -door, -most, -rules, line.id)

    def speed(self, line: Finding) -> int:
        """The speed that a yes to this line would lead to by itself; -1 where it leads to none."""
        return -self.place(line).speed

    def is_now(self, line: Finding) -> bool:
        """Whether a yes to it is an emergency and opens nothing before."""
        place = self.place(line)
        return place.speed == -Speed.NOW and not place.opens

    def _reached(self, name: str, leads: Leads) -> Reached:
        """Speed and door of a yes to this finding, with what she has said; unsure as the level has it."""
        if not (near := leads.near(self.facts.possibly)):
            return leads.alone
        said_yes = self.facts.if_yes(name)
        return next((way.reaches for way in near if self._counts(way, said_yes)), leads.alone)

    def _counts(self, way: Way, said_yes: Facts) -> bool:
        """Where she was unsure, only at a level of today, and not where that is about the feel of the pain."""
        held = said_yes.holds(way.rule.when)
        if held is Truth.UNKNOWN and way.reaches[0] >= Speed.TODAY and not way.rule.marked_only:
            return way.rule.one_step_lower.isdisjoint(self.unsure)
        return held is Truth.TRUE


def first_lines(knowledge: Knowledge, book: Rulebook) -> tuple[Finding, ...]:
    """What is asked of everyone, together with her weeks: emergencies of every stage, except those of the nerves.

    What room is left on that screen is for the signs that make an emergency with most others.
    """
    everyone = [line for line in knowledge.findings.values() if _is_everyones(line, knowledge)]
    now = [line for line in everyone if all(_is_now(line, stage) for stage in Stage)]
    makes = {line.id: sum(book.leads[stage][line.id].emergencies for stage in Stage) for line in everyone}
    others = [line for line in everyone if line not in now and not line.covers and makes[line.id]]
    most_first = sorted(others, key=lambda line: (-makes[line.id], line.id))
    return (*sorted(now, key=lambda line: (-len(line.covers), line.id)), *most_first[: max(0, MOST_LINES - len(now))])


def _is_everyones(finding: Finding, knowledge: Knowledge) -> bool:
    """Asked by itself, at every stage, whatever else she says; neither private nor one for the nerves."""
    if finding.id in knowledge.umbrella_of or finding.private or finding.intimate or finding.door:
        return False
    return all(stage in finding.stages for stage in Stage) and not knowledge.rests_on(finding.asked_if)


def _is_now(finding: Finding, stage: Stage) -> bool:
    level = finding.level_at(stage)
    return level is not None and level.speed == Speed.NOW
