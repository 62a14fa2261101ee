"""Joint angles become places: bones keep their length, left and right mirror each other, ranges are human."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from carrywell.figure import proportions as size
from carrywell.figure.limb import OutOfReach
from carrywell.figure.skeleton import SIDES, Skeleton, skeleton
from carrywell.figure.vector import Vec, distance, dot
from carrywell.model.pose import Pose
from tests.lib.figure import BODIES, POSES, angle, built, pose

STRAIGHT = {"hip": 0, "knee": 0}
HANGING = {"shoulder": 0, "elbow": 0, "out": 0}
BONES = {
    ("hip", "knee"): size.THIGH_CM,
    ("knee", "ankle"): size.SHANK_CM,
    ("shoulder", "elbow"): size.UPPER_ARM_CM,
    ("elbow", "wrist"): size.FOREARM_CM,
}


def of(**given: Any) -> Skeleton:
    return skeleton(pose(**given), BODIES["12 weeks"])


def places(her: Skeleton, side: str) -> dict[str, Vec]:
    leg, arm = her.legs[side], her.arms[side]
    return {
        "hip": leg.hip, "knee": leg.knee, "ankle": leg.ankle, "heel": leg.heel, "ball": leg.ball,
        "shoulder": arm.shoulder, "elbow": arm.elbow, "wrist": arm.wrist, "palm": arm.palm,
    }  # fmt: skip


@pytest.mark.parametrize("name", POSES)
def test_every_bone_keeps_its_length(name: str) -> None:
    for side in SIDES:
        found = places(built(name, "24 weeks"), side)
        for (start, end), long in BONES.items():
            assert distance(found[start], found[end]) == pytest.approx(long, abs=0.05), (side, start)


@pytest.mark.parametrize("name", POSES)
def test_no_joint_bends_further_than_a_joint_can(name: str) -> None:
    for side in SIDES:
        found = places(built(name, "36 weeks" if POSES[name].suits(36) else "12 weeks"), side)
        assert angle(found["hip"], found["knee"], found["ankle"]) <= 158
        assert angle(found["shoulder"], found["elbow"], found["wrist"]) <= 152
        knee, ankle = found["knee"], found["ankle"]
        foot = angle(knee, ankle, found["ball"])
        assert 5 <= foot <= 125, (side, foot)


@pytest.mark.parametrize("name", POSES)
def test_a_knee_bends_backwards_only(name: str) -> None:
    """Along the front of the thigh the shin never goes forward."""
    for leg in built(name, "12 weeks").legs.values():
        shin = tuple(b - a for a, b in zip(leg.knee, leg.ankle, strict=True))
        assert dot(shin, leg.thigh.front) < 2.0  # type: ignore[arg-type]


def test_angles_go_where_their_names_say() -> None:
    raised = of(legs={"hip": 90, "knee": 90}, arms={"shoulder": 90, "elbow": 0, "out": 0})
    hip, knee, ankle = (places(raised, "right")[name] for name in ("hip", "knee", "ankle"))
    assert (knee[0] - hip[0], knee[1] - hip[1]) == pytest.approx((size.THIGH_CM, 0))
    assert (ankle[0] - knee[0], ankle[1] - knee[1]) == pytest.approx((0, -size.SHANK_CM))
    shoulder, wrist = (places(raised, "right")[name] for name in ("shoulder", "wrist"))
    assert wrist[0] - shoulder[0] == pytest.approx(size.UPPER_ARM_CM + size.FOREARM_CM)


def test_out_is_away_from_the_middle_on_both_sides() -> None:
    spread = of(legs={**STRAIGHT, "out": 30}, arms={**HANGING, "out": 90})
    for side, sign in (("right", 1), ("left", -1)):
        found = places(spread, side)
        assert sign * found["ankle"][2] > 40
        assert sign * found["wrist"][2] > 60


@pytest.mark.parametrize(
    ("trunk", "expected"),
    [
        ({"lean": 90}, (1, 0, 0)),
        ({"lumbar": 45, "thoracic": 45}, (1, 1, 0)),
        ({"side_bend": 40}, (0, 1, 1)),
        ({"tip": 45}, (0, 1, 1)),
        ({"lean": -90}, (-1, 0, 0)),
    ],
)
def test_the_trunk_bends_to_where_it_is_told(trunk: Mapping[str, float], expected: Vec) -> None:
    her = of(trunk=trunk, legs=STRAIGHT, arms=HANGING)
    moved = tuple(a - b for a, b in zip(her.chest.origin, her.root.origin, strict=True))
    for went, wanted in zip(moved, expected, strict=True):
        assert went * wanted > 5 if wanted else abs(went) < 1e-6


def test_twist_and_roll_turn_her_front_to_her_right() -> None:
    assert of(trunk={"twist": 40}).chest.front[2] > 0.5
    assert of(trunk={"twist": 40}).root.front[2] == 0
    assert of(trunk={"roll": 90}, legs=STRAIGHT, arms=HANGING).root.front == pytest.approx((0, 0, 1))


def mirrored(of_pose: Pose) -> Pose:
    """The same pose of a woman in a mirror: left is right, and everything sideways changes its sign."""

    def other(place: tuple[float, ...] | None) -> tuple[float, ...] | None:
        return place if place is None or len(place) == 2 else (*place[:2], -place[2])

    def limb(part: Any) -> Any:
        names = [name for name in ("foot", "knee_to", "hand", "elbow_to") if name in type(part).model_fields]
        return part.model_copy(update={name: other(getattr(part, name)) for name in names})

    trunk = of_pose.trunk
    sideways = {name: -getattr(trunk, name) for name in ("tip", "roll", "turn", "side_bend", "twist", "look")}
    return of_pose.model_copy(
        update={
            "hip": other(of_pose.hip), "trunk": trunk.model_copy(update=sideways),
            "left_leg": limb(of_pose.leg("right")), "right_leg": limb(of_pose.leg("left")), "legs": None,
            "left_arm": limb(of_pose.arm("right")), "right_arm": limb(of_pose.arm("left")), "arms": None,
        }
    )  # fmt: skip


@pytest.mark.parametrize("name", POSES)
def test_the_mirrored_pose_has_mirrored_joints(name: str) -> None:
    her, image = skeleton(POSES[name], BODIES["24 weeks"]), skeleton(mirrored(POSES[name]), BODIES["24 weeks"])
    for side, other in (("left", "right"), ("right", "left")):
        for joint, (x, y, z) in places(her, side).items():
            assert places(image, other)[joint] == pytest.approx((x, y, -z), abs=1e-6), (side, joint)
    assert image.head.origin[:2] == pytest.approx(her.head.origin[:2])
    for cut, same in zip(her.slices, image.slices, strict=True):
        assert (same.front, same.back, same.half) == (cut.front, cut.back, cut.half)


def test_a_foot_out_of_reach_names_the_pose_and_the_foot() -> None:
    with pytest.raises(OutOfReach, match=r"a_pose: left foot: \d+\.\d cm away; she reaches 76\.2 cm"):
        of(left_leg={"foot": (70, 0)}, right_leg=STRAIGHT)


def test_a_hand_out_of_reach_names_the_pose_and_the_hand() -> None:
    with pytest.raises(OutOfReach, match="a_pose: right hand"):
        of(left_arm=HANGING, right_arm={"hand": (120, 100)})


def test_a_flat_foot_stands_on_the_height_it_is_given() -> None:
    leg = of(legs={"foot": (10, 4)}, hip=(0, 84)).legs["right"]
    assert (leg.heel[1], leg.ball[1]) == pytest.approx((4, 4))


@pytest.mark.parametrize(("heel_up", "stays"), [(40, "ball"), (-20, "heel")])
def test_a_raised_heel_turns_on_the_ball_and_a_raised_toe_on_the_heel(heel_up: float, stays: str) -> None:
    leg = of(legs={"foot": (5, 0), "heel_up": heel_up}, hip=(0, 80)).legs["right"]
    other = "heel" if stays == "ball" else "ball"
    assert getattr(leg, stays)[1] == pytest.approx(0)
    assert getattr(leg, other)[1] > 3


def test_a_hand_that_goes_along_with_the_belly_is_further_out_the_more_it_has_grown() -> None:
    reaching = pose(arms={"hand": (25, 100), "with_belly": 0.5})
    early, late = (skeleton(reaching, BODIES[body]) for body in ("12 weeks", "36 weeks"))
    moved = late.arms["left"].palm[0] - early.arms["left"].palm[0]
    assert moved == pytest.approx(0.5 * (late.belly.out_cm - early.belly.out_cm))


def test_a_flat_hand_lies_with_its_palm_where_it_is_told() -> None:
    leaning = of(arms={"hand": (40, 110), "fingers": "up", "faces": "forward"})
    hand = leaning.arms["right"].hand
    assert hand.up == pytest.approx((0, -1, 0))
    assert hand.right == pytest.approx((-1, 0, 0)), "the back of the hand looks at her"
    assert leaning.arms["right"].palm[:2] == pytest.approx((40, 110))


def test_a_hand_can_face_to_the_middle() -> None:
    for side, sign in (("right", 1), ("left", -1)):
        hand = of(arms={"hand": (30, 100), "fingers": "forward", "faces": "in"}).arms[side].hand
        assert hand.right[2] == pytest.approx(1), side
        assert hand.front[1] * sign == pytest.approx(sign * 1), "thumbs up"
