"""The floors beside the evidence that they are written from: where a knowledge base asks for less than it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from carrywell.decide.facts import Facts
from carrywell.knowledge.floors import floor_levels
from carrywell.model.care import CareLevel, Speed
from carrywell.model.case import About, Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.rules import All, Fact
from carrywell.model.stage import Stage
from carrywell.model.truth import Truth
from carrywell.model.ways import Way, ways
from tests.lib.published_cases import SHARED

FILE = SHARED / "evidence" / "triage.yaml"
ASKED_ELSEWHERE = {"stage", "pain_nrs"}
A_MOMENT = {
    Stage.FIRST_TRIMESTER: {"weeks_pregnant": 11},
    Stage.SECOND_TRIMESTER: {"weeks_pregnant": 22},
    Stage.THIRD_TRIMESTER: {"weeks_pregnant": 33},
    Stage.POSTPARTUM_0_6W: {"weeks_postpartum": 1.5},
    Stage.POSTPARTUM_6W_12M: {"weeks_postpartum": 30},
    Stage.POSTPARTUM_12M_36M: {"weeks_postpartum": 100},
}


@cache
def evidence() -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def way_of(knowledge: Knowledge, *names: str) -> Way:
    (way,) = ways(All(tuple(Fact(name) for name in names)), knowledge)
    return way


class FloorsRead:
    """The floors of a knowledge base, looked up by what she says and at which stage."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._at: dict[Stage, list[tuple[Way, Speed]]] = {stage: [] for stage in Stage}
        for (way, stage), level in floor_levels(knowledge).items():
            self._at[stage].append((way, level.speed))

    def of(self, way: Way, stage: Stage) -> Speed:
        """The highest floor of any sign or group that is part of it."""
        of_the_stage = {Fact(f"is:{stage}"), Fact("is:pregnant" if stage.pregnant else "is:postpartum")}
        said = way | of_the_stage
        return max((speed for part, speed in self._at[stage] if part <= said), default=Speed.SELF_CARE)

    def lower_alone(self) -> Iterator[str]:
        """Signs of the evidence, by the ids it gives them."""
        for finding in evidence()["findings"]:
            name = self._stands_for(finding["id"])
            if finding["id"] in ASKED_ELSEWHERE or self._is_private(name):
                continue
            for stage in map(Stage, finding["stages"]):
                named = (finding.get("level_by_stage") or {}).get(stage.value, finding["min_care_level"])
                if named and self.of(way_of(self.knowledge, name), stage) < CareLevel(named).speed:
                    yield finding["id"]

    def lower_together(self) -> Iterator[str]:
        """Pairs and groups, as `fever + infection_risk`."""
        for finding in evidence()["findings"]:
            for raised in finding["combinations"] or ():
                names = [self._stands_for(name) for name in (finding["id"], *raised["present_with"])]
                if not self._is_private(*names) and self._is_lower(names, finding["stages"], raised["raises_to"]):
                    yield " + ".join(sorted(names))

    def slower_conditions(self) -> Iterator[str]:
        for one in evidence()["conditions"]:
            if self.knowledge.conditions[one["id"]].level.speed < CareLevel(one["care_level"]).speed:
                yield one["id"]

    def _is_lower(self, names: list[str], stages: list[str], level: str) -> bool:
        way = way_of(self.knowledge, *names)
        return any(
            self._can_be(names, stage) and self.of(way, stage) < CareLevel(level).speed for stage in map(Stage, stages)
        )

    def _can_be(self, names: list[str], stage: Stage) -> bool:
        """Whether what a pair says of the weeks is true at a moment of the stage."""
        here = Facts(Case(about=About.model_validate(A_MOMENT[stage])), self.knowledge)
        return all(here.truth(name) is Truth.TRUE for name in names if name.startswith("is:"))

    def _stands_for(self, name: str) -> str:
        return self.knowledge.old_ids.get(name, (name,))[0]

    def _is_private(self, *names: str) -> bool:
        findings = self.knowledge.findings
        return any(name in findings and findings[name].private for name in names)
