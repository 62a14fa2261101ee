from __future__ import annotations

from typing import Any

import pytest

from carrywell.app.check_case import SILENCE, check_case
from carrywell.app.engine import open_engine
from carrywell.decide.assess import plan_facts
from carrywell.decide.exercises import MOST_EXERCISES, MOST_TO_BEGIN, Open, because, chosen_exercises, open_exercises
from carrywell.decide.facts import Facts
from carrywell.model.care import CareLevel
from carrywell.model.case import Case
from carrywell.model.weekly import PlannedExercise
from carrywell.model.wishes import DAYS, Wishes
from tests.lib.cases import all_no, pregnant

ENGINE = open_engine()
LUMBAR = all_no(pregnant(20, sites=["low_back"], worse_with=["bending"], better_with=["rest"]))
PELVIS = all_no(pregnant(30, sites=["pelvis_back", "pubic_bone"], worse_with=["parting_legs"], better_with=["rest"]))


def facts_of(case: Case) -> Facts:
    found = check_case(ENGINE, case, "interviewed")
    return plan_facts(case, ENGINE.knowledge, SILENCE["interviewed"], found.pain.ids)


def opened(case: Case, level: CareLevel = CareLevel.SELF_CARE) -> Open:
    return open_exercises(facts_of(case), level, ENGINE.knowledge)


def chosen(case: Case, **wished: Any) -> dict[str, PlannedExercise]:
    found = chosen_exercises(facts_of(case), opened(case), Wishes.model_validate(wished))
    return {one.exercise.id: one for one in found}


class TestWhatIsOpen:
    def test_needs_a_clear_no_to_all_that_speaks_against_it(self) -> None:
        assert "bird_dog" in opened(LUMBAR).exercises
        without = LUMBAR.model_copy(
            update={"answers": {name: said for name, said in LUMBAR.answers.items() if name != "fallen_lately"}}
        )
        assert "bird_dog" not in opened(without).exercises

    def test_what_is_left_out_says_why(self) -> None:
        left = {one.exercise.id: [reason.fact for reason in one.reasons] for one in opened(PELVIS).left_out}
        assert left["clam"] == ["is:pubic_pain"]
        assert left["piriformis"] == ["is:back_of_pelvis_pain", "is:pubic_pain"]
        assert "bridge" not in left, "it is not for her stage at all"

    def test_within_two_days_only_position_and_rest(self) -> None:
        found = opened(LUMBAR, CareLevel.WITHIN_2_DAYS)
        assert set(found.exercises) == {"log_roll"}
        assert {one.by_level for one in found.left_out} == {True}

    def test_an_emergency_leaves_nothing(self) -> None:
        assert opened(LUMBAR, CareLevel.EMERGENCY_NOW).exercises == {}


def test_what_speaks_for_an_exercise_is_her_kind_of_pain_and_her_answers() -> None:
    tilt = ENGINE.knowledge.exercises["pelvic_tilt_wall"]
    assert because(tilt, facts_of(LUMBAR)) == ("class:lumbar", "is:lumbar_pain")
    assert because(tilt, facts_of(PELVIS)) == ()


class TestWhatIsChosen:
    def test_a_short_list_to_begin_with_of_different_kinds(self) -> None:
        found = chosen(LUMBAR)
        counted = [one for one in found.values() if not one.exercise.alongside]
        assert len(counted) <= MOST_TO_BEGIN
        assert {one.exercise.group for one in counted} >= {"strength", "mobility", "deep_belly"}
        assert "pfm" in found, "it takes no time of its own"

    def test_a_longer_one_once_she_is_at_it(self) -> None:
        first = chosen(LUMBAR)
        last = {"exercises": {name: {} for name in first}}
        found = chosen(LUMBAR, last_week=last)
        assert first.keys() < found.keys()
        assert sum(not one.exercise.alongside for one in found.values()) == MOST_EXERCISES

    def test_with_a_sore_pelvis_nothing_parts_the_legs(self) -> None:
        found = chosen(PELVIS)
        assert {"glute_squeeze", "tra", "pfm"} <= set(found)
        assert [name for name, one in found.items() if "pubic_load" in one.exercise.involves] == []

    def test_what_she_likes_comes_in_and_what_she_dislikes_stays_out(self) -> None:
        assert "side_stretch" not in chosen(LUMBAR)
        assert "side_stretch" in chosen(LUMBAR, likes=["side_stretch"])
        assert "bird_dog" not in chosen(LUMBAR, dislikes=["bird_dog"])

    def test_only_what_she_has_the_things_for(self) -> None:
        assert "ball_march" not in chosen(LUMBAR, likes=["ball_march"])
        assert "ball_march" in chosen(LUMBAR, likes=["ball_march"], things=["ball"])

    def test_a_class_is_a_time_of_its_own_unless_she_said_how_much_time_there_is(self) -> None:
        wished: dict[str, Any] = {"likes": ["pilates_class"], "things": ["class_pregnancy"]}
        assert chosen(LUMBAR, **wished)["pilates_class"].days == ("mon", "wed")
        assert "pilates_class" not in chosen(LUMBAR, **wished, minutes_a_day=30)

    @pytest.mark.parametrize("minutes", [10, 15, 30])
    def test_it_fits_into_her_time(self, minutes: int) -> None:
        last = {"exercises": {"tra": {"step": 1, "most": True}, "bird_dog": {}, "cat_cow": {}}}
        found = chosen(LUMBAR, minutes_a_day=minutes, last_week=last).values()
        busiest = max(sum(one.minutes_a_day for one in found if day in one.days) for day in DAYS)
        assert 0 < busiest <= minutes

    def test_less_of_an_exercise_before_none_of_it(self) -> None:
        last = {"exercises": {"tra": {"most": False}}}
        found = chosen(LUMBAR, minutes_a_day=10, last_week=last)["tra"]
        assert (found.most, found.change) == (False, "time")

    def test_what_made_the_pain_worse_gives_way_to_another(self) -> None:
        found = chosen(LUMBAR, last_week={"exercises": {"bird_dog": {"went": "worse"}}})
        assert "bird_dog" not in found
        assert any(one.exercise.group == "strength" for one in found.values())

    def test_what_helped_stays(self) -> None:
        helped = {"exercises": {"wall_stretch": {"helped": "yes"}}}
        assert "wall_stretch" not in chosen(LUMBAR)
        assert chosen(LUMBAR, last_week=helped)["wall_stretch"].weeks == 2

    def test_what_may_take_its_place_is_open_to_her_as_well(self) -> None:
        for case in (LUMBAR, PELVIS):
            free = opened(case).exercises
            assert all(other.id in free for one in chosen(case).values() for other in one.instead)
