"""What documents show of the terminal is what the terminal shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.console import blocks, commands, played
from tests.docs.documents import documents, read, shown

_WITH_CONSOLE = [path for path in documents() if blocks(read(path))]


@pytest.mark.parametrize("path", _WITH_CONSOLE, ids=shown)
def test_the_console_blocks_are_what_is_printed_now(path: Path) -> None:
    for block in blocks(read(path)):
        assert block == played(block), "run make reference, and read what has changed"


@pytest.mark.parametrize("path", _WITH_CONSOLE, ids=shown)
def test_every_command_that_is_shown_prints_something(path: Path) -> None:
    for block in blocks(read(path)):
        for command in commands(block):
            assert played(f"$ {command}\n") != f"$ {command}\n", f"{command} prints nothing"


def test_the_tutorial_plays_the_check() -> None:
    """The other tests would pass if no document had a console block any more."""
    tutorial = next(path for path in _WITH_CONSOLE if path.name == "first-check.md")
    shown_commands = [command for block in blocks(read(tutorial)) for command in commands(block)]
    assert any(command.startswith("carrywell check ") for command in shown_commands)
