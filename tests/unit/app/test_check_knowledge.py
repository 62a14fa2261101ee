from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from carrywell.app.check_knowledge import check_knowledge
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import FOLDERS

SMALL = Path(__file__).parents[1] / "knowledge" / "small_kb"


def test_how_much_there_is_of_everything() -> None:
    counts = check_knowledge(SMALL)
    assert counts.version == "2026.11"
    assert (counts.items["findings"], counts.items["advice"], counts.items["prognosis"]) == (5, 2, 0)
    assert counts.items["words"] == 3
    assert list(counts.items) == [*FOLDERS, "words"]


def test_on_what_ground_it_stands() -> None:
    assert check_knowledge(SMALL).by_basis == {"sourced": 2, "inferred": 0, "design": 14}


def test_what_a_clinician_has_reviewed_is_counted(tmp_path: Path) -> None:
    assert (check_knowledge(SMALL).reviewed, check_knowledge(SMALL).not_reviewed) == (0, 16)
    kb = shutil.copytree(SMALL, tmp_path / "kb")
    fever = kb / "findings" / "fever.yaml"
    fever.write_text(fever.read_text().replace("none yet", "{by: A. Midwife, on: 2026-11-22}"))
    assert (check_knowledge(kb).reviewed, check_knowledge(kb).not_reviewed) == (1, 15)


def test_a_fault_is_not_counted_over(tmp_path: Path) -> None:
    kb = shutil.copytree(SMALL, tmp_path / "kb")
    (kb / "findings" / "fever.yaml").write_text("id: fever\n")
    with pytest.raises(Faulty, match="the key 'kind' is missing"):
        check_knowledge(kb)
