"""The knowledge base as the naive triage reads it: plain mappings of texts, straight from the files, and its rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

KB = Path(__file__).parents[2] / "src" / "carrywell" / "kb"

YES, NO, OPEN = "yes", "no", "open"

STAGES = (
    "first_trimester", "second_trimester", "third_trimester", "postpartum_0_6w", "postpartum_6w_12m",
    "postpartum_12m_36m",
)  # fmt: skip
SPEED = {
    "emergency_now": 4, "same_day_maternity": 3, "same_day_gp_or_ed": 3, "within_2_days": 2, "routine": 1,
    "self_care": 0,
}  # fmt: skip
SLOWER = {4: "same_day_gp_or_ed", 3: "within_2_days"}
USUAL_DOOR = {
    "emergency_now": "ambulance",
    "same_day_maternity": "maternity_unit",
    "same_day_gp_or_ed": "gp_urgent",
    "within_2_days": "midwife_or_gp",
    "routine": "midwife_or_gp",
}
DOORS = (
    "ambulance", "hospital_spine", "hospital_emergency", "maternity_unit", "early_pregnancy_unit", "gp_urgent",
    "mental_health", "midwife_or_gp", "physiotherapist",
)  # fmt: skip
MATERNITY = ("maternity_unit", "early_pregnancy_unit")
# Where she cannot say closer: any of these places may be meant.
MAY_MEAN = {
    "back_somewhere": ("upper_back", "mid_back", "low_back", "flank"),
    "pelvis_somewhere": ("pelvis_back", "tailbone", "pubic_bone", "groin", "hip_outer"),
    "leg_somewhere": ("thigh_back", "thigh_front", "lower_leg", "foot"),
}

CaseFile = Mapping[str, Any]
Item = dict[str, Any]
When = Any


@dataclass(frozen=True)
class NaiveRule:
    """`slower`: what about it, when open, makes it count one step slower."""

    name: str
    finding: str | None
    when: When
    level: Mapping[str, str]
    door: str | None
    slower: frozenset[str]
    names: frozenset[str]
    conditions: tuple[str, ...]


class NaiveKnowledge:
    """The files as they stand: folder -> id -> mapping of texts."""

    def __init__(self, kb: Path = KB) -> None:
        self.kb = kb
        self.findings = self.folder("findings")
        of_the_person = self.folder("facts/person")  # the naive triage has a table of its own for these
        self.facts = {name: fact for name, fact in self.folder("facts").items() if name not in of_the_person}
        self.combinations = self.folder("combinations")
        self.conditions = self.folder("conditions")
        self.advice = self.folder("advice")
        self.gates = self.folder("gates")
        self.umbrella_of = {
            covered: name for name, finding in self.findings.items() for covered in finding.get("covers", ())
        }
        self.rules = tuple(rule for rule in _rules(self) if not self._is_private(rule))

    def folder(self, name: str) -> dict[str, Item]:
        return {path.stem: _read(path) for path in sorted((self.kb / name).rglob("*.yaml"))}

    def _is_private(self, rule: NaiveRule) -> bool:
        return any(self.findings.get(name, {}).get("private") == "true" for name in rule.names)

    def names(self, when: When) -> frozenset[str]:
        """What a condition speaks about, the named facts taken apart."""
        found: set[str] = set()
        for name in leaves(when):
            fact = self.facts.get(name.removeprefix("is:")) if name.startswith("is:") else None
            found |= self.names(fact["when"]) if fact else {name}
        return frozenset(found)


@cache
def naive_knowledge() -> NaiveKnowledge:
    """The files of this project, read once a test run."""
    return NaiveKnowledge()


def _read(path: Path) -> Item:
    """Every scalar stays text, so that `no` is not taken for false."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def stages_of(item: Item) -> tuple[str, ...]:
    return STAGES if item["stages"] == "all" else tuple(item["stages"])


def leaves(when: When) -> Iterator[str]:
    """The facts and numbers that a condition names, as they stand."""
    if isinstance(when, str):
        yield when
        return
    ((shape, inside),) = when.items()
    if shape == "compare":
        yield inside["number"]
        return
    parts = {"not": lambda: [inside], "at_least": lambda: inside["of"]}.get(shape, lambda: inside)()
    for part in parts:
        yield from leaves(part)


def _rules(kb: NaiveKnowledge) -> Iterator[NaiveRule]:
    for name, finding in kb.findings.items():
        own = {stage: finding.get("level_by_stage", {}).get(stage, finding.get("level")) for stage in STAGES}
        levels = {stage: level for stage, level in own.items() if level}
        if levels:
            parts = [finding, *(kb.findings[covered] for covered in finding.get("covers", ()))]
            conditions = tuple(condition for part in parts for condition in part.get("conditions", ()))
            yield _rule(kb, name, name, name, levels, finding.get("door"), conditions)
        for raised in finding.get("raises", ()):
            when = {"all": [name, *raised["with"]]}
            today = SPEED[raised["to"]] >= 3
            door = raised.get("door") or (finding.get("door") if today else None)
            label = "+".join([name, *(leaf for part in raised["with"] for leaf in leaves(part))])
            yield _rule(kb, label, name, when, dict.fromkeys(STAGES, raised["to"]), door, (raised["because"],))
    for name, combination in kb.combinations.items():
        levels = dict.fromkeys(stages_of(combination), combination["to"])
        rule = _rule(kb, name, None, combination["when"], levels, combination.get("door"), (combination["because"],))
        if combination.get("unsure") == "one_step_lower":
            rule = NaiveRule(**{**vars(rule), "slower": rule.names})
        yield rule


def _rule(
    kb: NaiveKnowledge,
    label: str,
    finding: str | None,
    when: When,
    levels: Mapping[str, str],
    door: str | None,
    conditions: tuple[str, ...],
) -> NaiveRule:
    names = kb.names(when)
    slower = frozenset(name for name in names if kb.findings.get(name, {}).get("unsure") == "one_step_lower")
    return NaiveRule(label, finding, when, levels, door, slower, names, conditions)
