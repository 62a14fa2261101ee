"""Third check: the pictures of tests/spec/triage, as far as the change can touch them, decided by the changed rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from carrywell.app.engine import Engine
from carrywell.app.play_interview import play_interview
from carrywell.decide.facts import Facts
from carrywell.decide.interview import interviewer
from carrywell.decide.rulebook import Rulebook, rulebook
from carrywell.decide.triage import triage
from carrywell.model.assessment import Rule
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.knowledge import Finding, Knowledge
from carrywell.model.rules import When, names_in
from carrywell.model.truth import Truth
from tests.lib.deciding import read
from tests.lib.vignettes import Fires, Told, at_week, level_then, moments, told, vignettes
from tests.mutants.mutant import Mutant

# What the two checks read.
DECIDES = frozenset({"findings", "combinations", "facts", "stages"})
ASKED = frozenset({"findings"})


@dataclass(frozen=True, slots=True)
class Pictured:
    """A half of a picture. `touched_by`: the items that it can rest on."""

    told: Told
    case: Case
    touched_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class AtAWeek:
    sign: str
    case: Case
    level: CareLevel | None


class Pictures:
    def __init__(self, original: Knowledge) -> None:
        self.original = original

    def refused(self, mutant: Mutant, knowledge: Knowledge) -> Iterator[str]:
        if not mutant.folders() & DECIDES:
            return
        book = rulebook(knowledge)
        rules = {rule.id for rule in book.rules}
        yield from (f"{rule} has no picture, or a picture has no rule {rule}" for rule in sorted(rules ^ self._told))
        touched = [
            one for one in self._halves if "stages" in mutant.folders() or one.touched_by & mutant.changes.keys()
        ]
        yield from (says for one in touched if (says := _otherwise(one, knowledge, book)))
        if mutant.folders() <= {"findings", "combinations"}:
            signs = mutant.changes.keys() & vignettes().keys()
        else:
            signs = {one.told.rule for one in touched} & vignettes().keys()
        for sign in sorted(signs):
            yield from self._by_week(sign, knowledge, book)

    def interviewed(self, mutant: Mutant, knowledge: Knowledge) -> Iterator[str]:
        """The pictures that fire, played as interviews, end as fast: property d says so of every case."""
        if not mutant.folders() <= ASKED:
            return
        book = rulebook(knowledge)
        engine = Engine(knowledge, book, interviewer(knowledge, book))
        for one in self._halves:
            if one.told.fires and one.touched_by & mutant.changes.keys():
                found = play_interview(engine, one.case).assessment.triage.level
                if found.speed is not one.told.level.speed:
                    yield f"{one.told.rule}: the interview ends with {found}, pictured {one.told.level}"

    def _by_week(self, sign: str, knowledge: Knowledge, book: Rulebook) -> Iterator[str]:
        item = knowledge.findings.get(sign) or knowledge.combinations[sign]
        for one in self._weeks(sign):
            facts = Facts(_without_what_is_not_asked(one.case, knowledge), knowledge, Truth.FALSE)
            asked = facts.stage in item.stages and (not isinstance(item, Finding) or facts.is_asked(item))
            if asked and triage(facts, book).level is not one.level:
                about = one.case.about
                yield f"{sign} is not {one.level} at {about.weeks_pregnant or about.weeks_postpartum:.2f} weeks"

    def _weeks(self, sign: str) -> tuple[AtAWeek, ...]:
        if sign not in self._at_weeks:
            self._at_weeks[sign] = tuple(_at_weeks(sign))
        return self._at_weeks[sign]

    @cached_property
    def _at_weeks(self) -> dict[str, tuple[AtAWeek, ...]]:
        return {}

    @cached_property
    def _told(self) -> frozenset[str]:
        return frozenset(one.told.rule for one in self._halves if one.told.fires)

    @cached_property
    def _halves(self) -> tuple[Pictured, ...]:
        rules = {rule.id: rule for rule in rulebook(self.original).rules}
        return tuple(self._pictured(half, rules) for one in vignettes().values() for half in told(one))

    def _pictured(self, half: Told, rules: Mapping[str, Rule]) -> Pictured:
        case, rule = read(half.case), rules[half.rule]
        names = {*rule.names, *self._named(rule.when), rule.combination or "", *case.answers}
        return Pictured(half, case, frozenset(names))

    def _named(self, when: When) -> Iterator[str]:
        """The named facts that a condition rests on, and those that these rest on."""
        for name in names_in(when):
            fact = self.original.facts.get(name.removeprefix("is:")) if name.startswith("is:") else None
            if fact is not None:
                yield fact.id
                yield from self._named(fact.when)


def _otherwise(one: Pictured, knowledge: Knowledge, book: Rulebook) -> str | None:
    """What is not as the picture says (tests/spec/test_triage_chapter.py)."""
    half, found = one.told, triage(Facts(one.case, knowledge, Truth.FALSE), book)
    fires = half.rule in {other.rule.id for other in found.counted}
    if fires is not half.fires:
        return f"{half.rule} {'fires' if fires else 'does not fire'}"
    if found.level is not half.level:
        return f"{half.rule}: {found.level}, pictured {half.level}"
    if half.fires and (half.decided_by or half.rule) not in {other.rule.id for other in found.deciding}:
        return f"{half.rule} is outweighed"
    if half.door is not None and found.doors[:1] != (half.door,):
        return f"{half.rule}: not through the door {half.door}"
    return None


def _at_weeks(sign: str) -> Iterator[AtAWeek]:
    fires = vignettes()[sign].fires
    if fires is not None:
        case = fires.case()
        for clock, weeks in moments(sign, case):
            yield AtAWeek(sign, read(at_week(case, clock, weeks)), _level_at(fires, clock, weeks))


def _level_at(fires: Fires, clock: str, weeks: float) -> CareLevel | None:
    if not fires.by_week:
        return fires.level
    return level_then({name: levels for name, levels in fires.by_week.items() if name == clock}.get(clock, {}), weeks)


def _without_what_is_not_asked(case: Case, knowledge: Knowledge) -> Case:
    stage = knowledge.stage_of(case.about)
    answers = {name: said for name, said in case.answers.items() if stage in knowledge.findings[name].stages}
    return case if len(answers) == len(case.answers) else case.model_copy(update={"answers": answers})
