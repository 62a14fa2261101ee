"""The rules against the evidence dossier they were taken from: nothing was lost, and nothing became slower unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from carrywell.app.check_case import check_case
from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.model.answer import Answer
from carrywell.model.care import CareLevel, Speed
from carrywell.model.case import About, Case
from carrywell.model.truth import Truth
from tests.lib.published_cases import SHARED

ENGINE = open_engine()
EVIDENCE = SHARED / "evidence"
pytestmark = pytest.mark.skipif(
    not (EVIDENCE / "triage.yaml").is_file(), reason="shared/evidence is not beside this project, so nothing to compare"
)

A_MOMENT = {
    "first_trimester": {"weeks_pregnant": 11},
    "second_trimester": {"weeks_pregnant": 22},
    "third_trimester": {"weeks_pregnant": 33},
    "postpartum_0_6w": {"weeks_postpartum": 1.5},
    "postpartum_6w_12m": {"weeks_postpartum": 30},
    "postpartum_12m_36m": {"weeks_postpartum": 100},
}
ASKED_ELSEWHERE = {"stage": "about", "pain_nrs": "pain.now"}

# Where the hostile review asked for a slower level than the dossier has (docs/explanation/review.md).
SLOWER_ON_PURPOSE = {
    "bleeding_increasing_after_birth": "R038: after six weeks mostly a period",
    "new_groin_thigh_pain_one": "R033: today only with swelling, heaviness or a clot risk",
    "new_or_changed_pain": "R031: restarts the questions, raises nothing",
    "nsaid_taken": "R039: counts from 20 weeks",
    "recent_neuraxial+pain_growing_or_new_severe": "R045: today, an emergency with any further sign",
    "infection_risk+fever": "R024: today, an emergency with spine pain at rest, leg signs or feeling very ill",
    "new_or_changed_pain+is:weeks_ge_20": "R031: restarts the questions, raises nothing",
}


@cache
def dossier(name: str) -> dict[str, Any]:
    return yaml.safe_load((EVIDENCE / f"{name}.yaml").read_text(encoding="utf-8"))


def stands_for(name: str) -> str:
    """What an id of the dossier means here: itself, or the most cautious part of a finding that was split."""
    return ENGINE.knowledge.old_ids.get(name, (name,))[0]


def level_of(stage: str, *names: str) -> CareLevel:
    case = Case(about=About(**A_MOMENT[stage]), answers=dict.fromkeys(names, Answer.YES))
    return check_case(ENGINE, case, "no").triage.level


def is_private(*names: str) -> bool:
    return any(ENGINE.knowledge.findings[name].private for name in names)


def applies(stage: str, parts: list[str]) -> bool:
    """Whether what a combination says of the weeks is true at this moment."""
    here = Facts(Case(about=About(**A_MOMENT[stage])), ENGINE.knowledge)
    return all(here.truth(name) is Truth.TRUE for name in parts if name.startswith("is:"))


def slower_alone() -> Iterator[tuple[str, str]]:
    for finding in dossier("triage")["findings"]:
        if finding["id"] in ASKED_ELSEWHERE or is_private(stands_for(finding["id"])):
            continue
        for stage in finding["stages"]:
            named = (finding.get("level_by_stage") or {}).get(stage, finding["min_care_level"])
            wanted = CareLevel(named).speed if named else Speed.SELF_CARE
            if level_of(stage, stands_for(finding["id"])).speed < wanted:
                yield finding["id"], stage


def slower_together() -> Iterator[tuple[str, str]]:
    for finding in dossier("triage")["findings"]:
        for raised in finding["combinations"] or ():
            parts = raised["present_with"]
            names = [stands_for(name) for name in (finding["id"], *parts) if not name.startswith("is:")]
            if is_private(*names):
                continue
            for stage in finding["stages"]:
                met = applies(stage, parts)
                if met and level_of(stage, *names).speed < CareLevel(raised["raises_to"]).speed:
                    yield "+".join([finding["id"], *parts]), stage


def test_every_finding_condition_class_and_piece_of_advice_was_taken_over() -> None:
    knowledge, triage = ENGINE.knowledge, dossier("triage")
    known = {*knowledge.findings, *knowledge.old_ids, *ASKED_ELSEWHERE}
    assert [finding["id"] for finding in triage["findings"] if finding["id"] not in known] == []
    assert [item["id"] for item in triage["conditions"] if item["id"] not in knowledge.conditions] == []
    assert [item["id"] for item in triage["differentials"]["classes"] if item["id"] not in knowledge.classes] == []
    assert [item["id"] for item in dossier("care")["advice"] if item["id"] not in knowledge.advice] == []


def test_no_finding_is_slower_than_in_the_dossier_but_for_a_reason_that_is_written_down() -> None:
    assert {name for name, _ in slower_alone()} == {name for name in SLOWER_ON_PURPOSE if "+" not in name}


def test_no_combination_is_slower_than_in_the_dossier_but_for_a_reason_that_is_written_down() -> None:
    assert {name for name, _ in slower_together()} == {name for name in SLOWER_ON_PURPOSE if "+" in name}
