"""The fast decision and the slow, obvious one come to the same level, by the same doors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given

from carrywell.app.check_case import Unanswered
from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.model.truth import Truth
from tests.lib.deciding import UNANSWERED, decided, read, triaged
from tests.lib.naive_knowledge import MAY_MEAN, NO, OPEN, SPEED, STAGES, YES, NaiveRule
from tests.lib.naive_triage import PERSON, Her, decide, decide_with_all_questions, stage_of
from tests.lib.random_cases import KB, Case, asked_cases, cases
from tests.lib.rule_ways import Way, abouts, case_of, moment_for, stages_met, ways_of

REAL = open_engine().knowledge
TRUTH = {Truth.TRUE: YES, Truth.UNKNOWN: OPEN, Truth.FALSE: NO}


@pytest.mark.parametrize("unanswered", UNANSWERED)
@given(case=cases())
def test_same_level_and_doors(unanswered: Unanswered, case: Case) -> None:
    slow = decide(case, KB, OPEN if unanswered == "cautious" else NO)
    fast = decided(case, unanswered).triage
    assert (fast.level.value, [door.value for door in fast.doors]) == (slow.level, list(slow.doors))


@given(case=cases())
def test_level_if_unanswered_is_the_cautious_one(case: Case) -> None:
    assert decided(case, "no").if_unanswered.value == decide(case, KB, OPEN).level


@given(case=asked_cases())
def test_same_level_after_every_question(case: Case) -> None:
    assert triaged(case, "interviewed").level.value == decide_with_all_questions(case, KB).level


@pytest.mark.parametrize("stage", STAGES)
def test_same_stage_and_person_facts_around_every_limit(stage: str) -> None:
    for about in abouts(stage):
        real = read(Case(about=about)).about
        assert REAL.stage_of(real).value == stage_of(about)
        facts = Facts(read(Case(about=about)), REAL)
        for name in PERSON:
            assert TRUTH[facts.truth(name)] == Her(Case(about=about), KB, NO).said(name), f"{name} at {about}"


@pytest.mark.parametrize("name", sorted({rule.finding or rule.name for rule in KB.rules}))
def test_same_level_and_doors_when_part_of_a_rule_is_not_sure(name: str) -> None:
    for rule in (rule for rule in KB.rules if name in (rule.finding, rule.name)):
        for case in half_sure(rule):
            slow, fast = decide(case, KB, NO), triaged(case)
            found = (fast.level.value, [door.value for door in fast.doors])
            assert found == (slow.level, list(slow.doors)), f"{rule.name}: {case}"


def half_sure(rule: NaiveRule) -> Iterator[Case]:
    """Each way into a rule of today with each of its parts not sure, and two ways at once with nothing sure."""
    ways = ways_of(rule)
    if max(SPEED[level] for level in rule.level.values()) < SPEED["same_day_gp_or_ed"]:
        return
    for way in ways:
        for part in way:
            if (unsure := _not_sure(part)) is not None:
                yield from _cases(rule, way, part, unsure)
    if rule.slower:
        for one, other in combinations(ways, 2):
            for case in _cases(rule, {**one, **other}, None, {}):
                yield Case(case, answers=dict.fromkeys(case["answers"], "unsure"))


def _not_sure(part: str) -> Way | None:
    if part in KB.findings:
        return {part: "unsure"}
    rough = [place for place, meant in MAY_MEAN.items() if part.removeprefix("site:") in meant]
    return {f"site:{rough[0]}": YES} if part.startswith("site:") and rough else None


def _cases(rule: NaiveRule, way: Way, part: str | None, instead: Way) -> Iterator[Case]:
    for stage in stages_met(rule, way):
        about = moment_for(way, stage)
        if about is not None:
            yield case_of({**{name: value for name, value in way.items() if name != part}, **instead}, about)
