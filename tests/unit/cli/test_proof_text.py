from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from carrywell.cli.main import main
from carrywell.cli.proof_text import MOST_SHOWN, WIDTH, property_line, what_breaks_it
from carrywell.proof.counterexample import Counterexample
from carrywell.proof.run import Proved

SMALL = Path(__file__).parents[1] / "knowledge" / "small_kb"
CASE = {"about": {"weeks_pregnant": 30}}


def prove(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["knowledge", "prove", *map(str, arguments)])


@pytest.fixture
def safe(tmp_path: Path) -> Path:
    """The small knowledge base, where self-care asks for movement as well."""
    kb = Path(shutil.copytree(SMALL, tmp_path / "kb"))
    (path,) = kb.rglob("eased_by_rest.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("{any: [", "{all: [worse_with:walking, "), encoding="utf-8")
    return kb


def test_a_line_for_each_property_and_exit_code_0(safe: Path, tmp_path: Path) -> None:
    result = prove("--kb", safe, "--write", tmp_path / "written")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [line.split() for line in result.stdout.splitlines()]
    assert [(line[0], line[1], line[3]) for line in lines] == [(letter, "proved", "s") for letter in "abcdefghi"]
    assert not (tmp_path / "written").exists()


def test_a_broken_property_is_told_in_words_written_and_exits_2(tmp_path: Path) -> None:
    result = prove("--kb", SMALL, "--write", tmp_path)
    assert result.exit_code == 2
    (broken,) = (line for line in result.stdout.splitlines() if " BROKEN " in line)
    assert broken.startswith("i  ")
    assert "She is 7 weeks pregnant. Better with: rest. → self_care" in result.stdout
    path = tmp_path / "counterexample-i.json"
    assert f"carrywell check {path} --unanswered no" in result.stdout
    assert json.loads(path.read_text(encoding="utf-8"))["pain"] == {"better_with": ["rest"]}


def test_json_for_programs(tmp_path: Path) -> None:
    result = prove("--kb", SMALL, "--json", "--write", tmp_path)
    report = json.loads(result.stdout)
    assert (result.exit_code, report["holds"]) == (2, False)
    assert [one["property"] for one in report["properties"] if not one["holds"]] == ["i"]


def test_faults_are_refused_first(tmp_path: Path) -> None:
    kb = shutil.copytree(SMALL, tmp_path / "kb")
    (kb / "VERSION").unlink()
    result = prove("--kb", kb)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == "1 faults"


def test_no_folder_is_wrong_input(tmp_path: Path) -> None:
    result = prove("--kb", tmp_path / "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{tmp_path / 'nowhere'}: no such folder\n"


def test_a_property_takes_one_line() -> None:
    assert property_line(Proved("a", "One level.", 3.21, ())) == "a  proved    3.2 s  One level."
    broken = Proved("a", "One level.", 12.3, (Counterexample("none"),))
    assert property_line(broken) == "a  BROKEN   12.3 s  One level."


def test_long_words_are_folded_and_many_counterexamples_counted() -> None:
    many = tuple(Counterexample(f"number {at}", in_words=("word " * 60,)) for at in range(MOST_SHOWN + 3))
    lines = list(what_breaks_it(Proved("a", "One level.", 1, many), []))
    assert max(len(line) for shown in lines for line in shown.splitlines()) <= WIDTH
    assert lines[-1] == "   and 3 more (--json has them all)"


@pytest.mark.parametrize(
    ("unanswered", "setting"), [("no", " --unanswered no"), ("cautious", ""), ("interviewed", " --interview")]
)
def test_how_to_see_a_case_again(unanswered: str, setting: str) -> None:
    found = Counterexample("none", (CASE,), unanswered=unanswered)  # type: ignore[arg-type]
    (*_, last) = what_breaks_it(Proved("a", "One level.", 1, (found,)), [Path("case.json")])
    assert last == f"   written: case.json; see it with: carrywell check case.json{setting}"
