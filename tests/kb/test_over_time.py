"""What the knowledge base says over time is whole: every sign of today has its days, every class its time."""

from __future__ import annotations

from typing import get_args

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.lasting import SEEN_SINCE
from carrywell.model.follow_up import OverTime, OverTimeId
from carrywell.model.knowledge import Finding
from carrywell.model.stage import Stage

KNOWLEDGE = open_engine().knowledge
FINDINGS = KNOWLEDGE.findings
GROUP_OF = {name: group for group in KNOWLEDGE.lasting_signs.values() for name in group.findings}


def is_of_today(finding: Finding) -> bool:
    levels = (finding.level_at(stage) for stage in Stage)
    return not finding.private and any(level is not None and level.is_today for level in levels)


def test_of_every_sign_of_today_it_is_said_what_a_later_no_means() -> None:
    assert {finding.id for finding in FINDINGS.values() if is_of_today(finding)} - GROUP_OF.keys() == set()


def test_answers_on_violence_and_self_harm_are_taken_back_by_her_word() -> None:
    assert {name for name in GROUP_OF if FINDINGS[name].private} == set()


@pytest.mark.parametrize("name", ["saddle_numbness", "bladder_change", "leg_pain_both", "leg_weakness_both"])
def test_signs_of_a_pressed_cauda_equina_last_as_long_as_they_are_asked_for_daily(name: str) -> None:
    (days,) = {max(KNOWLEDGE.recheck["leg_signs_daily"].then_hours) / 24, GROUP_OF[name].days}
    assert days == 14


def test_an_umbrella_lasts_as_long_as_what_it_covers() -> None:
    umbrellas = [finding for finding in FINDINGS.values() if finding.covers and is_of_today(finding)]
    assert umbrellas
    for umbrella in umbrellas:
        longest = max(GROUP_OF[covered].days for covered in umbrella.covers)
        assert GROUP_OF[umbrella.id].days >= min(GROUP_OF[covered].days for covered in umbrella.covers), umbrella.id
        assert longest > 0, umbrella.id


def test_whether_somebody_looked_is_asked_and_moves_no_level() -> None:
    finding = FINDINGS[SEEN_SINCE]
    assert (finding.level, finding.raises, finding.kind) == (None, (), "context")
    used = {name for rule in open_engine().book.rules for name in rule.names}
    assert SEEN_SINCE not in used


def test_every_rule_over_time_is_there() -> None:
    assert KNOWLEDGE.over_time.keys() == set(get_args(OverTimeId))


@pytest.mark.parametrize("rule", KNOWLEDGE.over_time.values(), ids=lambda rule: rule.id)
def test_each_makes_the_program_ask_sooner(rule: OverTime) -> None:
    asked = [recheck.in_hours for recheck in KNOWLEDGE.recheck.values() if rule.id in recheck.over_time]
    assert asked
    assert max(asked) < KNOWLEDGE.recheck["weekly"].in_hours


def test_every_class_says_when_it_should_have_eased() -> None:
    assert {name for name, pain_class in KNOWLEDGE.classes.items() if pain_class.settles is None} == set()


def test_no_class_may_take_longer_than_the_two_weeks_of_care_at_home() -> None:
    """So that a class, which is only a guess, never delays what two weeks without relief mean."""
    weeks = KNOWLEDGE.over_time["not_better_2w"].from_days / 7
    late = {name for name, found in KNOWLEDGE.classes.items() if found.settles and found.settles.within_weeks > weeks}
    assert late == set()
