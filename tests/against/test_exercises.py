"""The exercises against the care evidence: all forty, with its dose, stages, contraindications and sources."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest
import yaml

from carrywell.app.engine import open_engine
from carrywell.knowledge.contraindications import closes
from carrywell.model.exercise import Exercise
from carrywell.model.stage import Stage
from tests.against.test_contraindications import entries
from tests.kb.test_poses import EXERCISES as POSES
from tests.lib.published_cases import SHARED

CARE = SHARED / "evidence" / "care.yaml"
pytestmark = pytest.mark.skipif(
    not CARE.is_file(), reason="shared/evidence is not beside this project, so nothing to compare"
)

KNOWLEDGE = open_engine().knowledge
STAGES = {
    "t1": {Stage.FIRST_TRIMESTER},
    "t2": {Stage.SECOND_TRIMESTER},
    "t3": {Stage.THIRD_TRIMESTER},
    "pp0": {Stage.POSTPARTUM_0_6W},
    "pp1": {Stage.POSTPARTUM_6W_12M},
    "pp2": {Stage.POSTPARTUM_6W_12M, Stage.POSTPARTUM_12M_36M},
}
DOSE_ORIGIN = {"given in the source": "sourced", "proposed rule": "design"}
# Sources of the evidence that are no sources: a judgement, or memory.
NO_SOURCE = {"design_rule"}
# Not in our sources: it names an exercise that another source gives as well.
NOT_TAKEN_OVER = {"safemotherhood_ex", "uclh_postnatal"}
# Pairs that the review took back (docs/explanation/review.md), or that another rule settles.
GIVEN_UP = {
    ("walk", "c_symphysis"): "R064: pubic pain changes how she walks, and does not forbid it",
    ("pelvic_tilt_crook", "c_ge28w"): "for the first trimester only",
}
# Where the repetitions of the evidence are told in other words, and what our dose says.
OTHER_REPETITIONS = {
    "pfm": "ten short and ten long: the dose counts the long ones",
    "calf": "20 pumps stand in a step, the dose counts the stretches",
    "log_roll": "every time she gets up",
    "aqua": "45 minutes; the first week begins with 20",
    "curl_up": "start with 5 to 10",
    "child_pose": "one to three sets of one: counted as one set of one to three",
    "yoga_class": "20 minutes or more",
}
OTHER_SETS = {"pfm": "three sets a day: three times a day"}
OFTENER = {"pmr": "twice a day in the trial; once is planned, so that it fits into a day"}


@cache
def evidence() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in yaml.safe_load(CARE.read_text(encoding="utf-8"))["exercises"]}


def names() -> list[str]:
    return list(evidence()) if CARE.is_file() else []


def of(name: str) -> tuple[Exercise, dict[str, Any]]:
    return KNOWLEDGE.exercises[name], evidence()[name]


def test_all_of_them_are_there_and_no_other() -> None:
    assert set(KNOWLEDGE.exercises) == set(evidence())
    assert len(evidence()) == 40


@pytest.mark.parametrize("name", names())
def test_it_is_for_the_stages_of_the_evidence(name: str) -> None:
    ours, theirs = of(name)
    allowed = set().union(*(STAGES[stage] for stage in theirs["stages_allowed"]))
    assert set(ours.stages) == allowed


@pytest.mark.parametrize("name", names())
def test_everything_that_the_evidence_names_against_it_closes_it(name: str) -> None:
    ours, theirs = of(name)
    missing = {(name, condition) for condition in theirs["contraindications"] if not closes(entries()[condition], ours)}
    assert missing - GIVEN_UP.keys() - settled_by_the_week(ours) == set()


def settled_by_the_week(ours: Exercise) -> set[tuple[str, str]]:
    """From 28 weeks it is closed all the more where 16 weeks close it already."""
    weeks_16 = KNOWLEDGE.contraindications["weeks_16"]
    return {(ours.id, "c_ge28w")} if closes(weeks_16, ours) else set()


def numbers(value: object) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", str(value))]


@pytest.mark.parametrize("name", names())
def test_its_dose_is_that_of_the_evidence(name: str) -> None:
    ours, theirs = of(name)
    dose, given = ours.dose, theirs["dose"]
    assert ours.dose_basis == DOSE_ORIGIN[given["dose_origin"]]
    assert name in OTHER_SETS or dose.sets == numbers(given["sets"])[0]
    if name not in OTHER_REPETITIONS:
        span = dose.minutes or dose.repetitions
        assert span is not None
        assert max(numbers(given["repetitions"])) in (span[1], highest(ours))
    assert dose.each_side is ("each side" in str(given["repetitions"]) or "each way" in str(given["repetitions"]))
    if held := numbers(given["hold_seconds"]):
        assert min(held) <= dose.hold_s <= max(held)


def highest(ours: Exercise) -> int:
    spans = [ours.dose_at(step).repetitions or ours.dose_at(step).minutes for step in range(len(ours.harder) + 1)]
    return max(span[1] for span in spans if span)


@pytest.mark.parametrize("name", names())
def test_it_is_done_no_oftener_than_the_evidence_says(name: str) -> None:
    ours, theirs = of(name)
    said = str(theirs["dose"]["per_week"])
    if (days := numbers(said)) and "weeks" not in said:
        assert ours.dose.days_a_week[1] <= max(days)
    assert (ours.dose.times_a_day > 1) is (name not in OFTENER and ("times a day" in said or name in {"pfm"})), (
        f"{name}: {said}"
    )


@pytest.mark.parametrize("name", names())
def test_it_rests_on_the_sources_of_the_evidence(name: str) -> None:
    ours, theirs = of(name)
    named = set(theirs["sources"]) - NO_SOURCE
    assert named - set(ours.sources) <= NOT_TAKEN_OVER
    assert (ours.basis == "design") is (not named)


@pytest.mark.parametrize("name", names())
def test_it_has_steps_a_way_up_a_way_down_and_its_pictures(name: str) -> None:
    ours, theirs = of(name)
    assert len(ours.steps) >= min(2, len(theirs["steps"]))
    if theirs["progression"] != "none needed" and ours.group not in ("walking", "water", "cycling"):
        assert ours.harder
    assert (ours.start_pose, ours.end_pose) == POSES[name]


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


@pytest.mark.parametrize("name", names())
def test_it_is_told_in_our_own_words(name: str) -> None:
    """No run of eight words is taken over."""
    ours, theirs = of(name)
    said = " ".join(
        words_of(" . ".join(str(text.english) for text in (ours.begin, *ours.steps, ours.easier, ours.benefit)))
    )
    runs = [
        words_of(text) for text in (*theirs["steps"], theirs["position"], str(theirs["modify_when"]), theirs["note"])
    ]
    copied = [
        " ".join(run[at : at + 8]) for run in runs for at in range(len(run) - 7) if " ".join(run[at : at + 8]) in said
    ]
    assert copied == []
