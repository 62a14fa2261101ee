from __future__ import annotations

from typing import Any

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.facts import Facts
from carrywell.decide.progression import (
    Standing,
    first_minutes,
    ladder_for,
    minutes_for,
    next_minutes,
    next_standing,
)
from carrywell.model.case import Case
from carrywell.model.truth import Truth
from carrywell.model.week_parts import Ladder
from carrywell.model.weekly import Minutes
from carrywell.model.wishes import ActivityDone, ExerciseDone, Went
from tests.lib.cases import postpartum, pregnant
from tests.lib.small_knowledge import knowledge
from tests.unit.model.test_exercise import exercise
from tests.unit.model.test_week_parts import FILE

BEGINNER = Ladder.model_validate(FILE)
STILL = Ladder.model_validate({**FILE, "grows": "no"})


class TestTheFirstWeek:
    @pytest.mark.parametrize(("active", "first"), [
        (None, Minutes(3, 15)),
        (0, Minutes(3, 15)),
        (45, Minutes(3, 15)),
        (70, Minutes(3, 20)),
        (120, Minutes(4, 30)),
        (150, Minutes(5, 30)),
        (250, Minutes(5, 50)),
        (900, Minutes(5, 60)),
    ])  # fmt: skip
    def test_begins_where_she_is_and_not_below_a_beginner(self, active: int | None, first: Minutes) -> None:
        assert first_minutes(BEGINNER, active) == first

    def test_after_a_flare_a_third_less(self) -> None:
        assert minutes_for(BEGINNER, None, None, flared=True) == (Minutes(3, 10), "cut")
        assert minutes_for(BEGINNER, None, None, flared=False) == (Minutes(3, 15), "start")


class TestTheNextWeek:
    @pytest.mark.parametrize(("before", "went", "after"), [
        (Minutes(3, 15), "fine", (Minutes(3, 20), "longer")),
        (Minutes(3, 30), "fine", (Minutes(4, 30), "oftener")),
        (Minutes(5, 30), "fine", (Minutes(5, 30), "hold")),
        (Minutes(7, 20), "fine", (Minutes(7, 20), "hold")),
        (Minutes(3, 60), "fine", (Minutes(3, 60), "hold")),
        (Minutes(3, 20), "not_done", (Minutes(3, 20), "again")),
        (Minutes(3, 30), "too_hard", (Minutes(3, 15), "half")),
        (Minutes(3, 25), "too_hard", (Minutes(3, 10), "half")),
        (Minutes(3, 30), "worse", (Minutes(3, 20), "cut")),
        (Minutes(3, 20), "worse", (Minutes(3, 10), "cut")),
        (Minutes(3, 5), "worse", (Minutes(2, 5), "cut")),
        (Minutes(1, 5), "too_hard", (Minutes(1, 5), "half")),
    ])  # fmt: skip
    def test_follows_how_last_week_went(self, before: Minutes, went: Went, after: tuple[Minutes, str]) -> None:
        assert next_minutes(before, went, BEGINNER) == after
        done = ActivityDone(days=before.days, minutes_a_day=before.minutes, went=went)
        assert minutes_for(BEGINNER, done, 900, flared=True) == after

    def test_stays_where_the_ladder_does_not_grow(self) -> None:
        assert next_minutes(Minutes(3, 15), "fine", STILL) == (Minutes(3, 15), "hold")
        assert next_minutes(Minutes(3, 30), "worse", STILL) == (Minutes(3, 20), "cut")

    def test_takes_another_day_where_a_day_has_no_room(self) -> None:
        assert next_minutes(Minutes(3, 15), "fine", BEGINNER, room=17) == (Minutes(4, 15), "oftener")


class TestWhoseLadder:
    @pytest.mark.parametrize(("case", "ladder"), [
        (pregnant(20, sites=["low_back"], worse_with=[]), "pregnant"),
        (pregnant(20, sites=["pelvis_back"], worse_with=[]), "sore_pelvis"),
        (pregnant(20, sites=["low_back"], worse_with=["walking"]), "walking_hurts"),
        (pregnant(20, sites=["low_back"], worse_with=[], severe_pain="yes"), "strong_pain"),
        (postpartum(1, sites=["low_back"], worse_with=[]), "first_two_weeks"),
        (postpartum(4, sites=["low_back"], worse_with=[]), "to_six_weeks"),
        (postpartum(20, sites=["low_back"], worse_with=[]), "after_birth"),
        (postpartum(20, sites=["low_back"], worse_with=[], stress_leak_only="yes"), "step_back"),
    ])  # fmt: skip
    def test_is_the_shortest_that_holds(self, case: Case, ladder: str) -> None:
        shipped = open_engine().knowledge
        assert ladder_for(Facts(case, shipped, Truth.FALSE), shipped).id == ladder

    def test_an_open_answer_takes_the_shorter_one(self) -> None:
        shipped = open_engine().knowledge
        assert ladder_for(Facts(postpartum(20), shipped, Truth.UNKNOWN), shipped).id == "step_back"

    def test_a_knowledge_base_without_one_for_her_stage_is_refused(self) -> None:
        small = knowledge()
        with pytest.raises(ValueError, match="no ladder for second_trimester"):
            ladder_for(Facts(pregnant(20), small), small)


TWO_STEPS = ({"says": "Hold.", "hold_s": 5}, {"says": "With a band.", "needs": ["band"]})


class TestAnExercise:
    def standing(self, things: tuple[Any, ...] = (), **done: Any) -> Standing:
        return next_standing(exercise(harder=TWO_STEPS), ExerciseDone(**done), frozenset(things))

    def told(self, **done: Any) -> tuple[int, bool, str, bool]:
        found = self.standing(**done)
        return found.step, found.most, found.change, found.dropped

    def test_that_is_new_begins_at_the_fewest(self) -> None:
        assert next_standing(exercise(), None, frozenset()) == Standing(0, False, 1, "start")

    def test_that_went_fine_takes_the_most_and_then_a_step(self) -> None:
        assert self.told() == (0, True, "more", False)
        assert self.told(most=True) == (1, False, "up", False)

    def test_at_the_last_step_that_she_has_the_things_for_stays(self) -> None:
        assert self.told(step=1, most=True) == (1, True, "hold", False)
        assert self.told(step=1, most=True, things=("band",)) == (2, False, "up", False)
        assert self.told(step=2, most=True) == (1, True, "hold", False), "the band is gone"

    def test_that_had_no_time_comes_again(self) -> None:
        assert self.told(step=1, most=True, went="not_done") == (1, True, "again", False)

    def test_that_was_too_hard_gets_less(self) -> None:
        assert self.told(step=1, most=True, went="too_hard") == (1, False, "fewer", False)
        assert self.told(step=1, went="too_hard") == (0, False, "down", False)
        assert self.told(went="too_hard") == (0, False, "easier", False)

    def test_that_made_the_pain_worse_goes_down_or_gives_way(self) -> None:
        assert self.told(step=1, most=True, went="worse") == (0, False, "down", False)
        assert self.told(went="worse", most=True) == (0, False, "worse", True)

    def test_that_has_not_helped_for_three_weeks_gives_way(self) -> None:
        assert self.standing(helped="no", weeks=2).dropped is False
        assert self.standing(helped="no", weeks=3).dropped is True

    def test_counts_its_weeks(self) -> None:
        assert self.standing(weeks=4).weeks == 5

    def test_of_one_number_only_goes_straight_to_the_next_step(self) -> None:
        one = exercise(harder=TWO_STEPS, dose={"repetitions": [5, 5], "days_a_week": [7, 7]})
        assert next_standing(one, ExerciseDone(), frozenset()).change == "up"
