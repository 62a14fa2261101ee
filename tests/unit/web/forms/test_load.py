"""The sliders of a task: read, and clamped to what the task takes, from whatever an address may hold."""

from __future__ import annotations

import pytest

from carrywell.app.engine import open_engine
from carrywell.model.case import About
from carrywell.web.forms.load import read_asked, sliders

TASKS = open_engine().knowledge.load_tasks


def asked(task: str = "bathing_tub", about: About | None = None, **sent: str) -> dict[str, object]:
    found = read_asked(sent, TASKS[task], about, "pregnant")
    return {name: getattr(found, name) for name in ("when", "weeks", "height_cm", "reach_cm", "load_kg")}


def test_without_a_word_it_is_the_usual_way_in_the_middle_of_a_pregnancy() -> None:
    assert asked() == {"when": "pregnant", "weeks": 24, "height_cm": 55, "reach_cm": 40, "load_kg": 4}


@pytest.mark.parametrize(
    ("name", "sent", "read"),
    [
        ("weeks", "99", 42),
        ("weeks", "-3", 1),
        ("weeks", "nan", 24),
        ("weeks", "inf", 24),
        ("weeks", "twelve", 24),
        ("height", "1e9", 110),
        ("height", "61.4", 61),
        ("reach", "0", 25),
        ("load", "3.26", 3.5),
        ("load", "0", 0.5),
        ("load", "500", 8),
    ],
)
def test_a_value_that_no_slider_has_becomes_the_nearest_or_the_usual(name: str, sent: str, read: float) -> None:
    field = {"weeks": "weeks", "height": "height_cm", "reach": "reach_cm", "load": "load_kg"}[name]
    assert asked(**{name: sent})[field] == read


def test_a_task_has_only_the_sliders_that_change_it() -> None:
    def names(task: str) -> list[str]:
        return [one.name for one in sliders(TASKS[task], read_asked({}, TASKS[task], None, "pregnant"))]

    assert names("standing") == ["weeks"]
    assert names("mopping_bent") == ["weeks", "load"]
    assert names("nappy_bed") == ["weeks", "height", "reach"]
    assert names("bathing_tub") == ["weeks", "height", "reach", "load"]


def test_her_own_week_is_where_the_slider_begins() -> None:
    hers = About(weeks_postpartum=9)
    assert (asked(about=hers)["when"], asked(about=hers)["weeks"]) == ("after", 9)
    assert asked(about=hers, when="pregnant", weeks="30")["when"] == "pregnant"


def test_on_the_other_clock_her_height_is_kept() -> None:
    hers = About(weeks_pregnant=30, height_cm=171)
    then = read_asked({"when": "after", "weeks": "3"}, TASKS["standing"], hers, "pregnant").of_her(hers)
    assert (then.weeks_pregnant, then.weeks_postpartum, then.height_cm) == (None, 3, 171)
