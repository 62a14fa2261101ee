"""The published cases, judged by their index: nothing serious below its floor, ordinary pain seldom sent to hospital.

They are not part of this project; where they are absent nothing here can be judged. `make cases` prints every miss.
"""

from __future__ import annotations

from functools import cache
from statistics import median

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.play_interview import Played, play_interview
from carrywell.model.care import CareLevel
from tests.lib.pages_read import words_read
from tests.lib.published_cases import (
    LATE,
    MOST_STANDING_ABOVE,
    TOLD_ABOVE,
    OrdinaryResult,
    Published,
    SeriousResult,
    decide,
    ordinary_results,
    published,
    serious_results,
)

SERIOUS, ORDINARY = published("serious"), published("ordinary")
EVERY = (*SERIOUS, *ORDINARY)

pytestmark = pytest.mark.skipif(
    not (SERIOUS and ORDINARY),
    reason=f"shared/cases is not beside this project: {len(SERIOUS)} serious and {len(ORDINARY)} ordinary cases found,"
    " and both kinds are needed (67 and 44 when this was written)",
)

LEAST_CLASS_ACCEPTED = 0.90
MOST_SCREENS = 9
MEDIAN_SCREENS, MEDIAN_DECISIONS, MEDIAN_WORDS = 7, 12, 700


@cache
def serious() -> tuple[SeriousResult, ...]:
    return tuple(serious_results())


@cache
def ordinary() -> tuple[OrdinaryResult, ...]:
    return tuple(ordinary_results())


@cache
def played() -> dict[str, Played]:
    engine = open_engine()
    return {found.file: play_interview(engine, found.case) for found in EVERY}


def share(results: list[bool]) -> float:
    return sum(results) / len(results)


def test_no_serious_case_that_could_be_told_apart_is_below_its_floor() -> None:
    missed = [found.published.file for found in serious() if found.must_hold and found.below_floor]
    assert missed == []


def test_ordinary_cases_as_told_end_above_what_is_acceptable_only_by_rules_that_stay() -> None:
    """Two of 44 are more than the 4 % that were aimed at: a miss, which `make cases` reports."""
    assert {found.published.file for found in ordinary() if found.told_above} <= set(TOLD_ABOVE)


def test_ordinary_cases_as_they_stand_seldom_end_above_what_is_acceptable() -> None:
    assert share([found.stands_above for found in ordinary()]) <= MOST_STANDING_ABOVE


def test_the_kind_of_pain_is_among_the_acceptable_ones() -> None:
    assert share([found.class_accepted for found in ordinary()]) >= LEAST_CLASS_ACCEPTED


@pytest.mark.parametrize("found", EVERY, ids=lambda found: found.file)
def test_the_interview_ends_no_lower_than_all_the_answers_at_once(found: Published) -> None:
    at_once = decide(found.case, "no").triage.level
    asked = played()[found.file]
    assert asked.assessment.triage.level.speed >= at_once.speed, f"at once {at_once.value}, steps {asked.steps}"


@pytest.mark.parametrize("found", EVERY, ids=lambda found: found.file)
def test_the_interview_can_be_finished(found: Published) -> None:
    assert len(played()[found.file].steps) <= MOST_SCREENS


def test_an_emergency_is_found_within_the_first_screens() -> None:
    """One that a single sign tells, on the first or second; one that takes two signs, all but a few, by name."""
    found = {file: one for file, one in played().items() if one.assessment.triage.level is CareLevel.EMERGENCY_NOW}
    emergencies = list(found.values())
    assert {file for file, one in found.items() if len(one.steps) > 2} <= LATE
    alone = [one for one in emergencies if any(not found.rule.with_ for found in one.assessment.triage.deciding)]
    assert max(len(one.steps) for one in alone) <= 2
    assert median(len(one.steps) for one in emergencies) <= 2


def test_ordinary_pain_is_asked_about_in_little_time() -> None:
    ordinary = [(found.case, played()[found.file]) for found in ORDINARY]
    assert median(len(one.steps) for _, one in ordinary) <= MEDIAN_SCREENS
    assert median(one.decisions for _, one in ordinary) <= MEDIAN_DECISIONS
    assert median(words_read(open_engine(), case) for case, _ in ordinary) <= MEDIAN_WORDS
