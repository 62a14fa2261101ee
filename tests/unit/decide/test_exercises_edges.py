"""Exercises at their edges: left out by the care level alone, just within the time there is, and in which order."""

from __future__ import annotations

from collections import Counter
from typing import Any

from carrywell.decide.exercises import QUOTA
from carrywell.model.care import CareLevel
from tests.unit.decide.test_exercises import LUMBAR, chosen, opened


def test_what_the_care_level_leaves_out_is_named_and_has_no_other_reason() -> None:
    usual, at_once = opened(LUMBAR), opened(LUMBAR, CareLevel.EMERGENCY_NOW)
    everything = {*usual.exercises, *(one.exercise.id for one in usual.left_out)}
    assert {one.exercise.id for one in at_once.left_out} == everything
    assert {(one.reasons, one.by_level) for one in at_once.left_out} == {((), True)}


def test_what_suits_her_kind_of_pain_and_fits_her_answers_comes_first() -> None:
    assert list(chosen(LUMBAR)) == ["bird_dog", "cat_cow", "tra", "clam", "pfm"]


def test_of_one_kind_there_are_no_more_than_a_week_holds() -> None:
    kinds = Counter(one.exercise.group for one in chosen(LUMBAR).values())
    assert all(count <= QUOTA[group] for group, count in kinds.items())
    liked = chosen(LUMBAR, likes=["cat_cow", "pelvic_tilt_wall", "pelvic_tilt_sit", "knee_rolls"])
    assert sum(one.exercise.group == "mobility" for one in liked.values()) == QUOTA["mobility"]


def test_what_may_take_its_place_is_named_in_its_order() -> None:
    assert [one.id for one in chosen(LUMBAR)["bird_dog"].instead] == ["sit_to_stand_ex", "clam"]


def test_what_takes_just_the_time_there_is_fits_in() -> None:
    """Twenty minutes of letting go every day are a third of an hour; a class is the whole of it."""
    assert "pmr" in chosen(LUMBAR, likes=["pmr"], minutes_a_day=60)
    assert "pmr" not in chosen(LUMBAR, likes=["pmr"], minutes_a_day=59)
    wished: dict[str, Any] = {"likes": ["pilates_class"], "things": ["class_pregnancy"]}
    assert "pilates_class" in chosen(LUMBAR, **wished, minutes_a_day=60)
    assert "pilates_class" not in chosen(LUMBAR, **wished, minutes_a_day=59)
