"""The poses of the knowledge base: she stands on her feet, lies on the bed, holds what she lifts, crosses nothing."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

import pytest

from carrywell.figure.draw import CAMERAS
from carrywell.figure.proportions import Body
from carrywell.figure.props import sketched
from carrywell.figure.skeleton import SIDES, Skeleton
from carrywell.figure.vector import Vec, distance, mix
from carrywell.model.pose import LONG, OF_A_BABY, Pose, Prop
from tests.lib.figure import BODIES, POSES, built, centre_of_mass, depth_in_trunk, lowest_of_trunk, lowest_sole
from tests.lib.published_cases import SHARED

# Exercise of the care evidence -> how it begins and how it ends.
EXERCISES = {
    "pelvic_tilt_wall": ("tilt_wall_start", "tilt_wall_end"),
    "pelvic_tilt_fours": ("all_fours", "tilt_fours_end"),
    "pelvic_tilt_sit": ("tilt_sit_start", "tilt_sit_end"),
    "pelvic_tilt_crook": ("crook_lying", "tilt_crook_end"),
    "pelvic_tilt_side": ("tilt_side_start", "tilt_side_end"),
    "cat_cow": ("all_fours", "cat_end"),
    "fours_rest": ("all_fours", "kneeling_ball_lean"),
    "bird_dog": ("all_fours", "bird_dog_slide"),
    "clam": ("clam_start", "clam_end"),
    "side_leg_lift": ("side_leg_start", "side_leg_end"),
    "bridge": ("bridge_start", "bridge_end"),
    "wall_squat": ("wall_squat_start", "wall_squat_end"),
    "sit_to_stand_ex": ("sit_to_stand_start", "sit_to_stand_end"),
    "ball_circles": ("ball_circle", "ball_circle_other"),
    "ball_march": ("ball_sit", "ball_march_end"),
    "tra": ("tra_start", "tra_end"),
    "pfm": ("sit_tall", "pelvic_floor_sit"),
    "breath": ("breath_in", "breath_out"),
    "child_pose": ("all_fours", "child_pose"),
    "side_stretch": ("side_stretch_start", "side_stretch_end"),
    "forward_stretch": ("forward_stretch_start", "forward_stretch_end"),
    "hip_flexor": ("half_kneel_start", "half_kneel_end"),
    "piriformis": ("figure_four_start", "figure_four_end"),
    "wall_stretch": ("wall_stretch_start", "wall_stretch_end"),
    "wall_pushup": ("wall_push_start", "wall_push_end"),
    "glute_squeeze": ("stand_tall", "glute_squeeze"),
    "lat_pull": ("lat_pull_start", "lat_pull_end"),
    "adductor_squeeze": ("cushion_squeeze_start", "cushion_squeeze_end"),
    "walk": ("walking", "walking_next"),
    "aqua": ("aqua_start", "aqua_end"),
    "bike": ("bike_start", "bike_end"),
    "calf": ("calf_pump", "calf_stretch"),
    "pmr": ("lying_left_pillows", "half_sitting"),
    "yoga_class": ("yoga_start", "yoga_end"),
    "pilates_class": ("all_fours", "bird_dog_end"),
    "heel_slide": ("crook_lying", "heel_slide_end"),
    "knee_rolls": ("knee_roll_start", "knee_roll_end"),
    "curl_up": ("crook_lying", "curl_up_end"),
    "hip_hinge": ("hip_hinge_start", "hip_hinge_end"),
    "log_roll": ("bed_out_1", "bed_out_2"),
}
LEANING = {  # part of the weight is on a wall or a stool
    "tilt_wall_start", "tilt_wall_end", "wall_squat_start", "wall_squat_end", "wall_squat_low", "wall_push_end",
    "washing_up",
}  # fmt: skip
HELD = (LONG | OF_A_BABY | {"box", "shopping_bag", "iron", "pan"}) - {"arrow", "carrier", "cot"}


def test_every_exercise_of_the_evidence_has_a_start_and_an_end() -> None:
    used = {name for pair in EXERCISES.values() for name in pair}
    assert used - POSES.keys() == set()
    path = SHARED / "evidence" / "care.yaml"
    if not path.is_file():
        pytest.skip("the evidence on care is not beside the project")
    ids = {line.split(": ")[1] for line in _exercises(path.read_text(encoding="utf-8"))}
    assert ids == EXERCISES.keys()


def _exercises(text: str) -> list[str]:
    part = text.partition("\nexercises:\n")[2].partition("\nmassage:\n")[0]
    return [line for line in part.splitlines() if line.startswith("- id: ")]


def test_start_and_end_are_different_pictures() -> None:
    assert [name for name, (start, end) in EXERCISES.items() if start == end] == []


def wrong(told: Callable[[Pose, Skeleton, Body], object], *stances: str) -> dict[tuple[str, str], object]:
    """What is told of each pose at each week; None is right. With `stances`, of poses of these stances only."""
    found = {}
    for name, pose in POSES.items():
        for body, weeks in BODIES.items():
            if pose.suits(weeks.weeks_pregnant) and (not stances or pose.stance in stances):
                said = told(pose, built(name, body), weeks)
                if said is not None:
                    found[name, body] = said
    return found


def test_feet_stand_on_the_floor_or_on_what_is_under_them() -> None:
    """Within a centimetre; a foot in the air is more than that above both."""

    def told(pose: Pose, her: Skeleton, _body: Body) -> object:
        under = [0.0, *(prop.at[1] for prop in pose.props if prop.kind == "foot_stool")]
        soles = lowest_sole(her).values()
        stands = [any(abs(sole - top) <= 1 for top in under) for sole in soles]
        return None if any(stands) and min(soles) > -1 else dict(lowest_sole(her))

    assert wrong(told, "standing", "walking", "rising") == {}


def test_she_carries_her_weight_over_her_feet() -> None:
    def told(pose: Pose, her: Skeleton, body: Body) -> object:
        x, _, z = centre_of_mass(her, body)
        soles = lowest_sole(her)
        down = [leg for side, leg in her.legs.items() if soles[side] < min(soles.values()) + 2]
        along = min(leg.heel[0] for leg in down) <= x <= max(leg.ball[0] for leg in down) + 6
        aside = min(leg.ankle[2] for leg in down) - 4 <= z <= max(leg.ankle[2] for leg in down) + 4
        return None if (along and aside) or pose.id in LEANING else (x, z)

    assert wrong(told, "standing") == {}


def test_no_leg_goes_through_the_other() -> None:
    def told(_pose: Pose, her: Skeleton, _body: Body) -> object:
        left, right = (her.legs[side] for side in SIDES)
        bones = [((leg.hip, leg.knee), (leg.knee, leg.ankle)) for leg in (left, right)]
        nearest = min(_nearest(a, b) for a in bones[0] for b in bones[1])
        return None if nearest > 6 else nearest

    assert wrong(told, "standing") == {}


def _nearest(a: tuple[Vec, Vec], b: tuple[Vec, Vec]) -> float:
    shares = [step / 12 for step in range(13)]
    return min(distance(mix(*a, s), mix(*b, t)) for s in shares for t in shares)


def test_no_arm_goes_through_her_trunk_or_belly() -> None:
    """Elbows, wrists and palms may press in by less than three centimetres."""

    def told(_pose: Pose, her: Skeleton, _body: Body) -> object:
        joints = [place for arm in her.arms.values() for place in (arm.elbow, arm.wrist, arm.palm)]
        deepest = max(depth_in_trunk(her, place) for place in joints)
        return None if deepest < 2.8 else deepest

    assert wrong(told) == {}


def test_lying_she_lies_on_the_bed_or_mat() -> None:
    def told(pose: Pose, her: Skeleton, _body: Body) -> object:
        tops = [prop.at[1] for prop in pose.props if prop.kind in ("bed", "mat")]
        return None if not tops or abs(lowest_of_trunk(her) - tops[0]) <= 1.6 else lowest_of_trunk(her) - tops[0]

    assert wrong(told, "lying_back", "lying_side") == {}


def test_her_hands_are_at_what_she_holds() -> None:
    """One of them at least within 2.5 cm of the drawing of the thing."""

    def told(pose: Pose, her: Skeleton, _body: Body) -> object:
        eye = CAMERAS[pose.views[0]]
        palms = [eye.flat(arm.palm) for arm in her.arms.values()]
        far = {}
        for prop in pose.props:
            if prop.kind in HELD:
                drawn = sketched(prop, her, eye).points
                xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
                away = min(hypot(max(min(xs) - x, x - max(xs), 0), max(min(ys) - y, y - max(ys), 0)) for x, y in palms)
                if away > 2.5:
                    far[prop.kind] = away
        return far or None

    assert wrong(told) == {}


def test_lying_flat_on_the_back_ends_by_28_weeks() -> None:
    """Short exercises until 28 weeks, resting until about 16 (care evidence: half_lying, ex_supine, bridge)."""
    flat = {name: pose.not_after_weeks for name, pose in POSES.items() if pose.stance == "lying_back"}
    assert len(flat) >= 8
    assert {name: weeks for name, weeks in flat.items() if weeks is None or weeks > 28} == {}
    assert flat["lying_back"] == 16
    assert not POSES["lying_back"].suits(17)
    assert POSES["lying_back"].suits(16)
    assert POSES["lying_back"].suits(None), "after birth"


def test_the_description_is_a_sentence_about_a_woman_and_tells_the_view() -> None:
    for name, pose in POSES.items():
        alt = pose.alt.english
        assert alt.startswith(("A woman ", "Seen from ")), name
        assert alt.endswith("."), name
        assert len(alt) <= 150, name
        if pose.views[0] != "side":
            assert alt.startswith("Seen from") or pose.group in ("rest", "body"), name


def test_a_picture_with_a_child_in_it_can_be_told() -> None:
    """Such pictures are not shown to a woman whose baby is not with her."""
    told = {
        name
        for name, pose in POSES.items()
        if any(w in pose.alt.english.lower() for w in (" baby", "toddler", "child", "pram"))
    }
    assert {name for name in told if not POSES[name].shows_baby} <= {"child_pose", "bathing_kneeling"}
    assert {"carry_baby_front", "pram_low", "cot_better"} <= {name for name, pose in POSES.items() if pose.shows_baby}


def test_every_kind_of_thing_is_used() -> None:
    kinds = set(Prop.model_fields["kind"].annotation.__args__)  # type: ignore[union-attr]
    assert kinds - {prop.kind for pose in POSES.values() for prop in pose.props} == set()
    assert kinds >= OF_A_BABY
