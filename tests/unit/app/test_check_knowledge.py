from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from carrywell.app.check_knowledge import check_knowledge
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import FOLDERS

SMALL = Path(__file__).parents[1] / "knowledge" / "small_kb"


def lines_that_say(what: str) -> int:
    """How many files of the small knowledge base have this line."""
    texts = (path.read_text(encoding="utf-8") for path in SMALL.rglob("*.yaml"))
    return sum(what in text.splitlines() for text in texts)


def test_how_much_there_is_of_everything() -> None:
    counts = check_knowledge(SMALL)
    assert counts.version == "2026.11"
    for folder in ("findings", "advice", "screens", "stages", "prognosis"):
        assert counts.items[folder] == len(list((SMALL / folder).rglob("*.yaml"))), folder
    assert (counts.items["findings"], counts.items["words"], counts.items["prognosis"]) == (5, 3, 0)
    assert list(counts.items) == [*FOLDERS, "words"]


def test_on_what_ground_it_stands() -> None:
    by_basis = {basis: lines_that_say(f"basis: {basis}") for basis in ("sourced", "inferred", "design")}
    assert check_knowledge(SMALL).by_basis == by_basis
    assert by_basis["sourced"] > 0
    assert by_basis["design"] > 10


def test_what_a_clinician_has_reviewed_is_counted(tmp_path: Path) -> None:
    unreviewed = lines_that_say("reviewed: none yet")
    assert (check_knowledge(SMALL).reviewed, check_knowledge(SMALL).not_reviewed) == (0, unreviewed)
    kb = shutil.copytree(SMALL, tmp_path / "kb")
    fever = kb / "findings" / "fever.yaml"
    fever.write_text(fever.read_text().replace("none yet", "{by: A. Midwife, on: 2026-11-22}"))
    assert (check_knowledge(kb).reviewed, check_knowledge(kb).not_reviewed) == (1, unreviewed - 1)


def test_a_fault_is_not_counted_over(tmp_path: Path) -> None:
    kb = shutil.copytree(SMALL, tmp_path / "kb")
    (kb / "findings" / "fever.yaml").write_text("id: fever\n")
    with pytest.raises(Faulty, match="the key 'kind' is missing"):
        check_knowledge(kb)
