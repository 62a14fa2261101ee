from __future__ import annotations

import csv
from pathlib import Path

import pytest

from carrywell.app.engine import open_engine
from carrywell.app.load import load_of
from carrywell.app.load_grid import WEEKS, GridRow, UnknownKind, load_grid, write_grid
from carrywell.model.posture_parts import PostureAbout
from tests.lib.refusals import refused

ENGINE = open_engine()
DRAWS = 40
ROWS = {(row.task, row.weeks_pregnant): row for rows in load_grid(ENGINE, DRAWS) for row in rows}


def test_every_task_in_every_week() -> None:
    assert set(ROWS) == {(name, week) for name in ENGINE.knowledge.load_tasks for week in WEEKS}


@pytest.mark.parametrize("name", ["standing", "nappy_table", "mopping_bent", "turning_free", "lying_side", "carrier"])
def test_a_row_is_what_the_task_alone_gives(name: str) -> None:
    """The middle to the last digit; the ends come from fewer draws here."""
    row, alone = ROWS[name, 30], load_of(ENGINE, name, PostureAbout(weeks_pregnant=30)).found
    assert row.relative_to_standing == pytest.approx(alone.middle["relative_to_standing"], abs=1e-4)
    assert row.compression_n == pytest.approx(alone.middle["compression_n"], abs=1e-3)
    assert row.relative_low == pytest.approx(alone.low["relative_to_standing"], rel=0.2)
    assert row.compression_high_n == pytest.approx(alone.high["compression_n"], rel=0.2)


def test_few_draws_are_beyond_strength() -> None:
    assert all(0 <= row.beyond_strength < 0.5 for row in ROWS.values())


def test_a_table_can_be_read_again(tmp_path: Path) -> None:
    rows = [ROWS["standing", 1], ROWS["mopping_bent", 40]]
    write_grid(tmp_path / "grid.csv", rows)
    with (tmp_path / "grid.csv").open(encoding="utf-8", newline="") as file:
        read = list(csv.DictReader(file))
    assert [
        GridRow(line["task"], int(line["weeks_pregnant"]), *map(float, list(line.values())[2:])) for line in read
    ] == rows
    polars = pytest.importorskip("polars")
    write_grid(tmp_path / "grid.parquet", rows)
    assert polars.read_parquet(tmp_path / "grid.parquet")["task"].to_list() == ["standing", "mopping_bent"]


def test_another_kind_of_file_is_refused() -> None:
    with refused(UnknownKind, "allowed is a name that ends with .csv or .parquet"):
        write_grid(Path("grid.xls"), [])
