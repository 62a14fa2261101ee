"""The strict reader: what is right is read, and each fault is one line with its place. Samples: bad_kb/README.md."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from carrywell.knowledge.faults import Faulty
from carrywell.knowledge.reader import FOLDERS, KB, read_knowledge, read_raw
from carrywell.model.care import CareLevel
from carrywell.model.rules import Any, Fact
from carrywell.model.stage import Stage
from carrywell.model.text import Text

HERE = Path(__file__).parent
SMALL, BAD = HERE / "small_kb", HERE / "bad_kb"
FAULTS = sorted(path.name for path in BAD.iterdir() if path.is_dir())


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    """A copy of the small knowledge base, to spoil."""
    return shutil.copytree(SMALL, tmp_path / "kb")


def faults(kb: Path) -> list[str]:
    with pytest.raises(Faulty) as caught:
        read_knowledge(kb)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_told_with_its_place(fault: str, kb: Path) -> None:
    shutil.copytree(BAD / fault, kb, dirs_exist_ok=True)
    (kb / "expected.txt").unlink()
    expected = (BAD / fault / "expected.txt").read_text(encoding="utf-8").splitlines()
    told = faults(kb)
    assert len(told) == len(expected), told
    for line, wanted in zip(told, expected, strict=True):
        assert line == wanted or (wanted.endswith("…") and line.startswith(wanted.removesuffix("…")))


def test_the_small_knowledge_base_is_read_into_items() -> None:
    small = read_knowledge(SMALL)
    assert small.version == "2026.11"
    assert small.findings["fever"].level is CareLevel.SAME_DAY_GP_OR_ED
    assert small.facts["feverish"].when == Any((Fact("fever"), Fact("shaking_chills")))
    assert small.old_ids == {"hot_and_shivering": ("fever", "shaking_chills")}


def test_every_sentence_has_its_id() -> None:
    small = read_knowledge(SMALL)
    assert small.findings["fever"].ask == Text("Do you have a fever?", "findings/fever#ask")
    assert small.classes["lumbar"].speaks_for[0].says.key == "classes/lumbar#speaks_for.0.says"
    assert small.gates["exercise"].not_when[0].says.key == "gates/exercise#not_when.0.says"
    assert small.phrases["say.need.now"] == Text("I need help now.", "words/say.need.now")


def test_a_file_may_stand_at_any_depth_of_its_folder() -> None:
    assert (SMALL / "advice" / "movement" / "short_walk.yaml").is_file()
    assert "short_walk" in read_knowledge(SMALL).advice


def test_words_may_stand_at_any_depth_too(kb: Path) -> None:
    (kb / "words" / "pages").mkdir()
    (kb / "words" / "pages" / "start.yaml").write_text("title: Back pain\n")
    assert read_knowledge(kb).phrases["start.title"].english == "Back pain"


def test_every_folder_of_the_table_is_a_part_of_the_knowledge() -> None:
    small = read_knowledge(SMALL)
    for folder in FOLDERS:
        assert isinstance(getattr(small, folder), dict), folder


def test_the_shipped_knowledge_base_is_whole() -> None:
    assert read_raw(KB)["version"]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such folder"):
        read_knowledge(tmp_path / "nowhere")


def test_a_file_where_a_folder_is_expected() -> None:
    with pytest.raises(FileNotFoundError, match="no such folder"):
        read_knowledge(SMALL / "VERSION")


def test_an_empty_folder_lacks_what_the_program_cannot_do_without(tmp_path: Path) -> None:
    told = faults(tmp_path)
    screens = sorted(("now", "today", "also", "closer", "numbers", "cautions"))
    assert told == [
        "VERSION:1:1 the version is missing, for example 2026.11",
        "old_ids.yaml:1:1 the file is missing",
        *(f"screens/{screen}.yaml:1:1 the file is missing; the questions need its title" for screen in screens),
        *(f"stages/{stage}.yaml:1:1 the file is missing; allowed is one for each stage" for stage in sorted(Stage)),
    ]


@pytest.mark.parametrize("name", ["now", "today", "also", "closer", "numbers", "cautions"])
def test_a_screen_whose_lines_are_worked_out_must_have_its_words(name: str, kb: Path) -> None:
    (kb / "screens" / f"{name}.yaml").unlink()
    assert faults(kb) == [f"screens/{name}.yaml:1:1 the file is missing; the questions need its title"]


def test_a_faulty_screen_is_not_told_as_missing_too(kb: Path) -> None:
    (kb / "screens" / "now.yaml").write_text("id: now\n")
    told = faults(kb)
    assert told
    assert not [line for line in told if "the file is missing" in line]


@pytest.mark.parametrize("name", ["findings/fever.yaml", "words/say.yaml", "old_ids.yaml"])
def test_a_file_that_is_no_text(name: str, kb: Path) -> None:
    (kb / name).write_bytes(b"\x89PNG\xff\xfe")
    assert faults(kb)[0] == f"{name}:1:1 not UTF-8 text; allowed is YAML"


def spoiled_everywhere(kb: Path) -> Iterator[str]:
    for name in ("findings/fever.yaml", "advice/movement/no_ladder.yaml", "words/say.yaml"):
        (kb / name).write_text("- not an item\n")
        yield name


def test_one_run_tells_the_faults_of_every_file(kb: Path) -> None:
    spoiled = list(spoiled_everywhere(kb))
    assert [line.split(":")[0] for line in faults(kb)] == sorted(spoiled)


def test_a_fault_of_the_shipped_knowledge_base_is_found_among_all_its_files(tmp_path: Path) -> None:
    copy = shutil.copytree(KB, tmp_path / "kb")
    planted = copy / "findings" / "infection_head" / "fever.yaml"
    lines = planted.read_text(encoding="utf-8").splitlines()
    place = next(at for at, line in enumerate(lines, start=1) if line.startswith("reviewed:"))
    lines[place - 1] = "reviewed: n/a"
    planted.write_text("\n".join(lines), encoding="utf-8")
    assert {line.split(" ")[0] for line in faults(copy)} == {f"findings/infection_head/fever.yaml:{place}:11"}
