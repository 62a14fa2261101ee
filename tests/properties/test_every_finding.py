"""Each finding, each raise, each condition: cases that fire, and near misses that do not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.lib.deciding import triaged
from tests.lib.naive_knowledge import SPEED, STAGES, NaiveRule, stages_of
from tests.lib.random_cases import AT_STAGE, KB, PRIVATE, Case, calm_case
from tests.lib.rule_ways import case_of, moment_for, near_misses, stages_met, ways_of

# Findings that nothing looks at, so that no one is ever asked.
ASKED_FOR_NOTHING = {"scan_location_confirmed": "kept because its id stays accepted; a yes may lower nothing"}
# Findings that no rule looks at, and the code does.
READ_BY_CODE = {"seen_since_last_check": "decide.lasting: after a look at a sign, her word that it is gone is enough"}

# Conditions whose level rests on answers about violence and self-harm, which stay out of the care level.
ON_THE_PRIVATE_TRACK = {"domestic_violence", "suicide_psychosis"}
# Stages of a condition at which nothing is asked that names it.
NO_FINDING_AT: dict[str, dict[str, str]] = {}

BY_FINDING = sorted({rule.finding or rule.name for rule in KB.rules})


def rules_of(name: str) -> list[NaiveRule]:
    return [rule for rule in KB.rules if name in (rule.finding, rule.name)]


def fired(case: Case) -> set[str]:
    return {counted.rule.id for counted in triaged(case).counted}


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in KB.rules]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("stage", STAGES)
def test_a_finding_alone_reaches_its_level(stage: str) -> None:
    for name, finding in KB.findings.items():
        level = finding.get("level_by_stage", {}).get(stage, finding.get("level"))
        if not level or name in PRIVATE or stage not in stages_of(finding):
            continue
        calm = calm_case(AT_STAGE[stage])
        found = triaged(Case(calm, answers={**calm["answers"], name: "yes"})).level
        assert found.speed >= SPEED[level], f"{name} alone at {stage}: {found.value}, at least {level} is expected"


@pytest.mark.parametrize("stage", STAGES)
def test_all_denied_is_routine_at_most(stage: str) -> None:
    assert triaged(calm_case(AT_STAGE[stage])).level.value in ("routine", "self_care")


@pytest.mark.parametrize("name", BY_FINDING)
def test_every_way_into_a_rule_reaches_its_level(name: str) -> None:
    for rule in rules_of(name):
        reached = 0
        for way in ways_of(rule):
            for stage in stages_met(rule, way):
                about = moment_for(way, stage)
                if about is None:
                    continue
                found = triaged(case_of(way, about))
                assert found.level.speed >= SPEED[rule.level[stage]], f"{rule.name}: {way} at {about}"
                assert rule.name in {counted.rule.id for counted in found.counted}, f"{rule.name}: {way} at {about}"
                reached += 1
        assert reached, f"{rule.name} holds for no woman at any stage: its parts are never asked together"


@pytest.mark.parametrize("name", BY_FINDING)
def test_a_near_miss_does_not_fire(name: str) -> None:
    for rule in rules_of(name):
        tried = 0
        for way in ways_of(rule):
            if not any(moment_for(way, stage) for stage in stages_met(rule, way)):
                continue
            for part, case in near_misses(rule, way):
                assert rule.name not in fired(case), f"{rule.name} fires without {part}: {case}"
                tried += 1
        assert tried, f"{rule.name}: no near miss"


@pytest.mark.parametrize("name", sorted(set(KB.conditions) - ON_THE_PRIVATE_TRACK))
def test_a_condition_reaches_its_level_by_its_own_findings(name: str) -> None:
    condition = KB.conditions[name]
    own = [rule for rule in KB.rules if name in rule.conditions]
    for stage in stages_of(condition):
        fastest = max((triaged(case).level.speed for case in pictures(own, stage)), default=0)
        reaches = fastest >= SPEED[condition["level"]]
        excused = stage in NO_FINDING_AT.get(name, {})
        assert reaches is not excused, f"{name} at {stage}: {'excuse no longer needed' if reaches else 'not reached'}"


def pictures(rules: list[NaiveRule], stage: str) -> Iterator[Case]:
    for rule in rules:
        for way in ways_of(rule):
            if stage in stages_met(rule, way) and (about := moment_for(way, stage)):
                yield case_of(way, about)


def test_every_finding_is_asked_for_something() -> None:
    used = {name for item in everything_with_conditions() for name in mentioned(item)}
    idle = {name for name in KB.findings if name not in used and KB.findings[name]["kind"] != "umbrella"}
    assert idle == {*ASKED_FOR_NOTHING, *READ_BY_CODE}


def everything_with_conditions() -> Iterator[Any]:
    yield from (rule.when for rule in KB.rules)
    for folder in ("classes", "causes", "gates", "advice", "recheck", "private", "home_tests"):
        yield from KB.folder(folder).values()
    for finding in KB.findings.values():
        yield finding.get("asked_if", {"all": []})


def mentioned(value: Any) -> Iterator[str]:
    """Every text in an item that names a finding, named facts taken apart."""
    if isinstance(value, str):
        yield from KB.names(value) if value in KB.findings or value.removeprefix("is:") in KB.facts else ()
    elif isinstance(value, list):
        for part in value:
            yield from mentioned(part)
    elif isinstance(value, dict):
        for key in value.keys() - {"id"}:
            yield from mentioned(value[key])
