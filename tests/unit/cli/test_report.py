from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from carrywell.cli.main import main

CASE = "asked_on: 2026-11-10\nabout: {weeks_pregnant: 24}\nanswers: {fever: no}\npain: {sites: [low_back], now: 4}\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return path


def report(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["report", *map(str, arguments)])


def test_as_text_it_stands_on_the_day_of_the_last_case(case: Path) -> None:
    result = report(case, "--unanswered", "no")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "on 10 November 2026" in result.stdout


def test_as_a_file(case: Path, tmp_path: Path) -> None:
    result = report(case, "--pdf", tmp_path / "page.pdf")
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'page.pdf'}\n")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("asked_on: 2026-11-10\n", ""), "case.yaml: the case has no asked_on; give the date of the page with --on"),
        (("fever: no", "fewer: no"), "unknown id 'fewer'"),
    ],
)
def test_what_is_missing_or_wrong_is_said(case: Path, change: tuple[str, str], says: str) -> None:
    case.write_text(CASE.replace(*change), encoding="utf-8")
    result = report(case)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr


def test_weeks_that_run_backwards_are_refused(case: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    later.write_text(CASE.replace("11-10", "11-20").replace("24", "20"), encoding="utf-8")
    result = report(case, later)
    assert result.exit_code == 2
    assert "run backwards" in result.stderr


def test_a_folder_that_is_not_there(case: Path, tmp_path: Path) -> None:
    result = report(case, "--pdf", tmp_path / "nowhere" / "page.pdf")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
