from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.plan_weeks import plan_weeks
from carrywell.model.case import Case
from carrywell.model.rules import names_in
from carrywell.model.weekly import PlannedExercise, WeekPlan
from carrywell.model.wishes import DAYS, Wishes
from carrywell.report.week_words import WeekSpeaker, minutes_by_day
from tests.lib.cases import all_no, postpartum, pregnant

ENGINE = open_engine()
SPEAK = WeekSpeaker(ENGINE.knowledge, ENGINE.voice())


def week(case: Case, **wished: object) -> WeekPlan:
    return plan_weeks(ENGINE, all_no(case), Wishes.model_validate(wished), 1, "interviewed").weeks[0]


def planned(name: str, step: int = 0, most: bool = False) -> PlannedExercise:
    return PlannedExercise(ENGINE.knowledge.exercises[name], step, most, 1, DAYS, "start", (), ())


@pytest.mark.parametrize(("case", "says"), [
    (pregnant(23.6), "23 weeks pregnant"),
    (postpartum(3, ended="birth"), "3 weeks after birth"),
    (postpartum(3, birth="vaginal"), "3 weeks after birth"),
    (postpartum(3, ended="loss"), "3 weeks after your loss"),
    (postpartum(3), "3 weeks after the pregnancy"),
])  # fmt: skip
def test_when_it_is(case: Case, says: str) -> None:
    assert SPEAK.when(case.about) == says


@pytest.mark.parametrize(("name", "step", "most", "says"), [
    ("bird_dog", 0, False, "2 sets, 5 times on each side, hold 3 seconds, rest 30 seconds between sets"),
    ("bird_dog", 3, True, "2 sets, 8 times on each side, hold 5 seconds, rest 30 seconds between sets"),
    ("log_roll", 0, False, "1 time"),
    ("pmr", 0, False, "20 minutes"),
    ("pfm", 0, False, "10 times, hold 5 seconds, 3 times a day"),
    ("side_leg_lift", 0, True, "2 sets, 10 times on each side, hold 1 second, rest 30 seconds between sets"),
])  # fmt: skip
def test_how_much(name: str, step: int, most: bool, says: str) -> None:
    assert SPEAK.dose(planned(name, step, most)) == says


def test_the_steps_that_she_has_taken_are_told() -> None:
    assert SPEAK.steps_up(planned("bird_dog", 2)) == [
        "Lift the leg to the height of your hip.",
        "Lift the other arm as well.",
    ]


def test_moving_with_its_days_spells_and_water() -> None:
    calm = week(pregnant(20, sites=["low_back"], worse_with=["bending"]), things=["pool"], active_minutes_a_week=150)
    assert calm.activity is not None
    told = SPEAK.moving(calm.activity)
    assert told[0] == "30 minutes on Monday, Tuesday, Thursday, Saturday, Sunday"
    assert told[1].startswith("In the water on ")
    sore = week(pregnant(30, sites=["pelvis_back"]), last_week={"activity": {"days": 3, "minutes_a_day": 15}})
    assert sore.activity is not None
    assert SPEAK.moving(sore.activity)[1] == "In 2 parts a day, none longer than 10 minutes."


@pytest.mark.parametrize(("name", "says"), [
    ("worse_with:bending", "worse: bending"),
    ("day:mopping", "your day: mopping or scrubbing floors"),
    ("class:lumbar", "Low back pain"),
    ("is:third_trimester", "the last three months"),
    ("stress_leak_only", "I"),
    ("history:desk_work", "Work at a desk"),
    ("onset:unheard_of", "onset:unheard_of"),
])  # fmt: skip
def test_what_speaks_for_it(name: str, says: str) -> None:
    assert SPEAK.fact(name).startswith(says)


def test_where_the_kind_of_pain_is_named_its_place_is_not_named_again() -> None:
    assert SPEAK.because(["class:lumbar", "is:lumbar_pain", "better_with:rest"]) == ["Low back pain", "better: rest"]
    assert SPEAK.because(["is:lumbar_pain"]) == ["pain in the low back"]


def test_everything_that_may_speak_for_something_has_words() -> None:
    knowledge = ENGINE.knowledge
    taken = {name for part in knowledge.week_parts.values() for name in part.takes}
    whens = [when for one in knowledge.exercises.values() for when in one.helps_when]
    whens += [when for name in taken for when in knowledge.advice[name].helps_when]
    names = {name for when in whens for name in names_in(when)}
    assert {name for name in names if SPEAK.fact(name) == name} == set()


def test_the_minutes_of_a_day_are_whole_and_rounded_up() -> None:
    calm = week(pregnant(20, sites=["low_back"], worse_with=["bending"]))
    minutes = minutes_by_day(calm)
    assert all(0 <= minutes[day] - calm.minutes_on(day) < 1 for day in DAYS)
