"""What a command needs before it can begin, the engine and what is in a file; or one clear message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from carrywell.cli.output import refuse

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
        refuse(f"the knowledge base is faulty ({check}):\n{faulty}")
    except FileNotFoundError as error:
        refuse(str(error))


def say_if_partly_english(engine: Engine, language: str) -> None:
    """A note on standard error where a danger sign, a level or a door would be spoken in English."""
    if language != "en" and engine.coverage(language).untranslated_safety:
        click.echo(engine.voice(language).phrase("terminal.partly_english"), err=True)


def case_or_refuse(path: Path, engine: Engine) -> Case:
    from carrywell.knowledge.case_file import read_case_file

    return read_or_refuse(lambda: read_case_file(path, engine.knowledge), path, "a case file (YAML or JSON)")


def answers_or_refuse(path: Path, engine: Engine) -> Response:
    """A case file, or a FHIR response to the form."""
    from carrywell.knowledge.response_file import EITHER, read_case_or_response_file

    return read_or_refuse(lambda: read_case_or_response_file(path, engine.knowledge), path, EITHER)


def one_patient_or_refuse(read: Sequence[Response]) -> str | None:
    """Whom all responses are about, where one says so; refused where they name two."""
    named = {answers.subject for answers in read if answers.subject is not None}
    if len(named) > 1:
        refuse(f"the responses are about {' and '.join(sorted(named))}; allowed is one woman")
    return next(iter(named), None)


def read_or_refuse(read: Callable[[], Read], path: Path, allowed: str) -> Read:
    from carrywell.knowledge.faults import Faulty

    try:
        return read()
    except Faulty as faulty:
        refuse(str(faulty))
    except OSError as error:
        refuse(f"{path}: cannot be read: {error.strerror}; allowed is {allowed}")
