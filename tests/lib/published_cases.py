"""The published cases (../shared/cases), where they are present: read, decided, judged by their index."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from carrywell.app.check_case import Unanswered, check_case
from carrywell.app.engine import open_engine
from carrywell.knowledge.case_file import read_case_file
from carrywell.model.answer import Answer
from carrywell.model.assessment import Assessment
from carrywell.model.care import CareLevel, Speed
from carrywell.model.case import Case

SHARED = Path(os.environ.get("CARRYWELL_SHARED", Path(__file__).parents[3] / "shared"))
CASES = SHARED / "cases"

# In the index of the serious cases, same_day stands for either of the two levels of today.
FLOOR_SPEED = {"same_day": Speed.TODAY, **{level.value: level.speed for level in CareLevel}}

# What may be above the acceptable levels, as a share of the ordinary cases; and which are, as told, each by a rule that
# stays: together they are more than that share.
MOST_TOLD_ABOVE, MOST_STANDING_ABOVE = 0.04, 0.15
TOLD_ABOVE = {
    "HO-076.json": "pain down both thighs, rising day by day: an emergency, by R041 of evidence/review.yaml",
    "HO-115.json": "pain low in the tummy in the first three months: today, by the evidence's own level for it",
}

# The emergencies that end after the second screen. Each takes two signs; docs/explanation/interview.md says why.
LATE = frozenset({"SER-040.later.json", "SER-046.later.json", "SER-083.first.json", "HO-076.json"})


@dataclass(frozen=True)
class Published:
    file: str
    case: Case
    entry: dict[str, Any]


@cache
def published(kind: str) -> tuple[Published, ...]:
    """`kind`: serious or ordinary. Empty where the cases are not present."""
    index = CASES / kind / "index.yaml"
    if not index.is_file():
        return ()
    knowledge = open_engine().knowledge
    entries = yaml.safe_load(index.read_text(encoding="utf-8"))
    return tuple(
        Published(entry["file"], read_case_file(CASES / kind / entry["file"], knowledge), entry) for entry in entries
    )


def decide(case: Case, unanswered: Unanswered) -> Assessment:
    return check_case(open_engine(), case, unanswered)


def without_unsure(case: Case) -> Case:
    """The story as told: what it is silent about, left out."""
    answers = {name: answer for name, answer in case.answers.items() if answer is not Answer.UNSURE}
    return case.model_copy(update={"answers": answers})


@dataclass(frozen=True)
class SeriousResult:
    published: Published
    level: CareLevel

    @property
    def below_floor(self) -> bool:
        return self.level.speed < FLOOR_SPEED[self.published.entry["floor"]]

    @property
    def must_hold(self) -> bool:
        entry = self.published.entry
        return entry["separable"] == "yes" and entry["confidence"] == "high"


def serious_results(unanswered: Unanswered = "no") -> Iterator[SeriousResult]:
    for found in published("serious"):
        yield SeriousResult(found, decide(found.case, unanswered).triage.level)


@dataclass(frozen=True)
class OrdinaryResult:
    published: Published
    told: CareLevel
    as_it_stands: CareLevel
    likely: str

    @property
    def highest(self) -> Speed:
        return max(CareLevel(level).speed for level in self.published.entry["acceptable_levels"])

    @property
    def told_above(self) -> bool:
        return self.told.speed > self.highest

    @property
    def stands_above(self) -> bool:
        """One step above still counts where the story leaves questions open, as the index says."""
        step = 1 if self.published.entry["unsure"] else 0
        return self.as_it_stands.speed > self.highest + step

    @property
    def class_accepted(self) -> bool:
        return self.likely in self.published.entry["acceptable_classes"]


def ordinary_results() -> Iterator[OrdinaryResult]:
    for found in published("ordinary"):
        told = decide(without_unsure(found.case), "no")
        stands = decide(found.case, "no")
        yield OrdinaryResult(found, told.triage.level, stands.triage.level, stands.pain.likely_id)
