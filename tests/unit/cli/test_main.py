from __future__ import annotations

import pytest
from click.testing import CliRunner

from carrywell import __version__
from carrywell.cli.main import main


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_the_commands(flag: str) -> None:
    result = CliRunner().invoke(main, [flag])
    assert result.exit_code == 0
    assert "check" in result.stdout
    assert "knowledge" in result.stdout


def test_version() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"carrywell, version {__version__}\n")


@pytest.mark.parametrize(
    "arguments", [["cure"], ["check", "--loud"], ["check", "--unanswered", "yes"], ["check", "--lang", "fr"]]
)
def test_an_unknown_command_option_or_choice_is_wrong_input(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert arguments[-1] in result.stderr
