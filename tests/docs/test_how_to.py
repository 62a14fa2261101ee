"""The how-to pages work when they are followed to the letter."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from carrywell.app.engine import open_engine
from carrywell.decide.interview import interviewer
from carrywell.decide.rulebook import rulebook
from carrywell.knowledge.reader import FOLDERS, KB, read_knowledge
from carrywell.knowledge.texts import texts_of
from carrywell.model.answer import Answer
from carrywell.model.case import About, Case
from carrywell.model.knowledge import Knowledge
from carrywell.model.text import Text
from tests.docs.documents import blocks
from tests.lib.tree import ROOT

_HOW_TO = ROOT / "docs" / "how-to"


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    shutil.copytree(KB, tmp_path / "kb")
    return tmp_path / "kb"


def _followed(page: str, kb: Path) -> Knowledge:
    """The knowledge base after doing what the page says. Faulty where that was wrong."""
    for block in blocks(_HOW_TO / page, "yaml"):
        what, _, place = block.kind.removeprefix("yaml").strip().partition("=")
        if what == "file":
            assert not (kb / place).exists(), f"{place} is not made up: it exists"
            (kb / place).write_text(block.text, encoding="utf-8")
    return read_knowledge(kb)


def test_a_finding_can_be_added_as_described(kb: Path) -> None:
    knowledge = _followed("add-a-finding.md", kb)
    assert "leg_cold_pale" in knowledge.findings
    book = rulebook(knowledge)
    asking = interviewer(knowledge, book)
    said, asked = Case(about=About(weeks_pregnant=30)), list[str]()
    while (questions := asking.next_questions(asking.standing(said), "triage")) is not None:
        asked += [line.id for line in questions.lines]
        said = said.model_copy(update={"answers": {**said.answers, **dict.fromkeys(asked, Answer.NO)}})
    assert "leg_cold_pale" in asked


def test_advice_can_be_added_as_described(kb: Path) -> None:
    assert "write_down_relief" in _followed("add-advice.md", kb).advice


def test_a_contraindication_can_be_added_as_described(kb: Path) -> None:
    assert "metal_in_the_back" in _followed("add-a-contraindication.md", kb).contraindications


def test_every_sentence_is_found_by_its_id() -> None:
    """`folder/id#field`: there is exactly one file of that id in that folder, and it has that field."""
    knowledge = open_engine().knowledge
    files = Counter((path.relative_to(KB).parts[0], path.stem) for path in KB.rglob("*.yaml"))
    lost = [
        text.key
        for folder in FOLDERS
        for item in getattr(knowledge, folder).values()
        for text in texts_of(item)
        if files[folder, item.id] != 1 or not _has_field(folder, item.id, text)
    ]
    assert lost == []


def _has_field(folder: str, name: str, text: Text) -> bool:
    place, _, field = text.key.partition("#")
    (file,) = (KB / folder).rglob(f"{name}.yaml")
    key = field.split(".")[0].removesuffix("_")  # is_ and with_ stand as is and with in the file
    return place == f"{folder}/{name}" and re.search(rf"^{key}:", file.read_text(encoding="utf-8"), re.M) is not None


def test_every_sentence_of_the_program_is_found_by_its_id() -> None:
    """`words/start.button`: the file `start.yaml`, and in it a line with the key `button`."""
    lost = []
    for name in open_engine().knowledge.phrases:
        file, _, key = name.partition(".")
        text = (KB / "words" / f"{file}.yaml").read_text(encoding="utf-8")
        if not re.search(rf"(^|[{{,])\s*[\"']?{re.escape(key.rsplit('.', 1)[-1])}[\"']?:", text, re.M):
            lost.append(name)
    assert lost == []
