"""What the partner's page and the pictures ask the knowledge base for is there."""

from __future__ import annotations

import re

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.partner_part import GATE, POSITIONS, STEPS, STOP_WORD, WARMTH
from carrywell.model.rules import names_in

KNOWLEDGE = open_engine().knowledge
TODAY = [advice for advice in KNOWLEDGE.advice.values() if advice.today]


def test_every_line_of_the_massage_gate_is_asked_again_before_each_massage() -> None:
    closing = {next(iter(names_in(line.when))).removeprefix("is:") for line in KNOWLEDGE.gates[GATE].not_when}
    asked = {key.removeprefix("partner.before.") for key in KNOWLEDGE.phrases if key.startswith("partner.before.")}
    assert asked == closing


@pytest.mark.parametrize("name", [POSITIONS, STEPS, STOP_WORD, WARMTH])
def test_the_entries_that_the_page_is_built_on_are_there(name: str) -> None:
    assert KNOWLEDGE.advice[name].gates in (("massage",), ("heat",))


def test_each_thing_that_may_be_for_today_has_a_picture() -> None:
    assert [advice.id for advice in TODAY if advice.pose is None] == []


def test_a_picture_with_a_baby_stands_only_beside_what_is_for_a_woman_with_her_baby() -> None:
    shown = [advice for advice in KNOWLEDGE.advice.values() if advice.pose and KNOWLEDGE.poses[advice.pose].shows_baby]
    assert shown
    assert {advice.topic for advice in shown} == {"baby_care"}


def test_a_picture_for_every_week_shows_nobody_flat_on_her_back() -> None:
    flat = [advice for advice in TODAY if advice.pose and KNOWLEDGE.poses[advice.pose].not_after_weeks is not None]
    assert [advice.id for advice in flat if {"second_trimester", "third_trimester"} & set(advice.stages)] == []


@pytest.mark.parametrize("name", [STEPS, POSITIONS])
def test_the_steps_tell_the_numbers_that_the_text_tells(name: str) -> None:
    """The text and its steps say the same thing twice; a dose changed in one only is found here."""
    advice = KNOWLEDGE.advice[name]
    steps = " ".join(step.says.english for step in advice.steps)
    assert advice.steps
    numbers = re.findall(r"\b\d+ to \d+\b", steps)
    assert [number for number in numbers if number not in advice.says.english] == []


def test_the_massage_has_seven_steps_with_a_picture_where_the_hands_do_something_new() -> None:
    shown = [step.pose for step in KNOWLEDGE.advice[STEPS].steps]
    assert len(shown) == 7
    assert len([pose for pose in shown if pose and KNOWLEDGE.poses[pose].massage]) == 5
