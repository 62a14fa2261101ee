"""What a command needs before it can begin, the engine and what is in a file; or one clear message."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from carrywell.cli.output import refuse, speech
from carrywell.model.told import Told, told

if TYPE_CHECKING:
    from carrywell.app.engine import Engine
    from carrywell.knowledge.response_file import Response
    from carrywell.model.case import Case

Read = TypeVar("Read")


def engine_or_refuse(kb: Path | None = None) -> Engine:
    """`kb`: another folder than the knowledge base that comes with the program."""
    from carrywell.app.engine import open_engine
    from carrywell.knowledge.faults import Faulty

    try:
        return open_engine() if kb is None else open_engine(kb)
    except Faulty as faulty:
        check = "carrywell knowledge check" + (f" --kb {kb}" if kb else "")
        refuse(f"{speech().phrase('command_needs.faulty_knowledge', check=check)}\n{faulty}")
    except FileNotFoundError:
        refuse(told("command_needs.folder", path=str(kb)))


def say_if_partly_english(engine: Engine, language: str) -> None:
    """A note on standard error where a danger sign, a level or a door would be spoken in English."""
    if language != "en" and engine.coverage(language).untranslated_safety:
        click.echo(engine.voice(language).phrase("terminal.partly_english"), err=True)


def case_or_refuse(path: Path, engine: Engine) -> Case:
    from carrywell.knowledge.case_file import read_case_file

    return read_or_refuse(lambda: read_case_file(path, engine.knowledge), path, told("wanted.case"))


def answers_or_refuse(path: Path, engine: Engine) -> Response:
    """A case file, or a FHIR response to the form."""
    from carrywell.knowledge.response_file import EITHER, read_case_or_response_file

    return read_or_refuse(lambda: read_case_or_response_file(path, engine.knowledge), path, EITHER)


def one_patient_or_refuse(read: Sequence[Response]) -> str | None:
    """Whom all responses are about, where one says so; refused where they name two."""
    named = {answers.subject for answers in read if answers.subject is not None}
    if len(named) > 1:
        refuse(told("wrong.two_women", names=tuple(sorted(named))))
    return next(iter(named), None)


def read_or_refuse(read: Callable[[], Read], path: Path, allowed: Told | str) -> Read:
    from carrywell.knowledge.faults import Faulty

    try:
        return read()
    except Faulty as faulty:
        refuse(faulty.spoken(speech()))
    except OSError as error:
        refuse(told("wanted.cannot_read", path=str(path), reason=reason_of(error), allowed=allowed))


_KNOWN = {
    errno.ENOENT: "no_such_file",
    errno.EISDIR: "is_a_folder",
    errno.ENOTDIR: "not_a_folder",
    errno.EACCES: "not_permitted",
    errno.ENOSPC: "no_space",
    errno.EROFS: "read_only",
}
_BY_KIND: dict[type[OSError], int] = {  # libraries that give no number
    FileNotFoundError: errno.ENOENT,
    IsADirectoryError: errno.EISDIR,
    PermissionError: errno.EACCES,
}


def cannot_write(path: Path, error: OSError, option: str = "") -> NoReturn:
    """`option`: which one named the file, where that is not plain."""
    says = told("wanted.cannot_write", path=str(path), reason=reason_of(error))
    refuse(told("fault.of", name=option, says=says) if option else says)


def reason_of(error: OSError) -> Told | str:
    """What the operating system says, in our own words where they are known."""
    number = error.errno or next((n for kind, n in _BY_KIND.items() if isinstance(error, kind)), None)
    if number in _KNOWN:
        return told(f"command.{_KNOWN[number]}")
    return error.strerror or str(error)
