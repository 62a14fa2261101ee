"""The figure shows the posture whose load is worked out: the same angles joint by joint, on the floor, and its load."""

from __future__ import annotations

from dataclasses import fields
from math import atan2, degrees

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.load import person_of, posture_of
from carrywell.figure.draw import compose
from carrywell.figure.load_pose import STANDS_FOR, load_pose, pose_that_stands_for, seen_from_the_front
from carrywell.figure.proportions import Body
from carrywell.figure.skeleton import Skeleton, skeleton
from carrywell.figure.vector import Frame
from carrywell.model.load_task import LoadTask
from carrywell.model.pose import Pose
from carrywell.model.posture_parts import PostureAbout, PostureAngles

KNOWLEDGE = open_engine().knowledge
TASKS = KNOWLEDGE.load_tasks
DRAWN = sorted(set(TASKS) - set(STANDS_FOR))
UNTWISTED = [name for name in DRAWN if not (TASKS[name].angles.twist or TASKS[name].angles.side_bend)]
BODY = Body(weeks_pregnant=30)


def angles_of(task: LoadTask) -> PostureAngles:
    found = posture_of(task, person_of(PostureAbout(weeks_pregnant=30))).angles
    return PostureAngles(**{each.name: float(getattr(found, each.name)) for each in fields(found)})


def posed(name: str, body: Body = BODY) -> Pose:
    return load_pose(TASKS[name], angles_of(TASKS[name]), body)


def built(name: str) -> Skeleton:
    return skeleton(posed(name), BODY)


def leans(frame: Frame) -> float:
    """Of a bone against the vertical, seen from her right side; its top to the front is plus."""
    return degrees(atan2(frame.up[0], frame.up[1]))


def between(upper: Frame, lower: Frame) -> float:
    return (leans(upper) - leans(lower) + 180) % 360 - 180


@pytest.mark.parametrize("name", UNTWISTED)
def test_trunk_and_arms_have_the_angles_of_the_model(name: str) -> None:
    her, asked = built(name), angles_of(TASKS[name])
    arm = her.arms["right"]
    assert leans(her.root) == pytest.approx(asked.pelvis_tilt, abs=0.5)
    assert between(her.chest, her.root) == pytest.approx(asked.lumbar_flexion, abs=0.5)
    assert between(her.chest, arm.upper) == pytest.approx(asked.shoulder_flexion, abs=0.5)
    assert between(arm.upper, arm.forearm) == pytest.approx(asked.elbow_flexion, abs=0.5)


@pytest.mark.parametrize("name", [name for name in DRAWN if TASKS[name].stance == "squatting"])
def test_hips_and_knees_have_them_too_where_the_posture_says_them(name: str) -> None:
    her, asked = built(name), angles_of(TASKS[name])
    leg = her.legs["right"]
    assert between(her.root, leg.thigh) == pytest.approx(asked.hip_flexion, abs=0.5)
    assert between(leg.shank, leg.thigh) == pytest.approx(asked.knee_flexion, abs=0.5)


@pytest.mark.parametrize("name", DRAWN)
def test_she_stands_sits_or_kneels_on_the_floor(name: str) -> None:
    leg = built(name).legs["right"]
    lowest = min(leg.heel[1], leg.ball[1], leg.knee[1] - 7)
    expected = pytest.approx(25, abs=10) if name == "driving" else pytest.approx(0, abs=3)
    assert lowest == expected


@pytest.mark.parametrize("name", [name for name in DRAWN if TASKS[name].loads])
def test_what_she_holds_is_drawn(name: str) -> None:
    assert {prop.kind for prop in posed(name).props} - {"floor", "chair", "stool", "sofa"}


def test_a_table_stands_as_high_as_her_hands_work() -> None:
    def top(height_cm: float) -> float:
        task = TASKS["nappy_table"]
        found = posture_of(task, person_of(PostureAbout(weeks_pregnant=30)), (height_cm, 40.0)).angles
        asked = PostureAngles(**{each.name: float(getattr(found, each.name)) for each in fields(found)})
        return next(prop.at[1] for prop in load_pose(task, asked, BODY).props if prop.kind == "table")

    assert top(100) - top(60) == pytest.approx(40, abs=6)


def test_a_task_for_which_nothing_is_drawn_yet_gets_a_box() -> None:
    unknown = TASKS["hold_far"].model_copy(update={"id": "juggling"})
    assert [prop.kind for prop in load_pose(unknown, unknown.angles, BODY).props] == ["floor", "box"]


def test_a_load_at_one_side_is_seen_from_the_front() -> None:
    assert seen_from_the_front(TASKS["bag_one_hand"])
    assert not seen_from_the_front(TASKS["ironing_standing"]), "an iron is too light to show"


def test_the_belly_grows_and_the_angles_stay() -> None:
    early, late = (posed("mopping_bent", Body(weeks_pregnant=week)) for week in (8, 40))
    assert early.trunk == late.trunk
    assert early.arms == late.arms
    assert compose(early, Body(weeks_pregnant=8)).marks != compose(late, Body(weeks_pregnant=40)).marks


def test_a_pose_stands_for_every_way_that_moves_or_lies() -> None:
    without_posture = {name for name, task in TASKS.items() if task.times_standing or task.stance.startswith("lying")}
    assert without_posture == set(STANDS_FOR)
    stand = [pose_that_stands_for(TASKS[name], KNOWLEDGE.poses) for name in STANDS_FOR]
    assert None not in stand
    assert pose_that_stands_for(TASKS["standing"], KNOWLEDGE.poses) is None


def test_who_sits_up_from_lying_leans_on_no_pillow() -> None:
    found = pose_that_stands_for(TASKS["rising_bed_free"], KNOWLEDGE.poses)
    assert found is not None
    assert "pillow" not in {prop.kind for prop in found.props}
