from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

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
