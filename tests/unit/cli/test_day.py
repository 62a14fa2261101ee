from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from carrywell.cli.main import main


def day(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["day", *map(str, arguments)])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text("about: {weeks_pregnant: 30}\nday: {mopping: 30, desk_work: 60}\n", encoding="utf-8")
    return path


def test_what_programs_read(case: Path) -> None:
    done = day(case, "--help-minutes", 30, "--json")
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert found["best"][0] | {"falls_by": 0} == {
        "task": "mopping", "hand_over_minutes": 30.0, "hand_over": 1.0, "way": None, "breaks": 0, "falls_by": 0,
    }  # fmt: skip


def test_what_people_read(case: Path) -> None:
    done = day(case, "--help-minutes", 30)
    assert done.exit_code == 0
    assert "Hand over mopping or scrubbing floors, all of it." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--help-minutes", -1), "--help-minutes: found -1; allowed: 0 to 1440"),
        (("--rest-minutes", "nan"), "--rest-minutes: found nan; allowed: 0 to 1440"),
        (("--changes", -2), "--changes: found -2; allowed: 0 to 1440"),
        (("--not", "flying"), "--not: unknown way 'flying'; allowed: arms_front"),
    ],
)
def test_wrong_input_is_one_clear_message(case: Path, arguments: tuple[object, ...], says: str) -> None:
    done = day(case, *arguments)
    assert done.exit_code == 2
    assert says in done.stderr
    assert done.stdout == ""


def test_a_body_that_cannot_be(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(
        "about: {weeks_pregnant: 39, weight_kg: 45, weight_before_pregnancy_kg: 95}\nday: {mopping: 30}\n",
        encoding="utf-8",
    )
    done = day(path)
    assert (done.exit_code, f"{path}: about: " in done.stderr) == (2, True)


def test_without_its_extras_it_says_what_to_install(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "carrywell.app.day", None)
    done = day(case)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "carrywell[body,day]" in done.stderr
