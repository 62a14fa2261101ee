"""Every way in which a rule can come true, and what lies just beside it.

A *way* is a smallest set of answers, places and limits that makes the rule hold; leave out one, and it is a near miss.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, product
from typing import Any

from tests.lib.naive_knowledge import NO, STAGES, YES, NaiveRule, When, stages_of
from tests.lib.naive_triage import PERSON, Her, stage_of
from tests.lib.random_cases import AT_STAGE, KB, WEEKS_AFTER, WEEKS_PREGNANT, Case

JUST_MISSED = {">=": -1.0, ">": 0.0, "<=": 1.0, "<": 0.0}
JUST_MET = {">=": 0.0, ">": 1.0, "<=": 0.0, "<": -0.5}

Way = dict[str, float | str]


def ways_of(rule: NaiveRule) -> list[Way]:
    """The smallest ways: none holds all that another asks."""
    found = {frozenset(way.items()): way for way in _ways(rule.when)}
    return [way for parts, way in found.items() if not any(other < parts for other in found)]


def _ways(when: When) -> Iterator[Way]:
    if isinstance(when, str):
        fact = KB.facts.get(when.removeprefix("is:")) if when.startswith("is:") else None
        if fact:
            yield from _ways(fact["when"])
        else:
            yield {when: YES}
        return
    ((shape, inside),) = when.items()
    if shape == "compare":
        yield {inside["number"]: float(inside["limit"]) + JUST_MET[inside["is"]]}
    elif shape == "any":
        for part in inside:
            yield from _ways(part)
    elif shape == "all":
        yield from _together(inside)
    elif shape == "at_least":
        for parts in combinations(inside["of"], int(inside["count"])):
            yield from _together(parts)
    else:
        raise ValueError(f"no rule of the care level may rest on {shape}: a yes could then lower it")


def _together(parts: Any) -> Iterator[Way]:
    for chosen in product(*(list(_ways(part)) for part in parts)):
        yield {name: value for way in chosen for name, value in way.items()}


def is_about_her(name: str) -> bool:
    """Follows from her week, the birth or the number of babies, so that no answer changes it."""
    return name in PERSON or name.removeprefix("is:") in STAGES


def abouts(stage: str) -> Iterator[dict[str, Any]]:
    """Moments of a stage: the middle first, then around every limit, with one baby and two, after birth and loss."""
    weeks = [{"weeks_pregnant": week} for week in WEEKS_PREGNANT] + [{"weeks_postpartum": week} for week in WEEKS_AFTER]
    for about in (AT_STAGE[stage], *(about for about in weeks if stage_of(about) == stage)):
        yield about
        yield {**about, "babies": 2}
        if "weeks_postpartum" in about:
            yield {**about, "ended": "loss"}
            yield {**about, "ended": "birth", "birth": "caesarean"}


def moment_for(way: Way, stage: str) -> dict[str, Any] | None:
    """A moment of the stage at which all that the way says of who she is holds."""
    for about in abouts(stage):
        her = Her(Case(about=about), KB, NO)
        if all(her.said(name) == YES for name in way if is_about_her(name)):
            return about
    return None


def stages_met(rule: NaiveRule, way: Way) -> list[str]:
    """The stages at which the rule counts and every question of the way is asked."""
    asked = [KB.findings[name] for name in way if name in KB.findings]
    return [stage for stage in STAGES if stage in rule.level and all(stage in stages_of(one) for one in asked)]


def case_of(way: Way, about: dict[str, Any], missed: dict[str, float | str | None] | None = None) -> Case:
    """She says what the way asks, and nothing else; `missed` replaces a part, or leaves it out with None."""
    case = Case(about=about, answers={}, pain={})
    for name, value in {**way, **(missed or {})}.items():
        if value is None or is_about_her(name):
            continue
        group, _, said = name.partition(":")
        if name in KB.findings:
            case["answers"][name] = value
        elif group in ("onset", "course", "side", "started_weeks_ago"):
            case["pain"][group] = said or value
        elif group == "history":
            case.setdefault("history", []).append(said)
        else:
            case["pain"].setdefault({"site": "sites"}.get(group, group), []).append(said)
    return case


def near_misses(rule: NaiveRule, way: Way) -> Iterator[tuple[str, Case]]:
    """For each part of a way that makes a difference: a case with everything but that part."""
    limits = dict(_limits(rule.when))
    for part in way:
        if is_about_her(part):
            others = (case_of(way, about) for stage in stages_met(rule, way) for about in abouts(stage))
            missed = (case for case in others if not Her(case, KB, NO).must(rule.when))
            yield from ((part, case) for case in islice(missed, 1))
            continue
        about = next(about for stage in stages_met(rule, way) if (about := moment_for(way, stage)))
        beside = limits.get(part, "no" if part in KB.findings else None)
        yield part, case_of(way, about, {part: beside})


def _limits(when: When) -> Iterator[tuple[str, float]]:
    """What just misses the limit of each number that a condition compares."""
    if isinstance(when, str):
        fact = KB.facts.get(when.removeprefix("is:")) if when.startswith("is:") else None
        yield from _limits(fact["when"]) if fact else ()
        return
    ((shape, inside),) = when.items()
    if shape == "compare":
        yield inside["number"], float(inside["limit"]) + JUST_MISSED[inside["is"]]
    else:
        for part in inside["of"] if shape == "at_least" else inside:
            yield from _limits(part)
