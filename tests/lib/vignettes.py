"""The vignettes of tests/spec/triage: for each rule of triage a picture in which it fires and a near miss, as data.

A *sign* is a finding or a combination, and its file carries its id. `fires` and `near_miss` are whole pictures. Under
`raises` a lead (`she`) is told once, and each row adds one sentence: with it the raise fires, with the other one it
does not. Everything that a picture does not say is answered no.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.knowledge.build import build
from carrywell.knowledge.yaml_text import read_yaml
from carrywell.model.assessment import Triage
from carrywell.model.calendar_day import CalendarDay
from carrywell.model.care import CareLevel, Door
from carrywell.model.case import About
from carrywell.model.item import Part
from carrywell.model.knowledge import Combination
from carrywell.model.rules import Compare, Fact, Not, When
from carrywell.model.stage import LONGEST_POSTPARTUM_WEEKS, LONGEST_PREGNANCY_WEEKS
from carrywell.model.truth import Truth
from tests.lib.deciding import read, triaged
from tests.lib.tree import ROOT

FOLDER = ROOT / "tests" / "spec" / "triage"

CaseFile = dict[str, Any]
Clock = Literal["pregnant", "postpartum"]
Levels = Mapping[str, CareLevel]  # from which week on ("14", "36+3": weeks and days)

_WEEKS = ("weeks_pregnant", "weeks_postpartum")
_ONE_CLOCK = ("ended", "birth", "baby_with_me")
_LAST_WEEK: Mapping[Clock, float] = {"pregnant": LONGEST_PREGNANCY_WEEKS, "postpartum": LONGEST_POSTPARTUM_WEEKS}


class Said(Part):
    """What she says, in the words of a case file."""

    about: Mapping[str, str] = Field(default_factory=dict)
    answers: Mapping[str, str] = Field(default_factory=dict)
    pain: Mapping[str, str | list[str]] = Field(default_factory=dict)
    history: list[str] = Field(default_factory=list)

    def case(self) -> CaseFile:
        """A birth of which nothing is said was vaginal: everything unsaid is a no, the caesarean too."""
        after = "weeks_postpartum" in self.about and self.about.get("ended") != "loss"
        about = {"birth": "vaginal", **self.about} if after else self.about
        return {"about": about, "answers": self.answers, "pain": self.pain, "history": self.history}

    def and_(self, more: Said) -> Said:
        """The same woman, who says this as well. Lists grow; a single value is replaced."""
        other_weeks = any(name in more.about for name in _WEEKS)
        about = {name: value for name, value in self.about.items() if not (other_weeks and name in _WEEKS)}
        return Said(
            about={**about, **more.about},
            answers={**self.answers, **more.answers},
            pain={**self.pain, **{name: _grown(self.pain.get(name), value) for name, value in more.pain.items()}},
            history=[*self.history, *more.history],
        )


def _grown(before: str | list[str] | None, value: str | list[str]) -> str | list[str]:
    return [*before, *value] if isinstance(before, list) and isinstance(value, list) else value


class Picture(Said):
    says: str = Field(min_length=10)
    level: CareLevel
    door: Door | None = None


class Fires(Picture):
    """`by_week`: the level of the same picture at other weeks, where it is not the same at all of them.

    `decided_by`: the rule that decides the level, where this one counts and is outweighed.
    """

    decided_by: str | None = None
    by_week: Mapping[Clock, Levels] = Field(default_factory=dict)


class NearMiss(Picture):
    why: str = Field(min_length=10)


class Otherwise(Said):
    """What the near miss of a row says besides the lead, and the level where it is not that of the lead."""

    level: CareLevel | None = None


class Row(Said):
    """`partner`: what the raise needs besides its sign, its parts joined by `+`. One finding needs no `answers`.

    `decided_by`: as in `Fires`.
    """

    partner: str
    fires: str = Field(min_length=8)
    to: CareLevel
    door: Door | None = None
    decided_by: str | None = None
    near_miss: str | None = Field(default=None, min_length=8)
    near: Otherwise = Otherwise()

    def added(self) -> Said:
        if self.answers or self.partner not in open_engine().knowledge.findings:
            return self
        return self.model_copy(update={"answers": {self.partner: "yes"}})


class Lead(Said):
    """`level`: of the lead with none of the rows."""

    she: str = Field(min_length=10)
    level: CareLevel
    rows: tuple[Row, ...] = Field(alias="with", min_length=1)
    no_near_miss: str | None = Field(default=None, min_length=20)

    @model_validator(mode="after")
    def _both_halves(self) -> Self:
        without = [row.partner for row in self.rows if row.near_miss is None]
        if bool(without) != (self.no_near_miss is not None):
            raise ValueError("a row needs a near_miss, or its lead says with no_near_miss why there is none")
        return self


class ReadBy(Part):
    """Who has read the pictures of a sign and stands by them. `of`: the fingerprint of what was read."""

    by: str = Field(min_length=3)
    on: CalendarDay
    of: str = Field(pattern=r"^[0-9a-f]{8}$")


class Vignette(Part):
    sign: str
    fires: Fires | None = None
    near_miss: NearMiss | None = None
    no_near_miss: str | None = Field(default=None, min_length=20)
    raises: tuple[Lead, ...] = ()
    read_by: Literal["none yet"] | ReadBy

    @model_validator(mode="after")
    def _both_halves(self) -> Self:
        halves = (self.near_miss is not None) + (self.no_near_miss is not None)
        if halves != (self.fires is not None):
            raise ValueError("a picture that fires needs a near_miss or a no_near_miss, and nothing else has one")
        if self.fires is None and not self.raises:
            raise ValueError("nothing is told: neither fires nor raises")
        return self


@dataclass(frozen=True, slots=True)
class Told:
    """One half of a vignette: the rule it is about, the case, and what is to be decided."""

    rule: str
    fires: bool
    case: CaseFile
    level: CareLevel
    door: Door | None = None
    decided_by: str | None = None


@cache
def vignettes() -> Mapping[str, Vignette]:
    """By sign. Faulty where a file is wrong, with line and column."""
    return {path.stem: _read(path.name) for path in sorted(FOLDER.glob("*.yaml"))}


def _read(name: str) -> Vignette:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return build(Vignette, read_yaml(f"tests/spec/triage/{name}", text))


def told(vignette: Vignette) -> Iterator[Told]:
    """Everything that a file tells, in its order."""
    if (fires := vignette.fires) is not None:
        yield Told(vignette.sign, True, fires.case(), fires.level, fires.door, fires.decided_by)
    if (near := vignette.near_miss) is not None:
        yield Told(vignette.sign, False, near.case(), near.level, near.door)
    for lead in vignette.raises:
        for row in lead.rows:
            rule = f"{vignette.sign}+{row.partner}"
            yield Told(rule, True, lead.and_(row.added()).case(), row.to, row.door, row.decided_by)
            if row.near_miss is not None:
                yield Told(rule, False, lead.and_(row.near).case(), row.near.level or lead.level)


def decided(case: CaseFile) -> Triage:
    return triaged(case, "no")


def at_week(case: CaseFile, clock: Clock, weeks: float) -> CaseFile:
    """The same picture at another week, without what is not said or asked there."""
    knowledge = open_engine().knowledge
    never = _ONE_CLOCK if clock == "pregnant" else ()
    about = {name: value for name, value in case["about"].items() if name not in (*_WEEKS, *never)}
    about[f"weeks_{clock}"] = str(weeks)
    if clock == "postpartum" and about.get("ended") != "loss":
        about.setdefault("birth", "vaginal")
    stage = knowledge.stage_of(About.model_validate(about))
    answers = {name: value for name, value in case["answers"].items() if stage in knowledge.findings[name].stages}
    return {**case, "about": about, "answers": answers}


def moments(sign: str, case: CaseFile) -> Iterator[tuple[Clock, float]]:
    """The weeks at which the level of a sign is looked at: each border that any rule knows, the day before it and the
    day after, and the middle of each stage; only where the question is asked of this woman.
    """
    knowledge = open_engine().knowledge
    item = knowledge.findings.get(sign) or knowledge.combinations[sign]
    for clock in ("pregnant", "postpartum"):
        for weeks in _weeks(clock):
            facts = Facts(read(at_week(case, clock, weeks)), knowledge, Truth.FALSE)
            if facts.stage in item.stages and (isinstance(item, Combination) or facts.is_asked(item)):
                yield clock, weeks


@cache
def _weeks(clock: Clock) -> tuple[float, ...]:
    knowledge = open_engine().knowledge
    starts = sorted(start.from_weeks for start in knowledge.stages.values() if start.clock == clock)
    ends = [*starts[1:], _LAST_WEEK[clock]]
    compared = {part.limit for fact in knowledge.facts.values() for part in _compared(fact.when, f"weeks_{clock}")}
    borders = {round(7 * border) for border in (*starts, *compared)}
    days = {day + step for day in borders for step in (-1, 0, 1)}
    days |= {round(7 * (start + end) / 2) for start, end in zip(starts, ends, strict=True)} | {round(7 * ends[-1])}
    return tuple(day / 7 for day in sorted(days) if day >= 0)


def _compared(when: When, number: str) -> Iterator[Compare]:
    match when:
        case Compare():
            if when.number == number:
                yield when
        case Fact():
            return
        case Not(part):
            yield from _compared(part, number)
        case _:
            for part in when.parts:
                yield from _compared(part, number)


def weeks_of(text: str) -> float:
    """`36+3`, weeks and days, as weeks. ValueError for anything else."""
    weeks, _, days = text.partition("+")
    if days and not 0 < int(days) < 7:
        raise ValueError(f"days of a week are 1 to 6, found {text!r}")
    return int(weeks) + (int(days) / 7 if days else 0.0)


def level_then(levels: Levels, weeks: float) -> CareLevel | None:
    """The level of the last week that has begun; None before the first."""
    begun = [start for start in levels if weeks_of(start) <= weeks]
    return levels[max(begun, key=weeks_of)] if begun else None
