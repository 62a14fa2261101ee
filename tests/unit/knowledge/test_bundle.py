from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from carrywell.knowledge.bundle import compile_bundle, fingerprint, load
from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import KB, read_knowledge

SMALL = Path(__file__).parent / "small_kb"
NO_LADDER = "advice/movement/no_ladder.yaml"


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "kb")


@pytest.fixture
def bundle(kb: Path, tmp_path: Path) -> Path:
    """A bundle of `kb` as it stands."""
    bundle = tmp_path / "bundle.json"
    compile_bundle(kb, bundle)
    return bundle


def edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_fresh_bundle_says_what_the_files_say(kb: Path, bundle: Path) -> None:
    assert load(kb, bundle) == read_knowledge(kb)


def test_the_bundle_of_the_shipped_knowledge_says_what_its_files_say(tmp_path: Path) -> None:
    compile_bundle(KB, tmp_path / "bundle.json")
    assert load(KB, tmp_path / "bundle.json") == read_knowledge(KB)


def test_a_fresh_bundle_is_used(kb: Path, bundle: Path) -> None:
    stored = json.loads(bundle.read_bytes())
    stored["raw"]["version"] = "from the bundle"
    bundle.write_text(json.dumps(stored))
    assert load(kb, bundle).version == "from the bundle"


def test_a_bundle_from_before_it_held_content_hashes_is_not_used(kb: Path, bundle: Path) -> None:
    stored = json.loads(bundle.read_bytes())
    del stored["digests"]
    stored["raw"]["version"] = "from the bundle"
    bundle.write_text(json.dumps(stored))
    assert load(kb, bundle) == read_knowledge(kb)


def test_without_a_bundle_the_files_are_read(kb: Path, tmp_path: Path) -> None:
    assert load(kb, tmp_path / "none.json").version == "2026.11"


def test_an_edited_sentence_is_not_hidden_by_an_old_bundle(kb: Path, bundle: Path) -> None:
    edit(kb / NO_LADDER, "Do not climb.", "Stay on the floor.")
    assert load(kb, bundle).advice["no_ladder"].says.english == "Stay on the floor."


def test_a_removed_file_is_not_kept_alive_by_an_old_bundle(kb: Path, bundle: Path) -> None:
    (kb / NO_LADDER).unlink()
    assert "no_ladder" not in load(kb, bundle).advice


def test_an_added_file_is_not_hidden_by_an_old_bundle(kb: Path, bundle: Path) -> None:
    (kb / "words" / "more.yaml").write_text("title: More\n")
    assert "more.title" in load(kb, bundle).phrases


def test_a_fault_is_not_hidden_by_an_old_bundle(kb: Path, bundle: Path) -> None:
    edit(kb / NO_LADDER, "rank: 2", "rank: 9")
    with pytest.raises(Faulty, match=r"no_ladder.yaml:8:7 rank: found '9'"):
        load(kb, bundle)


def test_no_bundle_is_made_of_faulty_files_and_the_old_one_stays(kb: Path, bundle: Path) -> None:
    before = bundle.read_bytes()
    edit(kb / NO_LADDER, "rank: 2", "rank: 9")
    with pytest.raises(Faulty):
        compile_bundle(kb, bundle)
    assert bundle.read_bytes() == before


def test_nothing_but_the_bundle_is_left_behind(bundle: Path) -> None:
    assert sorted(path.name for path in bundle.parent.iterdir()) == ["bundle.json", "kb"]


def test_the_fingerprint_follows_names_and_contents(kb: Path) -> None:
    first = fingerprint(kb)
    (kb / NO_LADDER).rename(kb / "advice" / "movement" / "no_ladders.yaml")
    renamed = fingerprint(kb)
    (kb / "VERSION").write_text("2026.12\n")
    assert len({first, renamed, fingerprint(kb)}) == 3


def test_a_letter_that_moves_from_a_name_into_the_file_changes_the_fingerprint(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir(), other.mkdir()
    (one / "ab").write_text("c")
    (other / "a").write_text("bc")
    assert fingerprint(one) != fingerprint(other)
