"""Where a knee or elbow is, when both ends of the limb are known."""

from __future__ import annotations

import pytest

from carrywell.figure.limb import OutOfReach, joint_between
from carrywell.figure.vector import Vec, distance, dot, sub

HIP: Vec = (0.0, 80.0, 0.0)


@pytest.mark.parametrize("end", [(0, 10, 0), (20, 20, 5), (-30, 60, -10), (10, 95, 0)])
def test_both_bones_keep_their_length(end: Vec) -> None:
    joint, reached, _ = joint_between(HIP, end, 35.0, 41.0, (1, 0, 0), "foot")
    assert distance(HIP, joint) == pytest.approx(35.0)
    assert distance(joint, reached) == pytest.approx(41.0)
    assert reached == pytest.approx(end)


def test_the_joint_bends_to_where_it_is_told() -> None:
    forward, _, out = joint_between(HIP, (0, 20, 0), 35.0, 41.0, (1, 0, 0), "foot")
    backward, _, _ = joint_between(HIP, (0, 20, 0), 35.0, 41.0, (-1, 0, 0), "foot")
    assert forward[0] > 5 > -5 > backward[0]
    assert dot(out, sub((0, 20, 0), HIP)) == pytest.approx(0)


def test_a_direction_along_the_limb_still_gives_a_joint() -> None:
    joint, _, _ = joint_between(HIP, (0, 20, 0), 35.0, 41.0, (0, 1, 0), "foot")
    assert distance(HIP, joint) == pytest.approx(35.0)


def test_a_limb_may_be_a_few_millimetres_too_short() -> None:
    joint, reached, _ = joint_between(HIP, (0, 3.8, 0), 35.0, 41.0, (1, 0, 0), "foot")
    assert distance(reached, (0, 3.8, 0)) < 0.4
    assert joint[0] == pytest.approx(0, abs=0.1)


def test_what_is_out_of_reach_is_refused_with_the_distances() -> None:
    with pytest.raises(OutOfReach, match=r"a_pose: left foot: 80.0 cm away; she reaches 76.0 cm"):
        joint_between(HIP, (0, 0, 0), 35.0, 41.0, (1, 0, 0), "a_pose: left foot")


def test_a_place_on_the_root_itself_gives_numbers() -> None:
    joint, _, _ = joint_between(HIP, HIP, 35.0, 35.0, (1, 0, 0), "hand")
    assert distance(HIP, joint) == pytest.approx(35.0)
