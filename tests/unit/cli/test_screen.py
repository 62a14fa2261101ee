from __future__ import annotations

import sys
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result

from carrywell.cli.main import main


def screen(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["screen", *map(str, arguments)])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.parquet"
    pl.DataFrame({"about.weeks_pregnant": [30, 30, 99], "answers.fever": ["yes", "no", "no"]}).write_parquet(path)
    return path


def test_a_table_of_cases(source: Path, tmp_path: Path) -> None:
    done = screen(source, tmp_path / "out.parquet", "--unanswered", "no")
    assert (done.exit_code, done.stdout) == (0, "3 cases, 1 of them wrong (column error)\n")
    levels = pl.read_parquet(tmp_path / "out.parquet")["care.level"].to_list()
    assert levels == ["same_day_maternity", "routine", None]


def test_the_default_is_cautious(source: Path, tmp_path: Path) -> None:
    assert screen(source, tmp_path / "out.parquet").exit_code == 0
    assert pl.read_parquet(tmp_path / "out.parquet")["care.level"].to_list() == ["emergency_now", "emergency_now", None]


def test_a_file_that_is_missing(tmp_path: Path) -> None:
    done = screen(tmp_path / "nowhere.parquet", tmp_path / "out.parquet")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nowhere.parquet" in done.stderr


def test_a_file_that_cannot_be_written(source: Path, tmp_path: Path) -> None:
    done = screen(source, tmp_path / "no_folder" / "out.parquet")
    assert done.exit_code == 2
    where = tmp_path / "no_folder" / "out.parquet"
    assert done.stderr == f"{where}: cannot be read or written: No such file or directory\n"


def test_a_column_that_no_case_has(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pl.DataFrame({"answers.fevr": ["yes"]}).write_parquet(path)
    done = screen(path, tmp_path / "out.parquet")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "unknown column 'answers.fevr'" in done.stderr


def test_without_the_extra_it_says_what_to_install(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("carrywell.batch", "carrywell.app.screen_cases"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "polars", None)
    done = screen(source, tmp_path / "out.parquet")
    assert done.exit_code == 2
    assert "install carrywell[batch]" in done.stderr
