from __future__ import annotations

import polars as pl
import pytest

from carrywell.app.engine import open_engine
from carrywell.batch import decide
from carrywell.batch.decide import ManyCases
from carrywell.decide.assess import COUNTS_AS_NO

ENGINE = open_engine()
MANY = ManyCases(ENGINE.knowledge, ENGINE.book, COUNTS_AS_NO)


def test_a_frame_in_and_a_frame_out_row_for_row() -> None:
    found = MANY.decide(
        pl.DataFrame({"about.weeks_pregnant": [30, 30], "answers.fever": ["yes", "no"]}), "care.because"
    )
    assert found.to_dicts() == [
        {
            "care.level": "same_day_maternity",
            "care.doors": ["maternity_unit"],
            "care.because": ["fever"],
            "pain_class.likely": "unclear",
            "error": None,
        },
        {
            "care.level": "routine",
            "care.doors": ["midwife_or_gp"],
            "care.because": [],
            "pain_class.likely": "unclear",
            "error": None,
        },
    ]


def test_a_wrong_row_has_its_reason_and_nothing_else() -> None:
    frame = pl.DataFrame({"id": ["a", "b", "c"], "about.weeks_pregnant": [30.0, 50.0, 20.0]})
    found = MANY.decide(frame, "care.rules")
    assert found["id"].to_list() == ["a", "b", "c"]
    assert found["care.level"].to_list() == ["routine", None, "routine"]
    assert found["care.rules"].to_list() == [[], None, []]
    assert found["error"].to_list() == [None, "about.weeks_pregnant: found 50.0; allowed: a number from 0 to 45", None]


def test_private_answers_come_into_no_column() -> None:
    with_it = {"about.weeks_pregnant": [30], "answers.self_harm_thoughts": ["yes"]}
    found = MANY.decide(pl.DataFrame(with_it), "care.rules")
    assert found.equals(MANY.decide(pl.DataFrame({"about.weeks_pregnant": [30]}), "care.rules"))


def test_no_row_gives_no_row() -> None:
    found = MANY.decide(pl.DataFrame({"about.weeks_pregnant": []}, schema={"about.weeks_pregnant": pl.Float64}))
    assert found.height == 0
    assert found.columns == ["care.level", "care.doors", "pain_class.likely", "error"]


def test_rows_that_say_nothing_at_all() -> None:
    found = MANY.decide(pl.DataFrame({"id": [1, 2]}))
    assert found["id"].to_list() == [1, 2]
    assert all("neither found" in error for error in found["error"])


def test_the_order_of_rows_does_not_hang_on_how_many_are_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    levels = ["yes", "no", "unsure", None] * 5
    frame = pl.DataFrame({"about.weeks_pregnant": [30] * 20, "answers.cannot_walk": levels, "id": range(20)})
    at_once = MANY.decide(frame, "care.rules")
    monkeypatch.setattr(decide, "ROWS_AT_ONCE", 3)
    assert MANY.decide(frame, "care.rules").equals(at_once)
