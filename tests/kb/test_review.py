"""The page that says what became of each entry of the hostile review (docs/explanation/review.md)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from carrywell.knowledge.reader import KB
from tests.lib.published_cases import SHARED

PAGE = Path(__file__).parents[2] / "docs/explanation/review.md"

PACKAGE = KB.parent

ROW = re.compile(r"^\| (R\d{3}) \| (high|medium|low) \| (.+?) \| (taken|answered|later) \| (.+) \|$")


def rows() -> list[tuple[str, ...]]:
    return [found.groups() for line in PAGE.read_text(encoding="utf-8").splitlines() if (found := ROW.match(line))]


def test_the_page_has_one_row_for_each_of_the_140_entries_in_order() -> None:
    assert [number for number, *_ in rows()] == [f"R{at:03}" for at in range(1, 141)]
    assert PAGE.read_text(encoding="utf-8").count("\n| R") == 140


def test_the_page_counts_its_rows() -> None:
    count = Counter(status for *_, status, _ in rows())
    line = f"**140 entries: {count['taken']} taken, {count['answered']} answered, {count['later']} later.**"
    assert line in PAGE.read_text(encoding="utf-8")


def test_every_row_gives_a_reason_and_names_a_place_that_exists() -> None:
    for number, _, about, _, done in rows():
        assert len(about) > 5, number
        named = [path for path in re.findall(r"`([^`]+)`", done) if "/" in path]
        assert named, number
        assert [path for path in named if not (PACKAGE / path).exists()] == [], number


def test_every_high_entry_has_a_test_that_bears_its_number() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_review_*.py"))
    high = [number for number, severity, *_ in rows() if severity == "high"]
    assert len(high) == 30
    assert [number for number in high if f"def test_{number.lower()}_" not in source] == []


def test_the_page_agrees_with_the_review_where_it_is_present() -> None:
    review = SHARED / "evidence/review.yaml"
    if not review.is_file():
        pytest.skip(f"{review}: the review itself is not part of the project")
    entries = yaml.safe_load(review.read_text(encoding="utf-8"))
    assert [entry["severity"] for entry in entries] == [severity for _, severity, *_ in rows()]


def test_no_row_copies_a_sentence_of_the_review() -> None:
    review = SHARED / "evidence/review.yaml"
    if not review.is_file():
        pytest.skip(f"{review}: the review itself is not part of the project")
    told = " ".join(
        f"{entry['what']} {entry['proposal']}" for entry in yaml.safe_load(review.read_text(encoding="utf-8"))
    )
    words = re.findall(r"\w+", told.lower())
    runs = {tuple(words[at : at + 9]) for at in range(len(words) - 8)}
    for number, _, about, _, done in rows():
        own = re.findall(r"\w+", f"{about} . {done}".lower())
        assert not [run for at in range(len(own) - 8) if (run := tuple(own[at : at + 9])) in runs], number
