from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from carrywell.app.check_knowledge import check_knowledge
from carrywell.cli.main import main

KNOWLEDGE = Path(__file__).parents[1] / "knowledge"
SMALL = KNOWLEDGE / "small_kb"


def check(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["knowledge", "check", *map(str, arguments)])


def test_the_shipped_knowledge_base_is_whole() -> None:
    result = check()
    assert result.exit_code == 0
    assert result.stdout.startswith("knowledge 20")


def test_a_whole_folder_is_counted() -> None:
    result = check("--kb", SMALL)
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == "knowledge 2026.11"
    assert {"5 findings", "2 advice", "1 safety net", "3 words"} <= set(lines)
    counts = check_knowledge(SMALL)
    sourced, design = counts.by_basis["sourced"], counts.by_basis["design"]
    assert lines[-2:] == [
        f"basis: {sourced} sourced, 0 inferred, {design} design",
        f"reviewed by a clinician: 0; none yet: {counts.not_reviewed}",
    ]


def test_every_fault_is_one_line_and_the_exit_code_is_2(tmp_path: Path) -> None:
    kb = shutil.copytree(SMALL, tmp_path / "kb")
    shutil.copytree(KNOWLEDGE / "bad_kb" / "several_faults_at_once", kb, dirs_exist_ok=True)
    (kb / "expected.txt").unlink()
    result = check("--kb", kb)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "advice/movement/no_ladder.yaml:8:7 rank: found '9'; allowed: less than or equal to 5",
        "advice/movement/short_walk.yaml:9:9 unknown gate 'exercises'; allowed: exercise",
        "findings/fever.yaml:3:6 ask: the sentence is not written yet (TODO) (found 'TODO')",
        "3 faults",
    ]


def test_no_folder_is_wrong_input(tmp_path: Path) -> None:
    result = check("--kb", tmp_path / "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{tmp_path / 'nowhere'}: no such folder\n"
