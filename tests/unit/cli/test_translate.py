from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from carrywell.cli.main import main

SMALL = Path(__file__).parents[1] / "knowledge" / "small_kb"
CONTENT = "findings/fever#ask\tDo you have a fever?\t你发烧吗？\n\nwords/say.need.now\t我现在需要帮助。\n"


@pytest.fixture
def kb(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "kb")


def run(kb: Path, *arguments: object) -> Result:
    return CliRunner().invoke(main, ["knowledge", *map(str, arguments), "--kb", str(kb)])


def listed(tmp_path: Path, content: str = CONTENT) -> Path:
    path = tmp_path / "list.tsv"
    path.write_text(content, encoding="utf-8")
    return path


def test_the_list_is_what_is_open(kb: Path, tmp_path: Path) -> None:
    before = run(kb, "translate", "--lang", "zh-Hans").stdout.splitlines()
    assert "findings/fever#ask\tDo you have a fever?\t" in before
    taken = run(kb, "translate", "--lang", "zh-Hans", "--take", listed(tmp_path))
    assert taken.stdout == f"2 sentences written to {kb / 'i18n' / 'zh-Hans'}\n"
    after = run(kb, "translate", "--lang", "zh-Hans").stdout.splitlines()
    assert set(before) - set(after) == {
        "findings/fever#ask\tDo you have a fever?\t",
        "words/say.need.now\tI need help now.\t",
    }
    every = run(kb, "translate", "--lang", "zh-Hans", "--all").stdout.splitlines()
    assert "findings/fever#ask\tDo you have a fever?\t你发烧吗？" in every
    assert len(every) == len(before)


def test_what_was_read_back_stands_beside_the_sentence(kb: Path, tmp_path: Path) -> None:
    run(kb, "translate", "--lang", "zh-Hans", "--take", listed(tmp_path))
    back = listed(tmp_path, "findings/fever#ask\tAre you running a temperature?\n")
    assert run(kb, "translate", "--lang", "zh-Hans", "--back", back).exit_code == 0
    file = (kb / "i18n" / "zh-Hans" / "findings" / "fever.yaml").read_text(encoding="utf-8")
    assert "says: 你发烧吗？\n  back: Are you running a temperature?\n" in file


def test_a_faulty_list_changes_nothing(kb: Path, tmp_path: Path) -> None:
    path = listed(tmp_path, CONTENT + "findings/fever#tells\t体温\nfindings/fever#ask\t你发烧{x}吗？\n")
    refused = run(kb, "translate", "--lang", "zh-Hans", "--take", path)
    assert refused.exit_code == 2
    assert refused.stderr.splitlines() == [
        f"{path}:4:1 no sentence has the id 'findings/fever#tells'",
        f"{path}:5:20 findings/fever#ask: the values {{x}}; allowed: none",
    ]
    assert not (kb / "i18n").exists()


def test_the_check_names_what_is_open_and_refuses_a_danger_sign_without_words(kb: Path, tmp_path: Path) -> None:
    run(kb, "translate", "--lang", "zh-Hans", "--take", listed(tmp_path))
    plain = run(kb, "check")
    assert plain.exit_code == 0
    assert "zh-Hans: 2 of" in plain.stdout
    found = run(kb, "check", "--lang", "zh-Hans")
    assert found.exit_code == 2
    assert "missing findings/fever#me" in found.stdout.splitlines()
    assert "findings/fever#ask" not in found.stdout
    assert "carry a danger sign, a level or a door" in found.stderr
