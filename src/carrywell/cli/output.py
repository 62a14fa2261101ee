"""What every command shares: exit codes, the language, errors on standard error."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from carrywell.knowledge.few_words import few_words
from carrywell.model.text import LANGUAGES, Voice
from carrywell.model.told import Told

WRONG_INPUT = 2
_CHOSEN = "carrywell.language"  # in the meta of click's context, which a command shares with its group


def refuse(said: Told | str) -> NoReturn:
    """One clear message on standard error, exit code 2: the input is wrong."""
    click.echo(speech().told(said), err=True)
    sys.exit(WRONG_INPUT)


def speech(context: click.Context | None = None) -> Voice:
    """Speaks the few words of the command itself, in the language of this call."""
    return few_words(language(context))


def language(context: click.Context | None = None) -> str:
    """What --lang says, here or before the name of the command; else the terminal's language."""
    here = context or click.get_current_context(silent=True)
    named: str | None = here.meta.get(_CHOSEN) if here else None
    return named or terminal_language()


def speak(context: click.Context, named: str | None) -> None:
    """From here on this language is spoken, where one is named."""
    if named:
        context.meta[_CHOSEN] = named


def terminal_language() -> str:
    """The terminal's language if it is one of the two, else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))  # the order of POSIX
    name = next((name for name in names if name), "")
    return "zh-Hans" if name.startswith(("zh_CN", "zh_SG", "zh_Hans")) else LANGUAGES[0]
