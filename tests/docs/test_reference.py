"""The generated pages say what the knowledge base and the code say now, and leave nothing out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from carrywell.app.engine import open_engine
from carrywell.knowledge.reader import FOLDERS
from tests.docs.pages.markdown import WRITTEN
from tests.docs.write_reference import pages
from tests.lib.tree import ROOT


@pytest.fixture(scope="module")
def written() -> Mapping[str, str]:
    return {path: text for path, text in pages().items() if path != "docs/examples.md"}


def test_the_reference_is_what_would_be_written_now(written: Mapping[str, str]) -> None:
    stale = [path for path, text in written.items() if not _is(path, text)]
    assert stale == [], "run make reference"


def test_no_page_of_the_reference_is_left_from_before(written: Mapping[str, str]) -> None:
    generated = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "docs" / "reference").rglob("*.md")
        if WRITTEN in path.read_text(encoding="utf-8")
    ]
    assert sorted(generated) == sorted(written)


def test_every_item_of_the_knowledge_base_stands_on_a_page(written: Mapping[str, str]) -> None:
    knowledge, everything = open_engine().knowledge, "\n".join(written.values())
    missing = [
        f"{folder}/{name}"
        for folder in FOLDERS
        for name in getattr(knowledge, folder)
        if f"`{name}`" not in everything
        and f"`is:{name}`" not in everything
        and f"# {name}\n" not in everything
        and f"gate {name}\n" not in everything
    ]
    assert missing == []


def test_every_question_is_quoted_word_for_word(written: Mapping[str, str]) -> None:
    findings = open_engine().knowledge.findings.values()
    quoted = written["docs/reference/findings.md"] + written["docs/reference/private.md"]
    assert [finding.id for finding in findings if finding.ask.english not in quoted] == []


def _is(path: str, text: str) -> bool:
    file = ROOT / path
    return file.is_file() and file.read_text(encoding="utf-8") == text
