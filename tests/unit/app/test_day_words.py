from __future__ import annotations

import pytest

from carrywell.app.day import weigh_day
from carrywell.app.day_words import as_json, as_text
from carrywell.app.engine import Engine, open_engine
from carrywell.body.day import Help
from carrywell.model.case import About, Case

ABOUT = About(weeks_pregnant=34)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return open_engine()


def _lines(engine: Engine, help_: Help, **day: float) -> list[str]:
    return as_text(engine, weigh_day(engine, Case(about=ABOUT, day=day), help_), engine.voice())


def test_an_empty_day_is_said_plainly(engine: Engine) -> None:
    assert _lines(engine, Help(60)) == [engine.voice().phrase("day_load.empty")]


def test_no_help_is_said_plainly(engine: Engine) -> None:
    assert engine.voice().phrase("day_load.nothing") in _lines(engine, Help(), mopping=30)


def test_what_to_hand_over_to_do_otherwise_and_to_break_up(engine: Engine) -> None:
    lines = _lines(engine, Help(15, 10, 1), mopping=30, cooking=60)
    assert any(line.startswith("  Mopping or scrubbing floors: ") and line.endswith("(30 minutes).") for line in lines)
    assert "  Hand over mopping or scrubbing floors: 15 minutes." in lines
    assert "  Cooking and washing up: washing up at a worktop of your height." in lines
    assert "  Cooking and washing up: 2 breaks of 5 minutes." in lines
    assert any(line.startswith("The day's load falls by ") for line in lines)
    assert lines[-1].startswith("Load is not pain.")


def test_all_of_a_task_and_a_count_of_times(engine: Engine) -> None:
    assert "  Hand over mopping or scrubbing floors, all of it." in _lines(engine, Help(60), mopping=30)
    assert "  Hand over reaching up to high shelves: 50 times." in _lines(engine, Help(10), reaching_up=100)


def test_what_was_left_out_is_named(engine: Engine) -> None:
    """Of the floor nothing is known of her that would make kneeling clearly fine."""
    left = [line for line in _lines(engine, Help(), laundry=20) if line.startswith("Left out, ")]
    assert left == [
        engine.voice().phrase("day_load.left_out", list="lifting a wet basket from the floor with bent knees")
    ]


def test_programs_get_the_greatest_fall_first(engine: Engine) -> None:
    case = Case(about=ABOUT, day={"mopping": 30, "cooking": 60, "lifting_child": 10})
    found = as_json(engine, weigh_day(engine, case, Help(20, 10, 1)), engine.voice())
    falls = [each["falls_by"] for each in found["best"]]
    assert falls == sorted(falls, reverse=True)
    assert sum(falls) == pytest.approx(found["falls_by"], abs=1e-3)
    assert found["low"]["falls_by"] <= found["falls_by"] <= found["high"]["falls_by"]
    assert sum(each["share"] for each in found["tasks"]) == pytest.approx(1, abs=1e-3)
    assert found["lifts"]["damage"] > 0
    assert found["help"]["spell_minutes"] == 20
