from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from carrywell.body.kinematics import skeleton
from carrywell.body.net_load import net_load
from carrywell.body.person import People, masses
from carrywell.body.posture import Angles, ImpossiblePosture, Load, Posture
from carrywell.body.spine import balancing_lean_deg, spine_load
from carrywell.body.unknowns import Unknowns
from tests.lib.refusals import refused

SHE = People(height_m=1.65, weight_before_kg=62, weeks_pregnant=24)
FIXED = Unknowns(lean_back=0.0, lordosis_deg=0.0)  # she does not lean back: the posture stays what it is

bent = st.builds(
    Angles,
    pelvis_tilt=st.floats(0, 35),
    lumbar_flexion=st.floats(0, 45),
    shoulder_flexion=st.floats(0, 80),
    elbow_flexion=st.floats(0, 60),
)


def compression(posture: Posture, people: People = SHE) -> float:
    return float(spine_load(posture, people, unknown=FIXED).compression_n)


@settings(deadline=None)
@given(bent, st.floats(0, 10), st.floats(0.5, 5))
def test_a_heavier_load_in_the_hands_never_loads_less(angles: Angles, kg: float, more: float) -> None:
    assume(skeleton(angles, np.asarray(1.65)).hands["left"][0] > 0)  # hands behind the disc would straighten her
    lighter, heavier = (Posture(angles, loads=(Load(each, "both_hands"),)) for each in (kg, kg + more))
    assert compression(heavier) >= compression(lighter) - 1e-3


@settings(deadline=None)
@given(st.floats(0, 20), st.floats(30, 75), st.floats(1, 10))
def test_the_same_load_further_away_never_loads_less(lumbar: float, raised: float, kg: float) -> None:
    near, far = (
        Posture(
            Angles(lumbar_flexion=lumbar, shoulder_flexion=raised, elbow_flexion=bend), loads=(Load(kg, "both_hands"),)
        )
        for bend in (60.0, 20.0)
    )
    hands = [skeleton(posture.angles, np.asarray(1.65)).hands["left"][0] for posture in (near, far)]
    assume(hands[1] >= hands[0] > 0)
    assert compression(far) >= compression(near) - 1e-3


@settings(deadline=None)
@given(bent, st.floats(0, 38), st.floats(1, 4))
def test_more_weeks_in_the_same_posture_never_load_less(angles: Angles, weeks: float, more: float) -> None:
    by_week = [compression(Posture(angles), replace(SHE, weeks_pregnant=each)) for each in (weeks, weeks + more)]
    assert by_week[1] >= by_week[0] - 1e-3


@settings(deadline=None)
@given(bent)
def test_a_hand_on_the_basin_never_loads_more(angles: Angles) -> None:
    without = compression(Posture(angles))
    for support in ("one_hand", "both_hands", "armrests", "thighs"):
        assert compression(Posture(angles, supports=(support,))) <= without + 1e-3  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.floats(-30, 10), st.floats(0, 20), st.floats(5, 45), st.floats(0, 90))
def test_hands_on_the_thighs_carry_no_more_than_forearms_and_hands(
    pelvis: float, lumbar: float, raised: float, bend: float
) -> None:
    angles = Angles(pelvis_tilt=pelvis, lumbar_flexion=lumbar, shoulder_flexion=raised, elbow_flexion=bend)
    people = masses(SHE)
    body = skeleton(angles, np.asarray(1.65))
    without, with_them = (
        net_load(Posture(angles, "sitting", supports=supports), body, people, "L4/L5") for supports in ((), ("thighs",))
    )
    carried = with_them.force_n - without.force_n
    assert np.linalg.norm(carried) <= (people.parts["forearm"] + people.parts["hand"]) * 9.81 + 1e-6
    assert with_them.moment_nm[1] <= without.moment_nm[1] + 1e-9


def test_hands_on_the_thighs_carry_most_of_forearms_and_hands_and_leave_the_least_to_hold() -> None:
    """By hand for one arm: the push whose moments about elbow and shoulder have the smallest sum of squares."""
    angles = Angles(pelvis_tilt=-10, lumbar_flexion=12, shoulder_flexion=20, elbow_flexion=30)
    people = People(height_m=1.65, weight_before_kg=62, weight_kg=62)
    body, parts = skeleton(angles, np.asarray(1.65)), masses(people).parts
    upper, fore, hand = (float(parts[name]) * 9.81 / 2 for name in ("upper_arm", "forearm", "hand"))

    def ahead(at: np.ndarray, of: np.ndarray) -> float:
        return float(at[0] - of[0])

    elbow, shoulder = body.joints["elbow_left"], body.joints["shoulder_left"]
    at_elbow = fore * ahead(body.places["forearm_left"], elbow) + hand * ahead(body.hands["left"], elbow)
    at_shoulder = upper * ahead(body.places["upper_arm_left"], shoulder)
    at_shoulder += fore * ahead(body.places["forearm_left"], shoulder) + hand * ahead(body.hands["left"], shoulder)
    pushes = np.linspace(0, fore + hand, 2001)
    left = (at_elbow - pushes * ahead(body.hands["left"], elbow)) ** 2
    left += (at_shoulder - pushes * ahead(body.hands["left"], shoulder)) ** 2
    free, carried = (
        net_load(Posture(angles, "sitting", supports=supports), body, masses(people), "L4/L5").force_n
        for supports in ((), ("thighs",))
    )
    found = float(np.linalg.norm(carried - free)) / 2
    assert found == pytest.approx(pushes[left.argmin()], abs=0.02)
    assert 0.5 * (fore + hand) < found < fore + hand


@settings(deadline=None)
@given(st.floats(0, 20), st.floats(0, 20), st.floats(0, 30), st.floats(0, 8))
def test_a_mirrored_posture_has_the_mirrored_load(side: float, twist: float, lumbar: float, kg: float) -> None:
    right = Posture(Angles(side_bend=side, twist=twist, lumbar_flexion=lumbar), loads=(Load(kg, "right_hand"),))
    left = Posture(Angles(side_bend=-side, twist=-twist, lumbar_flexion=lumbar), loads=(Load(kg, "left_hand"),))
    one, other = spine_load(right, SHE), spine_load(left, SHE)
    assert one.compression_n == pytest.approx(other.compression_n, rel=1e-6)
    assert one.shear_n == pytest.approx(other.shear_n, abs=1e-3)


def test_standing_by_hand() -> None:
    """No muscle but two equal ones behind could be right by paper; here the sum itself: weight, muscles, pressure."""
    people = People(height_m=1.65, weight_before_kg=62, weight_kg=62)
    found = spine_load(Posture(), people)
    parts = masses(people).parts
    names = ("head", "upper_trunk", "middle_trunk", "abdomen_low", "upper_arm", "forearm", "hand")
    weight = sum(float(parts[name]) for name in names) * 9.81
    assert found.compression_n > weight * np.cos(np.radians(12))
    assert found.compression_n < weight + found.forces_n.sum()


def test_the_moment_is_weight_times_arm() -> None:
    """Ten kilograms in hands straight ahead, against none."""
    angles = Angles(shoulder_flexion=90)
    hand = skeleton(angles, np.asarray(1.65)).hands["left"][0]
    without = spine_load(Posture(angles), SHE, unknown=FIXED).moment_nm
    with_load = spine_load(Posture(angles, loads=(Load(10, "both_hands"),)), SHE, unknown=FIXED).moment_nm
    assert with_load - without == pytest.approx(10 * 9.81 * hand)


def test_the_lower_disc_carries_more() -> None:
    """Bent, the moment; in any posture the forward shear, since it is tilted further."""
    bent_forward = Posture(Angles(pelvis_tilt=10, lumbar_flexion=30, shoulder_flexion=40))
    upper, lower = spine_load(bent_forward, SHE), spine_load(bent_forward, SHE, "L5/S1")
    assert lower.moment_nm > upper.moment_nm
    assert lower.shear_n > upper.shear_n
    assert spine_load(Posture(), SHE, "L5/S1").shear_n > spine_load(Posture(), SHE).shear_n


def test_pillows_carry_nothing_here() -> None:
    on_side = Posture(stance="lying_side")
    assert compression(replace(on_side, supports=("pillow_knees",))) == compression(on_side)
    assert compression(Posture(supports=("pillow_bump",))) == compression(Posture())


def test_beyond_strength_is_said() -> None:
    held = Posture(Angles(shoulder_flexion=85), loads=(Load(80, "both_hands"),))
    assert spine_load(held, SHE).beyond_strength
    assert not spine_load(Posture(), SHE).beyond_strength


def test_leaning_back_with_a_belly_takes_load_off() -> None:
    leans = spine_load(
        Posture(), replace(SHE, weeks_pregnant=38), unknown=Unknowns(lean_back=np.array([0.0, 0.5, 1.0]))
    )
    assert np.all(np.diff(leans.compression_n) < 0)


def test_she_leans_back_by_a_few_degrees_at_the_end_and_not_at_all_before() -> None:
    late = replace(SHE, weeks_pregnant=39)
    assert 2 < balancing_lean_deg(late, masses(late)) < 8
    before = People(height_m=1.65, weight_kg=62)
    assert balancing_lean_deg(before, masses(before)) == 0


def test_lying_carries_little_and_a_baby_in_front_more_than_standing() -> None:
    lying, standing = compression(Posture(stance="lying_side")), compression(Posture())
    with_baby = compression(Posture(loads=(Load(5, "front"),)))
    assert lying < 0.5 * standing < standing < with_baby


def test_postures_people_and_draws_broadcast() -> None:
    people = replace(SHE, weeks_pregnant=np.array([10.0, 38.0])[:, None])
    posture = Posture(Angles(lumbar_flexion=np.array([0.0, 20.0, 40.0])))
    together = spine_load(posture, people).compression_n
    assert together.shape == (2, 3)
    alone = spine_load(Posture(Angles(lumbar_flexion=40.0)), replace(SHE, weeks_pregnant=38.0)).compression_n
    assert together[1, 2] == pytest.approx(float(alone))


@pytest.mark.parametrize(
    ("angles", "says"),
    [
        ({"lumbar_flexion": 90}, "lumbar_flexion: found 90; allowed: -35 to 75 degrees"),
        ({"elbow_flexion": -5}, "elbow_flexion: found -5"),
        ({"twist": float("nan")}, "twist: found nan"),
    ],
)
def test_an_impossible_angle(angles: dict[str, float], says: str) -> None:
    with refused(ImpossiblePosture, says):
        Angles(**angles)


@pytest.mark.parametrize("kg", [-1, 500, float("nan")])
def test_an_impossible_load(kg: float) -> None:
    with refused(ImpossiblePosture, "kg: found"):
        Load(kg, "both_hands")
