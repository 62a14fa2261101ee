"""A task in another week, at another height or reach, with another load."""

from __future__ import annotations

import numpy as np
import pytest

from carrywell.app.engine import Engine, open_engine
from carrywell.app.load import Loaded, WrongQuestion, as_json, as_text, load_of
from carrywell.body.reach import OutOfReach
from carrywell.model.posture_parts import PostureAbout
from tests.lib.refusals import refused

SHE = PostureAbout(weeks_pregnant=20, height_cm=163, weight_before_pregnancy_kg=60)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine()


def _share(found: Loaded) -> float:
    return found.found.middle["relative_to_standing"]


def test_a_lower_table_loads_more_and_a_further_reach_too(engine: Engine) -> None:
    high, low = (load_of(engine, "nappy_table", SHE, working_height_cm=cm) for cm in (95, 65))
    near, far = (load_of(engine, "nappy_table", SHE, reach_cm=cm) for cm in (30, 55))
    assert _share(low) > 1.5 * _share(high)
    assert _share(far) > _share(near)


def test_what_is_not_asked_is_as_usual(engine: Engine) -> None:
    usual = load_of(engine, "nappy_table", SHE)
    assert usual.at_cm == (95, 35)
    assert _share(usual) == _share(load_of(engine, "nappy_table", SHE, working_height_cm=95, reach_cm=35))


def test_weeks_take_the_place_of_hers(engine: Engine) -> None:
    later = load_of(engine, "child_front", SHE, weeks=38).found.middle["compression_n"]
    assert later > load_of(engine, "child_front", SHE).found.middle["compression_n"]
    after = PostureAbout(weeks_postpartum=2)
    assert (
        load_of(engine, "standing", after, weeks=30).found
        == load_of(engine, "standing", PostureAbout(weeks_postpartum=30)).found
    )


def test_a_heavier_load_is_all_that_is_held(engine: Engine) -> None:
    found = load_of(engine, "bags_both_hands", SHE, load_kg=12)
    assert [float(np.asarray(load.kg)) for load in found.posture.loads] == [6, 6]
    assert _share(found) > _share(load_of(engine, "bags_both_hands", SHE, load_kg=2))
    assert _share(load_of(engine, "child_front", SHE, load_kg=0)) < _share(load_of(engine, "child_front", SHE))


@pytest.mark.parametrize(
    ("task", "asked", "says"),
    [
        ("nappy_table", {"working_height_cm": 300}, "working_height_cm: found 300; allowed: 50 to 110"),
        ("nappy_table", {"reach_cm": float("nan")}, "reach_cm: found nan; allowed: 25 to 55"),
        (
            "standing",
            {"working_height_cm": 90},
            "working_height_cm: found 90; allowed: none, as the posture of standing",
        ),
        ("standing", {"load_kg": 3}, "load_kg: found 3; allowed: none, as nothing is held in standing"),
        ("child_front", {"load_kg": 31}, "load_kg: found 31; allowed: 0 to 30"),
        ("child_front", {"weeks": 46}, "weeks: found 46; allowed: 0 to 45"),
    ],
)
def test_a_value_that_the_task_does_not_take(engine: Engine, task: str, asked: dict[str, float], says: str) -> None:
    with refused(WrongQuestion, says) as found:
        load_of(engine, task, SHE, **asked)
    assert isinstance(found.value, WrongQuestion)
    assert found.value.name == next(iter(asked))


def test_weeks_after_birth_have_their_own_end_and_a_man_has_none(engine: Engine) -> None:
    with refused(WrongQuestion, "weeks: found 200; allowed: 0 to 156"):
        load_of(engine, "standing", PostureAbout(weeks_postpartum=2), weeks=200)
    with refused(WrongQuestion, "weeks: found 3; allowed: none for a man"):
        load_of(engine, "standing", PostureAbout(sex="male"), weeks=3)


def test_a_very_small_woman_may_not_get_there(engine: Engine) -> None:
    with refused(OutOfReach, "allowed: a place nearer to her"):
        load_of(engine, "desk_arms_free", PostureAbout(height_cm=100), reach_cm=60, working_height_cm=95)


def test_where_the_hands_are_is_told_to_programs_and_people(engine: Engine) -> None:
    found = load_of(engine, "nappy_table", SHE, working_height_cm=80)
    told = as_json(found, engine.voice())["posture"]
    assert (told["working_height_cm"], told["reach_cm"]) == (80, 35)
    assert told["angles"]["lumbar_flexion"] > 5
    assert "Here your hands work 80 cm above the floor, 35 cm ahead of your hips." in as_text(
        engine, found, engine.voice()
    )
    heavier = as_text(engine, load_of(engine, "child_front", SHE, load_kg=14.5), engine.voice())
    assert "Here you hold 14.5 kg." in heavier
