"""What every command shares: exit codes, the language, errors on standard error."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from carrywell.model.text import LANGUAGES

WRONG_INPUT = 2


def refuse(message: str) -> NoReturn:
    """One clear message on standard error, exit code 2: the input is wrong."""
    click.echo(message, err=True)
    sys.exit(WRONG_INPUT)


def terminal_language() -> str:
    """The terminal's language if it is one of the two, else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))  # the order of POSIX
    name = next((name for name in names if name), "")
    return "zh-Hans" if name.startswith(("zh_CN", "zh_SG", "zh_Hans")) else "en"


lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default=None, help="Language (default: the terminal's, else en)."
)
