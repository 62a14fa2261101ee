"""What every command shares: exit codes, the language, errors on standard error."""

from __future__ import annotations

import locale
import sys
from typing import NoReturn

import click

LANGUAGES = ("en", "zh-Hans")
WRONG_INPUT = 2


def refuse(message: str) -> NoReturn:
    """One clear message on standard error, exit code 2: the input is wrong."""
    click.echo(message, err=True)
    sys.exit(WRONG_INPUT)


def terminal_language() -> str:
    """The terminal's language if it is one of the two, else English."""
    name = locale.setlocale(locale.LC_MESSAGES, None) or ""
    return "zh-Hans" if name.startswith(("zh_CN", "zh_SG", "zh_Hans")) else "en"


lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), default=None, help="Language (default: the terminal's, else en)."
)
