from __future__ import annotations

import json
from typing import Any

import polars as pl
import pytest

from carrywell.app.engine import open_engine
from carrywell.batch.reading import UnknownColumns, read_frame
from carrywell.knowledge.case_file import read_case_text
from carrywell.knowledge.faults import Faulty

KNOWLEDGE = open_engine().knowledge
WEEKS = {"about.weeks_pregnant": 30.0}

RIGHT: list[dict[str, Any]] = [
    {},
    {"answers.fever": "yes"},
    {"answers.fever": True},
    {"answers.low_mood_2w": "rather_not_say"},
    {"answers.blood_pressure_upper": 160},
    {"answers.blood_pressure_upper": "unsure"},
    {"answers.pain_nrs": 4, "pain.now": 4},
    {"answers.stage": 30},
    {"answers.arm_weakness_tingling": "no", "answers.arm_weak_new": "yes"},
    {"answers.arm_weakness_tingling": "yes", "answers.arm_hand_tingling": "no"},
    {"about.babies": 2.0},
    {"pain.sites": []},
    {"asked_on": "2026-11-22"},
    {"day.mopping": 0},
]
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"answers.fever": "maybe"}, "answers.fever: found 'maybe'; allowed: yes, no, unsure"),
    ({"answers.fever": "rather_not_say"}, "answers.fever: found 'rather_not_say'"),
    (
        {"answers.blood_pressure_upper": 300},
        "answers.blood_pressure_upper: found 300; allowed: a number from 60 to 260",
    ),
    ({"answers.blood_pressure_upper": "yes"}, "answers.blood_pressure_upper: found 'yes'"),
    ({"answers.pain_nrs": 4, "pain.now": 5}, "answers.pain_nrs and pain.now differ"),
    ({"answers.pain_nrs": 4.5}, "answers.pain_nrs: found 4.5; allowed: a whole number from 0 to 10"),
    ({"answers.stage": 29}, "answers.stage: found 29; allowed: the weeks of about"),
    ({"answers.arm_weakness_tingling": "yes", "answers.arm_weak_new": "no"}, "stands for answers.arm_weak_new"),
    ({"about.weeks_pregnant": 46.0}, "about.weeks_pregnant: found 46.0; allowed: a number from 0 to 45"),
    ({"about.weeks_pregnant": float("nan")}, "about.weeks_pregnant: found nan"),
    ({"about.weeks_postpartum": 2.0}, "exactly one of weeks_pregnant and weeks_postpartum is needed, both found"),
    ({"about.weeks_pregnant": None}, "exactly one of weeks_pregnant and weeks_postpartum is needed, neither found"),
    ({"about.birth": "vaginal"}, "about.birth is only allowed after the end of the pregnancy"),
    ({"about.age_years": 9}, "about.age_years: found 9; allowed: a number from 10 to 65"),
    ({"about.babies": 1.5}, "about.babies: found 1.5; allowed: a whole number from 1 to 6"),
    ({"pain.onset": "slow"}, "pain.onset: found 'slow'; allowed: sudden, gradual"),
    ({"pain.sites": ["nose"]}, "pain.sites: found ['nose']; allowed: a list of these, each at most once: upper_back"),
    ({"pain.sites": ["groin", "groin"]}, "pain.sites: found ['groin', 'groin']"),
    ({"pain.sites": "groin"}, "pain.sites: found 'groin'"),
    ({"history": ["fame"]}, "history: found ['fame']"),
    ({"day.mopping": 2000}, "day.mopping: found 2000; allowed: a number from 0 to 1440"),
    ({"asked_on": "22.11.2026"}, "asked_on: found '22.11.2026'; allowed: a day, written like 2026-11-22"),
    (
        {"about.weeks_pregnant": None, "about.weeks_postpartum": 2, "about.ended": "loss", "about.baby_with_me": "yes"},
        "baby_with_me: yes does not go with ended: loss",
    ),
]


def errors(*rows: dict[str, Any]) -> list[str | None]:
    names = dict.fromkeys(name for row in rows for name in row)
    frame = pl.DataFrame({name: pl.Series([row.get(name) for row in rows], strict=True) for name in names})
    return read_frame(frame, KNOWLEDGE).errors.to_list()


def is_right_in_a_file(row: dict[str, Any]) -> bool:
    case: dict[str, Any] = {}
    for name, value in row.items():
        part, _, key = name.partition(".")
        if value is not None:
            case.setdefault(part, {})[key] = value if key else None
            case |= {} if key else {part: value}
    try:
        read_case_text("case.yaml", json.dumps(case).replace("NaN", ".nan"), KNOWLEDGE)
    except Faulty:
        return False
    return True


@pytest.mark.parametrize("said", RIGHT, ids=str)
def test_what_a_case_file_may_say_a_row_may_say(said: dict[str, Any]) -> None:
    assert is_right_in_a_file({**WEEKS, **said})
    assert errors({**WEEKS, **said}) == [None]


@pytest.mark.parametrize(("said", "says"), WRONG, ids=str)
def test_what_a_case_file_refuses_is_refused_in_a_row(said: dict[str, Any], says: str) -> None:
    assert not is_right_in_a_file({**WEEKS, **said})
    (found,) = errors({**WEEKS, **said})
    assert found is not None
    assert says in found


def test_a_wrong_row_says_all_that_is_wrong_and_the_others_go_on() -> None:
    right, wrong, other = errors(
        {**WEEKS, "answers.fever": "no"},
        {**WEEKS, "answers.fever": "perhaps", "pain.now": 12},
        {**WEEKS, "answers.vomiting": "yes"},
    )
    assert (right, other) == (None, None)
    assert wrong == (
        "answers.fever: found 'perhaps'; allowed: yes, no, unsure; "
        "pain.now: found 12; allowed: a whole number from 0 to 10"
    )


def test_an_old_id_stands_for_its_parts() -> None:
    """Its no is a no to all of them; its yes means the most cautious; what was said of a part itself wins."""
    frame = pl.DataFrame(
        {
            "about.weeks_pregnant": [30.0] * 3,
            "answers.arm_weakness_tingling": ["no", "yes", "no"],
            "answers.arm_weak_new": [None, None, "yes"],
        }
    )
    cases = read_frame(frame, KNOWLEDGE).frame
    assert cases["answers.arm_weak_new"].to_list() == [1, 0, 0]
    assert cases["answers.arm_hand_tingling"].to_list() == [1, None, 1]


def test_the_pain_now_may_stand_among_the_answers() -> None:
    frame = pl.DataFrame({**WEEKS, "answers.pain_nrs": [7]})
    assert read_frame(frame, KNOWLEDGE).frame["pain.now"].to_list() == [7]


def test_a_column_that_no_case_has_is_a_fault_of_the_frame() -> None:
    with pytest.raises(UnknownColumns) as refused:
        read_frame(pl.DataFrame({**WEEKS, "answers.fevr": ["yes"], "wind": [3]}), KNOWLEDGE)
    fever, wind = str(refused.value).splitlines()
    assert fever.startswith("unknown column 'answers.fevr'; allowed: id, and the keys of a case file, dotted (near: ")
    assert "answers.fever" in fever
    assert wind == "unknown column 'wind'; allowed: id, and the keys of a case file, dotted"


def test_private_answers_are_not_even_checked() -> None:
    assert errors({**WEEKS, "answers.self_harm_thoughts": "whatever"}) == [None]
