from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from carrywell.app import load_grid
from carrywell.cli.main import main

_FIGURES = {"compression_n", "shear_n", "disc_pressure_mpa", "moment_nm", "relative_to_standing"}


def load(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["load", *map(str, arguments)])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text("about: {weeks_pregnant: 34, height_cm: 163, weight_before_pregnancy_kg: 60}\n", encoding="utf-8")
    return path


def test_the_keys_that_programs_rely_on(case: Path) -> None:
    done = load("mopping_bent", "--json", "--about", case)
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert {"task", "level", "low", "high", *_FIGURES} <= set(found)
    assert (found["task"], found["level"]) == ("mopping_bent", "L4/L5")
    assert all(found["low"][name] <= found[name] <= found["high"][name] for name in _FIGURES)


def test_a_posture_of_ones_own(tmp_path: Path) -> None:
    """The man whose disc pressure was measured, lifting 20 kg with a round back: 2.3 MPa."""
    path = tmp_path / "round_back.yaml"
    path.write_text(
        "about: {sex: male, height_cm: 168, weight_kg: 70}\n"
        "angles: {pelvis_tilt: 25, lumbar_flexion: 50, shoulder_flexion: 70, elbow_flexion: 5}\n"
        "loads: [{kg: 20, at: both_hands}]\n",
        encoding="utf-8",
    )
    found = json.loads(load("--posture", path, "--json").stdout)
    assert found["task"] is None
    assert found["disc_pressure_mpa"] == pytest.approx(2.3, abs=0.3)
    assert found["low"]["disc_pressure_mpa"] < 2.3 < found["high"]["disc_pressure_mpa"]


def test_the_list() -> None:
    done = load("--list")
    assert done.exit_code == 0
    assert "nappy_table" in done.stdout
    assert {"task", "name"} <= set(json.loads(load("--list", "--json").stdout)[0])


def test_a_list_for_her_speaks_of_no_baby_where_hers_is_not_with_her(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("about: {weeks_postpartum: 3, ended: loss}\n", encoding="utf-8")
    hers = load("--list", "--about", path).stdout
    assert "baby" in load("--list").stdout
    assert "mopping_bent" in hers
    assert "baby" not in hers
    assert "feeding" not in hers


def test_on_the_terminal(case: Path) -> None:
    done = load("carrier", "--about", case)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Load is not pain." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "one of these is needed, and only one"),
        (("standing", "--list"), "one of these is needed, and only one"),
        (("flying",), "unknown task 'flying'; allowed: standing"),
        (("--posture", "p.yaml", "--about", "case.yaml"), "--about goes with a TASK"),
        (("--list", "--about", "nowhere.yaml"), "nowhere.yaml: cannot be read"),
        (("--posture", "nowhere.yaml"), "nowhere.yaml: cannot be read"),
        (("standing", "--about", "nowhere.yaml"), "nowhere.yaml: cannot be read"),
    ],
)
def test_wrong_input_says_which_and_what_is_allowed(arguments: tuple[str, ...], says: str) -> None:
    done = load(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in done.stderr


def test_a_wrong_case_says_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("about: {weeks_pregnant: 99}\n", encoding="utf-8")
    for asked in (("standing",), ("--list",)):
        done = load(*asked, "--about", path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "about.weeks_pregnant: found '99'" in done.stderr


def test_a_wrong_posture_and_an_impossible_body(tmp_path: Path) -> None:
    path = tmp_path / "posture.yaml"
    path.write_text("angles: {elbow_flexion: 200}\n", encoding="utf-8")
    done = load("--posture", path)
    assert done.exit_code == 2
    assert f"{path}:1:25 angles.elbow_flexion" in done.stderr
    path.write_text("about: {weeks_pregnant: 39, weight_kg: 45, weight_before_pregnancy_kg: 95}\n", encoding="utf-8")
    done = load("--posture", path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "too far below the weight before" in done.stderr


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import carrywell.app.load  # the module and its name in the package are both forgotten

    monkeypatch.delitem(sys.modules, "carrywell.app.load")
    monkeypatch.delattr(carrywell.app, "load")
    monkeypatch.setitem(sys.modules, "numpy", None)
    done = load("standing")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "install carrywell[body]" in done.stderr


def test_lifting_needs_no_extra() -> None:
    arguments = [
        "lift",
        "--H",
        "30",
        "--V",
        "75",
        "--D",
        "25",
        "--A",
        "0",
        "--F",
        "0.1",
        "--duration",
        "short",
        "--coupling",
        "good",
    ]
    without = f"import sys; sys.modules['numpy'] = None; from carrywell.cli.main import main; main({arguments})"
    done = subprocess.run([sys.executable, "-c", without], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.startswith("Lifting equation, for any worker: at most 19.2 kg.")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nappy_table", "--working-height", 300), "--working-height: found 300; allowed: 50 to 110"),
        (("nappy_table", "--reach", 5), "--reach: found 5; allowed: 25 to 55"),
        (("standing", "--load", 5), "--load: found 5; allowed: none, as nothing is held in standing"),
        (("standing", "--weeks", 60), "--weeks: found 60; allowed: 0 to 45"),
        (("--list", "--weeks", 6, "--reach", 30), "--weeks, --reach goes with a TASK"),
    ],
)
def test_a_wrong_week_height_reach_or_load(arguments: tuple[object, ...], says: str) -> None:
    done = load(*arguments)
    assert (done.exit_code, done.stderr.strip()) == (2, says)


def test_another_height_is_answered() -> None:
    low, high = (
        json.loads(load("nappy_table", "--json", "--weeks", 30, "--working-height", cm).stdout) for cm in (60, 95)
    )
    assert low["relative_to_standing"] > high["relative_to_standing"]
    assert low["posture"]["working_height_cm"] == 60


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--grid", "grid.xls"), "--grid: grid.xls: allowed is a name that ends with .csv or .parquet"),
        (
            ("--grid", "/not/there/grid.csv"),
            "--grid: /not/there/grid.csv: cannot be written: No such file or directory",
        ),
        (("standing", "--grid", "grid.csv"), "one of these is needed, and only one: a TASK, --list"),
        (("--grid", "grid.csv", "--about", "case.yaml"), "--about goes with a TASK or --list"),
    ],
)
def test_a_grid_that_cannot_be(arguments: tuple[object, ...], says: str) -> None:
    done = load(*arguments)
    assert done.exit_code == 2
    assert says in done.stderr


def test_a_grid_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = load_grid.GridRow("standing", 1, 1.0, 1.0, 1.0, 400.0, 300.0, 500.0, 0.0)
    monkeypatch.setattr(load_grid, "load_grid", lambda engine: iter([[row], [row]]))
    assert load("--grid", tmp_path / "grid.csv").exit_code == 0
    assert len((tmp_path / "grid.csv").read_text(encoding="utf-8").splitlines()) == 3
    monkeypatch.setitem(sys.modules, "polars", None)
    done = load("--grid", tmp_path / "grid.parquet")
    assert (done.exit_code, "carrywell[batch]" in done.stderr) == (2, True)
