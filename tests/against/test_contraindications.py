"""The contraindications against the care evidence: all 47 are there, mean the same, and close what is said there."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import yaml

from carrywell.app.engine import open_engine
from carrywell.knowledge.contraindications import closes
from carrywell.model.contraindication import Contraindication
from carrywell.model.rules import Fact
from carrywell.model.ways import ways
from tests.docs.documents import read
from tests.docs.tables import rows
from tests.lib.published_cases import SHARED
from tests.lib.tree import ROOT

EVIDENCE = SHARED / "evidence"
pytestmark = pytest.mark.skipif(
    not (EVIDENCE / "care.yaml").is_file(), reason="shared/evidence is not beside this project, so nothing to compare"
)

KNOWLEDGE = open_engine().knowledge

# Pairs of advice and contraindication of the evidence that were given up, and why (docs/explanation/review.md).
GIVEN_UP = {
    ("lift_baby", "c_cs_lt6w"): "R001: needed most after a caesarean; lift_floor_after_cs warns",
    ("sciatic_disc", "c_leg_neuro"): "R001: it is written for the nerve pain",
    ("sex_positions", "c_previa28"): "R067: a low placenta closes it at any week, by the entry low_placenta",
}


@cache
def evidence() -> dict[str, Any]:
    return yaml.safe_load((EVIDENCE / "care.yaml").read_text(encoding="utf-8"))


@cache
def entries() -> dict[str, Contraindication]:
    """The entry of each condition of the evidence, by the id at the beginning of its note."""
    found = {
        entry.note.split(";")[0].split(":")[0].split(".")[0]: entry for entry in KNOWLEDGE.contraindications.values()
    }
    return {name: entry for name, entry in found.items() if name.startswith("c_")}


def in_the_vocabulary() -> dict[str, str]:
    """`c_bleeding` -> `is:bleeding_now`, from the hand-written table."""
    table = rows(read(ROOT / "docs" / "explanation" / "vocabulary.md"))
    return {row[0].strip("`"): row[2].strip("`") for row in table if row[0].startswith("`c_")}


def test_every_contraindication_of_the_evidence_has_its_entry() -> None:
    assert sorted(entries()) == sorted(one["id"] for one in evidence()["conditions"])


def test_each_holds_at_least_where_the_unified_vocabulary_says() -> None:
    vocabulary = in_the_vocabulary()
    assert set(vocabulary) == set(entries())
    narrower = [
        name
        for name, entry in entries().items()
        for way in ways(Fact(vocabulary[name]), KNOWLEDGE)
        if not any(part <= way for part in ways(entry.when, KNOWLEDGE))
    ]
    assert narrower == ["c_triplets"], "three babies close exercise while she carries them"


def test_exercise_is_closed_by_the_absolute_list_and_asks_first_about_the_relative_one() -> None:
    rules = evidence()["general_exercise_rules"]
    review = [
        "c_fracture",
        "c_cauda",
        "c_fever",
        "c_dvt",
        "c_chest",
        "c_dizzy",
        "c_reduced_fm",
        "c_contractions",
    ]  # R015
    absolute = [*rules["absolute_contraindications"], *review]
    assert [name for name in absolute if "exercise" not in entries()[name].closes] == []
    relative = [*rules["relative_contraindications"], "c_leg_neuro"]
    assert [name for name in relative if "exercise" not in entries()[name].asks_first] == []


def test_massage_is_closed_and_asks_first_as_the_evidence_lists_them() -> None:
    massage = evidence()["massage"]
    never = [one["condition"] for one in massage["when_not"]]
    assert [name for name in never if "massage" not in entries()[name].closes] == []
    ask = [one["condition"] for one in massage["ask_first"]]
    assert [name for name in ask if "massage" not in entries()[name].asks_first] == []


def test_every_piece_of_advice_is_closed_by_what_the_evidence_names_for_it() -> None:
    missing = set()
    for one in evidence()["advice"]:
        advice = KNOWLEDGE.advice[one["id"]]
        for name in one["contraindications"] if advice.kind == "do" else ():
            if not closes(entries()[name], advice):
                missing.add((advice.id, name))
    assert missing == set(GIVEN_UP)
