from __future__ import annotations

import pytest

from carrywell.app.engine import Engine, open_engine
from carrywell.app.load import UnknownTask, as_json, as_text, load_of_posture, load_of_task, task_list
from carrywell.body.person import ImpossibleBody
from carrywell.body.unknowns import NAMES
from carrywell.model.posture_parts import PostureAbout, PostureFile
from tests.lib.refusals import refused


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine()


def test_the_list_has_every_task_in_its_order(engine: Engine) -> None:
    found = [each["task"] for each in task_list(engine, engine.voice())]
    assert set(found) == set(engine.knowledge.load_tasks)
    assert found[0] == "standing"


def test_an_unknown_task_says_which_there_are(engine: Engine) -> None:
    with refused(UnknownTask, "unknown task 'flying'; allowed: standing, "):
        load_of_task(engine, "flying")


def test_later_in_pregnancy_the_same_task_presses_more(engine: Engine) -> None:
    early, late = (
        load_of_task(engine, "sink_bent", PostureAbout(weeks_pregnant=weeks, weight_before_pregnancy_kg=60))
        for weeks in (10, 38)
    )
    assert late.found.middle["compression_n"] > early.found.middle["compression_n"]


def test_her_own_weight_counts(engine: Engine) -> None:
    light, heavy = (load_of_task(engine, "mopping_bent", PostureAbout(weight_kg=kg)) for kg in (55, 85))
    assert heavy.found.middle["compression_n"] > light.found.middle["compression_n"]


def test_numbers_that_make_no_body(engine: Engine) -> None:
    with pytest.raises(ImpossibleBody):
        load_of_task(engine, "standing", PostureAbout(weeks_pregnant=39, weight_kg=45, weight_before_pregnancy_kg=95))


def test_people_read_the_share_first_and_newtons_last(engine: Engine) -> None:
    lines = as_text(engine, load_of_task(engine, "nappy_bed", PostureAbout(weeks_postpartum=6)), engine.voice())
    assert lines[0].startswith("Changing the baby on a low bed, standing: ")
    assert "% of what your back carries in relaxed standing" in lines[0]
    assert next(at for at, line in enumerate(lines) if " N" in line) >= 3
    assert lines[-1].startswith("Load is not pain.")


def test_nothing_known_of_her_is_said(engine: Engine) -> None:
    assert any("middle size" in line for line in as_text(engine, load_of_task(engine, "standing"), engine.voice()))
    hers = load_of_task(engine, "standing", PostureAbout(weeks_pregnant=20))
    assert not any("middle size" in line for line in as_text(engine, hers, engine.voice()))


def test_beyond_strength_is_said(engine: Engine) -> None:
    own = PostureFile.model_validate({"angles": {"shoulder_flexion": 85}, "loads": [{"kg": 80, "at": "both_hands"}]})
    loaded = load_of_posture(own)
    assert as_json(loaded, engine.voice())["beyond_strength"]
    assert any("at least this" in line for line in as_text(engine, loaded, engine.voice()))


def test_whatever_matters_most_has_its_words(engine: Engine) -> None:
    assert [name for name in (*NAMES, "times_standing") if not engine.voice().has(f"load.depends.{name}")] == []
