from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from carrywell.app.prove_knowledge import CannotProve, proofs_as_json, prove_knowledge, write_cases
from carrywell.knowledge.case_file import read_case_file
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import read_knowledge
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.run import Proved

SMALL = Path(__file__).parents[1] / "knowledge" / "small_kb"
ONE = {"about": {"weeks_pregnant": 30}, "answers": {"fever": "yes"}}
OTHER = {"about": {"weeks_pregnant": 30}, "answers": {"fever": "no"}}


def broken(*cases: dict[str, object]) -> Proved:
    return Proved("b", "Nothing lowers.", 1.234, (Counterexample("a rule is idle"), Counterexample("it lowers", cases)))


def test_every_property_is_told_in_order() -> None:
    found = list(prove_knowledge(SMALL))
    assert [proved.letter for proved in found] == list("abcdefghi")
    assert [proved.letter for proved in found if not proved.holds] == ["i"]  # its eased_by_rest leaves movement out


def test_faults_come_before_proofs(tmp_path: Path) -> None:
    kb = shutil.copytree(SMALL, tmp_path / "kb")
    (kb / "VERSION").unlink()
    with pytest.raises(Faulty, match="the version is missing"):
        prove_knowledge(kb)


def test_without_z3_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("carrywell.proof")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(CannotProve, match=r"carrywell\[prove\]"):
        prove_knowledge(SMALL)


def test_one_case_is_one_file_that_can_be_read(tmp_path: Path) -> None:
    paths = write_cases(broken(ONE), tmp_path / "new" / "folder")
    assert [path.name for path in paths] == ["counterexample-b.json"]
    assert json.loads(paths[0].read_text(encoding="utf-8")) == ONE
    assert read_case_file(paths[0], read_knowledge()).answers == {"fever": "yes"}


def test_two_cases_that_are_compared_are_two_files(tmp_path: Path) -> None:
    paths = write_cases(broken(ONE, OTHER), tmp_path)
    assert [path.name for path in paths] == ["counterexample-b-1.json", "counterexample-b-2.json"]
    assert [json.loads(path.read_text(encoding="utf-8")) for path in paths] == [ONE, OTHER]


def test_what_is_proved_writes_nothing(tmp_path: Path) -> None:
    assert write_cases(Proved("a", "One level.", 0.1, ()), tmp_path / "none") == []
    assert list(tmp_path.iterdir()) == []


def test_as_json() -> None:
    report = proofs_as_json([Proved("a", "One level.", 0.1, ()), broken(ONE)])
    assert report["holds"] is False
    assert report["properties"][0] == {
        "property": "a",
        "says": "One level.",
        "holds": True,
        "seconds": 0.1,
        "counterexamples": [],
    }
    assert report["properties"][1]["seconds"] == 1.23
    assert report["properties"][1]["counterexamples"][1] == {
        "says": "it lowers",
        "in_words": [],
        "levels": [],
        "unanswered": "no",
        "cases": [ONE],
    }
