from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from carrywell.knowledge.bundle import BUNDLE, load
from carrywell.knowledge.fingerprint import OLD_IDS, WORDS, digests_of
from carrywell.knowledge.reader import FOLDERS, KB, read_knowledge
from carrywell.model.digests import Digests
from tests.lib.small_knowledge import fact, knowledge

SMALL = Path(__file__).parent / "small_kb"
FEVER = "findings/fever.yaml"
WALK = "advice/movement/short_walk.yaml"


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "kb")


def digests(kb: Path) -> Digests:
    return read_knowledge(kb).digests


def rewrite(path: Path, pattern: str, new: str) -> None:
    before = path.read_text(encoding="utf-8")
    after = re.sub(pattern, new, before, flags=re.MULTILINE)
    assert after != before, f"{pattern} is not in {path.name}"
    path.write_text(after, encoding="utf-8")


def changed(kb: Path) -> list[str]:
    before, after = digests(SMALL).items, digests(kb).items
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


class TestMakesNoDifference:
    def test_a_comment_or_an_empty_line(self, kb: Path) -> None:
        rewrite(kb / FEVER, r"^id: fever$", "# who wrote it\n\nid: fever  # its name")
        assert digests(kb) == digests(SMALL)

    def test_the_order_of_keys(self, kb: Path) -> None:
        path = kb / "tasks" / "mopping.yaml"
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(reversed(lines)), encoding="utf-8")
        assert digests(kb) == digests(SMALL)

    def test_quotes_and_broken_lines(self, kb: Path) -> None:
        says = read_knowledge(SMALL).advice["short_walk"].says.english
        rewrite(kb / WALK, r"^says: .*$", f'says: "{says}"')
        assert digests(kb) == digests(SMALL)
        rewrite(kb / WALK, r"^says: .*$", "says: >-\n  " + "\n  ".join(says.split()))
        assert digests(kb) == digests(SMALL)

    def test_a_list_on_one_line_or_on_several(self, kb: Path) -> None:
        rewrite(kb / FEVER, r"^sources: \[(\w+)\]$", r"sources:\n  - \1")
        assert digests(kb) == digests(SMALL)

    def test_a_default_that_is_written_out(self, kb: Path) -> None:
        rewrite(kb / FEVER, r"^id: fever$", "id: fever\nunsure: as_yes\nintimate: no\nasked_if: {all: []}")
        assert digests(kb) == digests(SMALL)

    def test_the_folder_in_which_a_topic_lies(self, kb: Path) -> None:
        (kb / "advice" / "other").mkdir()
        (kb / WALK).rename(kb / "advice" / "other" / "short_walk.yaml")
        assert digests(kb) == digests(SMALL)

    def test_the_file_in_which_a_sentence_of_the_program_lies(self, kb: Path) -> None:
        (kb / "words" / "more").mkdir()
        (kb / "words" / "say.yaml").rename(kb / "words" / "more" / "say.yaml")
        assert digests(kb) == digests(SMALL)

    def test_the_version_which_is_only_a_name(self, kb: Path) -> None:
        (kb / "VERSION").write_text("2031.01\n", encoding="utf-8")
        assert digests(kb) == digests(SMALL)


class TestMakesADifference:
    def test_every_part_of_a_condition(self) -> None:
        weeks = {"number": "weeks_pregnant", "is": ">=", "limit": 20}
        conditions = (
            "fever",
            {"not": "fever"},
            {"all": ["fever", "vomiting"]},
            {"all": ["vomiting", "fever"]},
            {"any": ["fever", "vomiting"]},
            {"at_least": {"count": 1, "of": ["fever", "vomiting"]}},
            {"at_least": {"count": 2, "of": ["fever", "vomiting"]}},
            {"compare": weeks},
            {"compare": {**weeks, "is": ">"}},
            {"compare": {**weeks, "limit": 20.5}},
            {"compare": {**weeks, "number": "weeks_postpartum"}},
        )
        found = {digests_of(knowledge(fact("a_fact", when)), ["facts"]).items["facts/a_fact"] for when in conditions}
        assert len(found) == len(conditions)

    @pytest.mark.parametrize(
        ("file", "pattern", "new", "item"),
        [
            (FEVER, r"^conditions: .*$", "conditions: []", "findings/fever"),
            (FEVER, r"^me: .*$", "me: I am hot.", "findings/fever"),
            (FEVER, r"^reviewed: .*$", "reviewed: {by: A. Reviewer, on: 2026-11-22}", "findings/fever"),
            (WALK, r"^rank: .*$", "rank: 1", "advice/short_walk"),
            ("recheck/weekly.yaml", r"^in_hours: .*$", "in_hours: 96", "recheck/weekly"),
            ("stages/third_trimester.yaml", r"^from_weeks: .*$", "from_weeks: 27.5", "stages/third_trimester"),
        ],
    )
    def test_a_word_or_a_number_to_its_own_item(self, kb: Path, file: str, pattern: str, new: str, item: str) -> None:
        rewrite(kb / file, pattern, new)
        assert changed(kb) == [item]
        assert digests(kb).whole != digests(SMALL).whole

    def test_a_sentence_of_the_program_to_the_words(self, kb: Path) -> None:
        path = kb / "words" / "say.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "later: See you.\n", encoding="utf-8")
        assert changed(kb) == [WORDS]
        assert digests(kb).whole != digests(SMALL).whole

    def test_an_old_id(self, kb: Path) -> None:
        (kb / "old_ids.yaml").write_text("hot: [fever]\n", encoding="utf-8")
        assert changed(kb) == [OLD_IDS]

    def test_an_item_that_is_gone(self, kb: Path) -> None:
        (kb / "safety_net" / "fever_comes.yaml").unlink()
        assert changed(kb) == ["safety_net/fever_comes"]
        assert digests(kb).whole != digests(SMALL).whole

    def test_the_same_content_under_another_id(self, kb: Path) -> None:
        (kb / "safety_net" / "fever_comes.yaml").rename(kb / "safety_net" / "fever_came.yaml")
        rewrite(kb / "safety_net" / "fever_came.yaml", r"^id: .*$", "id: fever_came")
        assert changed(kb) == ["safety_net/fever_came", "safety_net/fever_comes"]


def test_every_item_of_every_folder_has_a_whole_sha256() -> None:
    shipped = load()
    names = {f"{folder}/{name}" for folder in FOLDERS for name in getattr(shipped, folder)}
    assert set(shipped.digests.items) == {*names, WORDS, OLD_IDS}
    for digest in (shipped.digests.whole, *shipped.digests.items.values()):
        assert re.fullmatch("[0-9a-f]{64}", digest)


def test_short_digests_tell_the_items_apart() -> None:
    items = load().digests
    assert len({items.short_of(name) for name in items.items}) == len(items.items)


@pytest.mark.skipif(not BUNDLE.is_file(), reason="no bundle is built here")
def test_the_shipped_bundle_names_the_content_of_the_files() -> None:
    assert load(KB, BUNDLE).digests == read_knowledge(KB).digests
