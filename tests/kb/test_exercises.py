"""The exercises, goals and parts of a week: easy to read, drawn, safe on the back, and each of them really used."""

from __future__ import annotations

import re
from statistics import median

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.plan_weeks import plan_weeks
from carrywell.knowledge.texts import texts_of
from carrywell.model.case import Case
from carrywell.model.exercise import AT_HOME, BY_THE_CLOCK, Exercise
from carrywell.model.rules import ALWAYS
from carrywell.model.stage import PREGNANT, Stage
from carrywell.model.wishes import Wishes
from tests.lib.cases import AT_EACH_STAGE, all_no, postpartum, pregnant
from tests.lib.figure import POSES
from tests.lib.reading_grade import grade, words

ENGINE = open_engine()
KNOWLEDGE = ENGINE.knowledge
EXERCISES = KNOWLEDGE.exercises
HIGHEST_GRADE, HIGHEST_OF_ONE = 6.0, 8.0
LONGEST_NAME = 50  # characters: one line on a phone
LONGEST_STEP = 20  # words
ON_BACK_UNTIL_WEEKS = 16

# Two women before and after birth without anything that stands against an exercise.
WELL = (
    all_no(pregnant(12, sites=["low_back"], worse_with=[], better_with=["rest"])),
    all_no(pregnant(24, sites=["low_back"], worse_with=[], better_with=["rest"])),
    all_no(postpartum(40, sites=["low_back"], worse_with=[], better_with=["rest"], ended="birth", birth="vaginal")),
)


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_an_exercise_reads_with_six_years_of_school(exercise: Exercise) -> None:
    grades = [grade(text.english) for text in texts_of(exercise) if len(words(text.english)) >= 6]
    assert median(grades) <= HIGHEST_GRADE
    assert max(grades) <= HIGHEST_OF_ONE
    assert grade(" ".join(step.english for step in (exercise.begin, *exercise.steps))) <= HIGHEST_GRADE


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_its_steps_are_short_and_tell_one_thing_each(exercise: Exercise) -> None:
    assert len(exercise.name.english) <= LONGEST_NAME
    for step in exercise.steps:
        assert step.english.endswith(".")
        assert len(words(step.english)) <= LONGEST_STEP
    assert exercise.stop.english.split()[0] not in ("Keep", "Go")


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_its_pictures_may_be_shown_to_everyone_it_is_planned_for(exercise: Exercise) -> None:
    for name in (exercise.start_pose, exercise.end_pose):
        pose = POSES[name]
        assert not pose.shows_baby
        if exercise.on_back:
            assert pose.stance == "lying_back"
        elif set(exercise.stages) & set(PREGNANT):
            assert pose.not_after_weeks is None, "it may be done in any week, so it may be drawn in any week"


def test_what_is_done_on_the_back_ends_by_sixteen_weeks() -> None:
    weeks_16 = KNOWLEDGE.contraindications["weeks_16"]
    late = {
        name
        for name, exercise in EXERCISES.items()
        if exercise.on_back and {Stage.SECOND_TRIMESTER, Stage.THIRD_TRIMESTER} & set(exercise.stages)
    }
    assert late == set(weeks_16.items)
    assert KNOWLEDGE.stages["second_trimester"].from_weeks < ON_BACK_UNTIL_WEEKS
    found = plan_weeks(ENGINE, WELL[1], Wishes(likes=tuple(late)), 1, "no").weeks[0]
    assert late <= {left.exercise.id for left in found.left_out}


def planned_for(case: Case, name: str) -> set[str]:
    exercise = EXERCISES[name]
    dislikes = tuple(other for other, one in EXERCISES.items() if one.group == exercise.group and other != name)
    things = tuple(thing for thing in exercise.needs if thing not in AT_HOME)
    wishes = Wishes(likes=(name,), dislikes=dislikes, things=things)
    (week,) = plan_weeks(ENGINE, case, wishes, 1, "no").weeks
    moving = {week.activity.exercise.id} if week.activity else set()
    return moving | {one.exercise.id for one in week.exercises}


@pytest.mark.parametrize("name", EXERCISES)
def test_each_exercise_is_planned_for_someone_who_likes_it(name: str) -> None:
    assert any(name in planned_for(case, name) for case in WELL)


def test_what_may_take_the_place_of_an_exercise_is_there_at_one_of_its_stages() -> None:
    for exercise in EXERCISES.values():
        assert exercise.instead, exercise.id
        for name in exercise.instead:
            assert set(EXERCISES[name].stages) & set(exercise.stages), f"{exercise.id}: {name}"


def test_what_is_done_by_the_clock_is_walking_water_and_cycling() -> None:
    assert {name for name, one in EXERCISES.items() if one.group in BY_THE_CLOCK} == {"walk", "aqua", "bike"}


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_a_ladder_that_always_holds_and_it_comes_last(stage: Stage) -> None:
    ladders = sorted((one for one in KNOWLEDGE.ladders.values() if stage in one.stages), key=lambda one: one.order)
    always = [one.order for one in ladders if one.when == ALWAYS]
    assert always
    assert len({one.order for one in ladders}) == len(ladders)


def test_no_ladder_asks_for_more_than_150_minutes() -> None:
    """150 minutes a week before birth, 120 to 150 after it: the guidelines of the care evidence."""
    most = {name: ladder.goal_weekly_minutes for name, ladder in KNOWLEDGE.ladders.items()}
    assert max(most.values()) == most["pregnant"] == most["after_birth"] == 150


@pytest.mark.parametrize("case", AT_EACH_STAGE, ids=lambda case: KNOWLEDGE.stage_of(case.about).value)
def test_every_stage_has_goals_and_something_for_night_home_and_the_partner(case: Case) -> None:
    (week,) = plan_weeks(ENGINE, all_no(case), Wishes(), 1, "no").weeks
    assert week.goals
    assert week.exercises
    assert week.activity is not None
    filled = {filled.part.id: filled.chosen for filled in week.parts}
    assert all(filled[part] for part in ("sleep", "home", "relief", "partner", "limits"))


def test_a_part_takes_an_entry_once_and_every_goal_is_helped_by_something() -> None:
    taken = [name for part in KNOWLEDGE.week_parts.values() for name in part.takes]
    assert len(taken) == len(set(taken))
    assert all(goal.helped_by for goal in KNOWLEDGE.goals.values())


def test_what_is_shown_after_the_end_of_a_pregnancy_speaks_of_none_that_goes_on() -> None:
    """Not to a woman whose pregnancy has ended, and least of all after a loss."""
    going_on = re.compile(r"\bbump\b|late in pregnancy|weeks pregnant|your pregnancy", re.IGNORECASE)
    after = [exercise for exercise in EXERCISES.values() if set(exercise.stages) - set(PREGNANT)]
    told = {text.key: text.english for exercise in after for text in texts_of(exercise)}
    drawn = [POSES[name] for exercise in after for name in (exercise.start_pose, exercise.end_pose)]
    told |= {text.key: text.english for pose in drawn for text in (pose.name, pose.alt)}
    assert {key: said for key, said in told.items() if going_on.search(said)} == {}
