from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.lift import as_json, as_text, judge_lift
from carrywell.body.lifting import Lift
from carrywell.model.text import Voice

CLOSE = Lift(30, 75, 25, per_minute=0.1)


@pytest.fixture(scope="module")
def voice() -> Voice:
    return open_engine().voice()


def test_every_null_has_its_reason(voice: Voice) -> None:
    for lift, load, weeks in ((CLOSE, None, None), (Lift(70, 75, 25), 5, 30), (Lift(40, 75, 25), None, 10)):
        found = as_json(judge_lift(lift, load, weeks), voice)
        nulls = [key for key, value in found.items() if value is None]
        assert nulls
        assert set(nulls) <= set(found["reasons"])


def test_a_limit_says_where_it_is_from(voice: Voice) -> None:
    found = as_json(judge_lift(CLOSE, 8, 30), voice)
    assert found["pregnancy_limit_kg"] == 11.8
    assert "NIOSH" in found["reasons"]["pregnancy_limit_kg"]


def test_people_read_the_same_numbers(voice: Voice) -> None:
    text = "\n".join(as_text(judge_lift(CLOSE, 8, 30), voice))
    assert "19.2 kg" in text
    assert "11.8 kg" in text
    assert "0.4 times" in text


def test_people_read_why_there_is_no_number(voice: Voice) -> None:
    nothing = as_text(judge_lift(Lift(70, 75, 25), 5, 30), voice)
    assert "The equation allows no lift here." in nothing
    assert "At work, in pregnancy: no number." in nothing


def test_without_a_week_nothing_is_said_of_pregnancy(voice: Voice) -> None:
    assert not any("pregnan" in line for line in as_text(judge_lift(CLOSE), voice))
