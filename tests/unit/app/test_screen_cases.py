from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from carrywell.app.engine import open_engine
from carrywell.app.screen_cases import Screened, UnreadableCases, screen_cases

ENGINE = open_engine()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.parquet"
    rows = {"id": ["a", "b"], "about.weeks_pregnant": [30.0, 99.0], "answers.fever": ["yes", "no"]}
    pl.DataFrame(rows).write_parquet(path)
    return path


def test_a_row_for_each_row(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.parquet"
    assert screen_cases(ENGINE, source, target, "no") == Screened(cases=2, wrong=1)
    found = pl.read_parquet(target)
    assert found.columns == ["id", "care.level", "care.doors", "care.because", "pain_class.likely", "error"]
    assert found.row(0) == ("a", "same_day_maternity", ["maternity_unit"], ["fever"], "unclear", None)
    assert found.row(1)[:5] == ("b", None, None, None, None)


def test_what_is_left_open_counts_as_a_possible_yes_unless_it_is_said_otherwise(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.parquet"
    screen_cases(ENGINE, source, target, "cautious")
    assert pl.read_parquet(target)["care.level"].to_list() == ["emergency_now", None]


def test_a_file_that_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    path.write_text("id,about.weeks_pregnant\n", encoding="utf-8")
    with pytest.raises(UnreadableCases, match=r"in\.parquet: not a parquet file"):
        screen_cases(ENGINE, path, tmp_path / "out.parquet", "no")


def test_a_column_that_no_case_has(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pl.DataFrame({"about.weeks": [3]}).write_parquet(path)
    with pytest.raises(UnreadableCases, match=r"in\.parquet: unknown column 'about\.weeks'"):
        screen_cases(ENGINE, path, tmp_path / "out.parquet", "no")
    assert not (tmp_path / "out.parquet").exists()
