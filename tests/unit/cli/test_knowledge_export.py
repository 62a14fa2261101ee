from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from carrywell.app.engine import open_engine
from carrywell.app.export_rules import questions_as_fhir, rules_as_json
from carrywell.cli.main import main


def export(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["knowledge", "export", *map(str, arguments)])


def test_the_rules_on_the_terminal() -> None:
    done = export("--format", "json")
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(done.stdout) == rules_as_json(open_engine())


def test_the_questions_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "questionnaire.json"
    done = export("--format", "fhir", "--out", file)
    assert (done.exit_code, done.output) == (0, "")
    assert json.loads(file.read_text(encoding="utf-8")) == questions_as_fhir(open_engine())


def test_another_format_is_refused() -> None:
    done = export("--format", "xml")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "'json', 'fhir'" in done.stderr


def test_a_format_is_needed() -> None:
    assert export().exit_code == 2


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    done = export("--format", "json", "--out", tmp_path / "no_folder" / "rules.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith("rules.json: cannot be written: No such file or directory\n")


def test_no_folder_is_wrong_input(tmp_path: Path) -> None:
    done = export("--format", "json", "--kb", tmp_path / "nowhere")
    assert (done.exit_code, done.stdout) == (2, "")
